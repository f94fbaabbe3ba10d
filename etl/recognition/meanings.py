"""What is known of the headers of a table beside their spelling: stated for this file, or settled before for its layout."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from etl import parse
from etl.columns import COMMUNITY
from etl.inbox.recipes import DATE_ORDERS, Recipe, fingerprint
from etl.inbox.settings import Settings
from etl.recognition import header_cell
from etl.schema import Column, RecordType

HeaderPath = tuple[str, ...]  # the header texts over one grid column, from the top level to its own
DATE_ORDER = "日期顺序"  # stated like a constant: 日期顺序=日月
YEAR, MONTH = "年份", "年月"  # stated like constants: 年份=2025, 年月=2025-04, for dates written without them
CHECKED = "已核对"  # 已核对=是: what is doubtful was looked at and is right
NO_NAMES = "不是姓名"  # 不是姓名=王府井、白石洲: words that look like names of people and are none
NOT_COLUMNS = (DATE_ORDER, YEAR, MONTH, CHECKED, NO_NAMES)  # what is stated like a constant and names no column
AS_ABOVE = "同上"  # a constant: an empty cell means what stands above it
SHEET_NAME = "工作表名"  # a constant: the name of the sheet
RANGE_SIGN = "..."  # 第5列…第16列, 1月…12月: the headers from one to another, as spellings are compared
BESIDE = "beside"  # in place of a column: the header belongs to the other direction of a table of both, or to what is in stock
LEFT_OUT = ""  # in place of a column: the header is known and not to be read
NOT_READ = "不读这一列"  # how a person says so


_YEAR = re.compile(r"(20[0-9]{2})年?")  # 2025
_YEAR_AND_MONTH = re.compile(r"(20[0-9]{2})[-./年](0?[1-9]|1[0-2])月?")  # 2025-04, 2025年4月


@dataclass(frozen=True)
class Knowledge:
    """What a person states of one file, and every recipe of the office by the fingerprint of its layout."""

    settings: Settings = field(default_factory=Settings)
    recipes: Mapping[str, Recipe] = field(default_factory=dict)

    def of_sheet(self, name: str) -> "Knowledge":
        """Return what is known of one sheet."""
        return replace(self, settings=self.settings.of_sheet(name))

    def of_header(self, paths: Sequence[HeaderPath], particulars: Mapping[str, str]) -> "HeaderKnowledge":
        """Return what is known of a header: the recipe of its layout, the lines above it, and over both what is stated for this file."""
        layout = layout_of(paths)
        recipe = self.recipes.get(fingerprint(layout))
        return HeaderKnowledge(layout, recipe, self.settings, particulars=particulars)


@dataclass(frozen=True)
class HeaderKnowledge:
    """What is known of one header beside its spelling."""

    layout: tuple[str, ...]
    recipe: Recipe | None
    settings: Settings
    sides: Mapping[int, str] = field(
        default_factory=dict
    )  # grid column → column it feeds, or BESIDE, in a table of both directions
    particulars: Mapping[str, str] = field(default_factory=dict)  # label → value in the lines above the header

    @property
    def record(self) -> str | None:
        """Return the id of the record type, None when it is to be recognised."""
        return self.settings.record or (self.recipe.record if self.recipe else None)

    @property
    def date_order(self) -> parse.DateOrder | None:
        """Return the order of day and month that is stated or remembered."""
        stated = self.settings.constants.get(DATE_ORDER)
        return DATE_ORDERS.get(stated or "") or (self.recipe.date_order if self.recipe else None)

    @property
    def stated_month(self) -> "StatedMonth":
        """Return year and month that are stated for dates written without them; never remembered, since next month has others."""
        return StatedMonth.of(self.settings.constants)

    @property
    def constants(self) -> dict[str, str]:
        """Return {column as named: text}: what is stated for the file goes before what was settled for the layout; "" takes that back."""
        settled = dict(self.recipe.constants) if self.recipe else {}
        if self.remembered_community:
            del settled[COMMUNITY.name]
        return {name: text for name, text in {**settled, **self.settings.constants}.items() if text}

    @property
    def remembered_community(self) -> str:
        """Return the community settled for the layout, "" where one is stated for the file; it yields to one that the file itself names."""
        settled = self.recipe.constants.get(COMMUNITY.name, "") if self.recipe else ""
        is_stated = not self.settings.constants.keys().isdisjoint((COMMUNITY.name, COMMUNITY.label))
        return "" if is_stated or settled in (AS_ABOVE, SHEET_NAME) else settled

    def columns(self, record: RecordType, paths: Sequence[HeaderPath]) -> dict[int, str]:
        """Return {grid column: id of the column it feeds, or LEFT_OUT} for the headers whose meaning is known.

        A name that is no column of this record type is left out of account: the header is then read by its spelling.
        """
        known = dict(self.sides)
        for names in (self.recipe.columns if self.recipe else {}, self.settings.columns):
            for indices, name in _placed(names, paths):
                column = _column_id(record, name)
                known |= {} if column is None else dict.fromkeys(indices, column)
        return known

    def spelled_sides(self, paths: Sequence[HeaderPath]) -> set[int]:
        """Return the grid columns known only by how tables of both directions are headed."""
        names = (*(self.recipe.columns if self.recipe else ()), *self.settings.columns)
        return set(self.sides) - {index for name in names for index in _indices(name, paths)}

    def unmatched(self, paths: Sequence[HeaderPath]) -> list[str]:
        """Return the headers that are stated and do not occur in this table."""
        named = (*self.settings.columns, *self.settings.only)
        return [header for header in named if not _indices(header, paths)]

    @property
    def is_checked(self) -> bool:
        """Tell whether a person says that what is doubtful about the file is right."""
        return self.settings.constants.get(CHECKED) == "是"

    def only(self, paths: Sequence[HeaderPath]) -> tuple[tuple[int, str], ...]:
        """Return (grid column, text) for each header whose text tells which rows are to be taken."""
        named = {**(self.recipe.only if self.recipe else {}), **self.settings.only}
        return tuple((index, text) for header, text in named.items() for index in _indices(header, paths))

    def stated_columns(self, paths: Sequence[HeaderPath]) -> set[int]:
        """Return the grid columns whose header the person named for this file, rather than a recipe."""
        return {index for indices, _ in _placed(self.settings.columns, paths) for index in indices}


@dataclass(frozen=True)
class StatedMonth:
    """Year and month that hold for dates written without them; None for what is not stated."""

    year: int | None = None
    month: int | None = None

    @classmethod
    def of(cls, constants: Mapping[str, str]) -> "StatedMonth":
        """Read 年份=2025 and 年月=2025-04; a text of another shape states nothing."""
        if constants.keys().isdisjoint((MONTH, YEAR)):
            return cls()
        if match := _YEAR_AND_MONTH.fullmatch(parse.squeezed(constants.get(MONTH, ""))):
            return cls(int(match[1]), int(match[2]))
        match = _YEAR.fullmatch(parse.squeezed(constants.get(YEAR, "")))
        return cls(int(match[1])) if match else cls()


def layout_of(paths: Sequence[HeaderPath]) -> tuple[str, ...]:
    """Return the header texts in order, levels joined by /, as spellings are compared, without empty columns at either end."""
    texts = ["/".join(map(parse.normalised, path)) for path in paths]
    filled = [index for index, text in enumerate(texts) if text]
    return tuple(texts[filled[0] : filled[-1] + 1]) if filled else ()


def header_keys(index: int, path: HeaderPath) -> list[str]:
    """Return the ways a person may name a header, the weakest first: its place, its own words, its words with the group's."""
    keys = [f"第{index + 1}列", f"{column_letters(index)}列"]
    if path:
        keys += [header_cell.name_and_unit(path[-1])[0], parse.normalised(path[-1])]
        group, whole = ["/".join(map(parse.normalised, texts)) for texts in (path[-2:], path)]
        keys += [group.removesuffix(parse.normalised(path[-1])) + header_cell.name_and_unit(path[-1])[0], group, whole]
    return list(dict.fromkeys(keys))


def column_letters(index: int) -> str:
    """Return the letters by which a spreadsheet names a grid column: 0 is A, 26 is AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def find_column(record: RecordType, name: str) -> Column | None:
    """Return the column of a record type by id, label or any declared spelling; None when it has none of that name."""
    by_id = {column.name: column for column in record.columns}
    spelling = parse.normalised(name)
    return by_id.get(name.strip()) or header_cell.spellings(record).get(spelling)


def _column_id(record: RecordType, name: str) -> str | None:
    if name == LEFT_OUT:
        return LEFT_OUT
    column = find_column(record, name)
    return column.name if column else None


def _placed(columns: Mapping[str, str], paths: Sequence[HeaderPath]) -> list[tuple[list[int], str]]:
    """Return (grid columns, column named) for headers as a person names them; a single header goes after a range that holds it."""
    placed = [(_indices(header, paths), name) for header, name in columns.items()]
    strength = [
        max((_strength(header, index, paths) for index in indices), default=0)
        for header, (indices, _) in zip(columns, placed, strict=True)
    ]
    return [pair for _, pair in sorted(zip(strength, placed, strict=True), key=lambda item: item[0])]


def _strength(header: str, index: int, paths: Sequence[HeaderPath]) -> int:
    """Return how surely a name means one grid column: a range least, the whole path most."""
    keys = header_keys(index, paths[index])
    name = header_name(header)
    return keys.index(name) + 1 if name in keys else 0


def _indices(header: str, paths: Sequence[HeaderPath]) -> list[int]:
    """Return the grid columns that a person's name of a header, or of a range of headers, means."""
    name = header_name(header)
    keys = [header_keys(index, path) for index, path in enumerate(paths)]
    if named := [index for index, known in enumerate(keys) if name in known]:
        return named
    first, sign, last = name.partition(RANGE_SIGN)
    start = next((index for index, known in enumerate(keys) if first in known), None)
    stop = next((index for index, known in reversed(list(enumerate(keys))) if last in known), None)
    if not sign or start is None or stop is None:
        return []
    return [index for index in range(start, stop + 1) if paths[index]]


def header_name(header: str) -> str:
    """Return a header as a person names it in the form in which names are compared."""
    return "/".join(map(parse.normalised, header.split("/")))
