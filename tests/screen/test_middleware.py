"""The door: headers on every answer, what is closed, readiness, and the language of the page."""

import re
import urllib.error
import urllib.request
from email.message import Message
from http.client import HTTPConnection

import pytest
from streamlit.testing.v1 import AppTest

from ui.frame import upload_quota


def got(url: str) -> tuple[int, Message, str]:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers, refused.read().decode()


@pytest.mark.parametrize(
    "path",
    [
        "",
        "participation",
        "ready",
        "words.js",
        "menu.js",
        "history.js",
        "unsaved.js",
        "style.css",
        "_stcore/health",
        "static/none.js",
    ],
)
def test_every_answer_carries_the_security_headers(address: str, path: str):
    _, headers, _ = got(f"{address}/{path}")

    assert "object-src 'none'" in headers["content-security-policy"]
    assert "unsafe-eval'" not in headers["content-security-policy"].replace("wasm-unsafe-eval", "")
    assert headers["x-content-type-options"] == "nosniff"


def test_a_page_may_ask_and_tell_no_other_server(address: str):
    _, headers, _ = got(address)
    rules = (rule.split() for rule in headers["content-security-policy"].split(";"))
    policy = {name: set(places) for name, *places in rules}

    assert policy["connect-src"] == {"'self'", "data:", "blob:"}
    strangers = {
        place for places in policy.values() for place in places if "://" in place or place in ("*", "ws:", "wss:")
    }
    assert not strangers


def test_an_upload_that_hides_its_size_is_refused_at_the_door(address: str):
    connection = HTTPConnection(address.removeprefix("http://"), timeout=10)
    connection.request("PUT", "/_stcore/upload_file/a/b", body=iter([b"x"]), encode_chunked=True)
    status = connection.getresponse().status
    connection.close()

    assert status == upload_quota.REFUSED


@pytest.mark.parametrize("path", ["_stcore/metrics", "_stcore/agent/openapi.json"])
def test_what_readers_do_not_need_is_closed(address: str, path: str):
    assert got(f"{address}/{path}")[0] == 404


@pytest.mark.parametrize("path", ["/", "/ready", "/_stcore/stream"])
@pytest.mark.parametrize(("host", "is_refused"), [("evil.example", True), ("127.0.0.1", False), ("localhost", False)])
def test_a_name_elsewhere_that_points_here_gets_nothing(address: str, path: str, host: str, is_refused: bool):
    connection = HTTPConnection(address.removeprefix("http://"), timeout=10)
    socket = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
              "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==", "Origin": f"http://{host}"}  # fmt: skip
    connection.request("GET", path, headers={"Host": host, **(socket if path.endswith("stream") else {})})
    status = connection.getresponse().status
    connection.close()

    assert (status in (400, 403)) == is_refused


def test_the_page_is_chinese_from_its_first_byte(address: str):
    _, _, page = got(address)

    assert '<html lang="zh-CN">' in page
    assert "<title>五社成效</title>" in page


def test_our_styles_come_behind_those_of_streamlit_and_before_what_it_draws(address: str):
    _, _, page = got(address)
    _, headers, styles = got(f"{address}/style.css")

    assert page.count("./style.css") == 1
    assert page.index("</head>") < page.index("./style.css") < page.index('id="root"')
    assert headers["content-type"].startswith("text/css")
    assert ".masthead" in styles


@pytest.mark.parametrize("path", ["nosuch", "nosuch/page", "nosuch.js"])
def test_an_address_that_is_no_page_says_so_and_leads_to_those_there_are(address: str, path: str):
    status, headers, page = got(f"{address}/{path}")

    assert (status, "没有这一页" in page, '<a href="/participation">' in page) == (404, True, True)
    assert "object-src 'none'" in headers["content-security-policy"]


def test_readiness_names_the_build(address: str):
    status, _, text = got(f"{address}/ready")

    assert status == 200
    assert '"ready":true' in text


def fail() -> None:
    from ui.frame import middleware  # a script of its own: it knows nothing of this file

    middleware.report(ValueError("values )"))


def lose_build() -> None:
    from ui.frame import middleware
    from warehouse.build import UnreadableBuild

    middleware.report(UnreadableBuild("数据批次读不出来（20261122.duckdb）"))


def test_a_build_that_cannot_be_read_is_told_by_its_own_sentence():
    (error,) = AppTest.from_function(lose_build).run().error

    assert error.value == "数据批次读不出来（20261122\\.duckdb）请到“数据导入”载入台账。"


def damage_settings() -> None:
    from etl.inbox.stored_settings import UnreadableSettings
    from ui.frame import middleware

    middleware.report(UnreadableSettings("导入时写明的设定坏了。"))


def test_a_fault_that_carries_a_sentence_is_told_by_it():
    (error,) = AppTest.from_function(damage_settings).run().error

    assert error.value == "导入时写明的设定坏了。"


def test_a_fault_of_ours_is_told_by_its_number_and_never_laid_on_a_file():
    (error,) = AppTest.from_function(fail).run().error

    assert re.search(r"记录编号 [0-9a-f]{8}。", error.value)
    assert not re.search(r"文件|台账|批次|values", error.value)
