"""口径核对"""

import streamlit as st

from ui.claims import claim_detail, claims_page
from ui.frame import view

page = view.open_unfiltered(__doc__)
asked = claims_page.asked(page)

if asked:
    report = claims_page.report(page, asked)
    text, claim = st.columns([3, 2], gap="large")
    with text:
        claims_page.show(page, asked, report)
    if report.checked:
        with claim:
            claim_detail.show(page, report)
        claims_page.listed(report)
