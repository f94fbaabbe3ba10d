"""An address that is no page is answered as such; pages, files and what the server itself answers go through."""

import pytest

from ui.frame.unknown_page import is_unknown


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
