"""Provides types for the columns that hold few names over and over: as enumerations they are numbers to whatever groups, compares or writes rows."""

from collections.abc import Mapping, Sequence

import duckdb

from etl.building.placement import Placement
from warehouse.parquet_files import quoted

NameTypes = Mapping[str, str]  # column → SQL type

TEXTS: NameTypes = {"community": "varchar", "source_file": "varchar", "sheet": "varchar"}


def create(connection: duckdb.DuckDBPyConnection, placements: Sequence[Placement]) -> NameTypes:
    """Create enumerations of the names in placements of known communities; they sort as their texts do."""
    names = {
        "community": {placement.community or "" for placement in placements},
        "source_file": {placement.file for placement in placements},
        "sheet": {placement.part.sheet for placement in placements},
    }
    for column, texts in names.items():
        connection.execute(f"create type {column}_name as enum ({', '.join(map(quoted, sorted(texts)))})")
    return {column: f"{column}_name" for column in names}
