"""Bounds what one reader may hold in the memory of the server: files of an upload, counted by session before they are read."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

import streamlit.runtime
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

MOST_BYTES = 400_000_000  # of one session: two of the largest ledgers
MOST_FILES = 2_000  # as many as a zip may hold
REFUSED = (
    507  # 413 is Streamlit's own answer to a single file that is too large; what the page says of either: chinese.js
)
_UPLOAD = re.compile(r"^/_stcore/upload_file/(?P<session>[^/]+)/[^/]+$")  # /_stcore/upload_file/4f1c…/9b2e…


def held_sizes(session: str) -> Sequence[int]:
    """Return the sizes of the files that a session holds; Streamlit lets them go with the session."""
    files = getattr(streamlit.runtime.get_instance().uploaded_file_mgr, "file_storage", {})
    return [len(file.data) for file in tuple(files.get(session, {}).values())]


class UploadQuota:
    """Refuses an upload with which a session would hold too much; what is still on its way counts, too.

    `sizes_of` gives the bytes of each file that a session holds already.
    """

    def __init__(self, app: ASGIApp, sizes_of: Callable[[str], Sequence[int]] = held_sizes) -> None:
        self.app = app
        self.sizes_of = sizes_of
        self.arriving: Counter[str] = Counter()  # bytes by session
        self.arriving_files: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        upload = _UPLOAD.match(scope["path"]) if scope["type"] == "http" and scope["method"] == "PUT" else None
        if upload is None:
            return await self.app(scope, receive, send)
        session, size = upload["session"], _stated_size(scope)
        if size is None or not self._has_room(session, size):
            return await PlainTextResponse("Quota exceeded", REFUSED)(scope, receive, send)
        self.arriving[session] += size
        self.arriving_files[session] += 1
        try:
            return await self.app(scope, receive, send)
        finally:
            self.arriving[session] -= size
            self.arriving_files[session] -= 1
            if not self.arriving_files[session]:
                del self.arriving[session], self.arriving_files[session]

    def _has_room(self, session: str, size: int) -> bool:
        sizes = self.sizes_of(session)
        files = len(sizes) + self.arriving_files[session] + 1
        return files <= MOST_FILES and sum(sizes) + self.arriving[session] + size <= MOST_BYTES


def _stated_size(scope: Scope) -> int | None:
    """Return the length an upload states, as browsers do; None where it states none."""
    stated = Headers(scope=scope).get("content-length", "")
    return int(stated) if stated.isascii() and stated.isdigit() else None
