"""Guards a choice of strands: neither what was left out nor a part of the strands that are hidden by themselves is told.

Strands that are hidden when all are shown side by side are counted together only: all of them, or none.
"""

from collections.abc import Sequence
from dataclasses import replace

from indicators import engine, tables
from indicators.disclosure.figures import FigureKey, disclose, figure_key
from indicators.disclosure.limits import is_few
from indicators.disclosure.people_counts import people_counts_of, side_count
from indicators.grouping import GRAINS
from indicators.model import Figure, Filters
from warehouse.build import Build


def telling_strands(build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str], k: int) -> set[FigureKey]:
    """Return the keys of the figures over chosen strands that, beside those over all strands, would tell of few people."""
    unfiltered = replace(filters, strands=())
    every = {figure_key(figure): figure for figure in engine.figures(build, ids, unfiltered, by)}
    hidden = _hidden_strands(build, ids, unfiltered, by, k)
    chosen = set(filters.strands)

    def is_telling(figure: Figure) -> bool:
        together = hidden.get(figure_key(figure)[:-1], set())
        is_split = (
            figure.category in together if "strand" in by else bool(together & chosen) and bool(together - chosen)
        )
        return is_split or _leaves_few(figure, every, k)

    return {figure_key(figure) for figure in engine.figures(build, ids, filters, by) if is_telling(figure)}


def _hidden_strands(
    build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str], k: int
) -> dict[tuple[object, ...], set[str | None]]:
    """Return {a figure's key without category: the strands hidden beside it}."""
    with_strands = [id for id in ids if "strand" in tables.groups_of(engine.catalogue()[id].numerator.table)]
    names = (*(name for name in by if name in (*GRAINS, "community")), "strand")
    hidden: dict[tuple[object, ...], set[str | None]] = {}
    for figure in disclose(engine.figures(build, with_strands, filters, names), k) if with_strands else []:
        if figure.state == "hidden":
            hidden.setdefault(figure_key(figure)[:-1], set()).add(figure.category)
    return hidden


def _leaves_few(figure: Figure, every: dict[FigureKey, Figure], k: int) -> bool:
    whole = every.get(figure_key(figure))
    return whole is not None and any(
        is_few((side_count(whole, side) or 0) - (side_count(figure, side) or 0), k)
        for side in people_counts_of(figure.indicator)
    )
