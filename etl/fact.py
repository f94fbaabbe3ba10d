"""Defines the tables that a build derives from record tables: facts, which are stored, and what several of them are derived from."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class IntermediateTable:
    """Declares a table that several facts are derived from, so that it is made once; it is not stored.

    `tables` are the intermediate tables that it is made of itself.
    """

    sql: str
    tables: tuple[str, ...] = ()
    words: str = ""  # the docstring of its module
    id: str = ""


@dataclass(frozen=True, eq=False)
class Fact:
    """Declares a table that a build derives by one query from record tables (`records`), intermediate tables,
    and `facts` that are made before it. Sums of integers are cast to bigint: Parquet has no integer of 128 bits.

    `hints` is a query, which may name the fact itself, for what a clerk should look at (提示): code, file, sheet, row_no, column, cell, message, record and community,
    those that apply. It tells of rows that agree with no row of another ledger, which only a build can see.
    """

    label: str
    row: str
    records: tuple[str, ...]
    sql: str
    columns: Mapping[str, str]  # column → label
    facts: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    hints: str = ""
    words: str = ""  # the docstring of its module, shown to readers
    id: str = ""
