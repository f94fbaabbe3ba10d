"""Tables that look right and mean something else, and what becomes of them."""

from dataclasses import dataclass
from pathlib import Path

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text, rows_loaded

DAYS = [f"2024-{month:02}-{day:02}" for month in (1, 2, 3) for day in range(1, 29, 3)]


@dataclass(frozen=True)
class Table:
    """A ledger as CSV, what is stated beside it, and words of the reason for which it is refused."""

    text: str
    settings: Settings
    reason: str


# What each type asks for that the tables do not say.
UNSAID = {
    "fund_use": {},
    "satisfaction": {"分制": "100", "调查日期": "2024-03-01"},
    "attendance": {"活动名称": "会"},
    "volunteer_service": {},
    "donation": {},
    "activity": {},
    "distribution": {"发放日期": "2024-10-11"},
}


def table(header: str, rows: list[str], record: str, columns: dict[str, str], reason: str) -> Table:
    settings = Settings(record=record, constants={"社区": "凤二村", **UNSAID[record]}, columns=columns)
    return Table("\n".join([header, *rows]), settings, reason)


def cleaned(tmp_path: Path, text: str, settings: Settings) -> tuple[int, str]:
    """Return the rows loaded of a ledger and why its sheet was refused."""
    ledger = clean_text(tmp_path, text, settings)
    return rows_loaded(ledger), " ".join(sheet.error or "" for sheet in ledger.sheets)
