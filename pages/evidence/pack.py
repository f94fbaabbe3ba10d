"""佐证材料包"""

import streamlit as st

from ui import packing, view

page = view.opened("佐证材料包")
making, checking = st.tabs(["生成", "校验"])

with making:
    left, right = st.columns([2, 3], gap="large")
    with left:
        request, files = packing.attached(packing.chosen(page))
    with right:
        packing.preview(page, request)
        packing.make(page, request, files)

with checking:
    packing.check()
