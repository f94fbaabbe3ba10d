"""Engines other than DuckDB that count records: each has a module named after it, which is imported only when it is asked for."""

import sys
import warnings
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from typing import Literal, cast, get_args

from command_line import UserError
from indicators.lake import Lake
from warehouse.row_engine import RowEngine

EngineName = Literal["sail", "spark"]
NAMES: tuple[EngineName, ...] = get_args(EngineName)


class MissingEngine(UserError):
    """The packages of an engine are not installed. Carries a Chinese sentence."""


@contextmanager
def open_engine(name: EngineName, lake: Lake) -> Iterator[RowEngine]:
    """Start an engine, or reach one that runs, over the tables of a lake; it is let go afterwards."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas")  # no data frame of it is used
        with _engine(name, lake) as engine:
            yield engine


def _as_a_program() -> None:
    """Give the main module a file where it has none (python -c, a worker of a test run): PySpark would take it for a doctest and exit."""
    main = sys.modules["__main__"]
    if not hasattr(main, "__file__"):
        main.__file__ = sys.executable


def _engine(name: EngineName, lake: Lake) -> AbstractContextManager[RowEngine]:
    _as_a_program()
    try:
        module = import_module(f"{__name__}.{name}")
    except ModuleNotFoundError as error:
        if str(error.name).startswith("indicators"):
            raise
        raise MissingEngine(
            f"没有装 {name} 需要的软件包（{error.name}）。请运行：pip install -r requirements-{name}.txt"
        ) from None
    return cast(AbstractContextManager[RowEngine], module.engine(lake))
