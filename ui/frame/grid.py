"""Panels side by side: as many in a row as fit, one on a phone. The style sheet knows the keys."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def pairs(name: str) -> DeltaGenerator:
    """Return a container of two panels in a row."""
    return st.container(key=f"pairs-{name}")


def threes(name: str) -> DeltaGenerator:
    """Return a container of three panels in a row."""
    return st.container(key=f"threes-{name}")


def beside() -> DeltaGenerator:
    """Return a container with a wide and a narrow part side by side, below each other where there is no room."""
    return st.container(key="beside")
