"""Answers an address that is no page with a plain page that says so, and leads to the page where it means one."""

from functools import cache
from html import escape
from pathlib import Path

import streamlit as st
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.frame import menu, middleware

STYLE = "body{font:16px/1.8 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem}h2{font-size:1rem;margin:1.2rem 0 .2rem}a{margin-right:1rem;display:inline-block}"
# What the server itself answers, whatever comes behind it.
OTHER_ROUTES = ("_stcore", "media", "static", "component", "app")


class UnknownPage:
    """Answers 404 in Chinese where Streamlit would send its own page: below /x/y that stays blank, and /x shows the overview's figures."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self.app
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            if (address := meant_address(scope["path"])) is not None:
                query = scope["query_string"].decode("latin-1")
                app = RedirectResponse(f"{address}?{query}" if query else address)
            elif is_unknown(scope["path"]):
                app = _answer()
        return await app(scope, receive, send)


def is_unknown(path: str) -> bool:
    """Tell whether a path asks for a page that is not there; files, and what the server itself answers, are none."""
    place = _place(path)
    return place.split("/")[0] not in OTHER_ROUTES and place not in {"", *_pages(), *_file_names()}


def meant_address(path: str) -> str | None:
    """Return the address of the page that a path means: /overview is /, /funds/ is /funds; None where it is right, or means none."""
    place = _place(path)
    page = place.removesuffix("/")
    return f"{_root()}{_address(page)}" if page in _pages() and place != _address(page) else None


def _place(path: str) -> str:
    """Return what stands behind the root in a path."""
    return path.removeprefix(_root()).removeprefix("/")


def _pages() -> set[str]:
    return {file.stem for files in menu.titled_files().values() for file, _ in files}


@cache
def _file_names() -> frozenset[str]:
    """Return what lies at the root beside the pages: our own routes, and Streamlit's files such as index.html."""
    of_streamlit = (Path(st.__file__).parent / "static").iterdir()
    return frozenset(
        (*(route.path.removeprefix("/") for route in middleware.ROUTES), *(path.name for path in of_streamlit))
    )


def _root() -> str:
    """Return the path of the overview: / or /五社/ where the server is told to live below one."""
    base = st.get_option("server.baseUrlPath").strip("/")
    return f"/{base}/" if base else "/"


def _address(page: str) -> str:
    """Return what stands behind the root in the address of a page: nothing for the one that the root itself shows."""
    return "" if page == menu.FIRST_PAGE else page


def _answer() -> Response:
    root, parts = _root(), []
    for section, files in menu.titled_files().items():
        links = "".join(f'<a href="{root}{_address(file.stem)}">{escape(title)}</a>' for file, title in files)
        parts.append(f"<h2>{escape(section)}</h2><p>{links}</p>")
    page = (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>没有这一页 · 五社成效</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head><body><h1>没有这一页</h1>'
        f'<p>网址可能抄错了，或这一页已经改了名。<a href="{root}">打开总览</a></p>{"".join(parts)}</body></html>'
    )
    return HTMLResponse(page, 404)
