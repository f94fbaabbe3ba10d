"""佐证材料包"""

import streamlit as st

from ui.evidence import pack
from ui.frame import opening

page = opening.open_filtered(__doc__)
making, checking = st.tabs(["生成", "校验"])

with checking:  # first, because what cannot be made stops the page
    pack.check_pack()

with making:
    left, right = st.columns([2, 3], gap="large")
    with left:
        request, files = pack.ask_attachments(pack.ask_request(page))
    with right:
        pack.draw_preview(page, request)
        pack.offer_pack(page, request, files)
