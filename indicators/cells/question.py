"""Questions whose answers are cells: each is one query over one table, and all that a page needs are asked together."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, Generic, TypeVar

import numpy as np
import pyarrow as pa

from warehouse.build import Build
from warehouse.cell_files import CommunityQuery

Learned = TypeVar("Learned")

# Every answer has these columns, so that any questions can be put together by `union all`; what a question does not tell is null.
NO_DAY, NO_THING = "cast(null as date)", "cast(null as varchar)"
COLUMNS = ("community", "category", "strand", "day", "ends", "former", "thing", "numbers")


class RowsQuestion(ABC, Generic[Learned]):
    """A question about the rows of one table: it is hashable, and always has the same answer in a build."""

    @property
    @abstractmethod
    def query(self) -> CommunityQuery:
        """The query for `COLUMNS`, which names its columns and leaves the order to whoever asks."""

    @property
    def alike(self) -> "Sequence[RowsQuestion[Any]]":
        """The questions that are best asked along: this one, and what whoever asks it soon asks, too."""
        return [self]

    @abstractmethod
    def answer(self, table: pa.Table) -> Learned:
        """Return what the rows of the query come to, which are in the order of `COLUMNS`."""


def learn(build: Build, questions: Iterable[RowsQuestion[Any]]) -> None:
    """Ask several questions by one query, those that were not asked before."""
    build.learn(questions, partial(_ask, build))


def learned(build: Build, question: RowsQuestion[Learned]) -> Learned:
    """Return the answer to a question, which is asked once a build."""
    answer: Learned = build.learn([question], partial(_ask, build))[question]
    return answer


def _ask(build: Build, unknown: Sequence[RowsQuestion[Any]]) -> dict[RowsQuestion[Any], Any]:
    questions = list(dict.fromkeys(alike for question in unknown for alike in question.alike))
    tables = read_together(build, [question.query for question in questions])
    return {question: question.answer(table) for question, table in zip(questions, tables, strict=True)}


def read_together(build: Build, queries: Sequence[CommunityQuery]) -> list[pa.Table]:
    """Return the answers to queries, each in the order of its columns: those stored, and the others, asked as one."""
    answers = build.stored(queries)
    unknown = [query for query in dict.fromkeys(queries) if query not in answers]
    if unknown:
        answers |= dict(zip(unknown, _counted(build, unknown), strict=True))
    return [answers[query] for query in queries]


def _counted(build: Build, queries: Sequence[CommunityQuery]) -> list[pa.Table]:
    numbered = (f"select {number} as query_no, * from ({query.sql})" for number, query in enumerate(queries))
    table = build.table(" union all ".join(numbered) + " order by all")
    ends = np.searchsorted(np.asarray(table["query_no"]), np.arange(len(queries) + 1)).tolist()
    return [table.slice(first, last - first).drop_columns("query_no") for first, last in pairwise(ends)]
