"""Hands a picture to Streamlit as it is: checked and copied by Plotly, value by value, it took half the time of a redrawn page.

Tests let Plotly check the pictures of every page instead.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import plotly.io
from plotly.basedatatypes import BaseFigure


class PlainFigure(BaseFigure):  # type: ignore[misc]
    """A figure of traces and layout that are plain values already."""

    def __init__(self, traces: Sequence[Mapping[str, Any]], layout: Mapping[str, Any]) -> None:
        self._traces, self._plain_layout = traces, layout

    def to_dict(self) -> dict[str, Any]:
        """Return the picture as Plotly's JSON has it, under the template that Streamlit colours by the reader's theme."""
        return {"data": self._traces, "layout": {"template": template(), **self._plain_layout}}


@cache
def template() -> Mapping[str, Any]:
    """Return the template of pictures that have none of their own."""
    of_streamlit: Mapping[str, Any] = plotly.io.templates[plotly.io.templates.default].to_plotly_json()
    return of_streamlit
