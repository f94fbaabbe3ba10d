"""What became of the ledgers, file by file: for scripts as JSON, for clerks in words, for Excel as CSV."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from etl.cleaning.printed_totals import shown
from etl.declarations import record_types
from etl.load import Outcome

Query = Callable[[str], list[tuple[Any, ...]]]  # SQL → rows of the build meant

PROBLEM_HEADER = ("级别", "文件", "工作表", "行", "列", "单元格", "说明", "记录类型", "社区")


def failure(outcome: Outcome) -> dict[str, Any]:
    """Return what a load did that published nothing, in the shape scripts depend on."""
    lines = [_line(name, error=sentence) for name, sentence in outcome.failed]
    return {"build": None, "path": None, "problem_count": len(lines), "files": lines}


def summary(outcome: Outcome, query: Query, named: Sequence[str] | None) -> dict[str, Any]:
    """Return what a load did, in the shape scripts depend on; `named` limits the files to those just handed in."""
    assert outcome.path, "a build was published"
    files = [line for line in _files(query) if named is None or line["file"] in named]
    ((count,),) = query("select count(*) from problem where severity <> '跳过'")
    return {"build": outcome.path.stem, "path": str(outcome.path), "problem_count": count, "files": files}


def _files(query: Query) -> list[dict[str, Any]]:
    totals = defaultdict(list)
    sql = "select file, sheet, record, column_label, printed, computed, place from printed_total order by all"
    for file, sheet, record, column, printed, computed, place in query(sql):
        totals[file, sheet, record].append({"column": column, "printed": printed, "computed": computed, "place": place})
    columns = "file, sheet, record, encoding, read, loaded, refused, skipped, error"
    lines = [_line(*row) for row in query(f"select {columns} from source_file order by file, sheet, record")]
    return [line | {"totals": totals[line["file"], line["sheet"], line["record"]]} for line in lines]


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
    notes = [f"；{t['place']}{t['column']}合计写{shown(t['printed'])}，相加是{shown(t['computed'])}" for t in wrong]
    return f"{'✓' if line['loaded'] else '✗'} {place}：{label}，{counts}{''.join(notes)}"


def problems(query: Query) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Return header and lines of the problem list, refused rows first; rows that were no records are left out."""
    sql = (
        'select severity, file, sheet, row_no, "column", cell, message, record, community from problem'
        " where severity <> '跳过' order by severity desc, file, sheet, row_no"
    )
    labels = {name: record.label for name, record in record_types().items()}
    return PROBLEM_HEADER, [(*row[:7], labels.get(row[7], ""), row[8] or "") for row in query(sql)]
