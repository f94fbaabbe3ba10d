"""The hidden id beside each row of a correction sheet: which row of which ledger it is, and a digest by which it is known again."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

MARK = "更正编号"  # how every id begins
DIGEST_LENGTH = SHA256_LENGTH = 16  # hex characters
RowKind = Literal["表头", "更正"]


@dataclass(frozen=True)
class RowId:
    """Names a row of a ledger: its name in the inbox, the beginning of its hash, sheet and row as the spreadsheet shows it.

    `batch` is the build whose refusals the correction sheet lists.
    """

    kind: RowKind
    file: str
    sha256: str
    batch: str
    sheet: str
    row_no: int

    def text(self, cells: Sequence[str | None] = ()) -> str:
        """Return the id as it is written; that of a header vouches for the header's cells."""
        values = [self.kind, self.file, self.sha256, self.batch, self.sheet, self.row_no]
        return MARK + json.dumps([*values, self._digest(cells)], ensure_ascii=False)

    def is_written_as(self, text: str, cells: Sequence[str | None]) -> bool:
        """Tell whether a text is this id beside these cells, not one that was changed by hand."""
        return text == self.text(cells if self.kind == "表头" else ())

    def _digest(self, cells: Sequence[str | None]) -> str:
        parts = repr((self, [without_breaks(cell) for cell in cells]))
        return hashlib.sha256(parts.encode()).hexdigest()[:DIGEST_LENGTH]


def without_breaks(cell: str | None) -> str:
    """Return a cell's text without blanks and line ends, which spreadsheets write in several ways; "" for an empty cell."""
    return "".join((cell or "").split())


def row_id(text: str) -> RowId | None:
    """Return the id in a text, None when it holds none."""
    try:
        kind, file, sha256, batch, sheet, row_no, _ = json.loads(text.removeprefix(MARK))
        return RowId(kind, file, sha256, batch, sheet, row_no) if text.startswith(MARK) else None
    except (ValueError, TypeError):
        return None
