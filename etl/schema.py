"""Defines what a record type is declared with: columns, derived columns, checks.

From it come the table with Chinese comments, header matching, validation, blank template, data dictionary, contract tests.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from etl.cell_kind import Kind
from etl.deeds import Deed

EXPLANATION_SHEET = "填写说明"  # the sheet on which our templates explain themselves, never read as a ledger
NOTES_SHEET, BUILD_NOTE = "说明", "数据批次："  # the sheet of notes in our downloads, and how one of its lines begins


@dataclass(frozen=True)
class Side:
    """Says how a quantity is headed where one table has both directions (收入 beside 支出), and which of its rows are records.

    `headers` name the column only beside one of the opposite direction. Where there are `words`, a row is a record only if one of
    them stands in it, or in the title, sheet name or file name; with one of the `contrary` words it never is. `others` head what
    moves the other way and is counted elsewhere, as points earned: a row with nothing else is no record.
    """

    headers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    contrary: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Column:
    """Declares one column: its name in the table, its label in the interface, and how ledgers head it.

    `scales` maps a unit in the header to the factor that leads to the unit stored (分钟 → 1/60 for 小时), beside those of the
    kind. None stands for a unit from which no fixed factor leads there (天): a kind that takes a scale refuses numbers in it.
    `choices` maps a canonical value to its other spellings. Another text is refused, or stored as it stands where `is_open`.
    `unit_sets` maps a unit in the header to another column and its value (评分（10分制）: the scale is 10).
    `fills` names other columns whose values a cell of this one may state too; its kind then parses tuples of values, the cell's own
    first (198件 is a quantity and its unit, 非常满意 a score and the scale of five).
    `spread_into` names columns that take a header's own words, the first that can read them, where a person says that several
    headers mean this column: each then makes a row of its own. An empty cell of a column that `refuses_unreadable` has a meaning that an unreadable one must not get: 在途.
    """

    name: str
    label: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    is_required: bool = False
    note: str = ""
    scales: Mapping[str, float | None] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_open: bool = False
    closed_because: str = ""  # why a closed list takes nothing else, where a clerk would ask
    unit_sets: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    fills: tuple[str, ...] = ()
    spread_into: tuple[str, ...] = ()
    is_organisation: bool = False  # its texts name organisations, of which two spellings may be merged
    refuses_unreadable: bool = False
    names_things: bool = False  # an open list of which nobody is told that a word is not in it: goods have any name
    doubtful_choices: tuple[str, ...] = ()  # spellings that may mean another choice: a load says how many there were
    other_words: tuple[str, ...] = ()  # in a header that says another thing, however near its spelling: 片区 is no 社区
    counted_by: Literal["cells", "header", "every_row"] | None = None  # what a sheet needs to tell how many
    is_private: bool = False  # its texts may tell of a life: one that cannot be read is repeated in no problem
    side: Side | None = None  # of a quantity that ledgers of both directions hold, too
    example: str = ""  # what a clerk may write, where the example of the kind would contradict another column's

    def __post_init__(self) -> None:
        object.__setattr__(self, "scales", {**self.kind.scales, **self.scales})

    @property
    def is_decisive(self) -> bool:
        """Whether a cell that cannot be read refuses its row."""
        return self.is_required or self.refuses_unreadable

    @property
    def headers(self) -> tuple[str, ...]:
        """Return every spelling by which a ledger may head this column, the label first."""
        return (self.label, *self.aliases)

    @property
    def key_name(self) -> str:
        """Return the stored column that holds a person's key in place of the text."""
        return f"{self.name}_key"

    @property
    def organisation_name(self) -> str:
        """Return the stored column that holds the text where it names an organisation."""
        return f"{self.name}_name"

    @property
    def merged_name(self) -> str | None:
        """Return the stored column whose names of organisations may be merged; None of a column that names none."""
        if self.kind.keeps_organisations:
            return self.organisation_name
        return self.name if self.is_organisation else None

    @property
    def nature_name(self) -> str:
        """Return the stored column that tells whether a party reads as an organisation (单位) or a person (个人); empty without one."""
        return f"{self.name}_nature"

    @property
    def stored(self) -> dict[str, str]:
        """Return {name: SQL type} of the columns in which its values are stored: nothing of what only rules look at."""
        return {} if self.kind.is_only_checked else self.read

    @property
    def read(self) -> dict[str, str]:
        """Return {name: SQL type} of what rules may look at: of a personal column never the text itself."""
        if not self.kind.is_personal:
            return {self.name: self.kind.sql_type}
        party = (self.organisation_name, self.nature_name) if self.kind.keeps_organisations else ()
        names = (self.key_name, *party)
        return dict.fromkeys(names, self.kind.sql_type)


@dataclass(frozen=True)
class Derived:
    """Declares a column computed row by row at load, so that indicators need no arithmetic of their own.

    `is_key`: it holds nothing but keys of people, in which a number may stand by chance; `bands`: those of the column `bands_of`.
    """

    name: str
    label: str
    sql_type: str
    sql: str
    is_key: bool = False
    bands: tuple[str, ...] = ()
    bands_of: str = ""
    told_by: tuple[str, ...] = ()  # columns without which it is not known


@dataclass(frozen=True)
class Check:
    """Declares a rule between cells of one row, and the sentence for rows for which `sql` is false."""

    sql: str
    sentence: str
    column: str
    is_doubt: bool = False  # set aside where a person says that what is doubtful was checked


@dataclass(frozen=True, eq=False)
class RecordType:
    """Declares what one row of a table is and how ledgers of it are read.

    `placed_on` is the date that places a row in time; `further_dates` are others that show a month was reported, such as
    the day on which a case was closed; in the future they show nothing. `key` names the columns that identify a row within a community; without a key equal
    rows are kept and flagged. `hints` are words in a sheet name, title or file name that speak for this type;
    `contrary_hints` say the opposite direction (发放 over gifts received) and keep it from being taken without being stated.
    `look_alikes` are ids of record types with the same headers: where both fit and no word around nor header of its own tells, it is asked.
    `proofs` are words in headers whose cells show that what a row says took place (签名): a row without one beside others is told,
    and where no amount is asked for, a table in which all are empty is a form not filled in. A row that breaks one of the `checks` is refused; one that breaks one of the `remarks` is loaded,
    and its sentence says what to look at. `exclusions` tell rows that are no records: if `sql` is true, they are skipped with `sentence`.
    """

    label: str
    row: str
    columns: tuple[Column, ...]
    placed_on: str
    further_dates: tuple[str, ...] = ()
    is_register: bool = False  # it lists the communities (名册), on a day and not over months; one record type does
    is_work: bool = False  # a row is work done, not a person or a case: small numbers of rows may be shown
    is_optional: bool = False  # few offices keep such ledgers: while none was ever sent, a month without one is no gap
    is_voluntary: bool = False  # a mechanism that a community may not have: who never sent such a ledger owes none
    is_roster: bool = False  # it lists what there is, by dates that lie far back and prove no month
    begins_on: str = ""  # of a list that tells since when it is kept: the date of which the first row begins it
    is_occasional: bool = False  # held now and then, as surveys are: a month without one is no gap
    is_quarterly: bool = False  # its lists are renewed each quarter: one shows all months of its quarter reported
    is_reported_sum: bool = False  # a row is a sum that somebody reported, no record: only where stated or hinted at
    key: tuple[str, ...] = ()
    key_advice: str = ""  # what a clerk may do where a key is met twice for a good reason
    either: tuple[str, ...] = ()  # columns of which a table must have one, whatever it is called
    derived: tuple[Derived, ...] = ()
    told_by_either: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # what a header of one column tells
    checks: tuple[Check, ...] = ()
    remarks: tuple[Check, ...] = ()
    hints: tuple[str, ...] = ()
    contrary_hints: tuple[str, ...] = ()
    look_alikes: tuple[str, ...] = ()
    proofs: tuple[str, ...] = ()
    exclusions: tuple[Check, ...] = ()
    people_listed_as: str = ""  # the record type of lists of the people beside whom the cells of such a row repeat
    direction: Literal["in", "out", ""] = ""  # of the money or goods that a row moves
    deeds: tuple[Deed, ...] = ()  # what a row says took place: by it the remarks are known that take it back
    has_private_remarks: bool = False  # they may tell of a life: none of their words is repeated
    counts_people: bool = False  # its rows are counted by the people whom its first personal column names
    people_count: str = ""  # the column that says how many those are, where there is one
    groups: tuple[str, ...] = ()  # columns by which figures may be split, the first by default
    words: str = ""  # the docstring of its module, shown to readers
    id: str = ""

    @property
    def stored(self) -> dict[str, str]:
        """Return {name: SQL type} of all stored columns, derived ones included, without file, sheet and row."""
        declared = {name: sql_type for column in self.columns for name, sql_type in column.stored.items()}
        return declared | {derived.name: derived.sql_type for derived in self.derived}

    @property
    def coverage_dates(self) -> tuple[str, ...]:
        """Return the date columns whose months a row shows to be reported."""
        return (self.placed_on, *self.further_dates)

    @cached_property
    def tellers(self) -> Mapping[str, tuple[str, ...]]:
        """Return {what must be told where rows are counted by it: the columns of which one tells it}."""
        return {column.name: (column.name,) for column in self.columns if column.counted_by} | {**self.told_by_either}

    def ledger_with(self, column: str) -> str:
        """Return what the coverage calls its ledgers that tell a column by which rows are counted, or since when: activity.method."""
        return f"{self.id}.{column}"

    def column(self, name: str) -> Column:
        """Return the column of this name; KeyError for another."""
        return self._columns_by_name[name]

    @cached_property
    def _columns_by_name(self) -> Mapping[str, Column]:
        return {column.name: column for column in self.columns}

    @property
    def required(self) -> tuple[Column, ...]:
        """Return the columns without which a row is refused."""
        return tuple(column for column in self.columns if column.is_required)
