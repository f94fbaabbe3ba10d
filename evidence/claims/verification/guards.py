"""Decides which numbers of people the figures of claims must not show: on a page beside what pages show, in a file beside what has left."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from evidence.claims.verification.queries import FigureQuery
from evidence.sent_figures import Sending, telling_keys, write_log
from evidence.sent_log import CountName, SentCount, read_log
from indicators.disclosure.choices import hidden_among, withheld_keys
from indicators.disclosure.figures import FigureKey, NumberKey, figure_key
from indicators.disclosure.limits import OFFICE
from indicators.model import Figure
from warehouse.build import Build


class Guard(Protocol):
    """Hides numbers of people below `k`, and those from which fewer than `k` could be worked out."""

    @property
    def k(self) -> int:
        """The least number of people that is shown."""

    def withheld(self, build: Build, query: FigureQuery, figure: Figure) -> set[FigureKey | NumberKey]:
        """Return the keys that must be hidden of a figure, which answers a query."""


@dataclass(frozen=True)
class PageGuard:
    """Shows of a text what pages show: whatever days and places it names, they tell no more together."""

    k: int = 0

    def withheld(self, build: Build, query: FigureQuery, figure: Figure) -> set[FigureKey | NumberKey]:
        """Return the keys of the numbers that another choice of days or places would make tell of few."""
        return page_keys(build, query, figure, self.k)


@dataclass(frozen=True)
class SendingGuard:
    """Shows in a report that leaves the office what tells of no few people beside what has left, and beside what it showed before."""

    k: int
    left: dict[CountName, list[SentCount]]  # what has left, and what this report has shown
    shown: dict[Sending, dict[Figure, None]] = field(
        default_factory=dict
    )  # each figure once, however many claims rest on it

    @classmethod
    def of(cls, data: Path, k: int) -> "SendingGuard":
        """Return a guard that knows what has left a data folder."""
        return cls(k, {name: list(counts) for name, counts in read_log(data).items()})

    def withheld(self, build: Build, query: FigureQuery, figure: Figure) -> set[FigureKey | NumberKey]:
        """Return what pages hide of a figure, or its key where it tells of few beside what has left; any other counts as having left.

        Pages hide by the k of the office, so that a report must not show what a page with its lower k keeps back.
        """
        sending = Sending(query.filters, "claims", self.k)
        asked = [query.indicator], query.filters, query.by
        keys = page_keys(build, query, figure, self.k) | withheld_keys(build, *asked, min(self.k, OFFICE))
        if figure_key(figure) in keys:
            return keys
        if telling := telling_keys([figure], sending, self.left):
            return keys | telling
        self.shown.setdefault(sending, {})[figure] = None
        for _, name, count in sending.counts([figure]):
            self.left.setdefault(name, []).append(count)
        return keys

    def write_log(self, data: Path) -> None:
        """Remember what was shown in the log of a data folder."""
        for sending, figures in self.shown.items():
            write_log(data, list(figures), sending)


def page_keys(build: Build, query: FigureQuery, figure: Figure, k: int) -> set[FigureKey | NumberKey]:
    """Return the keys of what a page or `indicators value --k` withholds when it is asked the same; the figure's own if hidden there."""
    withheld = withheld_keys(build, [query.indicator], query.filters, query.by, k)
    return withheld | hidden_among(build, [figure], query.filters, query.by, k)
