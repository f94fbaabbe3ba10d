"""Refuses what a page of another port asks, and says in Chinese what Streamlit and Starlette refuse in English."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# status → what a browser shows; the page itself has words of its own for uploads.
FAULTS = {
    400: "请求不完整，或访问的网址不是本机的。",
    403: "不允许这样访问。",
    404: "没有这个文件。",
    405: "不支持这种请求。",
    500: "服务器出错了，请稍后再试；如再出现，请告诉管理员。",
    507: "这次打开的页面里，上传的文件已经太多。请先导入或移去一些，再继续。",
}
OF_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


class ChineseFaults:
    """Puts the plain English answers of FAULTS into Chinese; pages and JSON stay."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        sentence: list[bytes] = []

        async def send_in_chinese(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_plain_fault(message):
                sentence.append(b"" if scope["method"] == "HEAD" else FAULTS[message["status"]].encode())
                headers = MutableHeaders(raw=list(message["headers"]))
                headers["content-type"] = "text/plain; charset=utf-8"
                headers["content-length"] = str(len(sentence[0]))
                message = {**message, "headers": headers.raw}
            elif message["type"] == "http.response.body" and sentence:
                message = {**message, "body": b"" if message.get("more_body") else sentence[0]}
            await send(message)

        return await self.app(scope, receive, send_in_chinese)


def _is_plain_fault(start: Message) -> bool:
    kind = MutableHeaders(raw=list(start["headers"])).get("content-type", "text/plain")
    return start["status"] in FAULTS and kind.startswith("text/plain")


class OwnOrigin:
    """Refuses a WebSocket that a page of another port of this machine opens; Streamlit refuses other machines."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and is_of_another_port(Headers(scope=scope)):
            return await send({"type": "websocket.close", "code": 1008})
        return await self.app(scope, receive, send)


def is_of_another_port(headers: Mapping[str, str]) -> bool:
    """Tell whether a page of this machine, but not of the address asked, asks: http://localhost:9999 of localhost:8501."""
    origin = urlsplit(headers.get("origin", ""))
    return origin.hostname in OF_THIS_MACHINE and origin.netloc != headers.get("host", "")
