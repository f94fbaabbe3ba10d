"""Opens builds: read-only, hardened, with one cursor a query."""

import os
import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import pyarrow as pa

from command_line import UserError
from warehouse import shard_tables
from warehouse.cell_files import CommunityQuery, stored_answers
from warehouse.former_columns import lacks_declared_column
from warehouse.row_engine import RowEngine
from warehouse.shard_checks import DamagedRows, RowsInShards, misplaced
from warehouse.small_tables import TableRows, read_small_tables

HARDENED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": "2GB",
    "threads": "2",
    "lock_configuration": "true",
}

Remembered = TypeVar("Remembered")
LastingQuestion = TypeVar("LastingQuestion", bound=Hashable)
MOST_ANSWERS = 128  # remembered beside a build
UNASKED = object()

FORMAT = "7"  # of the tables of a build; one of another format is made anew by the next load
READABLE = (FORMAT, "6", "5")  # kept figures and packs may still name a former build; those of 5 had no shards
BUILD_NAME = re.compile(r"[^/\\]+\.duckdb")
CORRUPT = "Corrupt database file"  # a checksum that does not match comes as a bare duckdb.Error: only its text tells it
BROKEN_POINTER = "数据批次的指针（builds/CURRENT）坏了。"


class NoBuild(UserError):
    """No data has been loaded yet, or the build named is gone. Carries a Chinese sentence, and what to type on a command line.

    `finding` is the sentence alone, for a screen, which leads to its own page instead.
    """

    def __init__(self, finding: str, advice: str = "请先导入台账：python -m etl load 台账文件。") -> None:
        super().__init__(f"{finding}{advice}")
        self.finding = finding


class UnreadableBuild(NoBuild):
    """The file of a build is damaged, or no build at all. Carries a Chinese sentence."""


def data_folder(path: str | os.PathLike[str] | None = None) -> Path:
    """Return the folder holding inbox/ clean/ builds/: this one, else DATA_DIR, else `data`."""
    return Path(path or os.environ.get("DATA_DIR") or Path(__file__).parents[1] / "data").resolve()


def load_command(folder: Path) -> str:
    """Return the command that loads into a data folder: python -m etl load, with --data where it is not the usual one."""
    return "python -m etl load" + ("" if folder == data_folder() else f' --data "{folder}"')


def rebuild(path: Path) -> str:
    """Return the advice to load the data folder of a build anew; the usual one where the file lies elsewhere."""
    folder = path.resolve().parent
    return f"请运行 {load_command(folder.parent if folder.name == 'builds' else data_folder())} 重新生成。"


@dataclass(frozen=True)
class Build:
    """An opened build. Cursors share one instance; never closed while a reader may hold it."""

    path: Path
    memory: duckdb.DuckDBPyConnection | None = field(default=None, repr=False)  # of a build that lies in no file
    engine: RowEngine | None = field(default=None, repr=False, compare=False)  # counts records in place of DuckDB
    _answers: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)
    _lasting: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _opened(self) -> tuple[duckdb.DuckDBPyConnection, RowsInShards | None]:
        """The database, and the rows that it leaves in shards."""
        if self.memory is not None:
            return self.memory, None
        if not self.path.exists():
            raise NoBuild(f"数据批次 {self.path.name} 不存在。", rebuild(self.path))
        connection = duckdb.connect(str(self.path), read_only=True, config=HARDENED)
        if not _is_ours(connection):
            raise UnreadableBuild(unreadable(self.path), rebuild(self.path))
        if not (outside := shard_tables.tables_outside(connection)):
            return connection, None
        connection.close()
        if damaged := misplaced(self.path.parents[1], outside.values()):
            raise DamagedRows(damaged)
        rows = RowsInShards(self.path, outside, *shard_tables.overlay(self.path, HARDENED))
        return rows.connection, rows

    @contextmanager
    def _cursor_for(self, sql: str) -> Iterator[duckdb.DuckDBPyConnection]:
        """Give a cursor on which a query is to be run and its rows fetched. Raises UnreadableBuild where it names rows that are not as they were written."""
        with _reading(self.path):
            connection, rows = self._opened
            with rows.reading(sql) if rows else nullcontext():
                yield connection.cursor()

    @property
    def name(self) -> str:
        return self.path.stem

    def remembered(self, question: Hashable, ask: Callable[[], Remembered]) -> Remembered:
        """Return the answer to a question, asked once while it is among the latest: what a build holds never changes."""
        known = self._answers.pop(question, UNASKED)
        answer: Remembered = ask() if known is UNASKED else known
        for oldest in list(self._answers)[: 1 - MOST_ANSWERS]:
            self._answers.pop(oldest, None)
        self._answers[question] = answer
        return answer

    def lasting(self, question: Hashable, ask: Callable[[], Remembered]) -> Remembered:
        """Return the answer to one of the few questions that no reader's choice is part of: asked once, and never forgotten."""
        if question not in self._lasting:
            self._lasting[question] = ask()
        answer: Remembered = self._lasting[question]
        return answer

    def learn(
        self, questions: Iterable[LastingQuestion], ask: Callable[[list[LastingQuestion]], dict[LastingQuestion, Any]]
    ) -> dict[LastingQuestion, Any]:
        """Return the answers to several lasting questions, those that were not asked before asked at once; `ask` may answer more."""
        wanted = list(dict.fromkeys(questions))
        if unknown := [question for question in wanted if question not in self._lasting]:
            for question, answer in ask(unknown).items():
                self._lasting[question] = answer
        return {question: self._lasting[question] for question in wanted}

    def rows(self, sql: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query, values bound."""
        with self._cursor_for(sql) as cursor:
            return cursor.execute(sql, list(parameters)).fetchall()

    def counted_by(self, engine: RowEngine) -> "Build":
        """Return the same build with records counted by another engine, and nothing remembered."""
        return Build(self.path, self.memory, engine)

    def count(self, sql: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query that counts records, asked of the engine that was chosen for it."""
        return (self.engine or self).rows(sql, parameters)

    @contextmanager
    def batches(self, sql: str) -> Iterator[pa.RecordBatchReader]:
        """Give the result of a query piece by piece. Raises UnreadableBuild also where a later piece is not as it was written."""
        with self._cursor_for(sql) as cursor:
            yield cursor.sql(sql).to_arrow_reader()

    def table(self, sql: str, parameters: tuple[Any, ...] = ()) -> pa.Table:
        """Return the result of a query as an Arrow table, values bound."""
        with self._cursor_for(sql) as cursor:
            return cursor.sql(sql, params=list(parameters)).to_arrow_table()

    def stored(self, queries: Iterable[CommunityQuery]) -> dict[CommunityQuery, pa.Table]:
        """Return the answers to queries that lie beside the rows of shards: of tables which a build leaves there."""
        with _reading(self.path):
            _, rows = self._opened
        return stored_answers(self.path.parents[1], rows.files, queries) if rows else {}

    @property
    def created_at(self) -> datetime:
        """When the build was made, in the time zone of the machine that made it."""
        return datetime.fromisoformat(self._info["created_at"])

    @property
    def is_demo(self) -> bool:
        """Whether its ledgers are the sample."""
        return self._info["is_demo"] == "true"

    @property
    def first_day(self) -> date | None:
        """The first day that any record holds (the register apart); None without records."""
        return self._day("first_day")

    @property
    def last_day(self) -> date | None:
        """The last day that any record holds, such as that of a closing (the register apart); None without records."""
        return self._day("last_day")

    def small(self, table: str) -> TableRows:
        """Return the rows of a small table of `small_tables`; none of a table that a kept figure's records lack."""
        return self._small[table]

    @cached_property
    def _small(self) -> dict[str, TableRows]:
        if self.memory is None:
            return read_small_tables(self.rows, None)
        there = self.rows("select table_name from information_schema.tables")  # kept figures' records may lack some
        return read_small_tables(self.rows, {name for (name,) in there})

    @cached_property
    def _info(self) -> dict[str, str]:
        return dict(self.small("build_info"))

    def _day(self, key: str) -> date | None:
        return date.fromisoformat(self._info[key]) if key in self._info else None


def _is_ours(connection: duckdb.DuckDBPyConnection) -> bool:
    """Return whether a file is a build, and of the format that this version reads; the first versions stated none."""
    if not connection.execute("select 1 from duckdb_tables() where table_name = 'build_info'").fetchall():
        return False
    stated = connection.execute("select value from build_info where key = 'format'").fetchall()
    return stated in [[(format,)] for format in READABLE]


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turn what DuckDB says of a file it cannot read, or that lacks a table or column, into UnreadableBuild; other errors are ours and pass."""
    try:
        yield
    except FileNotFoundError as error:  # a shard that was removed with its build while a reader held that
        raise NoBuild(f"数据批次 {path.name} 已经清理掉了。", rebuild(path)) from error
    except DamagedRows as error:
        names = "、".join(f"“{name}”" for name in error.communities)
        raise UnreadableBuild(f"{names}的数据分片坏了，数据批次读不出来。", rebuild(path)) from error
    except duckdb.Error as error:
        is_damaged = isinstance(error, duckdb.IOException | duckdb.CatalogException) or CORRUPT in str(error)
        if is_damaged or lacks_declared_column(error):
            raise UnreadableBuild(unreadable(path), rebuild(path)) from error
        raise


def unreadable(path: Path) -> str:
    """Say that the file of a build is damaged, or of another version."""
    return f"数据批次读不出来（{path.name}）：文件坏了，或由别的版本生成。"


def build_in_memory(name: str, tables: Mapping[str, pa.Table]) -> Build:
    """Return a build of these tables that lies in memory only and goes with its last reader."""
    connection = duckdb.connect(config=HARDENED)
    for table, rows in tables.items():
        connection.register("incoming", rows)
        connection.execute(f"create table {table} as select * from incoming")
        connection.unregister("incoming")
    return Build(Path(name), connection)
