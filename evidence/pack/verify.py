"""Checking a pack: its bytes against the manifest, its figures against themselves, against the build, and its documents."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import duckdb

from documents.csv_file import csv_for_excel
from evidence.pack import arithmetic, content, inputs, request, tables
from evidence.pack.assemble import assembled
from evidence.pack.bundle import DOCUMENTS
from evidence.pack.data_sheet import BOOK, CSV, Row, csv_rows, sheet_rows
from evidence.pack.manifest import PackError, changed_files, read_files, read_manifest
from evidence.pack.template_file import BadTemplate, templates
from indicators.engine import catalogue
from warehouse.build import Build, NoBuild, current

KEY = ("指标编号", "社区", "类别", "统计期", "起", "止")
# What asking again can raise when a manifest was not written by us.
UNREADABLE = (LookupError, TypeError, ValueError, AttributeError, AssertionError, StopIteration, RuntimeError)


@dataclass(frozen=True)
class Check:
    """One thing that was checked, how, and every difference found in words; or why it could not be."""

    name: str
    how: str
    differences: tuple[str, ...] = ()
    is_skipped: bool = False


@dataclass(frozen=True)
class Report:
    """All that was checked of a pack."""

    title: str
    build: str
    checks: tuple[Check, ...]

    @property
    def is_same(self) -> bool:
        return not any(check.differences for check in self.checks)

    @property
    def verdict(self) -> str:
        """The outcome in one sentence."""
        found = sum(len(check.differences) for check in self.checks)
        skipped = "、".join(check.name for check in self.checks if check.is_skipped)
        said = f"有{found}处不同" if found else "没有发现不同"
        return f"{said}；没有核对：{skipped}。" if skipped else f"{said}。"


def verified(path: Path, data: Path) -> Report:
    """Check a pack against itself and the builds in a data folder. PackError when it cannot be read as a pack at all."""
    said = read_manifest(path)
    files = read_files(path)
    changes = tuple(f"{change.name}：{change.what}" for change in changed_files(path))
    bytes_check = Check("文件", f"{len(said['files'])}个文件逐字节对照清单", changes)
    try:
        rows = csv_rows(files)
        checks = (_against_itself(rows, files), *_against_builds(said, rows, files, data))
    except PackError as fault:
        checks = (Check("数字", "重新计算", (str(fault),)),)
    except UNREADABLE:
        checks = (Check("数字", "重新计算", ("清单或“数据.csv”里的内容不完整，数字无法重新计算",)),)
    return Report(str(said.get("title", path.name)), str(said.get("build", "")), (bytes_check, *checks))


def _against_itself(rows: Sequence[Row], files: Mapping[str, bytes]) -> Check:
    try:
        in_book = sheet_rows(files)
        apart = [arithmetic.named(row) for row, cells in zip(rows, in_book, strict=False) if not _agree(row, cells)]
        apart += [f"行数{len(rows)}与{len(in_book)}"] if len(rows) != len(in_book) else []
        differences = [f"“{CSV}”与“{BOOK}”不同：{place}" for place in apart]
    except PackError as fault:
        differences = [str(fault)]
    return Check("数字与自身", f"{len(rows)}个数：商、合计、CSV与Excel两处", (*differences, *arithmetic.mistakes(rows)))


def _agree(row: Row, cells: Sequence[str]) -> bool:
    given = [*cells, *[""] * (len(row) - len(cells))]
    return all(
        one == other or (arithmetic.number(one) is not None and arithmetic.number(one) == arithmetic.number(other))
        for one, other in zip(row.values(), given, strict=True)
    )


def _against_builds(
    said: Mapping[str, Any], rows: Sequence[Row], files: Mapping[str, bytes], data: Path
) -> Iterator[Check]:
    try:
        build, is_named = _build(str(said["build"]), data)
        answered = request.answers(build, *inputs.questions_of(said["inputs"]))
    except (NoBuild, duckdb.Error):
        yield Check("数字与记录", "这里没有可用的数据批次，没有按记录重新计算", is_skipped=True)
        return
    which = f"按数据批次{build.name}" if is_named else f"原批次{said['build']}不在这里，按现在的批次{build.name}"
    expected = _as_csv(request.rows(answered))
    yield Check("数字与记录", f"{which}重新计算{len(expected)}个数", tuple(_apart(rows, expected)))
    yield Check("口径", "对照现行口径的版本", tuple(_redefined(said["definitions"])))
    if is_named:
        yield _documents(said["inputs"], build, files)


def _build(name: str, data: Path) -> tuple[Build, bool]:
    """Return the build a pack names where it still lies here, else the current one, and which of the two it is."""
    path = data / "builds" / f"{Path(name).name}.duckdb"
    return (Build(path), True) if name and path.is_file() else (Build(current(data)), False)


def _as_csv(figures: Iterable[content.Figure]) -> list[Row]:
    """Return figures as the CSV would hold them, so that equal ones are equal to the last sign."""
    table = tables.data(tuple(figures))
    return csv_rows({CSV: csv_for_excel(table.header, table.rows)})


def _apart(rows: Sequence[Row], expected: Sequence[Row]) -> Iterator[str]:
    found, known = ({tuple(row[name] for name in KEY): row for row in part} for part in (rows, expected))
    for key, row in known.items():
        if key not in found:
            yield f"{arithmetic.named(row)}：材料包里没有这个数"
        elif changed := [name for name in row if found[key][name] != row[name]]:
            parts = (f"{name}{found[key][name] or '空'}，按记录是{row[name] or '空'}" for name in changed)
            yield f"{arithmetic.named(row)}：{'；'.join(parts)}"
    yield from (
        f"{arithmetic.named(row)}：按清单里的条件算不出这个数" for key, row in found.items() if key not in known
    )


def _redefined(versions: Mapping[str, str]) -> Iterator[str]:
    for id, version in versions.items():
        now = catalogue().get(id)
        if now is None:
            yield f"指标“{id}”已经没有了"
        elif str(now.version) != version:
            yield f"{now.label}：材料包用第{version}版口径，现在是第{now.version}版"


def _documents(stored: Mapping[str, Any], build: Build, files: Mapping[str, bytes]) -> Check:
    """Write the documents once more; only the very program that made a pack makes the same ones."""
    if stored["program"] != inputs.program():
        return Check("文档", "由程序的另一版本生成，文字和图表没有重新生成对照，数字已按上面核对", is_skipped=True)
    try:
        again = assembled(build, inputs.request_of(stored, templates()))
    except (BadTemplate, *UNREADABLE):
        return Check("文档", "模板已经没有了，文字和图表没有重新生成对照", is_skipped=True)
    other = [name for name, write in DOCUMENTS.items() if _parts(files.get(name, b"")) != _parts(write(again))]
    how = f"用同一程序重新生成{len(DOCUMENTS)}份文档，逐项对照"
    return Check("文档", how, tuple(f"{name}：与按记录重新生成的不同" for name in other))


def _parts(document: bytes) -> dict[str, bytes]:
    """Return what a document holds: a zip's entries, since compressors differ from machine to machine."""
    if not document.startswith(b"PK"):
        return {"": document}
    try:
        with ZipFile(io.BytesIO(document)) as archive:
            return {entry.filename: archive.read(entry) for entry in archive.infolist() if entry.file_size < 2**27}
    except Exception:  # noqa: BLE001  a damaged document is simply another one
        return {"": document}
