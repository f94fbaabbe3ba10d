"""Holds what the reader set in place of a text's words, for this reader and this text; another text begins anew."""

import streamlit as st

from evidence.claims.checked_claim import BindingOverride

KEY = "claims-choices"


def of_text(text: str) -> tuple[BindingOverride, ...]:
    """Return the overrides of a text in the order of its claims."""
    by_start = _by_start(text)
    return tuple(by_start[start] for start in sorted(by_start))


def put(text: str, override: BindingOverride) -> None:
    """Set the override of one claim and run the page again."""
    _store(text, {**_by_start(text), override.start: override})


def remove(text: str, start: int) -> None:
    """Leave the claim at this place to its own words again and run the page."""
    _store(text, {place: override for place, override in _by_start(text).items() if place != start})


def _by_start(text: str) -> dict[int, BindingOverride]:
    stored_text, by_start = st.session_state.get(KEY, ("", {}))
    return dict(by_start) if stored_text == text else {}


def _store(text: str, by_start: dict[int, BindingOverride]) -> None:
    st.session_state[KEY] = text, by_start
    st.rerun()
