"""那时与现在: a figure once handed in is kept, and asked again later the difference is split by its reasons.

Kept with a figure: its window, its definition in that version, and the rows it rested on. Later the old definition is counted
over the rows then, then without duplicates removed since, then with corrections, then with late records; what remains is the
changed definition. Every step is a count by the same engine, so ratios and distinct people come out right too.
"""

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from evidence.archive import row_changes
from indicators.engine import catalogue, figures_of
from indicators.model import Figure, Filters, Indicator, Total
from warehouse.build import Build

FORMAT = 1
REASONS = ("去除重复", "更正", "补报", "口径变更")
CONTEXT = ("build_info", "coverage", "place")


class BadKept(ValueError):
    """A kept figure that cannot be read. Carries a Chinese sentence."""


@dataclass(frozen=True)
class Kept:
    """A figure as it was handed in."""

    id: str
    kept_at: str
    build: str
    indicator: Indicator
    filters: Filters
    value: float | None
    note: str
    folder: Path


@dataclass(frozen=True)
class Comparison:
    """A figure then and now; `parts` are (reason, effect) in the order of REASONS and add up to now − then."""

    then: float | None
    now: float | None
    parts: tuple[tuple[str, float], ...]
    changed_rows: pa.Table

    def sentence(self, indicator: Indicator) -> str:
        """Say what differs and why."""
        if self.then == self.now and not any(effect for _, effect in self.parts):
            return f"{indicator.label}与当时一致，仍是{_number(self.now, indicator)}。"
        reasons = "，".join(f"{reason}{_signed(effect, indicator)}" for reason, effect in self.parts if effect)
        return f"{indicator.label}当时是{_number(self.then, indicator)}，现在是{_number(self.now, indicator)}：{reasons or '记录没有变化'}。"


def keep(build: Build, indicator: Indicator, filters: Filters, folder: Path, kept_at: str, note: str = "") -> Kept:
    """Keep a figure of a build with all it rested on; return it as kept. `folder` holds one sub-folder a figure."""
    (figure,) = figures_of(build, [indicator], filters)
    name = f"{kept_at.replace(':', '')}-{indicator.id}"
    target = folder / name
    target.mkdir(parents=True, exist_ok=True)
    for table in (*_tables(indicator), *CONTEXT):
        pq.write_table(_rows(build, table, filters), target / f"{table}.parquet", compression="zstd")
    said = {"format": FORMAT, "kept_at": kept_at, "build": build.name, "value": figure.value, "note": note}
    stored = said | {"indicator": asdict(indicator), "filters": asdict(filters)}
    text = json.dumps(stored, ensure_ascii=False, indent=1, default=date.isoformat)
    (target / "figure.json").write_text(text, encoding="utf-8")
    return read(target)


def kept_figures(folder: Path) -> list[Kept]:
    """Return the figures kept, the latest first."""
    found = [read(path.parent) for path in folder.glob("*/figure.json")]
    return sorted(found, key=lambda kept: kept.kept_at, reverse=True)


def read(folder: Path) -> Kept:
    """Return one kept figure; BadKept when it is from another version or damaged."""
    try:
        stored = json.loads((folder / "figure.json").read_text(encoding="utf-8"))
        if stored["format"] != FORMAT:
            raise BadKept(f"“{folder.name}”是第{stored['format']}版格式存下的，这个程序只认第{FORMAT}版。")
        indicator = Indicator(**{**stored["indicator"], **_totals(stored["indicator"])})
        return Kept(
            folder.name,
            stored["kept_at"],
            stored["build"],
            indicator,
            _filters(stored["filters"]),
            stored["value"],
            stored["note"],
            folder,
        )
    except (OSError, KeyError, TypeError, json.JSONDecodeError) as fault:
        raise BadKept(f"存档“{folder.name}”读不出来，可能已损坏；原文件没有动。") from fault


def compare(kept: Kept, build: Build) -> Comparison:
    """Split the difference between a kept figure and the same figure now by its reasons."""
    present = catalogue().get(kept.indicator.id, kept.indicator)
    changes = {t: row_changes.between(_stored(kept, t), _rows(build, t, kept.filters)) for t in _tables(kept.indicator)}
    steps = list(_values(kept, build, changes))
    (now,) = figures_of(build, [present], kept.filters)
    values = [step.value or 0 for step in steps] + [now.value or 0]
    effects = tuple(zip(REASONS, (after - before for before, after in pairwise(values)), strict=True))
    listed = pa.concat_tables([row_changes.listed(table, change) for table, change in changes.items()])
    return Comparison(kept.value, now.value, effects, listed)


def _values(kept: Kept, build: Build, changes: Mapping[str, row_changes.Changes]) -> Iterator[Figure]:
    """Count the old definition over the rows then, without duplicates, corrected, and as they are now."""
    for stage in row_changes.STAGES:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "stage.duckdb"
            context_of = kept if stage == "then" else None
            tables = {table: changes[table].stage(stage) for table in changes}
            tables |= {
                name: _stored(kept, name) if context_of else _rows(build, name, kept.filters) for name in CONTEXT
            }
            _write(path, tables)
            yield figures_of(Build(path), [kept.indicator], kept.filters)[0]


def _write(path: Path, tables: Mapping[str, pa.Table]) -> None:
    with duckdb.connect(str(path)) as connection:
        for name, rows in tables.items():
            connection.register("incoming", rows)
            connection.execute(f"create table {name} as select * from incoming")
            connection.unregister("incoming")


def _tables(indicator: Indicator) -> tuple[str, ...]:
    return tuple(dict.fromkeys(total.table for total in indicator.totals))


def _rows(build: Build, table: str, filters: Filters) -> pa.Table:
    if table == "build_info":
        return build.table("select * from build_info")
    return build.table(f"select * from {table} where list_contains(?, community)", (list(filters.communities),))


def _stored(kept: Kept, table: str) -> pa.Table:
    try:
        return pq.read_table(kept.folder / f"{table}.parquet")
    except (OSError, pa.ArrowInvalid) as fault:
        raise BadKept(f"存档“{kept.id}”缺少“{table}”的记录，可能已损坏；其余存档不受影响。") from fault


def _totals(stored: Mapping[str, Any]) -> dict[str, Any]:
    lists: Sequence[str] = ("low", "high", "needs")
    made: dict[str, Any] = {"aliases": tuple(stored["aliases"])}
    for side in ("numerator", "denominator"):
        if stored[side]:
            made[side] = Total(**{**stored[side], **{name: tuple(stored[side][name]) for name in lists}})
    return made


def _filters(stored: Mapping[str, Any]) -> Filters:
    days = (date.fromisoformat(stored["from_on"]), date.fromisoformat(stored["to_on"]))
    return Filters(tuple(stored["communities"]), *days, tuple(stored["strands"]))


def _number(value: float | None, indicator: Indicator) -> str:
    return "没有数" if value is None else f"{value:,.{indicator.decimals}f}{indicator.unit}"


def _signed(effect: float, indicator: Indicator) -> str:
    return f"{effect:+,.{indicator.decimals}f}{indicator.unit}"
