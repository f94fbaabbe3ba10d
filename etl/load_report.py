"""What became of the ledgers, file by file: for scripts as JSON, for clerks in words, for Excel as CSV."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from etl.cleaning.printed_totals import format_sum
from etl.declarations import record_types
from etl.load import Outcome
from warehouse import ledgers
from warehouse.build import Build
from warehouse.ledgers import Problem

PROBLEM_HEADER = ("级别", "文件", "工作表", "行", "列", "单元格", "说明", "记录类型", "社区")


def failure(outcome: Outcome) -> dict[str, Any]:
    """Return what a load did that published nothing, in the shape scripts depend on."""
    lines = [_line(name, error=sentence) for name, sentence in outcome.failed]
    return {"build": None, "path": None, "problem_count": len(lines), "files": lines}


def summary(outcome: Outcome, build: Build, named: Sequence[str] | None) -> dict[str, Any]:
    """Return what a load did, in the shape scripts depend on; `named` limits the files to those just handed in."""
    files = [line for line in _files(build) if named is None or line["file"] in named]
    return {"build": build.name, "path": str(build.path), "problem_count": ledgers.problem_count(build), "files": files}


def _files(build: Build) -> list[dict[str, Any]]:
    totals = defaultdict(list)
    for total in sorted(
        ledgers.totals(build), key=lambda total: (total.column, total.printed, total.computed, total.place)
    ):
        format_sum = {
            "column": total.column,
            "printed": total.printed,
            "computed": total.computed,
            "place": total.place,
        }
        totals[total.file, total.sheet, total.record].append(format_sum)
    return [
        _line(
            sheet.file,
            sheet.sheet,
            sheet.record,
            sheet.encoding,
            sheet.read,
            sheet.loaded,
            sheet.refused,
            sheet.skipped,
            sheet.error,
        )
        | {"totals": totals[sheet.file, sheet.sheet, sheet.record or ""]}
        for sheet in ledgers.source_files(build)
    ]


def _line(
    file: str,
    sheet: str = "",
    record: str | None = None,
    encoding: str | None = None,
    read: int = 0,
    loaded: int = 0,
    refused: int = 0,
    skipped: int = 0,
    error: str | None = None,
) -> dict[str, Any]:
    counts = {"read": read, "loaded": loaded, "refused": refused, "skipped": skipped}
    return {
        "file": file,
        "sheet": sheet,
        "record": record,
        "encoding": encoding,
        **counts,
        "totals": [],
        "error": error,
    }


def in_words(summary: dict[str, Any]) -> str:
    """Return a closing summary a clerk understands."""
    lines = [_in_words(line) for line in summary["files"]]
    loaded = sum(line["loaded"] for line in summary["files"])
    if summary["build"] is None:
        closing = "没有一行能入库，数据批次没有变。请按上面的说明处理后再导入。"
    else:
        closing = f"批次 {summary['build']} 已发布，入库 {loaded} 行；有 {summary['problem_count']} 条问题，"
        closing += "用 python -m etl problems 查看。" if summary["problem_count"] else "可以放心使用。"
    return "\n".join([*lines, closing])


def _in_words(line: dict[str, Any]) -> str:
    place = f"{line['file']}“{line['sheet']}”" if line["sheet"] else line["file"]
    if line["error"]:
        return f"✗ {place}：{line['error']}"
    label = record_types()[line["record"]].label
    counts = f"读 {line['read']} 行＝入库 {line['loaded']}＋拒收 {line['refused']}＋跳过 {line['skipped']}"
    wrong = [t for t in line["totals"] if round(t["printed"], 2) != round(t["computed"], 2)]
    notes = [
        f"；{t['place']}{t['column']}合计写{format_sum(t['printed'])}，相加是{format_sum(t['computed'])}" for t in wrong
    ]
    return f"{'✓' if line['loaded'] else '✗'} {place}：{label}，{counts}{''.join(notes)}"


def problems(build: Build) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Return header and lines of the problem list, refused rows first; rows that were no records are left out."""
    lines = [_problem(problem) for problem in ledgers.problems(build) if problem.severity != "跳过"]
    return PROBLEM_HEADER, lines


def _problem(problem: Problem) -> tuple[Any, ...]:
    where = (problem.severity, problem.file, problem.sheet, problem.row_no, problem.column, problem.cell)
    label = record_types()[problem.record].label if problem.record else ""
    return (*where, problem.message, label, problem.community or "")
