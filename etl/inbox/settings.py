"""What whoever hands in a ledger states beside it: the record type, what headers mean, constants, which sheets and header row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Settings:
    """States what holds for one file. Columns are named by id or by Chinese label, as the person wrote them.

    `columns` maps a header to the column it feeds, or to "" for a header that is left out; a header is written as in the
    sheet, 组/列 where it stands under a group, or 第3列 by its place. `header_row` is the row as the spreadsheet shows it. `only` maps a
    header to the text that the rows to be taken have beneath it, or to 正数 or 负数.
    """

    record: str | None = None
    constants: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    header_row: int | None = None
    settled_by: str = ""
    only: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is stated."""
        return self == Settings(settled_by=self.settled_by)

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
        }

    @classmethod
    def from_stored(cls, stored: Any) -> "Settings":
        """Return settings from plain values; those of a data folder of before are a list of record and constants."""
        if isinstance(stored, list):
            record, constants = stored
            return cls(record, dict(constants))
        mappings = {name: dict(stored.get(name, {})) for name in ("constants", "columns")}
        return cls(**{**stored, **mappings, "sheets": tuple(stored.get("sheets", ()))})
