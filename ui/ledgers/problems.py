"""What was not loaded and why: filters, the list, and the account of every file."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import streamlit as st

from documents.csv_file import Cell
from etl.declarations import record_types
from evidence import extracts
from ui.charts import panel
from ui.frame import data_table, query
from ui.frame.view import View
from ui.ledgers import source_files
from warehouse import ledgers
from warehouse.ledgers import SEVERITIES, Problem

HEADER = ("程度", "说明", "文件", "工作表", "行号", "列", "单元格", "记录", "社区")
MEANING = "拒收：这一行没有入库，要改。提示：已入库，请核对。跳过：标题、合计、空行等，不是记录。"


def page(view: View) -> None:
    """Draw filters, list and files."""
    every = [_row(problem) for problem in query.answer(view.build, ledgers.problems)]
    st.html(f'<h2 class="headline">{_headline(every)}</h2><p class="note">{MEANING}</p>')
    shown = _chosen(every)
    data_table.draw(_table(HEADER, shown), name="problems", alt="未入库问题")
    title = "未入库问题"
    panel.draw_downloads(
        "problems", title, lambda: extracts.Extract(panel.provenance(view, title), HEADER, shown, len(shown))
    )
    _files(view)
    _totals(view)


def _headline(every: Sequence[tuple[Cell, ...]]) -> str:
    counts = {severity: sum(row[0] == severity for row in every) for severity in SEVERITIES}
    if not counts["拒收"]:
        return f"没有行被拒收；{counts['提示']}处提示需要核对。"
    return f"{counts['拒收']}处被拒收，改正后重新入库即可；另有{counts['提示']}处提示需要核对。"


def _chosen(every: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    with st.container(horizontal=True, key="problem-filters"):
        severities = st.pills(
            "程度", SEVERITIES, selection_mode="multi", default=["拒收", "提示"], **_bound("severity")
        )
        records = _select("记录", every, HEADER.index("记录"), "record")
        files = _select("文件", every, HEADER.index("文件"), "file")
    kept = [row for row in every if row[0] in severities]
    kept = [row for row in kept if not records or row[HEADER.index("记录")] in records]
    return [row for row in kept if not files or row[HEADER.index("文件")] in files]


def _select(label: str, every: Sequence[tuple[Cell, ...]], column: int, key: str) -> list[str]:
    options = sorted({str(row[column]) for row in every if row[column]})
    return st.multiselect(label, options, placeholder=f"全部{label}", **_bound(key))


def _bound(key: str) -> dict[str, Any]:
    return {"key": key, "bind": "query-params"}


def _files(view: View) -> None:
    files = source_files.account(query.answer(view.build, ledgers.source_files))
    title = "每个文件的入库账"
    st.html(f'<h2 class="headline">{title}：读＝入库＋拒收＋跳过</h2>')
    data_table.draw(files, name="files", alt=title)
    panel.draw_downloads(
        "files", title, lambda: extracts.table_extract(panel.provenance(view, title), files.column_names, files)
    )


def _totals(view: View) -> None:
    totals = query.answer(view.build, ledgers.totals)
    wrong = sum(not total.agrees for total in totals)
    st.html(f'<h2 class="headline">表上的合计：{len(totals)}处，{wrong}处与逐行相加不符</h2>')
    data_table.draw(source_files.comparison(totals), name="totals", alt="合计核对")


def _row(problem: Problem) -> tuple[Cell, ...]:
    label = record_types()[problem.record].label if problem.record else None
    where = (problem.file, problem.sheet, problem.row_no, problem.column, problem.cell)
    return (problem.severity, problem.message, *where, label, problem.community)


def _table(header: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(header)
    return pa.table({name: list(column) for name, column in zip(header, columns, strict=True)})
