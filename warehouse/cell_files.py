"""Answers to questions asked community by community, stored beside the rows of a shard, so that no reader waits for the rows to be counted."""

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa

from warehouse.shard import ShardFile

ENDING = ".cells"
_PACKED = pa.ipc.IpcWriteOptions(compression="zstd")
_DIGEST_SIZE = hashlib.sha256().digest_size

StoredAnswers = Mapping[str, pa.Buffer]  # SQL → its answer, as `unpacked` reads it


@dataclass(frozen=True)
class CommunityQuery:
    """SQL over one table; its answer is that of one community after the other, and each depends on the rows of that community only."""

    table: str
    sql: str
    shortcut: "Shortcut | None" = field(default=None, compare=False)
    restriction: "Restriction | None" = field(default=None, compare=False)


@dataclass(frozen=True)
class Shortcut:
    """SQL that gives the answer to a query from those to others, which have far fewer rows than their table."""

    sources: tuple[CommunityQuery, ...]
    sql: str  # names the answers to its sources by their order


@dataclass(frozen=True)
class Restriction:
    """A condition that rows meet which a query counts; where all rows do, the answer is that of the query `without` it."""

    condition: str
    without: CommunityQuery


def answer_name(number: int) -> str:
    """Return the name by which a shortcut reads the answer to one of its sources, the first of which is 0."""
    return f"answer_{number}"


def cells_path(data: Path, rows: ShardFile) -> Path:
    """Return the path of the answers that are made of a file of rows."""
    return (data / rows.path).with_suffix(ENDING)


def write_answers(path: Path, answers: Mapping[str, pa.Table]) -> None:
    """Write the answers to SQL, given by its text, behind their SHA-256: same answers, same bytes. What lay there is replaced at once."""
    listed = pa.table(
        {"sql": list(answers), "answer": pa.array(map(_packed, map(_without_traces, answers.values())), pa.binary())}
    )
    content = _packed(listed)
    beside = path.parent.with_name(f".{path.parent.name}.{path.name}.{os.getpid()}.partial")
    beside.write_bytes(hashlib.sha256(content).digest() + content)
    beside.replace(path)


def read_answers(path: Path) -> StoredAnswers:
    """Return the answers of a file by their SQL; none where it is not there, or not as it was written."""
    try:
        stored = path.read_bytes()
    except OSError:
        return {}
    content = memoryview(stored)[_DIGEST_SIZE:]
    if hashlib.sha256(content).digest() != stored[:_DIGEST_SIZE]:
        return {}
    listed = unpacked(pa.py_buffer(content))
    return {sql.as_py(): answer.as_buffer() for sql, answer in zip(listed["sql"], listed["answer"], strict=True)}


def stored_answers(
    data: Path, outside: Mapping[str, Sequence[ShardFile]], queries: Iterable[CommunityQuery]
) -> dict[CommunityQuery, pa.Table]:
    """Return the answers that are stored for every community which has rows in the table of a query."""
    by_table: dict[str, list[CommunityQuery]] = {}
    for query in queries:
        by_table.setdefault(query.table, []).append(query)
    answers = {}
    for table, of_table in by_table.items():
        parts = [(file.community, read_answers(cells_path(data, file))) for file in outside.get(table, ())]
        for query in of_table:
            if parts and all(query.sql in part for _, part in parts):
                answers[query] = pa.concat_tables([_of_community(name, part[query.sql]) for name, part in parts])
    return answers


def _without_traces(table: pa.Table) -> pa.Table:
    """Return a copy with zeros under empty cells: where DuckDB leaves what lay there before, equal answers would be other bytes."""
    return table.take(pa.arange(0, table.num_rows)).combine_chunks()


def _packed(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema, options=_PACKED) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def _of_community(community: str, packed: pa.Buffer) -> pa.Table:
    """Return a stored answer with its first column, the name of one community, as a number: read as texts it is half of the whole."""
    with pa.ipc.open_stream(packed) as reader:
        names = reader.schema.names
    others = unpacked(packed, range(1, len(names)))
    numbers = pa.array(np.zeros(others.num_rows, np.int8))
    return others.add_column(0, names[0], pa.DictionaryArray.from_arrays(numbers, [community]))


def unpacked(packed: pa.Buffer, columns: Iterable[int] | None = None) -> pa.Table:
    """Return the table of a stored answer, all its columns or some; most are so small that other threads take longer to be told."""
    options = pa.ipc.IpcReadOptions(included_fields=columns and list(columns), use_threads=False)
    with pa.ipc.open_stream(packed, options=options) as reader:
        return reader.read_all()
