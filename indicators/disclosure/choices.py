"""Returns figures for whatever a reader chooses, guarded against every other choice: of days, of communities and of strands.

What may be shown follows from the records and the choice alone, so that asking again, or otherwise, tells no more.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from indicators import engine, tables
from indicators.disclosure.areas import everywhere, telling_totals
from indicators.disclosure.calendar_periods import telling_periods
from indicators.disclosure.divided import REST, counts_of, figure_states, is_hidden, same_counts, without_hidden_counts
from indicators.disclosure.figures import FigureKey, NumberKey, figure_key, without_numbers
from indicators.disclosure.limits import OFFICE
from indicators.disclosure.nested_periods import telling_parts
from indicators.disclosure.newcomers import telling_newcomers
from indicators.disclosure.people_counts import people_counts_of
from indicators.disclosure.remainders import telling_remainders
from indicators.disclosure.several_answers import telling_answers
from indicators.disclosure.strands import telling_strands
from indicators.disclosure.systems import apart, coarser_splits, is_linked, linked_ids, system_figures
from indicators.disclosure.windows import telling_windows
from indicators.grouping import GRAINS
from indicators.model import Figure, Filters
from indicators.periods import is_year
from indicators.questions import learn_disclosed_figures
from warehouse.build import Build
from warehouse.ledgers import ledgers_sent

NOBODY_HIDDEN = 1  # below this k no number of people is too small


def disclosed_figures(build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str], k: int) -> list[Figure]:
    """Return the figures of some indicators as they may be shown: of each the same, whatever others are asked for with it.

    What leaves the office (a greater k) holds nothing that its pages hide: of two quarters a page may show the eight of the first,
    and a paper the ten of both.
    """
    if k <= NOBODY_HIDDEN:
        return engine.figures(build, ids, filters, by)
    groups = apart(ids)
    is_by_category = not {*by} <= {*GRAINS, "community"}
    # Each group alone would ask for its own rows; by category, which is not stored, each rule that hides would, too.
    if not filters.strands if is_by_category else len(groups) > 1:
        learn_disclosed_figures(build, [((), ids), (by, ids)], filters)
    _count_at_once(build, groups, filters, by)
    figures = [figure for group in groups for figure in _beside_counts(build, group, filters, by, k)]
    in_order = [figure for id in ids for figure in figures if figure.indicator == id]
    if k <= OFFICE:
        return _years_as_elsewhere(build, in_order, filters, by, k)
    on_page = hidden_among(build, in_order, filters, by, OFFICE)
    return [without_numbers(figure) if figure_key(figure) in on_page else figure for figure in in_order]


def _count_at_once(build: Build, groups: Sequence[Sequence[str]], filters: Filters, by: Sequence[str]) -> None:
    """Count at once what groups of linked indicators are decided over, which each would ask for by itself; none where others are asked."""
    is_everywhere = everywhere(build, filters).communities == filters.communities
    if not (is_everywhere if "community" in by else len(filters.communities) > 1):
        return
    beside = {count for group in groups for id in group for count in counts_of(id) if _is_split_by(count, by)}
    wanted = [id for group in (*groups, *apart(sorted(beside))) for id in _decided_with(build, group)]
    engine.figures(build, list(dict.fromkeys(wanted)), filters, by)
    if wholes := [id for id in dict.fromkeys(wanted) if is_linked(id)]:
        for names in coarser_splits(by):
            engine.figures(build, wholes, filters, names)


def _decided_with(build: Build, group: Sequence[str]) -> Sequence[str]:
    """Return the indicators that are counted where a group is asked for: alone where nobody sent what people are counted in."""
    people = [id for id in group if people_counts_of(id)]
    return linked_ids(group) if any(_is_sent(build, id) for id in people) else group


def _years_as_elsewhere(
    build: Build, figures: Sequence[Figure], filters: Filters, by: Sequence[str], k: int
) -> list[Figure]:
    """Return figures, those of years shown that are shown in the other way to ask for a year: alone, or in the line of all years.

    What is shown there is known; to hide it here protects nobody. What is held on a day has one answer already.
    """
    last_day = build.last_day
    flows = [f for f in figures if f.state == "hidden" and engine.catalogue()[f.indicator].is_of_period]
    hidden = [f for f in flows if last_day and is_year(f.period, last_day)]
    if not hidden or not build.first_day or not last_day or filters.strands or not set(by) <= {"year", "community"}:
        return list(figures)
    ids, places = tuple(dict.fromkeys(f.indicator for f in hidden)), tuple(name for name in by if name != "year")
    if "year" in by:
        years = dict.fromkeys((f.period.from_on, f.period.to_on) for f in hidden)
        asked = [(replace(filters, from_on=from_on, to_on=to_on), places) for from_on, to_on in years]
    else:
        asked = [(replace(filters, from_on=build.first_day, to_on=last_day), ("year", *places))]
    elsewhere = chain(*(_years_shown(build, ids, window, split, k) for window, split in asked))
    known = {figure_key(f) for f in elsewhere if f.state != "hidden"} & {figure_key(f) for f in hidden}
    exact = {figure_key(f): f for f in engine.figures(build, ids, filters, by)} if known else {}
    return [exact[key] if (key := figure_key(f)) in known else f for f in figures]


def _years_shown(build: Build, ids: tuple[str, ...], window: Filters, by: tuple[str, ...], k: int) -> list[Figure]:
    question = "years", ids, window, by, k
    groups = apart(ids)
    return build.remembered(
        question, lambda: [f for group in groups for f in _beside_counts(build, group, window, by, k)]
    )


def hidden_among(
    build: Build, figures: Sequence[Figure], filters: Filters, by: Sequence[str], k: int
) -> set[FigureKey]:
    """Return the keys of some figures that are hidden where the same is asked for as it may be shown: on a page, by `indicators value`."""
    ids = tuple(dict.fromkeys(figure.indicator for figure in figures))
    states = figure_states(disclosed_figures(build, ids, filters, by, k))
    return {key for figure in figures if is_hidden(states, key := figure_key(figure))}


def _beside_counts(build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str], k: int) -> list[Figure]:
    """Return the figures of linked indicators, hidden where the counts that ratios are divided from are, or would follow."""
    figures = _disclosed(build, ids, filters, by, k)
    beside = dict.fromkeys(count for id in ids for count in sorted(counts_of(id)))
    counts = [count for count in beside if _is_split_by(count, by)]
    shown = without_hidden_counts(figures, _disclosed(build, counts, filters, by, k)) if counts else figures
    return shown if "community" in by else _without_telling_totals(build, shown, filters, by, k)


def _without_telling_totals(
    build: Build, figures: Sequence[Figure], filters: Filters, by: Sequence[str], k: int
) -> list[Figure]:
    """Return the figures, those as hidden that rest on some of the communities whose counts are hidden side by side, but not on all."""
    fewer = [f for f in figures if f.state == "ok" and len(f.counted) < len(filters.communities)]
    beside = dict.fromkeys(count for figure in fewer for count in sorted(same_counts(figure.indicator)))
    counts = tuple(count for count in beside if _is_split_by(count, by))
    if not counts:
        return list(figures)
    side_by_side = _side_by_side(build, counts, everywhere(build, filters), (*by, "community"), k)

    def is_telling(figure: Figure) -> bool:
        keys = telling_totals(side_by_side, figure.counted)
        return any((count, *figure_key(figure)[1:]) in keys for count in same_counts(figure.indicator))

    return [without_numbers(figure) if figure in fewer and is_telling(figure) else figure for figure in figures]


def _disclosed(build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str], k: int) -> list[Figure]:
    """Return the figures as they may be shown, whatever is shown of the counts that ratios among them are divided from."""
    people = [id for id in ids if people_counts_of(id)]
    if k <= NOBODY_HIDDEN or not people:
        return engine.figures(build, ids, filters, by)
    if not any(_is_sent(build, id) for id in people):
        counted = engine.figures(build, ids, filters, by)
        if all(figure.numerator is None and figure.denominator is None for figure in counted):
            return counted  # nobody sent any ledger or sum of it: there is no row to protect, whatever is asked
    if "community" not in by and len(filters.communities) == 1:  # it shows alone what it shows beside the others
        beside_others = _disclosed(build, ids, filters, (*by, "community"), k)
        return [replace(figure, community=None) for figure in beside_others]
    wider = everywhere(build, filters)
    if "community" not in by or wider.communities == filters.communities:
        shown = system_figures(build, ids, filters, by, k, withheld_keys(build, people, filters, by, k))
        if _is_by_place_and_time(by) or all(figure.state != "hidden" for figure in shown):
            return shown
        return _folded(shown, engine.figures(build, ids, filters, by))
    beside_all = _side_by_side(build, ids, wider, by, k)
    figures = [figure for figure in beside_all if figure.community in filters.communities]
    if not _is_by_place_and_time(by):  # other communities have other categories
        own = {(figure.indicator, figure.category) for figure in engine.figures(build, ids, filters, by)}
        own |= {(id, REST) for id in ids}
        figures = [figure for figure in figures if (figure.indicator, figure.category) in own]
    places = {name: place for place, name in enumerate(filters.communities)}
    return sorted(figures, key=lambda f: (ids.index(f.indicator), f.period.from_on, places[f.community or ""]))


def _is_sent(build: Build, id: str) -> bool:
    """Return whether any community sent a ledger whose rows an indicator counts."""
    counted = (side.table for side in engine.catalogue()[id].aggregates if not tables.is_register(side.table))
    return any(not ledgers_sent(build).isdisjoint(tables.records_of(table)) for table in counted)


def _is_split_by(id: str, by: Sequence[str]) -> bool:
    return set(by) <= {*GRAINS, "community", *tables.groups_of(engine.catalogue()[id].numerator.table)}


def _is_by_place_and_time(by: Sequence[str]) -> bool:
    return set(by) <= {*GRAINS, "community"}


def _folded(shown: Sequence[Figure], counted: Sequence[Figure]) -> list[Figure]:
    """Return the figures, hidden categories that would each be one put into one: of five in five named categories each has one."""
    exact = {figure_key(figure): figure.numerator or 0 for figure in counted}
    hidden: dict[tuple[object, ...], list[Figure]] = {}
    for figure in shown:
        if figure.state == "hidden":
            hidden.setdefault(figure_key(figure)[:-1], []).append(figure)
    telling = [group for group in hidden.values() if sum(exact[figure_key(f)] for f in group) == len(group) > 1]
    first = {figure_key(group[0]) for group in telling}
    others = {figure_key(figure) for group in telling for figure in group[1:]}
    return [
        replace(figure, category=REST) if figure_key(figure) in first else figure
        for figure in shown
        if figure_key(figure) not in others
    ]


def _side_by_side(build: Build, ids: Sequence[str], wider: Filters, by: Sequence[str], k: int) -> list[Figure]:
    """Return the figures of all communities side by side; every choice of some of them asks for the same."""
    question = "side by side", tuple(ids), wider, tuple(by), k
    return build.remembered(question, lambda: _disclosed(build, ids, wider, by, k))


def withheld_keys(
    build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str], k: int
) -> set[FigureKey | NumberKey]:
    """Return the keys of figures of people, and of all linked to them, that another choice would make tell of few."""
    linked, wider = linked_ids(ids), everywhere(build, filters)
    is_everywhere = len(wider.communities) == len(filters.communities)
    keys: set[FigureKey | NumberKey] = set()
    for split in (*coarser_splits(by), by):  # wholes are decided before their parts, by the same rules
        for telling in (telling_windows, telling_newcomers, telling_parts, telling_remainders, telling_answers):
            keys |= telling(build, linked, filters, split, k)
        if "community" in split or is_everywhere:
            keys |= telling_periods(build, linked, filters, split, k)
    if filters.strands:
        keys |= telling_strands(build, linked, filters, by, k)
    if "community" not in by and not is_everywhere:
        side_by_side = _side_by_side(build, linked, wider, (*by, "community"), k)
        keys |= telling_totals(side_by_side, filters.communities)
    return keys
