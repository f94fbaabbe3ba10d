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


def _declared(path: str, name: str, kind: type[Any]) -> Any:
    module = importlib.import_module(path)
    found = [value for value in vars(module).values() if isinstance(value, kind)]
    if len(found) != 1:
        raise TypeError(f"{path} declares {len(found)} objects of {kind.__name__}, expected exactly one")
    return replace(found[0], id=name, words=(module.__doc__ or "").strip())
