"""Annotated passages: read the marks, give back the text as an article would have it.

One file per style, one passage per `# title`. Marks inside the text:

    {近4500人|-4500 人}        a claim: span, then value and unit. + over · - under · ~ about · no sign exact
    {30至50名|30..50 名}       a range
    {居民满意度上升|^}          a trend without figure
    {25万元|?}                 could be read either way: neither found nor missed counts
    <2023年8月>                a numeral that is no claim
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.parse import simplified_by_character

HERE = Path(__file__).parent
PARTS = ("develop", "measure")
MARK = re.compile(r"\{(?P<claim>[^{}|]+)\|(?P<note>[^{}|]+)\}|<(?P<other>[^<>]+)>")
NOTE = re.compile(r"(?P<sign>[-+~])?(?P<low>\d+(?:\.\d+)?)(?:\.\.(?P<high>\d+(?:\.\d+)?))? (?P<unit>\S+)")
QUALIFIERS = {"+": "over", "-": "under", "~": "about", None: "exact"}
NUMERAL = re.compile(r"[\d一二两三四五六七八九十百千万几半]")


@dataclass(frozen=True)
class Expected:
    """What a reader marked; `qualifier` is "?" where both readings are fair, "" for a numeral that is no claim."""

    start: int
    end: int
    qualifier: str
    low: float | None = None
    high: float | None = None
    unit: str = ""


@dataclass(frozen=True)
class Marked:
    """A passage: where it comes from, its text without marks, and the marks."""

    style: str
    title: str
    text: str
    expected: tuple[Expected, ...]

    @property
    def claims(self) -> list[Expected]:
        return [mark for mark in self.expected if mark.qualifier not in ("", "?")]

    @property
    def others(self) -> list[Expected]:
        return [
            mark for mark in self.expected if not mark.qualifier and NUMERAL.search(self.text[mark.start : mark.end])
        ]


def passages(part: str) -> Iterator[Marked]:
    """All passages of one part, file by file."""
    for path in sorted((HERE / part).glob("*.txt")):
        for block in re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            title, _, body = block.partition("\n")
            yield _marked(path.stem, title.strip(), body.strip("\n"))


def _marked(style: str, title: str, body: str) -> Marked:
    text, at, expected = "", 0, []
    for mark in MARK.finditer(body):
        text += body[at : mark.start()]
        span = mark["claim"] or mark["other"]
        expected.append(_expected(len(text), len(text) + len(span), mark["note"]))
        text, at = text + span, mark.end()
    return Marked(style, title, text + body[at:], tuple(expected))


def _expected(start: int, end: int, note: str | None) -> Expected:
    if note in (None, "?", "^"):
        return Expected(start, end, {"?": "?", "^": "trend"}.get(note or "", ""))
    found = NOTE.fullmatch(note or "")
    if not found:
        raise ValueError(f"cannot read the note {note!r}")
    low = float(found["low"])
    qualifier = "range" if found["high"] else QUALIFIERS[found["sign"]]
    return Expected(start, end, qualifier, low, float(found["high"] or low), simplified_by_character(found["unit"]))
