"""数据导入"""

import streamlit as st

from ui.frame import opening
from ui.intake import (
    confirmation,
    dropped_files,
    file_report,
    history_list,
    organisations,
    received,
    reload,
    state,
    withheld,
)
from ui.ledgers import blank_templates

opening.open_reference(__doc__, state.words())
body = st.empty()  # bare while work is under way: a list of ledgers still on screen would be that of before
if not confirmation.draw_running():
    with body.container():
        confirmation.draw_done()
        reload.draw()
        withheld.draw()
        files = dropped_files.bring_in(dropped_files.draw_uploader())
        file_report.draw(files)
        confirmation.draw(files)
        ledgers, names, history, templates = state.tabs(["已导入的台账", "机构名称", "导入记录", "空白模板"])
        with ledgers:
            received.draw()
        with names:
            organisations.draw()
        with history:
            history_list.draw()
        with templates:
            blank_templates.draw()
