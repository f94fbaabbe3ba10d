"""Makes a pack that does not tell of few people beside what has left before, and remembers what it says."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from evidence.pack.assembly import write_pack
from evidence.pack.request import Request, split_figures
from evidence.sent_figures import PACK, Sending, read_log, telling_keys, write_log
from indicators.disclosure import OFFICE
from indicators.disclosure.choices import disclosed_figures
from indicators.disclosure.divided import figure_states, is_hidden
from indicators.disclosure.figures import FigureKey, figure_key
from indicators.model import Figure
from warehouse.build import Build
from warehouse.named_builds import note_pack


def publish_pack(
    build: Build, request: Request, data: Path, begin: Callable[[str], None] = lambda step: None
) -> tuple[bytes, int]:
    """Return a pack as a zip, and how many figures it leaves out for the sake of what has left; the log then holds it.

    What a page hides of the same window no pack shows: less another window on a page, it would tell of few.
    """
    on_page = replace(request, withheld=tuple(sorted(_hidden_on_pages(build, request), key=str)))
    figures = _figures(build, on_page)
    sending = Sending(request.filters, PACK, request.k)
    telling = telling_keys(figures, sending, read_log(data))
    final = replace(request, withheld=tuple(sorted({*on_page.withheld, *telling}, key=str)))
    content = write_pack(build, final, begin)
    note_pack(data, build.name)
    write_log(data, _figures(build, final) if telling else figures, sending)
    return content, len(telling)


def _hidden_on_pages(build: Build, request: Request) -> set[FigureKey]:
    """Return the keys of the figures of a pack that pages inside the office hide."""
    k, hidden = min(request.k, OFFICE), set()
    for by, figures in split_figures(build, request.filters, request.questions, request.k).items():
        ids = tuple(dict.fromkeys(figure.indicator for figure in figures))
        states = figure_states(disclosed_figures(build, ids, request.filters, by, k))
        hidden |= {key for key in map(figure_key, figures) if is_hidden(states, key)}
    return hidden


def _figures(build: Build, request: Request) -> list[Figure]:
    by_split = split_figures(build, request.filters, request.questions, request.k, request.withheld)
    return [figure for figures in by_split.values() for figure in figures]
