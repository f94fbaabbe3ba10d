"""Answers to questions asked community by community, stored beside the rows of a shard, so that no reader waits for the rows to be counted."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa

from warehouse.shard import ShardFile

ENDING = ".cells"
COMMUNITY = "community"  # the first column of every answer
_FORMAT = (
    b"2"  # is hashed with what is stored: files of another format pass for damaged, and are made again by the next load
)
_QUICK = pa.ipc.IpcWriteOptions(compression="lz4")  # of each column: a single answer is read in no time
_SMALL = "zstd"  # of the whole: many answers repeat what another one says
_DIGEST_SIZE = hashlib.sha256().digest_size


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
    content = _packed({sql: answer.drop_columns(COMMUNITY) for sql, answer in answers.items()})
    beside = path.parent.with_name(f".{path.parent.name}.{path.name}.{os.getpid()}.partial")
    beside.write_bytes(_digest(content) + content)
    beside.replace(path)


class StoredAnswers(Mapping[str, pa.RecordBatch]):
    """The answers of one file by their SQL, without their first column, the name of the community; each is unpacked when it is read."""

    def __init__(self, content: memoryview) -> None:
        with pa.input_stream(content, compression=_SMALL) as unpacked:
            options = pa.ipc.IpcReadOptions(
                use_threads=False
            )  # most are so small that other threads take longer to be told
            self._batches = pa.ipc.open_file(unpacked.read_buffer(), options=options)
        self._numbers = {sql.decode(): number for number, sql in enumerate(self._batches.schema.metadata)}

    def __getitem__(self, sql: str) -> pa.RecordBatch:
        return self._batches.get_batch(self._numbers[sql])

    def __contains__(self, sql: object) -> bool:
        return sql in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


def read_answers(path: Path) -> Mapping[str, pa.RecordBatch]:
    """Return the answers of a file by their SQL; none where it is not there, or not as it was written."""
    try:
        stored = path.read_bytes()
    except OSError:
        return {}
    content = memoryview(stored)[_DIGEST_SIZE:]
    return StoredAnswers(content) if _digest(content) == stored[:_DIGEST_SIZE] else {}


def stored_answers(
    data: Path, outside: Mapping[str, Sequence[ShardFile]], queries: Iterable[CommunityQuery]
) -> dict[CommunityQuery, pa.Table]:
    """Return the answers that are stored for every community which has rows in the table of a query."""
    by_table: dict[str, list[CommunityQuery]] = {}
    for query in queries:
        by_table.setdefault(query.table, []).append(query)
    answers = {}
    for table, of_table in by_table.items():
        parts = {file.community: read_answers(cells_path(data, file)) for file in outside.get(table, ())}
        for query in of_table:
            if parts and all(query.sql in part for part in parts.values()):
                answers[query] = _together({name: part[query.sql] for name, part in parts.items()})
    return answers


def _together(answers: Mapping[str, pa.RecordBatch]) -> pa.Table:
    """Return the answers of communities one after the other, their names as numbers in front: read as texts they are half of the whole."""
    lengths = [answer.num_rows for answer in answers.values()]
    numbers = pa.array(np.repeat(np.arange(len(answers), dtype=np.int32), lengths))
    names = pa.DictionaryArray.from_arrays(numbers, list(answers))
    return pa.Table.from_batches(answers.values()).add_column(0, COMMUNITY, names)


def _packed(answers: Mapping[str, pa.Table]) -> bytes:
    """Return the bytes of answers, a batch for each; their SQL is told by the schema."""
    schema = pa.unify_schemas([answer.schema for answer in answers.values()], promote_options="permissive")
    sink = pa.BufferOutputStream()
    with (
        pa.output_stream(sink, compression=_SMALL) as packed,
        pa.ipc.new_file(packed, schema.with_metadata(dict.fromkeys(answers, "")), options=_QUICK) as writer,
    ):
        for answer in answers.values():
            writer.write_batch(_without_traces(answer.cast(schema)))
    return bytes(sink.getvalue())


def _without_traces(table: pa.Table) -> pa.RecordBatch:
    """Return a copy with zeros under empty cells: where DuckDB leaves what lay there before, equal answers would be other bytes."""
    clean = table.take(pa.arange(0, table.num_rows))
    return pa.RecordBatch.from_arrays([column.combine_chunks() for column in clean.columns], schema=clean.schema)


def _digest(content: bytes | memoryview) -> bytes:
    digest = hashlib.sha256(_FORMAT)
    digest.update(content)
    return digest.digest()
