"""Makes a pack that does not tell of few people beside what has left before, and remembers what it says."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from evidence.pack.assembly import write_pack
from evidence.pack.request import Request, split_figures
from evidence.sent_figures import PACK, Sending, read_log, telling_keys, write_log
from indicators.model import Figure
from warehouse.build import Build
from warehouse.named_builds import note_pack


def publish_pack(
    build: Build, request: Request, data: Path, begin: Callable[[str], None] = lambda step: None
) -> tuple[bytes, int]:
    """Return a pack as a zip, and how many figures it leaves out for the sake of what has left; the log then holds it."""
    figures = _figures(build, request)
    sending = Sending(request.filters, PACK, request.k)
    withheld = tuple(sorted(telling_keys(figures, sending, read_log(data)), key=str))
    final = replace(request, withheld=withheld)
    content = write_pack(build, final, begin)
    note_pack(data, build.name)
    write_log(data, _figures(build, final) if withheld else figures, sending)
    return content, len(withheld)


def _figures(build: Build, request: Request) -> list[Figure]:
    by_split = split_figures(build, request.filters, request.questions, request.k, request.withheld)
    return [figure for figures in by_split.values() for figure in figures]
