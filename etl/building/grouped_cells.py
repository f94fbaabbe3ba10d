"""Stores the cells of neighbouring communities together once more, as readers of the build that is made want them."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pyarrow as pa

from warehouse.cell_files import cells_path, read_answers, write_answers
from warehouse.cell_groups import FOLDER, Group, group_path, groups
from warehouse.shard import ShardFile


def store_groups(data: Path, outside: Mapping[str, Sequence[ShardFile]], queries: Mapping[str, Sequence[str]]) -> None:
    """Store the answers to the queries of each table by group, as far as they are not there.

    Where a group cannot be written, readers read the cells of each community.
    """
    with suppress(OSError):
        (data / FOLDER).mkdir(parents=True, exist_ok=True)
        for path, (table, group) in _wanted(data, outside).items():
            if len(group) > 1 and not read_answers(path).holds(queries[table]):
                _store(data, path, group, queries[table])


def remove_former_groups(data: Path, outside: Mapping[str, Sequence[ShardFile]]) -> None:
    """Remove the groups that the build in use does not read; whoever still reads a former build reads the cells of each community."""
    wanted = _wanted(data, outside)
    with suppress(OSError):  # there are none
        for path in [*(data / FOLDER).iterdir()]:
            with suppress(OSError):  # a folder of somebody's, or a file that may not be removed
                if path not in wanted:
                    path.unlink()


def _wanted(data: Path, outside: Mapping[str, Sequence[ShardFile]]) -> dict[Path, tuple[str, Group]]:
    """Return {path: (table, group)} of the groups of a build."""
    return {group_path(data, group): (table, group) for table, files in outside.items() for group in groups(files)}


def _store(data: Path, path: Path, group: Group, queries: Sequence[str]) -> None:
    """Store the answers of the communities of a group one after the other; nothing where one of them cannot be read."""
    members = [read_answers(cells_path(data, file)) for file in group]
    parts = {sql: [member.answer(sql) for member in members] for sql in queries}
    if not any(part is None for of_query in parts.values() for part in of_query):
        write_answers(path, {sql: pa.concat_tables(of_query) for sql, of_query in parts.items()})
