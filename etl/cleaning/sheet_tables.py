"""Finds the tables of a sheet after what it needs to be read as one: dates joined, forms turned; says what was done."""

from collections.abc import Mapping, Sequence

from etl.reading.grid import Sheet
from etl.recognition.candidate_rows import known_words
from etl.recognition.days_between_rows import with_days_carried
from etl.recognition.meanings import Knowledge
from etl.recognition.side_by_side import Part, recognise_parts
from etl.recognition.split_dates import JOINED, with_dates_joined
from etl.recognition.turned_sheet import turned_sheet
from etl.recognition.unrecognised import Unrecognised
from etl.recognition.year_column import with_years_written
from etl.schema import RecordType


def tables_of(
    sheet: Sheet, records: Mapping[str, RecordType], knowledge: Knowledge, file: str
) -> tuple[Sheet, Sequence[Part] | Unrecognised, list[str]]:
    """Return a sheet as it is read, its tables or why there are none, and sentences on what was done to it."""
    own = knowledge.of_sheet(sheet.name)
    dated, notes = _with_dates(sheet, records, knowledge)
    parts = recognise_parts(dated, records, own, file)
    if not isinstance(parts, Unrecognised):
        return dated, parts, notes
    turned = turned_sheet(sheet, parts, records, own, file)
    if isinstance(turned, Unrecognised):
        return turned.sheet or dated, turned, notes
    return turned.parts[0][0], turned.parts, [turned.note]


def _with_dates(sheet: Sheet, records: Mapping[str, RecordType], knowledge: Knowledge) -> tuple[Sheet, list[str]]:
    """Return a sheet with its dates in one column, where they stand in several or on lines of their own, and a sentence on each."""
    joined = with_dates_joined(sheet)
    yearly, written = with_years_written(joined)
    dated, carried = with_days_carried(yearly, known_words(records, knowledge.of_sheet(sheet.name)))
    return dated, [note for note in (JOINED if joined is not sheet else "", written, carried) if note]
