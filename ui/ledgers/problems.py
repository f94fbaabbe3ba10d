"""Draws what was not loaded and why: filters, the list, and the account of every file."""

from collections.abc import Iterable, Sequence

import streamlit as st

from documents.document import Cell
from etl.declarations import record_types
from etl.problem import SEVERITIES
from evidence import extracts
from ui.charts import panel
from ui.frame import data_table, link_faults, query, reader
from ui.frame.escape import md_escape
from ui.frame.view import View
from ui.intake import sheet_report
from ui.ledgers import source_files
from warehouse import ledgers
from warehouse.ledgers import StoredProblem
from warehouse.load_reasons import Reason, reasons
from wording import unloaded_rows
from wording.unloaded_rows import without_contents

Row = tuple[Cell, ...]

HEADER = ("程度", "说明", "文件", "工作表", "行号", "列", "单元格", "记录", "社区")
MOST_REASONS = 8  # in the open, the others folded
MEANING = "拒收：这一行没有入库，要改。提示：已入库，请核对。跳过：标题、合计、空行等，不是记录。"


def draw(view: View) -> None:
    """Draw filters, list and files."""
    problems = query.answer(view.build, ledgers.problems)
    shown = [problem if _may_see(problem, view) else without_contents(problem) for problem in problems]
    st.html(
        f'<h2 class="headline">{unloaded_rows.sentence(query.answer(view.build, ledgers.unloaded))}</h2><p class="note">{MEANING}</p>'
    )
    chosen = _filtered(shown)
    matching = list(map(_row, chosen))
    _draw_reasons(reasons(chosen))
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


def _filtered(problems: Sequence[StoredProblem]) -> list[StoredProblem]:
    """Ask for severities, records and files, and return the problems that are of all of them."""
    with st.container(horizontal=True, key="problem-filters"):
        bound = link_faults.bound("severity", "程度", SEVERITIES)
        severities = st.pills("程度", SEVERITIES, selection_mode="multi", default=["拒收", "提示"], **bound)
        records = _ask("记录", map(_label, problems), "record")
        files = _ask("文件", (problem.file for problem in problems), "file")
    severe = [problem for problem in problems if problem.severity in severities]
    of_records = [problem for problem in severe if not records or _label(problem) in records]
    return [problem for problem in of_records if not files or problem.file in files]


def _ask(label: str, texts: Iterable[str | None], key: str) -> list[str]:
    options = sorted({text for text in texts if text})
    return st.multiselect(label, options, placeholder=f"全部{label}", **link_faults.bound(key, label, options))


def _draw_reasons(grouped: Sequence[Reason]) -> None:
    """Draw each reason once and in full, which a cell of the list beneath has no room for."""
    lines = [
        md_escape(f"{reason.severity}{reason.count}处：{sheet_report.without_commands(reason.sentence)}")
        for reason in grouped
    ]
    st.markdown("\n".join(f"- {line}" for line in lines[:MOST_REASONS]))
    if len(lines) > MOST_REASONS:
        with st.expander(f"其余{len(lines) - MOST_REASONS}种原因"):
            st.markdown("\n".join(f"- {line}" for line in lines[MOST_REASONS:]))


def _draw_files(view: View) -> None:
    files = source_files.account(query.answer(view.build, ledgers.source_files), view.register)
    title = "每个文件的入库账"
    st.html(f'<h2 class="headline">{title}：读＝入库＋拒收＋跳过</h2>')
    data_table.draw(files, name="files", alt=title)
    panel.draw_downloads(view, "files", title, lambda: extracts.table_extract(panel.provenance(view, title), files))


def _draw_totals(view: View) -> None:
    totals = query.answer(view.build, ledgers.totals)
    wrong = sum(not total.agrees for total in totals)
    st.html(f'<h2 class="headline">表上的合计：{len(totals)}处，{wrong}处与逐行相加不符</h2>')
    data_table.draw(source_files.comparison(totals, view.register), name="totals", alt="合计核对")


def _row(problem: StoredProblem) -> Row:
    where = (problem.file, problem.sheet, problem.row_no, problem.column, problem.cell)
    return (problem.severity, problem.message, *where, _label(problem), problem.community)


def _label(problem: StoredProblem) -> str | None:
    return record_types()[problem.record].label if problem.record else None
