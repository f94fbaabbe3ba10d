"""Finds the tables of a sheet after what it needs to be read as one: dates joined, forms turned; says what was done."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from etl.cleaning.explanations import is_named_so
from etl.reading.grid import Sheet
from etl.recognition.candidate_rows import known_words
from etl.recognition.days_between_rows import with_days_carried
from etl.recognition.kinds_of_no_table import why_no_table
from etl.recognition.meanings import CHECKED, Knowledge
from etl.recognition.side_by_side import Part, recognise_parts
from etl.recognition.split_dates import JOINED, with_dates_joined
from etl.recognition.turned_sheet import TurnedSheet, turned_sheet
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
    refused = parts if isinstance(parts, Unrecognised) else _doubted(dated, records, own, file)
    turned = turned_sheet(sheet, refused, records, own, file) if refused else None
    if isinstance(turned, TurnedSheet):
        return turned.parts[0][0], turned.parts, [turned.note]
    if isinstance(parts, Unrecognised) and not is_named_so(sheet) and (sentence := why_no_table(dated, parts)):
        return dated, replace(parts, objection=sentence, rivals=()), notes
    if isinstance(turned, Unrecognised) and isinstance(parts, Unrecognised):
        return turned.sheet or dated, turned, notes
    return dated, parts, notes


def _doubted(sheet: Sheet, records: Mapping[str, RecordType], knowledge: Knowledge, file: str) -> Unrecognised | None:
    """Return why a sheet would be refused had nobody said that what is doubtful is right: a form is one all the same."""
    constants = {name: text for name, text in knowledge.settings.constants.items() if name != CHECKED}
    if len(constants) == len(knowledge.settings.constants):
        return None
    unchecked = replace(knowledge, settings=replace(knowledge.settings, constants=constants))
    parts = recognise_parts(sheet, records, unchecked, file)
    return parts if isinstance(parts, Unrecognised) else None


def _with_dates(sheet: Sheet, records: Mapping[str, RecordType], knowledge: Knowledge) -> tuple[Sheet, list[str]]:
    """Return a sheet with its dates in one column, where they stand in several or on lines of their own, and a sentence on each."""
    joined = with_dates_joined(sheet)
    yearly, written = with_years_written(joined)
    dated, carried = with_days_carried(yearly, known_words(records, knowledge.of_sheet(sheet.name)))
    return dated, [note for note in (JOINED if joined is not sheet else "", written, carried) if note]
