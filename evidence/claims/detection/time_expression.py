"""Words of time in a text, with the windows they mean."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from evidence.claims.detection.claim import TimeWindow


@dataclass(frozen=True)
class TimeExpression:
    """Words of time in the text, from `start` to `end`, with the window they mean."""

    start: int
    end: int
    window: TimeWindow


@dataclass(frozen=True)
class TimeExpressions:
    """The time expressions of a text, from left to right; searched by bisection."""

    items: tuple[TimeExpression, ...]

    @cached_property
    def starts(self) -> list[int]:
        return [expression.start for expression in self.items]

    def between(self, start: int, end: int) -> tuple[TimeExpression, ...]:
        """Return the expressions that begin from `start` up to before `end`."""
        return self.items[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def last_end(self, at: int) -> int:
        """Return where the last expression before `at` ends; 0 when there is none."""
        i = bisect_left(self.starts, at) - 1
        return min(self.items[i].end, at) if i >= 0 else 0
