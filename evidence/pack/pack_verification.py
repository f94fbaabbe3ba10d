"""Verifies a pack: its bytes against the manifest, its figures against themselves, against the build, and its documents.

A pack handed in may have been built to do harm: whatever stands in it, the answer is a report or a sentence.
"""

import io
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import duckdb

from documents.csv_file import csv_for_excel
from evidence.pack import arithmetic, tables
from evidence.pack.assembly import assemble_pack
from evidence.pack.bundle import DATA_CSV, DOCUMENTS, WORKBOOK
from evidence.pack.content import FigureRow
from evidence.pack.figure_rows import CsvRow, csv_rows, figure_rows, sheet_rows
from evidence.pack.manifest import PackError, changed_files, manifest_of, program_fingerprint, read_files
from evidence.pack.request import questions_from_inputs, request_from_inputs, split_figures, withheld_from_inputs
from evidence.pack.template import BadTemplate, templates
from indicators.engine import catalogue
from warehouse.build import Build, NoBuild
from warehouse.build_in_use import current, is_whole_byte_for_byte
from wording.states import WORDS

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")  # 2023-01-01
_YEAR_TWICE = re.compile(r"(\d{4}年)(.+)至\1(.+)")  # 2023年1月至2023年8月
KEY = ("指标编号", "社区", "类别", "统计期", "起", "止")  # of a row of the data
MOST_BYTES = 2**28  # of one document, unpacked; a larger one is not of our making
# What asking again can raise when a manifest was not written by us, or a build by another version.
UNREADABLE = (LookupError, TypeError, ValueError, AttributeError, AssertionError, StopIteration, RuntimeError,
              ArithmeticError, duckdb.Error)  # fmt: skip


@dataclass(frozen=True)
class PackCheck:
    """One thing that was checked, how, and every difference found in words; or why it could not be."""

    name: str
    how: str
    differences: tuple[str, ...] = ()
    is_skipped: bool = False


@dataclass(frozen=True)
class PackReport:
    """All that was checked of a pack."""

    title: str
    build: str
    checks: tuple[PackCheck, ...]

    @property
    def is_same(self) -> bool:
        return not any(check.differences for check in self.checks)

    @property
    def verdict(self) -> str:
        """The outcome in one sentence."""
        count = sum(len(check.differences) for check in self.checks)
        skipped = "、".join(check.name for check in self.checks if check.is_skipped)
        outcome = f"有{count}处不同" if count else "没有发现不同"
        return f"{outcome}；没有核对：{skipped}。" if skipped else f"{outcome}。"


def verify_pack(path: Path, data: Path) -> PackReport:
    """Check a pack against itself and the builds in a data folder. PackError when it cannot be read as a pack at all."""
    files = read_files(path)
    manifest = manifest_of(files, path)
    changes = tuple(f"{change.name}：{change.words}" for change in changed_files(files, path))
    bytes_check = PackCheck("文件", f"{len(manifest['files'])}个文件逐字节对照清单", changes)
    try:
        rows = csv_rows(files)
        checks = (_check_arithmetic(rows, files), *_check_against_build(manifest, rows, files, data))
    except PackError as fault:
        checks = (PackCheck("数字", "重新计算", (str(fault),)),)
    except UNREADABLE:
        checks = (PackCheck("数字", "重新计算", ("清单或“数据.csv”里的内容不完整，数字无法重新计算",)),)
    return PackReport(str(manifest.get("title", path.name)), str(manifest.get("build", "")), (bytes_check, *checks))


def _check_arithmetic(rows: Sequence[CsvRow], files: Mapping[str, bytes]) -> PackCheck:
    differences = (*_csv_against_workbook(rows, files), *arithmetic.contradictions(rows))
    return PackCheck("数字与自身", f"{len(rows)}个数：商、合计、CSV与Excel两处", differences)


def _csv_against_workbook(rows: Sequence[CsvRow], files: Mapping[str, bytes]) -> Iterator[str]:
    try:
        in_workbook = sheet_rows(files)
    except PackError as fault:
        yield str(fault)
        return
    for row, cells in zip(rows, in_workbook, strict=False):
        if not _is_same_row(row, cells):
            yield f"“{DATA_CSV}”与“{WORKBOOK}”不同：{arithmetic.row_name(row)}"
    if len(rows) != len(in_workbook):
        yield f"“{DATA_CSV}”与“{WORKBOOK}”不同：行数{len(rows)}与{len(in_workbook)}"


def _is_same_row(row: CsvRow, cells: Sequence[str]) -> bool:
    """Whether the cells of a sheet are those of the CSV; empty ones at the end of a sheet are not stored."""
    filled = [*cells, *[""] * (len(row) - len(cells))]
    return len(filled) == len(row) and all(map(_is_same_cell, row.values(), filled))


def _is_same_cell(text: str, other: str) -> bool:
    number = arithmetic.cell_number(text)
    return text == other or (number is not None and number == arithmetic.cell_number(other))


def _check_against_build(
    manifest: Mapping[str, Any], rows: Sequence[CsvRow], files: Mapping[str, bytes], data: Path
) -> Iterator[PackCheck]:
    try:
        build, is_named = _build(str(manifest["build"]), data)
        filters, questions, k = questions_from_inputs(manifest["inputs"])
        figures = split_figures(build, filters, questions, k, withheld_from_inputs(manifest["inputs"]))
    except NoBuild:
        yield PackCheck("数字与记录", "这里没有可用的数据批次，没有按记录重新计算", is_skipped=True)
        return
    which = (
        f"按数据批次{build.name}" if is_named else f"{_absence(str(manifest['build']), data)}，按现在的批次{build.name}"
    )
    unknown = {*tables.REPORT_COLUMNS} - rows[0].keys()
    rows, expected = [*map(_in_present_words, rows)], _as_csv_rows(figure_rows(figures), unknown)
    hidden: set[tuple[str, ...]] = set()
    if manifest["inputs"]["program"] != program_fingerprint():
        exact = figure_rows(split_figures(build, filters, questions, k=0))
        hidden = hidden_since(rows, _as_csv_rows(exact, unknown), expected)
    compared = ([row for row in side if _key(row) not in hidden] for side in (rows, expected))
    yield PackCheck("数字与记录", f"{which}重新计算{len(expected)}个数", tuple(_row_differences(*compared)))
    since = f"；口径变更：{len(hidden)}个数与记录相同，按现在的规则会隐藏" if hidden else ""
    yield PackCheck("口径", f"对照现行口径的版本{since}", tuple(_changed_definitions(manifest["definitions"])))
    if is_named:
        yield _check_documents(manifest["inputs"], build, files)


def _absence(name: str, data: Path) -> str:
    """Say why the build that a pack names is not asked."""
    return f"原批次{name}{'读不出来' if (data / 'builds' / f'{Path(name).name}.duckdb').exists() else '不在这里'}"


def _build(name: str, data: Path) -> tuple[Build, bool]:
    """Return the build a pack names where it still lies here, else the current one, and which of the two it is."""
    path = data / "builds" / f"{Path(name).name}.duckdb"
    return (Build(path), True) if name and is_whole_byte_for_byte(path) else (Build(current(data)), False)


def _as_csv_rows(figures: Iterable[FigureRow], unknown: Collection[str]) -> list[CsvRow]:
    """Return figures as the CSV would hold them, so that equal ones are equal to the last sign, without columns unknown to it."""
    table = tables.figure_table(tuple(figures))
    rows = map(_in_present_words, csv_rows({DATA_CSV: csv_for_excel(table.header, table.rows)}))
    return [{name: cell for name, cell in row.items() if name not in unknown} for row in rows]


def _key(row: CsvRow) -> tuple[str, ...]:
    return tuple(row[name] for name in KEY)


def hidden_since(rows: Sequence[CsvRow], exact: Sequence[CsvRow], expected: Sequence[CsvRow]) -> set[tuple[str, ...]]:
    """Return the keys of a pack's rows that tell what the records hold, and that would be hidden today."""
    in_pack = {_key(row): row for row in rows}
    pairs = zip(exact, expected, strict=True)
    return {_key(row) for row, shown in pairs if row != shown and in_pack.get(_key(row)) == row}


def _row_differences(rows: Sequence[CsvRow], expected: Sequence[CsvRow]) -> Iterator[str]:
    in_pack, in_build = ({_key(row): row for row in side} for side in (rows, expected))
    for key, row in in_build.items():
        if key not in in_pack:
            yield f"{arithmetic.row_name(row)}：材料包里没有这个数"
        elif changed := [name for name in row if in_pack[key][name] != row[name]]:
            cells = (f"{name}{in_pack[key][name] or '空'}，按记录是{row[name] or '空'}" for name in changed)
            yield f"{arithmetic.row_name(row)}：{'；'.join(cells)}"
    for key, row in in_pack.items():
        if key not in in_build:
            yield f"{arithmetic.row_name(row)}：按清单里的条件算不出这个数"


def _in_present_words(row: CsvRow) -> CsvRow:
    """Return a row as it is worded now: a pack made before wrote 2023-01-01至2023-08-31 or the year twice, and knew no sums.

    It called a rate that lacks months, and what was not surveyed, 未报送; all are no number, and are one here.
    """
    label = _ISO_DAY.sub(lambda day: f"{day[1]}年{int(day[2])}月{int(day[3])}日", row["统计期"])
    state = row.get("状态", "")
    if state in (WORDS["months_missing"], WORDS["not_surveyed"]):
        state = WORDS["not_reported"]
    return {"汇总上报": "", **row, "状态": state, "统计期": _YEAR_TWICE.sub(r"\1\2至\3", label)}


def _changed_definitions(versions: Mapping[str, str]) -> Iterator[str]:
    for id, version in versions.items():
        indicator = catalogue().get(id)
        if indicator is None:
            yield f"指标“{id}”已经没有了"
        elif str(indicator.version) != version:
            yield f"{indicator.label}：材料包用第{version}版口径，现在是第{indicator.version}版"


def _check_documents(inputs: Mapping[str, Any], build: Build, files: Mapping[str, bytes]) -> PackCheck:
    """Write the documents once more; only the very program that made a pack makes the same ones."""
    if inputs["program"] != program_fingerprint():
        return PackCheck("文档", "由程序的另一版本生成，文字和图表没有重新生成对照，数字已按上面核对", is_skipped=True)
    try:
        pack = assemble_pack(build, request_from_inputs(inputs, templates()))
    except (BadTemplate, *UNREADABLE):
        return PackCheck("文档", "模板已经没有了，文字和图表没有重新生成对照", is_skipped=True)
    changed = [name for name, write in DOCUMENTS.items() if _parts(files.get(name, b"")) != _parts(write(pack))]
    how = f"用同一程序重新生成{len(DOCUMENTS)}份文档，逐项对照"
    return PackCheck("文档", how, tuple(f"{name}：与按记录重新生成的不同" for name in changed))


def _parts(document: bytes) -> dict[str, bytes]:
    """Return what a document holds: a zip's entries, since compressors differ from machine to machine."""
    if not document.startswith(b"PK"):
        return {"": document}
    try:
        with ZipFile(io.BytesIO(document)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_BYTES:
                return {"": document}
            return {entry.filename: archive.read(entry) for entry in archive.infolist()}
    except Exception:  # noqa: BLE001  a damaged document is simply another one
        return {"": document}
