"""Makes the rows of some communities in a database of its own: record tables, facts, and what a clerk should know of them."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import duckdb
import pyarrow as pa

from etl import declarations, problem
from etl.building import account, intermediate, merged_names, name_types, record_table
from etl.building.new_versions import Tallies
from etl.building.placement import Placement
from etl.schema import RecordType
from warehouse.parquet_files import quoted

BOOKS = ("problem", "organisation", "account")  # what shards hold beside record tables and facts


@dataclass(frozen=True)
class RowInputs:
    """What the rows of communities are made of, whichever of them are: parts of clean files, the rows of the register, merged names."""

    placements: Sequence[Placement]
    register: pa.Table
    merged: Mapping[str, str]

    def of(self, communities: Collection[str]) -> list[Placement]:
        """Return the parts of these communities, those of the register apart."""
        register = declarations.register().id
        return [each for each in self.placements if each.community in communities and each.record != register]


def sharded_records() -> list[RecordType]:
    """Return the record types whose rows lie in shards: all but the register, which facts of every community look into."""
    return [record for record in declarations.record_types().values() if not record.is_register]


def tables() -> list[str]:
    """Return the names of the tables that shards hold: of record types and of facts."""
    return [*(record.id for record in sharded_records()), *declarations.facts()]


def counted_communities(inputs: RowInputs, communities: Collection[str]) -> list[tuple[str, int]]:
    """Return the communities, in order, each with its rows."""
    counts: Counter[str] = Counter()
    for placement in inputs.of(communities):
        counts[placement.community or ""] += placement.part.rows
    return [(community, counts[community]) for community in sorted(communities)]


def make_records(
    connection: duckdb.DuckDBPyConnection, inputs: RowInputs, communities: Collection[str], tallies: Tallies
) -> None:
    """Make the record tables of these communities; `tallies` are those of all others, to which theirs are added."""
    problem.create(connection)
    merged_names.create(connection, inputs.merged)
    account.create(connection)
    _create_register(connection, inputs.register)
    placements = inputs.of(communities)
    types = name_types.create(connection, placements)
    for record in sharded_records():
        record_table.create(connection, record, types)
        if parts := [each for each in placements if each.record == record.id]:
            record_table.fill(connection, record, parts, tallies, types)
            account.count(connection, record)


def _create_register(connection: duckdb.DuckDBPyConnection, rows: pa.Table) -> None:
    """Create the table of the register with its rows of all communities: facts tell by it who gave money."""
    record_table.create(connection, declarations.register())
    connection.register("register_rows", rows)
    connection.execute(f"insert into {declarations.register().id} by name from register_rows")
    connection.unregister("register_rows")


def make_facts(connection: duckdb.DuckDBPyConnection, communities: Collection[str]) -> None:
    """Make the facts of these communities, whose records are the only ones there, and note what a clerk should look at.

    Those of no record that is there have no rows, and are not made.
    """
    is_wanted = f"community in ({', '.join(map(quoted, communities))})"
    records = account.records(connection)
    intermediate.create(connection)
    for name, fact in declarations.facts_of(frozenset(records)).items():
        looks_beyond = declarations.register().id in fact.records
        rows = f"select * from ({fact.sql}) where {is_wanted}" if looks_beyond else fact.sql
        connection.execute(f"create table {name} as {rows}")
        if fact.hints and not records.isdisjoint(fact.records):
            hints = f"select '提示' as severity, * from ({fact.hints}) where {is_wanted} order by all"
            problem.insert(connection, hints)


def row_counts(connection: duckdb.DuckDBPyConnection, communities: Sequence[str]) -> dict[str, dict[str, int]]:
    """Return {community: {table: rows}} of all tables with rows of these communities, the books among them."""
    counts: dict[str, dict[str, int]] = {community: {} for community in communities}
    is_wanted = f"community in ({', '.join(map(quoted, communities))})"
    made = {table for (table,) in connection.execute("select table_name from duckdb_tables()").fetchall()}
    empty = {record.id for record in sharded_records()} - account.records(connection)  # most, of a small ledger
    each = (
        f"select '{table}', community, count(*) from {table} where {is_wanted} group by community"
        for table in chain(tables(), BOOKS)
        if table in made - empty
    )
    for table, community, rows in connection.execute(" union all ".join(each)).fetchall():
        counts[community][table] = rows
    return counts
