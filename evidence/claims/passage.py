"""A text laid out: where sentences, clauses, paragraphs and quotations begin and end."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

SENTENCE_END = re.compile(r"[。！？；\n]")
CLAUSE_END = re.compile(r"[，。！？；：\n]|,(?!\d)|;|—{2}|…+")
QUOTED = re.compile(r"“[^”\n]*”|‘[^’\n]*’|「[^」\n]*」|『[^』\n]*』|\"[^\"\n]*\"")
TITLE = re.compile(r"《[^》\n]*》|〈[^〉\n]*〉|〔[^〕\n]*〕")

Span = tuple[int, int]


@dataclass(frozen=True)
class Passage:
    """A text in plain writing with its layout; every method takes and returns offsets in that text."""

    text: str

    @cached_property
    def sentence_starts(self) -> list[int]:
        return [0, *(m.end() for m in SENTENCE_END.finditer(self.text))]

    @cached_property
    def clause_starts(self) -> list[int]:
        return [0, *(m.end() for m in CLAUSE_END.finditer(self.text))]

    @cached_property
    def quotations(self) -> list[Span]:
        return [m.span() for m in QUOTED.finditer(self.text)]

    @cached_property
    def titles(self) -> list[Span]:
        return [m.span() for m in TITLE.finditer(self.text)]

    def sentence(self, at: int) -> Span:
        return self._between(self.sentence_starts, at)

    def clause(self, at: int) -> Span:
        return self._between(self.clause_starts, at)

    def paragraph(self, at: int) -> Span:
        end = self.text.find("\n", at)
        return self.text.rfind("\n", 0, at) + 1, len(self.text) if end < 0 else end

    def before(self, at: int, reach: int) -> str:
        return self.text[max(0, at - reach) : at]

    def after(self, at: int, reach: int) -> str:
        return self.text[at : at + reach]

    def _between(self, starts: list[int], at: int) -> Span:
        i = bisect_right(starts, at)
        return starts[i - 1], starts[i] if i < len(starts) else len(self.text)


def holding(spans: list[Span], start: int, end: int) -> Span | None:
    """The span that contains start to end, if any."""
    return next((span for span in spans if span[0] <= start and end <= span[1]), None)
