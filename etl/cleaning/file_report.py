"""Reports what cleaning one file gave, and reads such a report back from its JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from etl.cleaning.cleaned_ledger import TableReport
from etl.cleaning.community_part import CommunityPart
from etl.cleaning.printed_totals import PrintedTotal
from etl.cleaning.sheet_report import SheetReport
from etl.reading.correction import CorrectionLink
from etl.recognition.stated_period import StatedPeriod


@dataclass(frozen=True)
class FileReport:
    """What cleaning one file gave. Two files of equal `signatures` (record type → hash) hold the same rows, whatever their titles.

    `error` is the sentence why the file gave nothing; the report then holds no table. `checksums` are those of the clean files,
    by record type and `problem`; `parts` tell whose rows those are. `corrects` is set for a correction, which holds no table of its own,
    `sources` for records downloaded from here: the ledgers from which they come.
    """

    file: str
    sha256: str
    encoding: str | None
    fingerprint: str
    tables: tuple[TableReport, ...] = ()
    sheets: tuple[SheetReport, ...] = ()
    signatures: Mapping[str, str] | None = None
    error: str | None = None
    checksums: Mapping[str, str] = field(default_factory=dict)
    corrects: CorrectionLink | None = None
    parts: tuple[CommunityPart, ...] = ()
    sources: tuple[str, ...] = ()


def used_recipes(report: FileReport) -> dict[str, str]:
    """Return {layout: digest of the recipe by which it was read, or ""} for every layout that a file holds."""
    return {fingerprint: digest for sheet in report.sheets for fingerprint, digest in sheet.recipes.items()}


def report_from_json(stored: dict[str, Any]) -> FileReport:
    tables = tuple(_table_report(table) for table in stored.pop("tables"))
    sheets = tuple(SheetReport(**sheet) for sheet in stored.pop("sheets"))
    parts = tuple(
        CommunityPart(**{**part, "last_on": date.fromisoformat(part["last_on"])}) for part in stored.pop("parts")
    )
    link = stored.pop("corrects")
    corrects = link and CorrectionLink(**{**link, **{key: tuple(map(tuple, link[key])) for key in ("rows", "emptied")}})
    sources = tuple(stored.pop("sources"))
    return FileReport(**stored, sources=sources, tables=tables, sheets=sheets, corrects=corrects, parts=parts)


def _table_report(stored: dict[str, Any]) -> TableReport:
    totals = tuple(PrintedTotal(**total) for total in stored.pop("totals"))
    months = stored.pop("stated_period")
    period = months and StatedPeriod(date.fromisoformat(months["first"]), date.fromisoformat(months["last"]))
    context, headed = (tuple(stored.pop(name)) for name in ("context", "headed"))
    return TableReport(**stored, context=context, headed=headed, totals=totals, stated_period=period)
