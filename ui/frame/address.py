"""Keeps a page to its address: after Back and Forward the address counts, not what was chosen before."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx


def is_restored() -> bool:
    """Whether the reader came by Back or Forward."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def is_followed(key: str) -> bool:
    """Whether the reader came to the page by its address, and did not change a widget of it, which the address then trails behind."""
    return is_restored() or key not in st.session_state


def restore() -> None:
    """Take the whole address over after Back and Forward.

    Streamlit drops from it what the page left behind had bound under the same names: the page would show all of it.
    """
    context = get_script_run_ctx()
    if context is None or not context.is_history_navigation:
        return
    with context.session_state.query_params() as parameters:
        parameters.populate_from_query_string(context.query_string)
        parameters.set_initial_query_params_from_current()
        parameters._send_query_param_msg()  # the browser was told of the shortened address


def values(key: str) -> list[str]:
    """Return the values of a parameter that say something."""
    return [value for value in st.query_params.get_all(key) if value]


def with_values(key: str, new: Sequence[str]) -> str:
    """Return this page's address with other values of one parameter, or without it."""
    parameters = {name: values(name) for name in st.query_params} | {key: list(new)}
    return f"?{urlencode(parameters, doseq=True)}"
