"""Archives a figure as it was handed in, with the rows it rested on, as a folder of small files (那时与现在).

A folder holds figure.json (the window, the definition in that version, the value) and one Parquet file a table. It holds no names
of people, as no build does.
"""

import json
import shutil
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq

from command_line import UserError
from documents.stored_file import stored_json
from documents.whole_file import flush
from etl.parse.privacy import without_personal_data
from indicators.condition import as_written
from indicators.engine import figures_of
from indicators.model import Aggregate, Filters, Indicator, Wording
from indicators.reported_sums import TABLE as SUMS
from indicators.reported_sums import has_sums
from warehouse.build import Build
from warehouse.named_builds import ARCHIVE

FORMAT = 1
MOST_ARCHIVED, LONGEST_NOTE = 500, 200  # figures in an office, characters of a note
BROKEN_OFF = 24 * 3600.0  # seconds; an archive takes less than one
SIDES = ("numerator", "denominator")
BESIDE: dict[str, Any] = {
    "groups": None,
    "uncounted": None,
    "rules": (),
}  # of an indicator: not needed to count it again
CONTEXT = (
    "build_info",
    "coverage",
    "place",
)  # what the engine reads beside the rows: the last day, who reported, which places


class BadArchive(UserError):
    """An archived figure that cannot be read. Carries a Chinese sentence."""


class ArchiveFull(UserError):
    """No further figure is archived. Carries a Chinese sentence."""


@dataclass(frozen=True)
class ArchivedFigure:
    """A figure as it was handed in. `archived_at` is an ISO time, `build` the name of the build it came from."""

    id: str
    archived_at: str
    build: str
    indicator: Indicator
    filters: Filters
    value: float | None
    note: str
    folder: Path

    @property
    def context(self) -> tuple[str, ...]:
        """The tables that the engine read beside the rows."""
        return (*CONTEXT, SUMS) if (self.folder / f"{SUMS}.parquet").exists() else CONTEXT

    def table(self, name: str) -> pa.Table:
        """Return the rows of a table as they were; BadArchive when its file is missing or damaged."""
        try:
            return pq.read_table(self.folder / f"{name}.parquet")
        except (OSError, pa.ArrowInvalid) as fault:
            raise BadArchive(f"存档“{self.id}”缺少“{name}”的记录，可能已损坏；其余存档不受影响。") from fault


def archive_folder(data: Path) -> Path:
    """Return where archived figures lie in a data folder: beside the builds, never inside one."""
    return data / ARCHIVE


def archive_figure(
    build: Build, indicator: Indicator, filters: Filters, folder: Path, archived_at: str, note: str = ""
) -> ArchivedFigure:
    """Archive a figure of a build with all it rested on, in a folder of its own below `folder`, and return it.

    Raises ArchiveFull when so many are archived already that a reader would lose sight of them.
    """
    if len(_folders(folder)) >= MOST_ARCHIVED:
        raise ArchiveFull(f"已经存了{MOST_ARCHIVED}个数，请先删去不再需要的（{folder}）再存。")
    _remove_broken_off(folder)
    (figure,) = figures_of(build, [indicator], filters)
    partial = folder / f".{uuid4().hex}.partial"
    partial.mkdir(parents=True)
    for table in (*record_tables(indicator), *context_tables(build)):
        pq.write_table(rows_of(build, table, filters), partial / f"{table}.parquet", compression="zstd")
    stored = {
        "format": FORMAT,
        "kept_at": archived_at,
        "build": build.name,
        "value": figure.value,
        "note": without_personal_data(note)[:LONGEST_NOTE],
        "indicator": _stored_indicator(indicator),
        "filters": asdict(filters),
    }
    text = json.dumps(stored, ensure_ascii=False, indent=1, default=date.isoformat)
    (partial / "figure.json").write_text(text, encoding="utf-8")
    for path in (*partial.iterdir(), partial):
        flush(path)
    return read_archived_figure(_place(partial, folder / f"{archived_at.replace(':', '')}-{indicator.id}"))


def _remove_broken_off(folder: Path) -> None:
    """Remove folders that were begun a day ago or earlier and never got a name: whoever wrote them was ended meanwhile."""
    for path in folder.glob(".*.partial"):
        if time.time() - path.stat().st_mtime > BROKEN_OFF:
            shutil.rmtree(path, ignore_errors=True)


def _place(partial: Path, target: Path) -> Path:
    """Give a whole folder its name, a numbered one where another reader has taken it in the same second."""
    for number in count(2):
        try:
            return partial.rename(target)
        except OSError:
            if not target.exists():
                raise
            target = target.with_name(f"{target.name.partition('~')[0]}~{number}")
    raise AssertionError  # count does not end


def _folders(folder: Path) -> list[Path]:
    """Return the folders of archived figures; those still being written are hidden ones."""
    return [path for path in sorted(folder.glob("*")) if path.is_dir() and not path.name.startswith(".")]


def archived_figures(folder: Path) -> tuple[list[ArchivedFigure], list[BadArchive]]:
    """Return the figures archived in a folder, the latest first, and a fault for each that cannot be read."""
    figures, faults = [], []
    for path in _folders(folder):
        try:
            figures.append(read_archived_figure(path))
        except BadArchive as fault:
            faults.append(fault)
    return sorted(figures, key=lambda figure: figure.archived_at, reverse=True), faults


def read_archived_figure(folder: Path) -> ArchivedFigure:
    """Return one archived figure; BadArchive when it is from another version or damaged."""
    try:
        stored = stored_json(folder / "figure.json")
        if stored["format"] != FORMAT:
            raise BadArchive(f"“{folder.name}”是第{stored['format']}版格式存下的，这个程序只认第{FORMAT}版。")
        return ArchivedFigure(
            folder.name,
            stored["kept_at"],
            stored["build"],
            _indicator(stored["indicator"]),
            _filters(stored["filters"]),
            stored["value"],
            stored["note"],
            folder,
        )
    except (OSError, KeyError, TypeError, ValueError, AttributeError) as fault:
        raise BadArchive(f"存档“{folder.name}”读不出来，可能已损坏；原文件没有动。") from fault


def record_tables(indicator: Indicator) -> tuple[str, ...]:
    """Return the record tables and facts that an indicator counts."""
    return tuple(dict.fromkeys(aggregate.table for aggregate in indicator.aggregates))


def context_tables(build: Build) -> tuple[str, ...]:
    """Return what the engine reads of a build beside the rows: sums that were reported too, where there are any."""
    return (*CONTEXT, SUMS) if has_sums(build) else CONTEXT


def rows_of(build: Build, table: str, filters: Filters) -> pa.Table:
    """Return a table's rows of these communities; build_info, which knows no communities, as a whole."""
    if table == "build_info":
        return build.table("select * from build_info")
    return build.table(f"select * from {table} where list_contains(?, community)", (list(filters.communities),))


def _stored_indicator(indicator: Indicator) -> dict[str, Any]:
    """Return an indicator as format 1 holds it: an aggregate's expression is `value` there, its condition SQL; sides alone."""
    stored = asdict(replace(indicator, **BESIDE))
    for side, aggregate in zip(SIDES, indicator.aggregates, strict=False):
        stored[side]["value"] = stored[side].pop("expression")
        stored[side]["where"] = aggregate.where.sql if aggregate.where else "true"
    return stored


def _indicator(stored: Mapping[str, Any]) -> Indicator:
    sides = {side: _aggregate(stored[side]) for side in SIDES if stored[side]}
    wordings = tuple(Wording(**wording) for wording in stored.get("wordings", ()))  # older archives have none
    return Indicator(**{**stored, "aliases": tuple(stored["aliases"]), "wordings": wordings, **BESIDE, **sides})


def _aggregate(stored: Mapping[str, Any]) -> Aggregate:
    fields = {name: value for name, value in stored.items() if name != "value"}
    lists = {name: tuple(fields[name]) for name in ("low", "high", "needs")}
    where = None if fields["where"] == "true" else as_written(fields["where"])
    return Aggregate(**{**fields, **lists, "expression": stored["value"], "where": where})


def _filters(stored: Mapping[str, Any]) -> Filters:
    days = (date.fromisoformat(stored["from_on"]), date.fromisoformat(stored["to_on"]))
    return Filters(tuple(stored["communities"]), *days, tuple(stored["strands"]))
