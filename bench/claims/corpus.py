"""Reads annotated passages: the text as an article would have it, and what its marks expect.

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

FOLDER = Path(__file__).parent
PARTS = ("develop", "measure")
# A mark in the text: {近4500人|-4500 人} or <2023年8月>.
MARK = re.compile(r"\{(?P<claim>[^{}|]+)\|(?P<note>[^{}|]+)\}|<(?P<other>[^<>]+)>")
# The note in a mark: sign, value or two ends, unit: -4500 人, 30..50 名.
NOTE = re.compile(r"(?P<sign>[-+~])?(?P<low>\d+(?:\.\d+)?)(?:\.\.(?P<high>\d+(?:\.\d+)?))? (?P<unit>\S+)")
QUALIFIERS = {"+": "over", "-": "under", "~": "about", None: "exact"}
# Any character a number can be written with.
NUMERAL = re.compile(r"[\d一二两三四五六七八九十百千万几半]")


@dataclass(frozen=True)
class ExpectedClaim:
    """What a reader marked; `qualifier` is "?" where both readings are fair, "" for a numeral that is no claim."""

    start: int
    end: int
    qualifier: str
    low: float | None = None
    high: float | None = None
    unit: str = ""


@dataclass(frozen=True)
class AnnotatedPassage:
    """A passage: where it comes from, its text without marks, and what the marks expect."""

    style: str
    title: str
    text: str
    expected: tuple[ExpectedClaim, ...]

    @property
    def name(self) -> str:
        """Its file and title, to find it by."""
        return f"{self.style}/{self.title}"

    @property
    def claims(self) -> list[ExpectedClaim]:
        """The marks that are claims in every reading."""
        return [expected for expected in self.expected if expected.qualifier not in ("", "?")]

    @property
    def others(self) -> list[ExpectedClaim]:
        """The numerals that are no claim."""
        numerals = (expected for expected in self.expected if not expected.qualifier)
        return [numeral for numeral in numerals if NUMERAL.search(self.text[numeral.start : numeral.end])]


def passages(part: str) -> Iterator[AnnotatedPassage]:
    """Yield all passages of one part, file by file."""
    for path in sorted((FOLDER / part).glob("*.txt")):
        for block in re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            title, _, body = block.partition("\n")
            yield _annotated_passage(path.stem, title.strip(), body.strip("\n"))


def _annotated_passage(style: str, title: str, body: str) -> AnnotatedPassage:
    text, at, expected = "", 0, []
    for mark in MARK.finditer(body):
        text += body[at : mark.start()]
        words = mark["claim"] or mark["other"]
        expected.append(_expected_claim(len(text), len(text) + len(words), mark["note"]))
        text, at = text + words, mark.end()
    return AnnotatedPassage(style, title, text + body[at:], tuple(expected))


def _expected_claim(start: int, end: int, note: str | None) -> ExpectedClaim:
    if note in (None, "?", "^"):
        return ExpectedClaim(start, end, {"?": "?", "^": "trend"}.get(note or "", ""))
    match = NOTE.fullmatch(note or "")
    if not match:
        raise ValueError(f"cannot read the note {note!r}")
    low = float(match["low"])
    qualifier = "range" if match["high"] else QUALIFIERS[match["sign"]]
    return ExpectedClaim(
        start, end, qualifier, low, float(match["high"] or low), simplified_by_character(match["unit"])
    )
