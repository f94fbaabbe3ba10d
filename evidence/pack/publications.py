"""Remembers the figures of packs that were made, so that a new pack and a former one do not tell of few people between them.

A pack to the end of October and one to the end of November differ by November; one of two communities and one of the first differ
by the second. A log in data/packs holds a line a pack. Figures of three or more packs are not combined.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from evidence.pack.assembly import write_pack
from evidence.pack.request import Request, split_figures
from indicators.disclosure.figures import FigureKey, figure_key
from indicators.disclosure.limits import is_few
from indicators.disclosure.people_counts import NUMERATOR, people_counts_of, side_count
from indicators.engine import catalogue
from indicators.model import Figure, TimeSpan
from warehouse.build import Build

LOG = Path("packs", "figures.jsonl")


@dataclass(frozen=True)
class PublishedCount:
    """A number of people that has left: whose, over which days, and how many."""

    communities: frozenset[str]
    from_on: date
    to_on: date
    count: float


CountName = tuple[str, int, str, tuple[str, ...]]  # indicator, which of its numbers, category, strands
PublishedCounts = Mapping[CountName, Sequence[PublishedCount]]


def publish_pack(
    build: Build, request: Request, data: Path, begin: Callable[[str], None] = lambda step: None
) -> tuple[bytes, int]:
    """Return a pack as a zip, and how many figures it leaves out for the sake of former packs; the log then holds it."""
    figures = _shown(build, request)
    withheld = tuple(sorted(_withheld(figures, request, read_log(data)), key=str))
    final = replace(request, withheld=withheld)
    content = write_pack(build, final, begin)
    _write_log(data, final, _shown(build, final) if withheld else figures)
    return content, len(withheld)


def _shown(build: Build, request: Request) -> list[Figure]:
    by_split = split_figures(build, request.filters, request.questions, request.k, request.withheld)
    return [figure for figures in by_split.values() for figure in figures if figure.state == "ok"]


def _counts(figures: Iterable[Figure], request: Request) -> Iterator[tuple[Figure, CountName, PublishedCount]]:
    for figure in figures:
        communities = frozenset([figure.community] if figure.community else request.filters.communities)
        for side in people_counts_of(figure.indicator):
            name = figure.indicator, side, figure.category or "", request.filters.strands
            days = figure.period.from_on, figure.period.to_on
            yield figure, name, PublishedCount(communities, *days, _published_count(figure, side))


def _published_count(figure: Figure, side: int) -> float:
    """Return a number of people that a figure tells; of people over several communities their sum, which is the end of the range."""
    indicator = catalogue()[figure.indicator]
    if side == NUMERATOR and figure.community is None and figure.high is not None and indicator.is_combined:
        return figure.high * (figure.denominator or 1.0) / (indicator.scale if indicator.denominator else 1.0)
    return side_count(figure, side) or 0.0


def _withheld(figures: Iterable[Figure], request: Request, former: PublishedCounts) -> set[FigureKey]:
    """Return the keys of figures that differ by few people from one that has left; one that has left itself stays."""
    withheld: set[FigureKey] = set()
    for figure, name, published in _counts(figures, request):
        span = people_counts_of(figure.indicator)[name[1]].aggregate.span
        if published not in former.get(name, ()) and any(
            _is_part(published, other, span) and is_few(published.count - other.count, request.k)
            for other in former.get(name, ())
        ):
            withheld.add(figure_key(figure))
    return withheld


def _is_part(count: PublishedCount, other: PublishedCount, span: TimeSpan) -> bool:
    """Return whether one of two counts holds all that the other counts."""
    return _is_within(count, other, span) or _is_within(other, count, span)


def _is_within(part: PublishedCount, whole: PublishedCount, span: TimeSpan) -> bool:
    if span == "state" and part.to_on != whole.to_on:
        return False
    begins_later = span not in ("period", "any_day") or whole.from_on <= part.from_on
    return part.communities <= whole.communities and begins_later and part.to_on <= whole.to_on


def read_log(data: Path) -> PublishedCounts:
    """Return the numbers of people of all packs made in a data folder."""
    counts: dict[CountName, list[PublishedCount]] = defaultdict(list)
    if (data / LOG).is_file():
        for line in (data / LOG).read_text(encoding="utf-8").splitlines():
            for stored in json.loads(line):
                name = stored["indicator"], stored["side"], stored["category"], tuple(stored["strands"])
                days = date.fromisoformat(stored["from"]), date.fromisoformat(stored["to"])
                counts[name].append(PublishedCount(frozenset(stored["communities"]), *days, stored["count"]))
    return counts


def _write_log(data: Path, request: Request, figures: Iterable[Figure]) -> None:
    """Add a line with the figures of a pack, if it says anything that no pack has said."""
    former = read_log(data)
    lines = [_stored(name, count) for _, name, count in _counts(figures, request) if count not in former.get(name, ())]
    if lines:
        (data / LOG).parent.mkdir(parents=True, exist_ok=True)
        with (data / LOG).open("a", encoding="utf-8") as log:
            log.write(json.dumps(lines, ensure_ascii=False) + "\n")


def _stored(name: CountName, count: PublishedCount) -> dict[str, Any]:
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
    }
