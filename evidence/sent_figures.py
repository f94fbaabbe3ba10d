"""Judges numbers of people that leave the office, so that what leaves later does not tell of few people beside what left before.

A pack to the end of October and one to the end of November differ by November; one of two communities and one of the first differ
by the second; one of all strands and one of some by the others. Any two in the log (`sent_log`) are compared, and `sent_windows`
joins any number of windows of one place. Extracts hold what pages show, which other choices do not take apart: they are compared
with all but extracts. The greatest k of the doors by which figures left holds.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence.sent_log import CountName, Door, SentCount, SentCounts, read_log, write_counts
from evidence.sent_windows import CountSeries, JoinedWindows, SentWindow, series_of
from indicators.disclosure.figures import FigureKey, figure_key, without_numbers
from indicators.disclosure.limits import is_few
from indicators.disclosure.people_counts import NUMERATOR, people_counts_of, side_count
from indicators.engine import catalogue
from indicators.model import Figure, Filters, TimeSpan

FORMER, NOW = "former", "now"  # origins of windows: what is sent together is disclosed together


@dataclass(frozen=True)
class Sending:
    """Figures about to leave: the reader's filters, the door, and the k below which numbers of people are hidden there."""

    filters: Filters
    door: Door
    k: int

    def counts(self, figures: Iterable[Figure]) -> Iterator[tuple[Figure, CountName, SentCount]]:
        """Yield the numbers of people of those figures that are shown."""
        for figure in figures:
            communities = frozenset([figure.community] if figure.community else self.filters.communities)
            strands = frozenset(self.filters.strands)
            for side in people_counts_of(figure.indicator) if figure.state == "ok" else ():
                name, count = (figure.indicator, side, figure.category or ""), _count(figure, side)
                days = figure.period.from_on, figure.period.to_on
                yield figure, name, SentCount(communities, *days, strands, count, self.door, self.k)


def send_figures(data: Path, figures: Sequence[Figure], sending: Sending) -> list[Figure]:
    """Return figures as they may leave, those that tell of few people beside what has left hidden; the log then holds the others."""
    final = without_telling(data, figures, sending)
    write_log(data, final, sending)
    return final


def without_telling(data: Path, figures: Sequence[Figure], sending: Sending) -> list[Figure]:
    """Return figures, those hidden that tell of few people beside what has left."""
    telling = telling_keys(figures, sending, read_log(data))
    return [without_numbers(figure) if figure_key(figure) in telling else figure for figure in figures]


def telling_keys(figures: Iterable[Figure], sending: Sending, former: SentCounts) -> set[FigureKey]:
    """Return the keys of figures that differ by few people from one that has left; one that has left itself stays."""
    keys: set[FigureKey] = set()
    numbers = list(sending.counts(figures))
    windows = _joined_windows(former, {_series(name, count) for _, name, count in numbers})
    for figure, name, count in numbers:
        others = former.get(name, ())
        is_new = all(other.content != count.content for other in others)
        series, window = _series(name, count), _window(name, count, NOW)
        if (is_new and any(_is_telling(count, other, _span(name)) for other in others)) or (
            series and windows.is_telling(series, window)
        ):
            keys.add(figure_key(figure))
        elif series:
            windows.add(series, window)
    return keys


def _joined_windows(former: SentCounts, wanted: Collection[CountSeries | None]) -> JoinedWindows:
    """Return the windows that have left of the series that are wanted."""
    windows = JoinedWindows()
    for name, counts in former.items():
        for count in counts:
            series = _series(name, count)
            if series and series in wanted:
                windows.add(series, _window(name, count, FORMER))
    return windows


def _series(name: CountName, count: SentCount) -> CountSeries | None:
    return series_of(*name, tuple(sorted(count.strands)), count.communities)


def _window(name: CountName, count: SentCount, origin: str) -> SentWindow:
    origin = count.door if count.door == "extract" else origin
    return SentWindow.of(_span(name), count.from_on, count.to_on, count.count, count.k, origin)


def _span(name: CountName) -> TimeSpan:
    return people_counts_of(name[0])[name[1]].aggregate.span


def _count(figure: Figure, side: int) -> float:
    """Return a number of people that a figure tells; of people over several communities their sum, which is the end of the range."""
    indicator = catalogue()[figure.indicator]
    if side == NUMERATOR and figure.community is None and figure.high is not None and indicator.is_combined:
        return figure.high * (figure.denominator or 1.0) / (indicator.scale if indicator.denominator else 1.0)
    return side_count(figure, side) or 0.0


def _is_telling(count: SentCount, other: SentCount, span: TimeSpan) -> bool:
    """Return whether two counts, of which one holds all that the other counts, differ by few people."""
    if count.door == other.door == "extract" or not is_few(count.count - other.count, max(count.k, other.k)):
        return False
    return _is_within(count, other, span) or _is_within(other, count, span)


def _is_within(part: SentCount, whole: SentCount, span: TimeSpan) -> bool:
    if span == "state" and part.to_on != whole.to_on:
        return False
    begins_later = span not in ("period", "any_day") or whole.from_on <= part.from_on
    holds_strands = not whole.strands or (bool(part.strands) and part.strands <= whole.strands)
    return part.communities <= whole.communities and holds_strands and begins_later and part.to_on <= whole.to_on


def write_log(data: Path, figures: Iterable[Figure], sending: Sending) -> None:
    """Remember the numbers of people of figures that leave."""
    write_counts(data, ((name, count) for _, name, count in sending.counts(figures)))
