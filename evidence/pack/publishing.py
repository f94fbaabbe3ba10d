"""Makes a pack that does not tell of few people beside what has left before, and remembers what it says."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from evidence.pack.assembly import assemble_pack, write_pack
from evidence.pack.content import Pack
from evidence.pack.request import Request, split_figures
from evidence.sent_figures import Sending, telling_keys, write_log
from evidence.sent_log import PACK, read_log
from indicators.disclosure import OFFICE
from indicators.disclosure.choices import hidden_among
from indicators.disclosure.figures import FigureKey
from indicators.model import Figure
from warehouse.build import Build
from warehouse.named_builds import note_pack


def publish_pack(
    build: Build, request: Request, data: Path, begin: Callable[[str], None] = lambda step: None
) -> tuple[bytes, int]:
    """Return a pack as a zip, and how many figures it leaves out for the sake of what has left; the log then holds it."""
    on_page = _as_on_pages(build, request)
    figures = _figures(build, on_page)
    sending = Sending(request.filters, PACK, request.k)
    telling = telling_keys(figures, sending, read_log(data))
    final = replace(request, withheld=tuple(sorted({*on_page.withheld, *telling}, key=str)))
    content = write_pack(build, final, begin)
    note_pack(data, build.name)
    write_log(data, _figures(build, final) if telling else figures, sending)
    return content, len(telling)


def preview_pack(build: Build, request: Request) -> Pack:
    """Return a pack as it will be, but for what is left out for the sake of what has left."""
    return assemble_pack(build, _as_on_pages(build, request))


def _as_on_pages(build: Build, request: Request) -> Request:
    """Return a request without what pages inside the office hide of the same window: less another one on a page, it would tell of few."""
    k = min(request.k, OFFICE)
    hidden: set[FigureKey] = set()
    for by, figures in split_figures(build, request.filters, request.questions, request.k).items():
        shown = [figure for figure in figures if figure.state == "ok"]
        hidden |= hidden_among(build, shown, request.filters, by, k)
    return replace(request, withheld=tuple(sorted(hidden, key=str)))


def _figures(build: Build, request: Request) -> list[Figure]:
    by_split = split_figures(build, request.filters, request.questions, request.k, request.withheld)
    return [figure for figures in by_split.values() for figure in figures]
