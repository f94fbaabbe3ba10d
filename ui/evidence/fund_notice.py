"""Shows the notice 收支公示表 of the communities and the period chosen, and offers it as a workbook for an A3 page."""

from functools import partial

import streamlit as st

from documents.media_types import EXCEL
from evidence.fund_notice.notice import (
    HEADER,
    PROJECT_HEADER,
    PROJECTS,
    TITLE,
    FundNotice,
    cells,
    deadline_words,
    fund_notice,
    project_cells,
)
from evidence.fund_notice.notice_workbook import notice_workbook
from ui.charts import panel
from ui.frame import form_table, query
from ui.frame.escape import html_escape
from ui.frame.view import View


def draw(view: View) -> None:
    """Draw the notice as it will be printed, the days by which more is due, and the button that hands it out."""
    notice = query.answer(view.build, fund_notice, view.filters, view.choice.place_words)
    if not notice.lines:
        st.info(f"{view.choice.words}：没有捐赠和资金使用的记录。{panel.NEXT_STEP}", icon=":material/inbox:")
        return
    with st.container(key="panel-fund-notice"):
        st.html(f'<h2 class="headline">{html_escape(f"{notice.place}{TITLE}，{notice.period}")}</h2>')
        form_table.draw(HEADER, [cells(line) for line in notice.lines], TITLE)
        if notice.projects:
            st.html(f'<h2 class="headline">{PROJECTS}</h2>')
            form_table.draw(PROJECT_HEADER, [project_cells(line) for line in notice.projects], PROJECTS)
        st.html("".join(f'<p class="note">{html_escape(note)}。</p>' for note in notice.notes))
        st.html('<h2 class="headline">公示期限</h2>')
        st.html(
            "".join(
                f'<p class="note">{html_escape(deadline_words(due, notice.made_at.date()))}。</p>'
                for due in notice.deadlines
            )
        )
        _draw_download(notice)


def _draw_download(notice: FundNotice) -> None:
    name = panel.file_name(TITLE, notice.place, notice.period)
    content = partial(notice_workbook, notice)  # called on the click, outside the run
    st.download_button(
        "下载 Excel（A3横向）", content, f"{name}.xlsx", EXCEL, on_click="ignore", icon=":material/download:"
    )
