"""Answers to questions asked community by community, stored beside the rows of a shard, so that no reader waits for the rows to be counted."""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa

from warehouse.cell_groups import Group, group_path, groups
from warehouse.shard import ShardFile

ENDING = ".cells"
COMMUNITY = "community"  # the first column of every answer
_FORMAT = (
    b"3"  # is hashed with what is stored: files of another format pass for damaged, and are made again by the next load
)
_PACKED = pa.ipc.IpcWriteOptions(compression="zstd")
_UNPACKED = pa.ipc.IpcReadOptions(use_threads=False)  # most are so small that other threads take longer to be told
_DIGEST_SIZE, _LENGTH_SIZE = hashlib.sha256().digest_size, 8

AnswerPlace = tuple[int, int, str]  # where an answer begins in its file, its length in bytes and its SHA-256


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
    """Write the answers to SQL, given by its text: same answers, same bytes. What lay there is replaced at once.

    The file holds the SHA-256 of its list of answers, the length of that list, the list, and the answers; those that are equal once.
    """
    places: dict[str, AnswerPlace] = {}
    contents: dict[bytes, int] = {}  # and where each begins
    end = 0
    for sql, answer in answers.items():
        content = _packed(answer)
        if content not in contents:
            contents[content], end = end, end + len(content)
        places[_sql_key(sql)] = contents[content], len(content), _digest(content).hex()
    listed = json.dumps(places).encode()
    beside = path.parent.with_name(f".{path.parent.name}.{path.name}.{os.getpid()}.partial")
    beside.write_bytes(b"".join((_digest(listed), len(listed).to_bytes(_LENGTH_SIZE), listed, *contents)))
    beside.replace(path)


@dataclass(frozen=True)
class StoredAnswers:
    """The answers of one file; each is read, compared with its SHA-256 and unpacked when it is asked for."""

    path: Path
    begin: int = 0
    places: Mapping[str, AnswerPlace] = field(default_factory=dict)

    def content(self, sql: str) -> str | None:
        """Return what tells the answer to SQL from all others; None where there is none."""
        place = self.places.get(_sql_key(sql))
        return place[-1] if place else None

    def answer(self, sql: str) -> pa.Table | None:
        """Return the answer to SQL; None where there is none, or it is not as it was written."""
        place = self.places.get(_sql_key(sql))
        stored = self._read([place]) if place else None
        return pa.ipc.open_stream(stored[0], options=_UNPACKED).read_all() if stored else None

    def holds(self, queries: Iterable[str]) -> bool:
        """Tell whether the answers are those to SQL, no more and no less, each as it was written."""
        is_same = self.places.keys() == {_sql_key(sql) for sql in queries}
        return is_same and self._read(sorted({*self.places.values()})) is not None

    def _read(self, places: Sequence[AnswerPlace]) -> list[bytes] | None:
        """Return the bytes of answers; None where any is damaged."""
        try:
            with self.path.open("rb") as file:
                stored = [_bytes_at(file, self.begin + begin, length) for begin, length, _ in places]
        except OSError:
            return None
        are_whole = all(_digest(content).hex() == place[-1] for content, place in zip(stored, places, strict=True))
        return stored if are_whole else None


def read_answers(path: Path) -> StoredAnswers:
    """Return the answers of a file; none where it is not there, or its list of answers not as it was written."""
    try:
        with path.open("rb") as file:
            digest, length = file.read(_DIGEST_SIZE), int.from_bytes(file.read(_LENGTH_SIZE))
            listed = file.read(length) if length < path.stat().st_size else b""
            begin = file.tell()
    except OSError:
        return StoredAnswers(path)
    if _digest(listed) != digest:
        return StoredAnswers(path)
    return StoredAnswers(path, begin, {key: (*place,) for key, place in json.loads(listed).items()})


def stored_answers(
    data: Path, outside: Mapping[str, Sequence[ShardFile]], queries: Iterable[CommunityQuery]
) -> dict[CommunityQuery, pa.Table]:
    """Return the answers that are stored for every community which has rows in the table of a query."""
    by_table: dict[str, list[CommunityQuery]] = {}
    for query in queries:
        by_table.setdefault(query.table, []).append(query)
    answers: dict[CommunityQuery, pa.Table] = {}
    for table, of_table in by_table.items():
        files = [_GroupAnswers(data, group) for group in groups(outside.get(table, ()))]
        read: dict[tuple[str | None, ...], pa.Table | None] = {}
        for query in of_table:
            content = tuple(digest for file in files for digest in file.contents(query.sql))
            if content not in read:
                read[content] = _together(files, query.sql) if files and None not in content else None
            if (answer := read[content]) is not None:
                answers[query] = answer
    return answers


@dataclass(frozen=True)
class _GroupAnswers:
    """The answers of a group of communities: as they are stored together, or where one of these cannot be read, of one after the other."""

    data: Path
    group: Group

    @cached_property
    def _stored_together(self) -> StoredAnswers:
        return read_answers(group_path(self.data, self.group))

    @cached_property
    def _of_each(self) -> list[StoredAnswers]:
        return [read_answers(cells_path(self.data, file)) for file in self.group]

    def contents(self, sql: str) -> list[str | None]:
        """Return what tells the answer to SQL from all others; None among it where there is none."""
        content = self._stored_together.content(sql)
        return [content] if content else [file.content(sql) for file in self._of_each]

    def answer(self, sql: str) -> pa.Table | None:
        """Return the answer to SQL; None where that of any community is not stored, or not as it was written."""
        answer = self._stored_together.answer(sql)
        return answer if answer is not None else _together(self._of_each, sql)


def _together(files: "Sequence[StoredAnswers | _GroupAnswers]", sql: str) -> pa.Table | None:
    """Return the answers of several files one after the other; None where one is damaged."""
    parts = [*takewhile(lambda part: part is not None, (file.answer(sql) for file in files))]
    return pa.concat_tables(parts) if len(parts) == len(files) else None


def _packed(answer: pa.Table) -> bytes:
    """Return the bytes of an answer, names of communities as numbers: read as texts they are half of the whole."""
    names = (
        answer[COMMUNITY].cast(pa.string()).dictionary_encode()
    )  # of these rows, and not of all that they were cut from
    clean = _without_traces(answer.set_column(0, COMMUNITY, names).replace_schema_metadata())
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, clean.schema, options=_PACKED) as writer:
        writer.write_table(clean)
    return bytes(sink.getvalue())


def _without_traces(table: pa.Table) -> pa.Table:
    """Return a copy with zeros under empty cells: where DuckDB leaves what lay there before, equal answers would be other bytes."""
    return table.take(pa.arange(0, table.num_rows)).unify_dictionaries().combine_chunks()


def _bytes_at(file: BinaryIO, begin: int, length: int) -> bytes:
    file.seek(begin)
    return file.read(length)


def _sql_key(sql: str) -> str:
    """Return by what the answer to SQL is found: its text is as long as many an answer."""
    return hashlib.sha256(sql.encode()).hexdigest()


def _digest(content: bytes) -> bytes:
    digest = hashlib.sha256(_FORMAT)
    digest.update(content)
    return digest.digest()
