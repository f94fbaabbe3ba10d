"""口径核对"""

import streamlit as st

from ui.claims import claim_detail, claims_report, draft_entry
from ui.frame import opening

page = opening.open_unfiltered(__doc__)
request = draft_entry.ask_draft(page)

if request:
    report = claims_report.check_draft(page, request)
    text, claim = st.columns([3, 2], gap="large")
    with text:
        claims_report.draw_text(page, request, report)
    if report.claims:
        with claim:
            claim_detail.draw(page, report)
        claims_report.draw_table(report)
    claims_report.draw_unread(report)
