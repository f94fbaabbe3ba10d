"""What a pack was asked for and made by, as plain values in its manifest, and back."""

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from evidence.pack.content import Attachment
from evidence.pack.request import Question, Request
from evidence.pack.template import Template
from indicators.model import Filters

ROOMS = ("documents", "wording", "evidence", "indicators", "warehouse", "etl/records", "etl/facts")
WRITERS = ("jinja2", "lxml", "python-docx", "xlsxwriter")


def inputs(request: Request) -> dict[str, Any]:
    """Return the request in plain values."""
    return {
        "program": program(),
        "template": request.base.id,
        "chosen": list(request.chosen),
        "communities": list(request.filters.communities),
        "from": request.filters.from_on.isoformat(),
        "to": request.filters.to_on.isoformat(),
        "strands": list(request.filters.strands),
        "k": request.k,
        "questions": [{"by": list(by), "indicators": list(ids)} for by, ids in request.questions],
        "attachments": [
            {"name": a.name, "figure": a.figure, "caption": a.caption, "link": a.link} for a in request.attachments
        ],
    }


def questions_of(stored: Mapping[str, Any]) -> tuple[Filters, tuple[Question, ...], int]:
    """Return the filters, the questions and k of a manifest. KeyError, TypeError or ValueError when it does not tell."""
    asked = tuple((tuple(one["by"]), tuple(one["indicators"])) for one in stored["questions"])
    return _filters(stored), asked, int(stored["k"])


def request_of(stored: Mapping[str, Any], templates: Mapping[str, Template]) -> Request:
    """Return the whole request of a manifest, its attachments by name only. KeyError when its template is gone."""
    attachments = tuple(
        Attachment(a["name"], a["figure"], a["caption"], None if a["link"] else Path(a["name"]), a["link"])
        for a in stored["attachments"]
    )
    base = templates[stored["template"]]
    return Request(base, _filters(stored), tuple(stored["chosen"]), attachments, int(stored["k"]))


def _filters(stored: Mapping[str, Any]) -> Filters:
    days = date.fromisoformat(stored["from"]), date.fromisoformat(stored["to"])
    return Filters(tuple(stored["communities"]), *days, tuple(stored["strands"]))


@cache
def program() -> str:
    """Return a fingerprint of all that decides a pack's bytes beside the build: our own files and the libraries that write."""
    root = Path(__file__).parents[2]
    files = (path for room in ROOMS for path in (root / room).rglob("*") if path.suffix in (".py", ".toml", ".html"))
    told = hashlib.sha256()
    for path in sorted(files, key=lambda path: path.relative_to(root).as_posix()):
        told.update(path.read_bytes().replace(b"\r\n", b"\n"))
    told.update(",".join(f"{name}={version(name)}" for name in WRITERS).encode())
    return told.hexdigest()[:16]
