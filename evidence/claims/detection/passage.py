"""A text laid out: where sentences, clauses, paragraphs and quotations begin and end."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

SENTENCE_END = re.compile(r"[。！？；\n]")
CLAUSE_END = re.compile(r"[，。！？；：\n]|,(?!\d)|;|—{2}|…+")
QUOTED = re.compile(r"“[^”\n]*”|‘[^’\n]*’|「[^」\n]*」|『[^』\n]*』|\"[^\"\n]*\"")
TITLE = re.compile(r"《[^》\n]*》|〈[^〉\n]*〉|〔[^〕\n]*〕")

Span = tuple[int, int]


@dataclass(frozen=True)
class Spans:
    """Stretches of a text in order, overlapping ones joined; asked by bisection, however many there are."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def around(self, start: int, end: int) -> Span | None:
        """The stretch that holds start to end."""
        i = bisect_right(self.starts, start) - 1
        return (self.starts[i], self.ends[i]) if i >= 0 and end <= self.ends[i] else None

    def meet(self, start: int, end: int) -> bool:
        """Whether any stretch shares a character with start to end."""
        i = bisect_right(self.starts, end - 1) - 1
        return i >= 0 and self.ends[i] > start


def joined(spans: Iterable[Span]) -> Spans:
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start < ends[-1]:
            ends[-1] = max(end, ends[-1])
        else:
            starts.append(start)
            ends.append(end)
    return Spans(tuple(starts), tuple(ends))


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
    def quotations(self) -> Spans:
        return joined(m.span() for m in QUOTED.finditer(self.text))

    @cached_property
    def titles(self) -> Spans:
        return joined(m.span() for m in TITLE.finditer(self.text))

    def sentence(self, at: int) -> Span:
        return self._between(self.sentence_starts, at)

    def clause(self, at: int) -> Span:
        return self._between(self.clause_starts, at)

    def paragraph_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return end if end >= 0 else len(self.text)

    def before(self, at: int, reach: int) -> str:
        return self.text[max(0, at - reach) : at]

    def clause_before(self, at: int, reach: int = 40) -> str:
        """The words of the clause up to a place, at most `reach` of them."""
        return self.text[max(self.clause(at)[0], at - reach) : at]

    def _between(self, starts: list[int], at: int) -> Span:
        i = bisect_right(starts, at)
        return starts[i - 1], starts[i] if i < len(starts) else len(self.text)
