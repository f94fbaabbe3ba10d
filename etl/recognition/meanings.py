"""What is known of the headers of a table beside their spelling: stated for this file, or settled before for its layout."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from etl import parse
from etl.inbox.recipes import DATE_ORDERS, Recipe, fingerprint
from etl.inbox.settings import Settings
from etl.recognition import header_cell
from etl.schema import Column, RecordType

HeaderPath = tuple[str, ...]  # the header texts over one grid column, from the top level to its own
DATE_ORDER = "日期顺序"  # stated like a constant: 日期顺序=日月
YEAR = "年份"  # stated like a constant, of days and months written without one: 年份=2024
LEFT_OUT = ""  # in place of a column: the header is known and not to be read


@dataclass(frozen=True)
class Knowledge:
    """What a person states of one file, and every recipe of the office by the fingerprint of its layout."""

    settings: Settings = field(default_factory=Settings)
    recipes: Mapping[str, Recipe] = field(default_factory=dict)

    def of_header(self, paths: Sequence[HeaderPath]) -> "HeaderKnowledge":
        """Return what is known of a header: the recipe of its layout, and over it what is stated for this file."""
        layout = layout_of(paths)
        recipe = self.recipes.get(fingerprint(layout))
        return HeaderKnowledge(layout, recipe, self.settings)


@dataclass(frozen=True)
class HeaderKnowledge:
    """What is known of one header beside its spelling."""

    layout: tuple[str, ...]
    recipe: Recipe | None
    settings: Settings

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
    def year(self) -> int | None:
        """Return the year that is stated for the file; a recipe never holds one."""
        stated = self.settings.constants.get(YEAR, "")
        return int(stated) if stated.isdecimal() else None

    @property
    def constants(self) -> dict[str, str]:
        """Return {column as named: text}: what is stated for the file goes before what was settled for the layout."""
        return {**(self.recipe.constants if self.recipe else {}), **self.settings.constants}

    def columns(self, record: RecordType, paths: Sequence[HeaderPath]) -> dict[int, str]:
        """Return {grid column: id of the column it feeds, or LEFT_OUT} for the headers whose meaning is known.

        A name that is no column of this record type is left out of account: the header is then read by its spelling.
        """
        remembered = _by_header(self.recipe.columns if self.recipe else {})
        stated = _by_header(self.settings.columns)
        known: dict[int, str] = {}
        for index, path in enumerate(paths):
            for names in (remembered, stated):
                for key in header_keys(index, path):
                    column = _column_id(record, names[key]) if key in names else None
                    if column is not None:
                        known[index] = column
        return known

    def unmatched(self, paths: Sequence[HeaderPath]) -> list[str]:
        """Return the headers that are stated and do not occur in this table."""
        keys = {key for index, path in enumerate(paths) for key in header_keys(index, path)}
        return [
            header
            for header, key in zip(self.settings.columns, _by_header(self.settings.columns), strict=True)
            if key not in keys
        ]

    def is_stated(self, index: int, path: HeaderPath) -> bool:
        """Tell whether the person named this header for this file, rather than a recipe."""
        stated = _by_header(self.settings.columns)
        return any(key in stated for key in header_keys(index, path))


def layout_of(paths: Sequence[HeaderPath]) -> tuple[str, ...]:
    """Return the header texts in order, levels joined by /, as spellings are compared, without empty columns at the end."""
    texts = ["/".join(map(parse.normalised, path)) for path in paths]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def header_keys(index: int, path: HeaderPath) -> list[str]:
    """Return the ways a person may name a header, the weakest first: its place, its own words, its words with the group's."""
    keys = [f"第{index + 1}列", f"{column_letters(index)}列"]
    if path:
        keys += [header_cell.name_and_unit(path[-1])[0], parse.normalised(path[-1])]
        keys += ["/".join(map(parse.normalised, path[-2:])), "/".join(map(parse.normalised, path))]
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


def _by_header(columns: Mapping[str, str]) -> dict[str, str]:
    return {"/".join(map(parse.normalised, header.split("/"))): name for header, name in columns.items()}
