"""An address that is no page is answered as such; pages, files and what the server itself answers go through."""

import pytest

from ui.frame.unknown_page import is_unknown, meant_address


@pytest.mark.parametrize(
    "path",
    [
        "/nosuch",
        "/nosuch/page",
        "/nosuch.html",
        "/participation/x",
        "/participation/",
        "/../x",
        "/nosuch.js",
        "/static.js/a.js",
    ],
)
def test_what_is_no_page_is_unknown(path: str):
    assert is_unknown(path)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/participation",
        "/claims",
        "/ready",
        "/words.js",
        "/_stcore/health",
        "/static/js/a.js",
        "/media/x",
        "/favicon.png",
        "/manifest.json",
        "/index.html",
    ],
)
def test_pages_files_and_routes_go_through(path: str):
    assert not is_unknown(path)


@pytest.mark.parametrize(
    ("path", "address"), [("/overview", "/"), ("/overview/", "/"), ("/participation/", "/participation")]
)
def test_a_page_called_by_its_file_or_with_a_slash_behind_is_led_to(path: str, address: str):
    assert meant_address(path) == address


@pytest.mark.parametrize("path", ["/", "/participation", "/nosuch/", "//participation/x", "/static/"])
def test_other_addresses_stay(path: str):
    assert meant_address(path) is None
