"""Tells for every sheet of a file what it was taken for and why: headers seen, what feeds what, what came near."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import pyarrow as pa

from etl import parse
from etl.inbox.recipes import fingerprint
from etl.reading.grid import Sheet
from etl.recognition.header_cell import is_personal
from etl.recognition.ledger_tables import LedgerTable
from etl.recognition.table_header import NOT_MISSED, UNFED, TableHeader
from etl.recognition.unrecognised import NearType, Unrecognised
from etl.schema import Column

EXAMPLES = 3  # values shown beneath a header
EXAMPLE_ROWS = 200  # rows looked through for them
HIDDEN_NAME, HIDDEN_CONTENT = "（姓名不显示）", "（内容不显示）"


@dataclass(frozen=True)
class SheetReport:
    """What one sheet was taken for. `matches` hold no values unless asked for.

    `matches` are dictionaries of header, column (id or ""), how (spelled, stated, remembered, guessed, left_out, beside, surplus,
    ambiguous, total, unknown) and examples; `candidates` of record, has, lacks, and the day that title or file name state where
    that is lacking, for a sheet that was not taken.
    """

    sheet: str
    record: str | None = None
    columns: Mapping[str, list[str]] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    matches: list[dict[str, Any]] = field(default_factory=list)
    candidates: list[dict[str, Any]] = field(default_factory=list)
    header_row: int | None = None  # as the spreadsheet shows it, the last one where there are several
    layout: list[str] = field(default_factory=list)
    recipe: str | None = None  # the day on which the recipe was settled that is used here, in words
    recipes: Mapping[str, str] = field(
        default_factory=dict
    )  # fingerprint of each layout met → digest of its recipe, or ""
    error: str | None = None
    remembered: Mapping[str, str] = field(default_factory=dict)  # column → text that the recipe states for all rows

    @property
    def is_taken(self) -> bool:
        """Tell whether the sheet was taken as a ledger."""
        return self.record is not None


def taken_sheets(sheet: Sheet, tables: Sequence[LedgerTable]) -> Iterator[SheetReport]:
    """Yield a report for each record type that the tables of a sheet hold, in the order of the sheet."""
    for record in dict.fromkeys(table.record.id for table in tables):
        yield _taken_sheet(sheet, [table for table in tables if table.record.id == record])


def _taken_sheet(sheet: Sheet, tables: Iterable[LedgerTable]) -> SheetReport:
    """Return the report of tables of one record type; the first one speaks for what feeds what."""
    headers = list({id(table.header): table.header for table in tables}.values())
    first = headers[0]
    columns: dict[str, list[str]] = {}
    for match in first.matches:
        if match.how in ("spelled", "stated", "remembered"):
            columns.setdefault(match.column, []).append(match.header)
    unread = [match.header for match in first.matches if match.how in UNFED]
    return SheetReport(
        sheet=sheet.name,
        record=first.record.id,
        columns=columns,
        unread=[header for header in unread if not NOT_MISSED.fullmatch(header)],
        matches=[_match(sheet, first, match.index, match.header, match.column, match.how) for match in first.matches],
        header_row=_header_row(sheet, first),
        layout=list(first.layout),
        recipe=first.recipe.settled_words if first.recipe else None,
        recipes={fingerprint(header.layout): header.recipe.digest if header.recipe else "" for header in headers},
        remembered=dict(first.recipe.constants) if first.recipe else {},
    )


def _header_row(sheet: Sheet, header: TableHeader) -> int | None:
    """Return the last row of a header as the spreadsheet shows it, None where the sheet was turned: its headers stand in many rows."""
    return None if sheet.origin else sheet.row_no(header.rows[-1])


def refused_sheet(sheet: Sheet, unrecognised: Unrecognised) -> SheetReport:
    """Return the report of a sheet that was not taken: headers seen, the record types that came nearest, and the reason."""
    guesses = {guess.header: guess for guess in unrecognised.guesses}
    header = unrecognised.header
    matches = (
        [
            _match(sheet, header, match.index, match.header, match.column, match.how)
            if match.header not in guesses
            else _match(sheet, header, match.index, match.header, guesses[match.header].column, "guessed")
            for match in header.matches
        ]
        if header
        else []
    )
    return SheetReport(
        sheet=sheet.name,
        unread=list(unrecognised.headers),
        matches=matches,
        candidates=[
            {
                "record": near.record.id,
                "has": list(near.understood),
                "lacks": [near.record.column(name).label for name in near.lacking],
                "day": _stated_day(unrecognised, near),
            }
            for near in unrecognised.nearest or unrecognised.doubted
        ],
        header_row=_header_row(sheet, header) if header else None,
        layout=list(header.layout) if header else [],
        recipes={fingerprint(header.layout): header.recipe.digest if header.recipe else ""} if header else {},
        error=unrecognised.sentence(),
    )


def _stated_day(unrecognised: Unrecognised, near: NearType) -> str:
    is_lacking = unrecognised.day is not None and near.record.placed_on in near.lacking
    return str(unrecognised.day) if is_lacking else ""


def passed_over(sheet: Sheet, reason: str) -> SheetReport:
    """Return the report of a sheet that was not looked at: hidden, or not among those stated."""
    return SheetReport(sheet.name, error=reason)


def without_examples(report: SheetReport) -> SheetReport:
    """Return a report fit to be stored: no value of a ledger is kept beside its typed rows."""
    matches = [{key: value for key, value in match.items() if key != "examples"} for match in report.matches]
    return SheetReport(**{**report.__dict__, "matches": matches})


def _match(sheet: Sheet, header: TableHeader, index: int, text: str, column: str, how: str) -> dict[str, Any]:
    declared = header.record.column(column) if column else None
    below = header.rows[-1] + 1
    return {
        "header": text,
        "index": index,
        "column": column,
        "how": how,
        "examples": _examples(text, _distinct_texts(sheet.columns[index].slice(below, EXAMPLE_ROWS)), declared),
    }


def _examples(header: str, texts: Iterable[str], column: Column | None) -> list[str]:
    """Return some distinct values beneath a header; names and what else is personal are not shown, nor what looks like a name under an unread header."""
    if column and column.kind.is_personal:
        return [HIDDEN_NAME]
    if is_personal(header):
        return [HIDDEN_CONTENT]
    shown = islice(texts, EXAMPLES)
    return [HIDDEN_NAME if not column and _may_name_somebody(text) else text for text in shown]


def _may_name_somebody(text: str) -> bool:
    """Tell whether a text looks like a name and is no word of satisfaction: 满 is a surname, 满意 an answer."""
    return parse.looks_like_name(text) and not parse.is_rating(text)


def _distinct_texts(cells: pa.DictionaryArray) -> Iterator[str]:
    """Yield each text of a grid column once, in order of appearance."""
    codes = dict.fromkeys(cells.indices.to_pylist())
    return (cells.dictionary[code].as_py() for code in codes if code is not None)
