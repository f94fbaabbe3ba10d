"""What whoever hands in a ledger states beside it: the record type, what headers mean, constants, which sheets and header row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from etl.parse import squeezed

ONE_OF = "|"  # between texts of which the rows to be taken have one


@dataclass(frozen=True)
class Settings:
    """States what holds for one file. Columns are named by id or by Chinese label, as the person wrote them.

    `columns` maps a header to the column it feeds, or to "" for a header that is left out; a header is written as in the
    sheet, 组/列 where it stands under a group, or 第3列 by its place. `header_row` is the row as the spreadsheet shows it. `only` maps a
    header to the text that the rows to be taken have beneath it, to several with | between, or to 正数 or 负数. `by_sheet` holds what is stated for single
    sheets, by name; it goes before what is stated for the file.
    """

    record: str | None = None
    constants: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    header_row: int | None = None
    settled_by: str = ""
    only: Mapping[str, str] = field(default_factory=dict)
    by_sheet: Mapping[str, "Settings"] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is stated."""
        return self == Settings(settled_by=self.settled_by)

    def of_sheet(self, name: str) -> "Settings":
        """Return what holds for one sheet: what is stated for it, over what is stated for the file."""
        own = next((own for sheet, own in self.by_sheet.items() if squeezed(sheet) == squeezed(name)), Settings())
        return Settings(
            record=own.record or self.record,
            constants={**self.constants, **own.constants},
            columns={**self.columns, **own.columns},
            header_row=self.header_row if own.header_row is None else own.header_row,
            settled_by=self.settled_by,
            only={**self.only, **own.only},
        )

    def with_sheet(self, name: str, own: "Settings", sheets: Sequence[str]) -> "Settings":
        """Return these settings with others for one of these sheets; what was stated for the file is then stated for each of the others."""
        by_sheet = {sheet: self.of_sheet(sheet) for sheet in sheets} | {name: own}
        stated = {sheet: replace(settings, sheets=()) for sheet, settings in by_sheet.items() if not settings.is_empty}
        return Settings(sheets=self.sheets, settled_by=self.settled_by, by_sheet=stated)

    def stated(self, name: str) -> list[str]:
        """Return what is stated under this name for the file and for its sheets."""
        settings = (self, *self.by_sheet.values())
        return [own.constants[name] for own in settings if name in own.constants]

    def as_stored(self) -> dict[str, Any]:
        """Return plain values for a JSON file."""
        return {
            "record": self.record,
            "constants": dict(self.constants),
            "columns": dict(self.columns),
            "sheets": list(self.sheets),
            "header_row": self.header_row,
            "settled_by": self.settled_by,
            "only": dict(self.only),
            "by_sheet": {name: settings.as_stored() for name, settings in self.by_sheet.items()},
        }

    @classmethod
    def from_stored(cls, stored: Any) -> "Settings":
        """Return settings from plain values; those of a data folder of before are a list of record and constants."""
        if isinstance(stored, list):
            record, constants = stored
            return cls(record, dict(constants))
        mappings = {name: dict(stored.get(name, {})) for name in ("constants", "columns")}
        by_sheet = {name: cls.from_stored(settings) for name, settings in stored.get("by_sheet", {}).items()}
        return cls(**{**stored, **mappings, "sheets": tuple(stored.get("sheets", ())), "by_sheet": by_sheet})


def rows_to_take(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return {header: text} of pairs; a header that is named again adds a text, one of which the rows to be taken have."""
    taken: dict[str, str] = {}
    for header, text in pairs:
        taken[header] = f"{taken[header]}{ONE_OF}{text}" if header in taken else text
    return taken
