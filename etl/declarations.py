"""Collects every declared record type and fact: what packages above the ETL may know of it."""

import re
from functools import cache
from graphlib import TopologicalSorter

import etl.facts
import etl.intermediate
import etl.records
from etl.fact import Fact, IntermediateTable
from etl.schema import RecordType
from registry import collect


@cache
def record_types() -> dict[str, RecordType]:
    """Return every declared record type by id."""
    return collect(etl.records, RecordType)


def register() -> RecordType:
    """Return the record type that lists the communities."""
    (declared,) = (record for record in record_types().values() if record.is_register)
    return declared


@cache
def monthly_records() -> dict[str, RecordType]:
    """Return the record types reported month by month, by id: all but the register and rosters."""
    return {id: record for id, record in record_types().items() if not (record.is_register or record.is_roster)}


@cache
def facts() -> dict[str, Fact]:
    """Return every declared fact by id, those that others rest on before them."""
    declared = collect(etl.facts, Fact)
    order = TopologicalSorter({id: fact.facts for id, fact in declared.items()}).static_order()
    return {id: declared[id] for id in order}


@cache
def facts_of(records: frozenset[str]) -> dict[str, Fact]:
    """Return the facts that can have rows where only these record types and the register have any, with those that their queries name."""
    filled = {*records}
    tables: dict[str, Fact | IntermediateTable] = {**intermediate_tables(), **facts()}
    for id, derived in tables.items():
        is_of_register = isinstance(derived, Fact) and register().id in derived.records
        if is_of_register or not filled.isdisjoint(_words(derived)):
            filled.add(id)
    for id, fact in reversed(facts().items()):
        filled |= _words(fact) if id in filled else set()
    return {id: fact for id, fact in facts().items() if id in filled}


def _words(derived: Fact | IntermediateTable) -> set[str]:
    """Return the words of its queries, the names of tables among them."""
    return set(re.findall(r"\w+", f"{derived.sql} {derived.hints if isinstance(derived, Fact) else ''}"))


@cache
def intermediate_tables() -> dict[str, IntermediateTable]:
    """Return every declared intermediate table by id, those that others are made of before them."""
    declared = collect(etl.intermediate, IntermediateTable)
    order = TopologicalSorter({id: table.tables for id, table in declared.items()}).static_order()
    return {id: declared[id] for id in order}
