"""Tells what became of the ledgers, file by file: for scripts as JSON, for Excel as CSV."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from etl.declarations import record_types
from etl.load import LoadOutcome
from warehouse import ledgers
from warehouse.build import Build
from warehouse.ledgers import Problem, SheetKey, SourceFile, Total

PROBLEM_HEADER = ("级别", "文件", "工作表", "行", "列", "单元格", "说明", "记录类型", "社区")


def failure(outcome: LoadOutcome) -> dict[str, Any]:
    """Return what a load did that published nothing, in the shape scripts depend on."""
    files = [SourceFile(name, "", None, None, "", 0, 0, 0, 0, sentence) for name, sentence in outcome.failed]
    return {"build": None, "path": None, "problem_count": len(files), "files": [_sheet(file, ()) for file in files]}


def summary(build: Build, named: Sequence[str] | None) -> dict[str, Any]:
    """Return what a load did, in the shape scripts depend on; `named` limits the files to those just handed in."""
    totals: dict[SheetKey, list[Total]] = defaultdict(list)
    for total in ledgers.totals(build):
        totals[total.record, total.file, total.sheet].append(total)
    sheets = [sheet for sheet in ledgers.source_files(build) if named is None or sheet.file in named]
    files = [_sheet(sheet, totals[sheet.key]) for sheet in sheets]
    return {"build": build.name, "path": str(build.path), "problem_count": ledgers.problem_count(build), "files": files}


def _sheet(sheet: SourceFile, totals: Sequence[Total]) -> dict[str, Any]:
    ordered = sorted(totals, key=lambda total: (total.column, total.printed, total.computed, total.place))
    return {
        "file": sheet.file,
        "sheet": sheet.sheet,
        "record": sheet.record,
        "encoding": sheet.encoding,
        "read": sheet.read,
        "loaded": sheet.loaded,
        "refused": sheet.refused,
        "skipped": sheet.skipped,
        "totals": [
            {"column": total.column, "printed": total.printed, "computed": total.computed, "place": total.place}
            for total in ordered
        ],
        "error": sheet.error,
    }


def problems(build: Build) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Return header and lines of the problem list, refused rows first; rows that were no records are left out."""
    lines = [_problem(problem) for problem in ledgers.problems(build) if problem.severity != "跳过"]
    return PROBLEM_HEADER, lines


def _problem(problem: Problem) -> tuple[Any, ...]:
    where = (problem.severity, problem.file, problem.sheet, problem.row_no, problem.column, problem.cell)
    label = record_types()[problem.record].label if problem.record else ""
    return (*where, problem.message, label, problem.community or "")
