"""Remembers the numbers of people that have left the office, so that what leaves later does not tell of few people beside them.

A pack to the end of October and one to the end of November differ by November; one of two communities and one of the first differ
by the second. The log `packs/figures.jsonl` in a data folder holds a line for each pack, extract, form and report of claims that said
anything new. Any two are compared, and `sent_windows` joins any number of windows of one place. Extracts hold what pages show, which
other choices do not take apart: they are compared with all but extracts. The greatest k of the doors by which figures left holds.
"""

import json
import os
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from filelock import FileLock

from command_line import UserError
from documents.stored_file import parsed_json
from evidence.sent_windows import CountSeries, JoinedWindows, SentWindow, series_of
from indicators.disclosure.figures import FigureKey, figure_key, without_numbers
from indicators.disclosure.limits import PUBLISHED, is_few
from indicators.disclosure.people_counts import NUMERATOR, people_counts_of, side_count
from indicators.engine import catalogue
from indicators.model import Figure, Filters, TimeSpan
from warehouse.named_builds import SENT

LOG = SENT
Door = Literal["pack", "extract", "claims", "form"]  # by which figures leave
PACK: Door = "pack"


class BadLog(UserError):
    """The log of what has left cannot be read, so that nobody can tell what may. Carries a Chinese sentence."""

    def __init__(self, line: int) -> None:
        super().__init__(
            f"送出记录（{LOG.as_posix()}）第{line}行坏了，判断不了这些数和以前送出的放在一起会不会说出少数人，没有送出。"
            "请从备份恢复这个文件；找不回来的，由管理员删去这一行。"
        )


@dataclass(frozen=True)
class SentCount:
    """A number of people that has left: whose, over which days, how many, by which door, and below which k none was shown there."""

    communities: frozenset[str]
    from_on: date
    to_on: date
    count: float
    door: Door = PACK
    k: int = PUBLISHED

    @property
    def content(self) -> tuple[frozenset[str], date, date, float]:
        """What it tells, by whatever door it left."""
        return self.communities, self.from_on, self.to_on, self.count


CountName = tuple[str, int, str, tuple[str, ...]]  # indicator, which of its numbers, category, strands
SentCounts = Mapping[CountName, Sequence[SentCount]]
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
            for side in people_counts_of(figure.indicator) if figure.state == "ok" else ():
                name = figure.indicator, side, figure.category or "", self.filters.strands
                days = figure.period.from_on, figure.period.to_on
                yield figure, name, SentCount(communities, *days, _count(figure, side), self.door, self.k)


def send_figures(data: Path, figures: Sequence[Figure], sending: Sending) -> list[Figure]:
    """Return figures as they may leave, those that tell of few people beside what has left hidden; the log then holds the others."""
    withheld = telling_keys(figures, sending, read_log(data))
    final = [without_numbers(figure) if figure_key(figure) in withheld else figure for figure in figures]
    write_log(data, final, sending)
    return final


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
    return series_of(*name, count.communities)


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
    return part.communities <= whole.communities and begins_later and part.to_on <= whole.to_on


def read_log(data: Path) -> SentCounts:
    """Return the numbers of people that have left a data folder. Raises BadLog."""
    counts: dict[CountName, list[SentCount]] = defaultdict(list)
    content = (data / LOG).read_bytes() if (data / LOG).is_file() else b""
    for number, line in enumerate(content[: _whole_length(content)].splitlines(), 1):
        try:
            for stored in parsed_json(line):
                name = stored["indicator"], stored["side"], stored["category"], tuple(stored["strands"])
                counts[name].append(_restored(stored))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise BadLog(number) from error
    return counts


def _whole_length(content: bytes) -> int:
    """Return how many bytes of a log are whole lines: what follows was cut off while it was written, before anything left."""
    return content.rfind(b"\n") + 1


def write_log(data: Path, figures: Iterable[Figure], sending: Sending) -> None:
    """Add a line with the figures that leave, if it says anything that has not left below the same k."""
    former = {name: {(count.content, count.k) for count in counts} for name, counts in read_log(data).items()}
    lines = [
        _stored(name, count)
        for _, name, count in sending.counts(figures)
        if (count.content, count.k) not in former.get(name, set())
    ]
    if lines:
        _append(data / LOG, json.dumps(lines, ensure_ascii=False).encode() + b"\n")


def _append(path: Path, line: bytes) -> None:
    """Add a line behind the whole ones, and have it on the disk before the figures leave."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(_place_of_lock(path)), path.open("a+b") as log:
        log.seek(0)
        log.truncate(_whole_length(log.read()))
        log.write(line)
        log.flush()
        os.fsync(log.fileno())


def _place_of_lock(path: Path) -> Path:
    """Return where the lock of a log belongs; what nobody can lock, a folder or a link, moves beside it."""
    lock = path.with_name(".lock")
    if lock.is_symlink() or lock.is_dir():
        lock.rename(lock.with_name(f"lock-{uuid.uuid4().hex[:8]}"))
    return lock


def _stored(name: CountName, count: SentCount) -> dict[str, Any]:
    indicator, side, category, strands = name
    return {
        "indicator": indicator,
        "side": side,
        "category": category,
        "strands": list(strands),
        "communities": sorted(count.communities),
        "from": count.from_on.isoformat(),
        "to": count.to_on.isoformat(),
        "count": count.count,
        "door": count.door,
        "k": count.k,
    }


def _restored(stored: Mapping[str, Any]) -> SentCount:
    """Return a count as it was stored; the first versions logged packs only."""
    days = date.fromisoformat(stored["from"]), date.fromisoformat(stored["to"])
    door, k = stored.get("door", PACK), stored.get("k", PUBLISHED)
    return SentCount(frozenset(stored["communities"]), *days, stored["count"], door, k)
