"""What the server refuses is said in Chinese, and a page of another port of this machine opens no WebSocket."""

import asyncio

import pytest
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message

from ui.frame.refusals import FAULTS, ChineseFaults, OwnOrigin


def answered(app: ASGIApp, kind: str = "http", **headers: str) -> list[Message]:
    """Return what an app sends to a request."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": kind, "method": "GET", "path": "/", "headers": [(name.encode(), text.encode()) for name, text in headers.items()],
    }  # fmt: skip
    asyncio.run(app(scope, receive, send))
    return sent


@pytest.mark.parametrize("status", FAULTS)
def test_a_plain_english_answer_is_said_in_chinese(status: int):
    start, body = answered(ChineseFaults(PlainTextResponse("Quota exceeded", status)))

    assert (start["status"], body["body"].decode()) == (status, FAULTS[status])
    assert dict(start["headers"])[b"content-length"] == str(len(body["body"])).encode()


@pytest.mark.parametrize(
    "answer", [HTMLResponse("没有这一页", 404), JSONResponse({}, 400), PlainTextResponse("ok", 200)]
)
def test_pages_and_values_stay(answer: Response):
    assert answered(ChineseFaults(answer))[1]["body"] == answer.body


@pytest.mark.parametrize(
    ("origin", "is_let_in"),
    [("http://localhost:8501", True), ("http://localhost:9999", False), ("http://127.0.0.1:8501", False), ("https://office.example", True), ("", True)],
)  # fmt: skip
def test_a_page_of_another_port_opens_no_websocket(origin: str, is_let_in: bool):
    async def accept(_scope, _receive, send) -> None:
        await send({"type": "websocket.accept"})

    headers = {"host": "localhost:8501"} | ({"origin": origin} if origin else {})
    (message,) = answered(OwnOrigin(accept), "websocket", **headers)
    assert (message["type"] == "websocket.accept") == is_let_in
