"""Words of time in a text, with the windows they mean."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import timedelta
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

    @cached_property
    def _longest(self) -> list[TimeWindow | None]:
        """For each expression the longest time named up to it, of equal ones the last."""
        windows: list[TimeWindow | None] = []
        longest, most = None, timedelta(0)
        for expression in self.items:
            length = _length(expression.window)
            if length is not None and length >= most:
                longest, most = expression.window, length
            windows.append(longest)
        return windows

    def longest_before(self, at: int) -> TimeWindow | None:
        """Return the longest time whose days are named before `at`."""
        i = bisect_left(self.starts, at)
        return self._longest[i - 1] if i else None


def _length(window: TimeWindow) -> timedelta | None:
    is_named = window.kind in ("period", "to_date") and window.from_on and window.to_on
    return window.to_on - window.from_on if is_named and window.to_on and window.from_on else None
