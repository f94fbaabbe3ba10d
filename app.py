"""The door, for `streamlit run app.py`: security headers, Chinese words and readiness around the frame in ui/shell.py."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from ui import door

app = st.App(
    "ui/shell.py",
    middleware=[Middleware(door.Headers), Middleware(door.ChinesePage)],
    routes=[Route("/ready", door.ready), Route("/words.js", door.words), Route("/favicon.png", door.icon)],
    on_script_error=door.report,
)
