"""Charts side by side: as many in a row as fit, one on a phone, three on a wall screen."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def grid(name: str) -> DeltaGenerator:
    """Return a container that lays out its panels in a grid; the style sheet knows its key."""
    return st.container(key=f"grid-{name}")
