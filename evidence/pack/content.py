"""What an evidence pack says, as plain values.

The writers beside this module print these values and compute nothing: figures arrive rounded, worded and already disclosed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from documents.document import Chart, Table
from wording.sentences import Clause

Paragraph = tuple[Clause, ...]


@dataclass(frozen=True)
class Section:
    title: str
    paragraphs: tuple[Paragraph, ...] = ()
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True)
class Definition:
    """An indicator's 口径 as it was when the figures were computed."""

    id: str
    label: str
    unit: str
    words: str
    numerator: str
    denominator: str
    sql: str
    version: str
    owner: str
    checked_by: str
    reviewed: str


@dataclass(frozen=True)
class LedgerSource:
    """One ledger as it was received, and what became of its rows: read = loaded + refused + skipped.

    Where rows tell of people, read and loaded are rounded, in words.
    """

    file: str
    sha256: str
    record: str
    read: int | str
    loaded: int | str
    refused: int
    skipped: int


@dataclass(frozen=True)
class LedgerProblem:
    """One place in a ledger that needs a clerk's hand."""

    file: str
    sheet: str
    row: int | None
    column: str
    cell: str
    message: str


@dataclass(frozen=True)
class FigureRow:
    """One figure as a row of the pack's data, with both its sides and all that is needed to ask for it again.

    `from_on` and `to_on` are ISO dates; `state` says in words whether there is a number: 有数, 无样本, 未报送, 尚未开始, 没有调查, 缺月份 or 已隐藏; `sums`
    how many community-months have only a sum that was reported; `reported` and `missing` how much was reported behind it, and what not; `range` from
    where to where a number lies of which only the ends are known.
    """

    indicator: str
    label: str
    unit: str
    community: str
    category: str
    period: str
    from_on: str
    to_on: str
    value: float | None
    low: float | None
    high: float | None
    numerator: float | None
    denominator: float | None
    state: str
    sums: str = ""
    reported: str = ""
    missing: str = ""
    range: str = ""


@dataclass(frozen=True)
class Attachment:
    """A photo or scan on disk, or a link, that supports one figure. `name` is the file's name inside the pack."""

    name: str
    figure: str
    caption: str
    path: Path | None = None
    link: str = ""


@dataclass(frozen=True)
class Pack:
    """Everything that is handed in. `inputs` is what the pack was asked for, so that a check can ask again."""

    title: str
    communities: tuple[str, ...]
    period: str
    build: str
    built_at: datetime
    is_demo: bool
    filters: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    definitions: tuple[Definition, ...]
    sources: tuple[LedgerSource, ...]
    problems: tuple[LedgerProblem, ...]
    figures: tuple[FigureRow, ...]
    attachments: tuple[Attachment, ...]
    inputs: Mapping[str, object]
