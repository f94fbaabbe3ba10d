"""Figures made by hand, of 2025."""

from dataclasses import replace
from datetime import date

from indicators import engine
from indicators.model import Coverage, Figure, Period

YEAR = Period("2025年", date(2025, 1, 1), date(2025, 12, 31))


def figure(id: str, value: float | None, **more: object) -> Figure:
    """Return a figure of all communities; without a value it is 无样本."""
    unit, state = engine.catalogue()[id].unit, "ok" if value is not None else "no_sample"
    return replace(Figure(id, unit, None, YEAR, value, value, None, state, coverage=Coverage(12, 12)), **more)
