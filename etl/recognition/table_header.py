"""Reads the header of a table as one record type: one to three rows of cells, merged or not, name the columns it feeds."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from etl import parse
from etl.columns import COMMUNITY
from etl.inbox.recipes import Recipe
from etl.recognition import header_cell
from etl.recognition.days_of_a_month import days_of_a_month
from etl.recognition.feeding import SUM_OF_PARTS, NamedCell, feeding_cells
from etl.recognition.meanings import (
    BESIDE,
    LEFT_OUT,
    HeaderKnowledge,
    HeaderPath,
    StatedMonth,
    column_letters,
    find_column,
)
from etl.recognition.readable import can_read
from etl.recognition.sides import Sides
from etl.recognition.stated_above import constants_stated_for_file, stated_above
from etl.schema import Column, RecordType

NOT_MISSED = re.compile(r"序号|编号|No\.?|#|备注|说明", re.IGNORECASE)  # columns nobody expects to be read
_IN_BRACKETS = re.compile(r"[(（]([^()（）]+)[)）]")
NO_COLUMN = (LEFT_OUT, BESIDE)
FAIR_SHARE = 1 / 3  # of the headers that a record type must know: two generic words among twenty make no type


@dataclass(frozen=True)
class TableHeader:
    """A header read as one record type: which grid columns feed which column, in which unit, and what is left over."""

    record: RecordType
    rows: tuple[int, ...]
    sources: Mapping[str, tuple[int, ...]]  # column → grid columns
    units: Mapping[str, str]
    units_of_cells: Mapping[int, str]  # grid column → unit in its own header: 万元 beside 元 under 金额
    matches: tuple["HeaderMatch", ...]  # every grid column with a header, in order
    unknown: tuple[str, ...]  # headers this record type does not know
    surplus: tuple[str, ...]  # headers of a column that another one feeds already
    blank: tuple[int, ...]  # grid columns without a header
    layout: tuple[str, ...] = ()
    constants: Mapping[str, str] = field(default_factory=dict)  # column → text that stands for empty cells
    recipe: Recipe | None = None  # what was settled for the layout and is used here
    remembered_community: str = ""  # where neither a cell nor title, sheet name or file name says whose the rows are
    date_order: parse.DateOrder | None = None
    only: tuple[tuple[int, str], ...] = ()  # (grid column, text): rows with another text there are not to be taken
    is_checked: bool = False  # a person looked at what is doubtful and says that it is right
    stated_month: StatedMonth = field(default_factory=StatedMonth)
    sides: Sides | None = None  # of a table of both directions
    unmatched: tuple[str, ...] = ()  # headers that a person named and the table does not have
    particulars: Mapping[str, str] = field(default_factory=dict)  # the constants that lines above the header state

    @property
    def known_share(self) -> float:
        """Return the share of headers, and of lines above them, that are known; running numbers and remarks are not asked to be."""
        return self.known_share_with(0)

    def known_share_with(self, named: int) -> float:
        """Return the same share where so many more headers were named."""
        counted = [match for match in self.matches if not NOT_MISSED.fullmatch(match.header)]
        known_count = sum(match.how != "unknown" for match in counted) + len(self.particulars)
        return (known_count + named) / max(1, len(counted) + len(self.particulars))

    @property
    def has_telling_header(self) -> bool:
        """Tell whether a header that feeds a column is more than a word of every ledger (日期, 姓名)."""
        spelled = (match for match in self.matches if match.how == "spelled")
        is_told = bool(self.particulars) or any(match.how in ("stated", "remembered") for match in self.matches)
        return is_told or any(header_cell.is_telling(self.record.column(m.column), m.header) for m in spelled)

    def label(self, name: str) -> str:
        """Return what the interface calls a column."""
        return self.record.column(name).label

    def text(self, index: int) -> str:
        """Return the header over a grid column."""
        return next(match.header for match in self.matches if match.index == index)

    def spreads(self, name: str) -> bool:
        """Tell whether each of the headers that feed a column makes a row of its own (a column per question, per month).

        Only headers that a person named do, and of quantities only those whose words another column can read as a date. A
        single header does where its words are all that a required column gets, or other questions beside it are left out.
        Where no column takes the words they are left.
        """
        column = self.record.column(name)
        matches = [match for match in self.matches if match.column == name and match.how in ("stated", "remembered")]
        if not column.spread_into:
            return len(matches) > 1 and not column.kind.is_quantity
        if not matches:
            return False
        into = {name for match in matches for name in self.words_over(column, match.header)}
        is_one_of_several = any(m.how == "left_out" and header_cell.is_question(m.header) for m in self.matches)
        if len(matches) == 1 and not is_one_of_several and not any(map(self._needs, into)):
            return False
        return not column.kind.is_sum or all(self._takes_days(column, match.header) for match in matches)

    def words_over(self, column: Column, header: str) -> dict[str, str]:
        """Return the words of a header by the columns that take them: the first of `spread_into` that can read them.

        Of 第1节（3月5日） the words in brackets may be what is read, of 活动/场次 both levels together, of 1月/接案数 each by another
        column, of 志愿者/1月 those under the group; 1 … 31 are the days of a month.
        """
        levels = header.split("/")
        if levels[-1] in days_of_a_month(match.header for match in self.matches if match.column == column.name):
            levels[-1] = f"{levels[-1]}日"
            header = "/".join(levels)
        by_level = {name: text for text in levels for name in self._reading(column, text)}
        if 1 < len(levels) == len(by_level):
            return by_level
        for text in (header, *_IN_BRACKETS.findall(header), "".join(levels), levels[-1]):
            for name in self._reading(column, text):
                return {name: text}
        if self._heads_communities(column):
            return {COMMUNITY.name: levels[-1]}
        return {next(name for name in reversed(column.spread_into) if name != COMMUNITY.name): header}

    def _reading(self, column: Column, text: str) -> list[str]:
        """Return the first column that can read a header's words; none where no one can. To a list 活动/人次 is no 活动 in 人次."""
        columns = map(self.record.column, column.spread_into)
        return [c.name for c in columns if can_read(c, text) and not ("/" in text and c.choices)][:1]

    def _heads_communities(self, column: Column) -> bool:
        """Tell whether the headers over a column are communities: most end like one, and whatever else they might say is said elsewhere."""
        headed = (match.header.split("/")[-1] for match in self.matches if match.column == column.name)
        names = [name for name in headed if not SUM_OF_PARTS.fullmatch(name)]
        others = {name for name in column.spread_into if name != COMMUNITY.name}
        is_open = COMMUNITY.name in column.spread_into and others <= {*self.sources, *self.constants}
        return is_open and 2 * sum(map(parse.is_community_name, names)) > len(names)

    def _takes_days(self, column: Column, header: str) -> bool:
        """Tell whether the words of a header are a day or a month, so that its quantities are those of that time and no parts."""
        words = self.words_over(column, header)
        into = (self.record.column(name) for name in words)
        return any(target.kind.sql_type == "date" and can_read(target, words[target.name]) for target in into)

    def _needs(self, name: str) -> bool:
        """Tell whether a required column has neither a header nor a constant."""
        return self.record.column(name).is_required and name not in {*self.sources, *self.constants}

    @property
    def filled_columns(self) -> set[str]:
        """Return the columns that get values: those under a header, and those that a unit or a cell of another one fills."""
        units = ((self.record.column(name), unit) for name, unit in self.units.items())
        by_unit = {column.unit_sets[unit][0] for column, unit in units if unit in column.unit_sets}
        by_cell = (filled for name in self.sources for filled in self.record.column(name).fills)
        by_header = (
            into for name in self.sources if self.spreads(name) for into in self.record.column(name).spread_into
        )
        return {*self.sources, *by_unit, *by_cell, *by_header}


def read_header(
    record: RecordType, rows: tuple[int, ...], paths: Sequence[HeaderPath], knowledge: HeaderKnowledge
) -> TableHeader:
    """Return header rows as this record type understands them; what a person said of a header goes before its spelling."""
    known = knowledge.columns(record, paths)
    cells: dict[str, list[NamedCell]] = {}
    for index, path in enumerate(paths):
        if cell := _header_cell(record, index, path, known):
            cells.setdefault(cell.column.name, []).append(cell)
    dates = len(cells.get(record.placed_on, ()))
    feeding = {name: feeders for name, same in cells.items() if (feeders := feeding_cells(same, dates))}
    matches = tuple(_matches(paths, known, cells, feeding, knowledge))
    fed = {*feeding, *constants_stated_for_file(record, knowledge)}
    particulars = {name: text for name, text in stated_above(record, knowledge).items() if name not in fed}
    return TableHeader(
        record=record,
        rows=rows,
        sources={name: tuple(cell.index for cell in feeders) for name, feeders in feeding.items()},
        units={name: cell.unit for name, feeders in feeding.items() for cell in feeders if cell.unit},
        units_of_cells={cell.index: cell.unit for feeders in feeding.values() for cell in feeders if cell.unit},
        matches=matches,
        unknown=tuple(match.header for match in matches if match.how == "unknown"),
        surplus=tuple(match.header for match in matches if match.how in ("surplus", "ambiguous")),
        blank=tuple(index for index, path in enumerate(paths) if not path and index not in known),
        layout=knowledge.layout,
        constants={**_constants(record, knowledge), **particulars},
        recipe=knowledge.recipe,
        remembered_community=knowledge.remembered_community,
        date_order=knowledge.date_order,
        only=knowledge.only(paths),
        is_checked=knowledge.is_checked,
        stated_month=knowledge.stated_month,
        unmatched=tuple(knowledge.unmatched(paths)),
        particulars=particulars,
    )


Origin = Literal["spelled", "stated", "remembered", "left_out", "beside", "surplus", "ambiguous", "total", "unknown"]
UNFED: tuple[Origin, ...] = ("unknown", "surplus", "ambiguous")  # what feeds nothing though nobody said to leave it out


@dataclass(frozen=True)
class HeaderMatch:
    """A header and what came of it. `column` is the column it feeds, or would feed; "" where it is unknown or left out."""

    index: int  # grid column
    header: str
    column: str
    how: Origin


def _matches(
    paths: Sequence[HeaderPath],
    known: Mapping[int, str],
    cells: Mapping[str, Sequence[NamedCell]],
    feeding: Mapping[str, Sequence[NamedCell]],
    knowledge: HeaderKnowledge,
) -> Iterator[HeaderMatch]:
    by_index = {cell.index: cell for same in cells.values() for cell in same}
    feeders = {cell.index for same in feeding.values() for cell in same}
    stated, spelled_sides = knowledge.stated_columns(paths), knowledge.spelled_sides(paths)
    for index, path in enumerate(paths):
        header = "/".join(path) or f"{column_letters(index)}列"
        cell = by_index.get(index)
        if index in known and not cell:
            yield HeaderMatch(index, header, "", "beside" if known[index] == BESIDE else "left_out")
        elif cell and index in feeders:
            is_spelled = index not in known or index in spelled_sides
            how: Origin = "spelled" if is_spelled else "stated" if index in stated else "remembered"
            yield HeaderMatch(index, header, cell.column.name, how)
        elif cell:
            rest: Origin = "total" if cell.is_total else "surplus" if cell.column.name in feeding else "ambiguous"
            yield HeaderMatch(index, header, cell.column.name, rest)
        elif path:
            yield HeaderMatch(index, header, "", "unknown")


def _header_cell(record: RecordType, index: int, path: HeaderPath, known: Mapping[int, str]) -> NamedCell | None:
    if index in known:
        if known[index] in NO_COLUMN:
            return None
        column = record.column(known[index])
        return NamedCell(index, path, column, header_cell.unit_of_named(column, path[-1]) if path else None, True)
    match = header_cell.match(record, path) if path else None
    return NamedCell(index, path, *match) if match else None


def _constants(record: RecordType, knowledge: HeaderKnowledge) -> dict[str, str]:
    """Return {column: text} for the constants that name a column of this record type."""
    named = ((find_column(record, name), text) for name, text in knowledge.constants.items())
    return {column.name: text for column, text in named if column}
