"""Offers indicators in a list to choose from: in which order, and under which names."""

from collections.abc import Callable, Collection
from typing import Any

from indicators import engine
from ui.frame import link_faults
from ui.frame.view import indicator_of


def options(first: Collection[str] = ()) -> list[str]:
    """Return all indicators by section, those named `first` before all others."""
    return sorted(engine.catalogue(), key=lambda id: (id not in first, indicator_of(id).section, id))


def name(id: str) -> str:
    """Return an indicator under its section: 参与·参与人次."""
    return f"{indicator_of(id).section}·{indicator_of(id).label}"


def name_with_unit(id: str) -> str:
    """Return an indicator under its section with its unit: 参与·参与人次（人次）."""
    return f"{name(id)}（{indicator_of(id).unit}）"


def bound(key: str, naming: Callable[[str], str]) -> dict[str, Any]:
    """Return what binds a list of indicators to a parameter, in which the address may name one by its name there alone, not by its id."""
    names = {id: naming(id) for id in engine.catalogue()}
    return link_faults.bound(key, "指标", names.values(), names.get) | {"format_func": naming}


def label(id: str) -> str:
    """Return an indicator's name alone: 参与人次."""
    return indicator_of(id).label
