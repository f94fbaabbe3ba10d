"""The door, for `streamlit run app.py`: security headers, quotas, Chinese words and readiness around the frame in ui/frame/navigation.py."""

import gc
import os

# Before Arrow is imported. Memory in pages of 2 MB is filled with zeros before a part of it is used: a tenth of the time of a page.
os.environ.setdefault("MIMALLOC_ALLOW_THP", "0")

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from ui.frame import middleware, refusals, upload_quota
from ui.frame.unknown_page import UnknownPage

# Answers that are remembered are many objects: looked through as often as Python does by itself (700), they took a tenth of the time.
gc.set_threshold(20_000, 10, 10)

app = st.App(
    "ui/frame/navigation.py",
    middleware=[
        Middleware(refusals.ChineseFaults),
        Middleware(TrustedHostMiddleware, allowed_hosts=st.get_option("server.allowedHosts")),
        Middleware(refusals.OwnOrigin),
        Middleware(middleware.Headers),
        Middleware(upload_quota.UploadQuota),
        Middleware(UnknownPage),
        Middleware(middleware.ChinesePage),
    ],
    routes=middleware.ROUTES,
    on_script_error=middleware.report,
)
