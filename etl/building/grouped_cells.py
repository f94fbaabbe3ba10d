"""Stores the cells of neighbouring communities together once more, as readers of the build that is made want them."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pyarrow as pa

from warehouse.cell_files import cells_path, read_answers, write_answers
from warehouse.cell_groups import FOLDER, Group, group_path, groups
from warehouse.shard import ShardFile


def store_groups(data: Path, outside: Mapping[str, Sequence[ShardFile]], queries: Mapping[str, Sequence[str]]) -> None:
    """Store the answers to the queries of each table by group, as far as they are not there; groups of former builds go.

    Whoever still reads one of these reads the cells of each community, as does every reader where groups cannot be written.
    """
    with suppress(OSError):
        (data / FOLDER).mkdir(parents=True, exist_ok=True)
        wanted = {
            group_path(data, group): (table, group) for table, files in outside.items() for group in groups(files)
        }
        for path, (table, group) in wanted.items():
            if len(group) > 1 and not read_answers(path).holds(queries[table]):
                _store(data, path, group, queries[table])
        for path in (data / FOLDER).iterdir():
            if path not in wanted:
                path.unlink()


def _store(data: Path, path: Path, group: Group, queries: Sequence[str]) -> None:
    """Store the answers of the communities of a group one after the other."""
    members = [read_answers(cells_path(data, file)) for file in group]
    write_answers(path, {sql: pa.concat_tables([member.answer(sql) for member in members]) for sql in queries})
