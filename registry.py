"""Collect the one declared object from every module of a package: file name = id, everywhere."""

import importlib
import pkgutil
from dataclasses import replace
from functools import cache
from types import ModuleType
from typing import Any, TypeVar

Declared = TypeVar("Declared")


@cache
def collect(package: ModuleType, kind: type[Declared]) -> dict[str, Declared]:
    """Return {module name: its declaration}, sorted by name; it learns its name as `id` and the docstring as `words`.

    A module with no declaration of this kind, or with two, is a mistake of whoever wrote it and raises TypeError.
    """
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    return {name: _declared(f"{package.__name__}.{name}", name, kind) for name in names}


@cache
def names(package: str) -> dict[str, tuple[str, ...]]:
    """Return {module name: label and aliases of its INDICATOR} for a package that the caller must not import.

    A ledger of targets names indicators, and the stage that reads ledgers comes before the one that declares them
    (docs/adr/0017). It needs their names only, and none of what they count.
    """
    root = importlib.import_module(package)
    ids = sorted(module.name for module in pkgutil.iter_modules(root.__path__))
    declared = {id: importlib.import_module(f"{package}.{id}").INDICATOR for id in ids}
    return {id: (indicator.label, *indicator.aliases) for id, indicator in declared.items()}


def _declared(path: str, name: str, kind: type[Any]) -> Any:
    module = importlib.import_module(path)
    declared = [value for value in vars(module).values() if isinstance(value, kind)]
    if len(declared) != 1:
        raise TypeError(f"{path} declares {len(declared)} objects of {kind.__name__}, expected exactly one")
    return replace(declared[0], id=name, words=(module.__doc__ or "").strip())
