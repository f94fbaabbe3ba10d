"""Draws what was not loaded and why: filters, the list, and the account of every file."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from documents.document import Cell
from etl.declarations import record_types
from etl.problem import SEVERITIES
from evidence import extracts
from ui.charts import panel
from ui.frame import data_table, query, reader
from ui.frame.view import View
from ui.ledgers import source_files
from warehouse import ledgers
from warehouse.ledgers import StoredProblem
from wording import unloaded_rows
from wording.unloaded_rows import without_contents

Row = tuple[Cell, ...]

HEADER = ("程度", "说明", "文件", "工作表", "行号", "列", "单元格", "记录", "社区")
MEANING = "拒收：这一行没有入库，要改。提示：已入库，请核对。跳过：标题、合计、空行等，不是记录。"


def draw(view: View) -> None:
    """Draw filters, list and files."""
    problems = query.answer(view.build, ledgers.problems)
    rows = [_row(problem if _may_see(problem, view) else without_contents(problem)) for problem in problems]
    st.html(
        f'<h2 class="headline">{unloaded_rows.sentence(query.answer(view.build, ledgers.unloaded))}</h2><p class="note">{MEANING}</p>'
    )
    matching = _filtered(rows)
    data_table.draw(data_table.of_rows(HEADER, matching), name="problems", alt="未入库问题")
    title = "未入库问题"
    panel.draw_downloads(
        view,
        "problems",
        title,
        lambda: extracts.Extract(panel.provenance(view, title), HEADER, matching, len(matching)),
    )
    _draw_files(view)
    _draw_totals(view)


def _may_see(problem: StoredProblem, view: View) -> bool:
    communities = [problem.community] if problem.community else view.register
    return not problem.record or reader.may_see_rows(problem.record, communities)


def _filtered(rows: Sequence[Row]) -> list[Row]:
    """Ask for severities, records and files, and return the rows that are of all of them."""
    record, file = HEADER.index("记录"), HEADER.index("文件")
    with st.container(horizontal=True, key="problem-filters"):
        severities = st.pills(
            "程度", SEVERITIES, selection_mode="multi", default=["拒收", "提示"], **_bound("severity")
        )
        records = _ask("记录", rows, record, "record")
        files = _ask("文件", rows, file, "file")
    severe = [row for row in rows if row[0] in severities]
    of_records = [row for row in severe if not records or row[record] in records]
    return [row for row in of_records if not files or row[file] in files]


def _ask(label: str, rows: Sequence[Row], column: int, key: str) -> list[str]:
    options = sorted({str(row[column]) for row in rows if row[column]})
    return st.multiselect(label, options, placeholder=f"全部{label}", **_bound(key))


def _bound(key: str) -> dict[str, Any]:
    return {"key": key, "bind": "query-params"}


def _draw_files(view: View) -> None:
    files = source_files.account(query.answer(view.build, ledgers.source_files))
    title = "每个文件的入库账"
    st.html(f'<h2 class="headline">{title}：读＝入库＋拒收＋跳过</h2>')
    data_table.draw(files, name="files", alt=title)
    panel.draw_downloads(view, "files", title, lambda: extracts.table_extract(panel.provenance(view, title), files))


def _draw_totals(view: View) -> None:
    totals = query.answer(view.build, ledgers.totals)
    wrong = sum(not total.agrees for total in totals)
    st.html(f'<h2 class="headline">表上的合计：{len(totals)}处，{wrong}处与逐行相加不符</h2>')
    data_table.draw(source_files.comparison(totals), name="totals", alt="合计核对")


def _row(problem: StoredProblem) -> Row:
    label = record_types()[problem.record].label if problem.record else None
    where = (problem.file, problem.sheet, problem.row_no, problem.column, problem.cell)
    return (problem.severity, problem.message, *where, label, problem.community)
