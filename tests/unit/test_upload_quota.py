"""What one session uploads is bounded before it is read: what it holds, and what is on its way."""

import asyncio
from collections.abc import Sequence

from starlette.types import Message, Receive, Scope, Send

from ui.frame import upload_quota
from ui.frame.upload_quota import MOST_BYTES, MOST_FILES, REFUSED, UploadQuota


def put(size: int | None, session: str = "甲", method: str = "PUT") -> Scope:
    headers = [] if size is None else [(b"content-length", str(size).encode())]
    return {"type": "http", "method": method, "path": f"/_stcore/upload_file/{session}/1", "headers": headers}


async def statuses(quota: UploadQuota, scopes: Sequence[Scope]) -> list[int]:
    """Return what is answered to requests that are all on their way at once."""
    answers: list[int] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            answers.append(message["status"])

    await asyncio.gather(*(quota(scope, receive, send) for scope in scopes))
    return sorted(answers)


async def take(_scope: Scope, _receive: Receive, send: Send) -> None:
    await asyncio.sleep(0)  # lets the others arrive meanwhile
    await send({"type": "http.response.start", "status": 204, "headers": []})


def answered(held: Sequence[int], *scopes: Scope) -> list[int]:
    return asyncio.run(statuses(UploadQuota(take, lambda _session: held), scopes))


def test_an_upload_is_refused_when_a_session_would_hold_too_much():
    assert answered([MOST_BYTES - 10], put(10)) == [204]
    assert answered([MOST_BYTES - 10], put(11)) == [REFUSED]
    assert answered([0] * MOST_FILES, put(1)) == [REFUSED]
    assert answered([MOST_BYTES], put(1, method="DELETE")) == [204]


def test_uploads_on_their_way_count_and_each_session_for_itself():
    half = MOST_BYTES // 2
    assert answered([], put(half), put(half), put(1)) == [204, 204, REFUSED]
    assert answered([], put(MOST_BYTES), put(MOST_BYTES, "乙")) == [204, 204]


def test_what_has_arrived_or_failed_is_no_longer_on_its_way():
    quota = UploadQuota(take, lambda _session: [])
    assert [asyncio.run(statuses(quota, [put(MOST_BYTES)])) for _ in range(2)] == [[204], [204]]
    assert not quota.arriving


def test_an_upload_that_hides_its_size_is_refused():
    assert answered([], put(None)) == [REFUSED]


def test_the_page_says_the_quota_that_holds(root):
    words = (root / "ui/frame/chinese.js").read_text(encoding="utf-8")
    assert f"超过 {MOST_BYTES // 1_000_000} MB 或 {MOST_FILES:,} 份" in words
    assert f"status code {upload_quota.REFUSED}$" in words
