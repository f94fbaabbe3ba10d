"""Keeps a page to its address: after Back and Forward the address counts, not what was chosen before."""

from collections.abc import Callable, Sequence
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
    _take_over(context.query_string)  # the browser was told of the shortened address


def write(key: str, new: Sequence[str]) -> None:
    """Write other values of a parameter into the address, as if the reader had come by it."""
    _take_over(with_values(key, new).removeprefix("?"))


def write_out(key: str, options: Sequence[str], find: Callable[[str], str | None]) -> None:
    """Write the words of a parameter as the options they mean where every one names an option alone: 凤二村 as 凤二村（演示）."""
    words = values(key)
    meant = [word if word in options else find(word) or "" for word in words]
    if meant != words and all(word in options for word in meant):
        write(key, list(dict.fromkeys(meant)))


def _take_over(query_string: str) -> None:
    context = get_script_run_ctx()
    if context is None:
        return
    with context.session_state.query_params() as parameters:
        parameters.populate_from_query_string(query_string)
        parameters.set_initial_query_params_from_current()
        parameters._send_query_param_msg()


def values(key: str) -> list[str]:
    """Return the values of a parameter that say something."""
    return [value for value in st.query_params.get_all(key) if value]


def with_values(key: str, new: Sequence[str]) -> str:
    """Return this page's address with other values of one parameter, or without it."""
    parameters = {name: values(name) for name in st.query_params} | {key: list(new)}
    return f"?{urlencode(parameters, doseq=True)}"
