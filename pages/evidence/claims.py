"""口径核对"""

import streamlit as st

from ui import claiming, rebinding, view

page = view.whole("口径核对")
asked = claiming.asked(page)

if asked:
    report = claiming.report(page, asked)
    text, claim = st.columns([3, 2], gap="large")
    with text:
        claiming.show(page, asked, report)
    if report.checked:
        with claim:
            rebinding.show(page, report)
        claiming.listed(report)
