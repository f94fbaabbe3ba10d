"""Stands between the network and the frame: security headers, the page's language, readiness, and the words for a fault."""

import logging
import uuid
from functools import partial
from pathlib import Path

import duckdb
import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import warehouse.build
from command_line import UserError
from etl import disk_errors
from indicators import engine
from indicators.model import Filters
from ui.frame.escape import md_escape
from warehouse import communities
from warehouse.build import Build
from warehouse.build_in_use import build_in_use

HERE = Path(__file__).parent
# Everything from this server only. Streamlit needs inline styles and scripts, and WebAssembly for its tables; eval is not needed.
CONTENT_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' data: blob:",  # 'self' covers the WebSocket of this server
        "worker-src 'self' blob:",
        "frame-ancestors 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    )
)
SECURITY = {
    "content-security-policy": CONTENT_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
CLOSED = ("/_stcore/metrics", "/_stcore/agent")  # open to everybody in Streamlit
OF_STREAMLIT = ("/_stcore", "/media", "/static", "/component")
STYLE = b'<link rel="stylesheet" href="./style.css">'
ROOT = b'<div id="root">'  # behind Streamlit's own styles, which stand in the head, and before what it draws
SCRIPT_FILES = {
    "words": "chinese.js",
    "menu": "phone_menu.js",
    "history": "history.js",
    "unsaved": "unsaved.js",
}  # address → file
SCRIPTS = b"".join(b'<script src="./%s.js" defer></script>' % name.encode() for name in SCRIPT_FILES)


class Headers:
    """Puts the security headers on every answer, and closes what Streamlit leaves open to everybody."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(SECURITY)
            await send(message)

        closed = scope["path"].startswith(CLOSED)
        return await (PlainTextResponse("Not Found", 404) if closed else self.app)(scope, receive, send_with_headers)


class ChinesePage:
    """Marks the HTML page as Chinese, for screen readers and the shape of characters, and loads our scripts and styles into it.

    Streamlit has no setting for either: its page says lang="en", and only the page itself can load a script. Styles could be
    drawn, but would be read, hashed and sent on every run.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or not _asks_for_page(scope):
            return await self.app(scope, receive, send)
        buffer = _Buffer()
        # A compressed or “not modified” answer could not be rewritten.
        dropped = (b"accept-encoding", b"if-none-match", b"if-modified-since")
        headers = [(name, value) for name, value in scope["headers"] if name not in dropped]
        await self.app({**scope, "headers": headers}, receive, buffer)
        await buffer.response()(scope, receive, send)


def _asks_for_page(scope: Scope) -> bool:
    """Return whether a page of the app is asked for: no dot in the last part, and no path of Streamlit's own."""
    last = scope["path"].rsplit("/", 1)[-1]
    return "." not in last and not scope["path"].startswith((*OF_STREAMLIT, "/ready"))


class _Buffer:
    """Collects an answer whole, so that it can be rewritten before it is sent."""

    def __init__(self) -> None:
        self.start: Message = {"status": 500, "headers": []}
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
        self.body += message.get("body", b"")

    def response(self) -> Response:
        headers = MutableHeaders(raw=list(self.start["headers"]))
        body = self.body
        if headers.get("content-type", "").startswith("text/html"):
            body = _in_chinese(body)
            del headers["etag"]
            headers["cache-control"] = "no-cache"
        headers["content-length"] = str(len(body))
        response = Response(body, self.start["status"])
        response.raw_headers = headers.raw
        return response


def _in_chinese(page: bytes) -> bytes:
    page = page.replace(b'<html lang="en">', b'<html lang="zh-CN">', 1)
    page = page.replace(b"<title>Streamlit</title>", "<title>五社成效</title>".encode(), 1)
    page = page.replace(ROOT, STYLE + ROOT, 1)
    return page.replace(b"</head>", SCRIPTS + b"</head>", 1)


def ready(_request: Request) -> Response:
    """Answer 200 with the build in use when it gives a figure as pages ask for it, 503 with the reason when not.

    Where another build stands in for it, pages work, and `note` says so.
    """
    try:
        in_use = build_in_use(warehouse.build.data_folder())
        build = warehouse.build.Build(in_use.path)
        _ask_as_a_page(build)
        note = {"note": in_use.note} if in_use.note else {}
        return JSONResponse({"ready": True, "build": build.name, "created_at": build.created_at.isoformat(), **note})
    except UserError as reason:
        return JSONResponse({"ready": False, "reason": str(reason)}, 503)
    except (duckdb.Error, OSError) as fault:
        logging.getLogger("ui").error("not ready", exc_info=fault)
        return JSONResponse({"ready": False, "reason": disk_errors.sentence(fault)}, 503)


def _ask_as_a_page(build: Build) -> None:
    """Ask for the activities of all communities over all records; raises what a page would show. A build without records has none."""
    if build.first_day and build.last_day:
        engine.figures(build, ["activities"], Filters(communities.names(build), build.first_day, build.last_day))


def style(_request: Request) -> Response:
    """Return the styles of all pages."""
    return _file("style.css", "text/css")


def _script(name: str, _request: Request) -> Response:
    return _file(name, "text/javascript")


def _file(name: str, media: str) -> Response:
    return FileResponse(HERE / name, media_type=media, headers={"cache-control": "no-cache"})


def icon(_request: Request) -> Response:
    """Return the icon of the browser's tab, in place of Streamlit's."""
    return FileResponse(HERE / "icon.png")


def report(fault: Exception) -> bool:
    """Log a fault under a number and show the reader that number instead of a traceback.

    A build that is gone or cannot be read says so itself, wherever on a page it was asked, as does whatever else carries a sentence. What nobody foresaw is a fault of ours: the sentence never sends a reader back to his files.
    """
    if isinstance(fault, warehouse.build.NoBuild):
        logging.getLogger("ui").warning("%s", fault)
        st.error(f"{md_escape(fault.finding)}请到“数据导入”载入台账。", icon=":material/database_off:")
        return True
    if isinstance(fault, UserError):  # it says itself what the reader can do
        logging.getLogger("ui").warning("%s", fault)
        st.error(md_escape(str(fault)), icon=":material/error:")
        return True
    if disk_errors.is_of_disk(fault):
        logging.getLogger("ui").error("the disk fails", exc_info=fault)
        st.error(md_escape(disk_errors.sentence(fault)), icon=":material/error:")
        return True
    number = uuid.uuid4().hex[:8]
    logging.getLogger("ui").error("incident %s", number, exc_info=fault)
    st.error(f"这一页没能完整显示，记录编号 {number}。请刷新页面；如再出现，请把编号告诉管理员。")
    return True


ROUTES = [
    Route("/ready", ready),
    *(Route(f"/{name}.js", partial(_script, file)) for name, file in SCRIPT_FILES.items()),
    Route("/style.css", style),
    Route("/favicon.png", icon),
]
