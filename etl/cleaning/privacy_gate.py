"""The gate through which everything leaves the reading of a ledger: typed rows, problems and reports, without names and numbers of people.

Columns of people are keys by then. Here every other text is masked, each distinct one once, and the clerk is told where.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import cache, partial
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl import parse
from etl.cleaning import pseudonyms
from etl.cleaning.cleaned_ledger import CleanedLedger
from etl.cleaning.sheet_report import SheetReport
from etl.columns import COMMUNITY
from etl.declarations import record_types
from etl.inbox.settings import Settings
from etl.problem import Problem
from etl.recognition.meanings import NO_NAMES
from etl.recognition.stated_people import words_that_are_no_names
from warehouse.communities import words_of_places

Mask = Callable[[str], str]

MASKED = "personal_data"  # code of the hint
_ADDRESS = re.compile("地点|地址|住址|住处|门牌")  # labels and headers of columns that say where
_NESTED_QUOTE = re.compile("“[^”]*“|”[^“]*”")
_HINT = (
    f"这一格里像是有姓名、号码或门牌，已经隐去，其余照常入库。如果不是个人信息，请用“{NO_NAMES}=…”写明这个词再导入。"
)


def let_through(ledger: CleanedLedger, settings: Settings, key: bytes) -> CleanedLedger:
    """Return a cleaned ledger of which no text tells of a person, with a hint for texts that were masked.

    Stored texts that are masked alike are told apart by a tag, since figures count and join by them; places are not.
    """
    words = words_that_are_no_names(settings.stated(NO_NAMES))
    places = words_of_places(_texts_on_communities(ledger))
    mask = cache(partial(parse.without_personal_data, no_names=words, places=places))  # problems share their texts
    tag = partial(pseudonyms.text_tag, key=key)
    mask_of_text = partial(parse.without_personal_data, no_names=words, places=places, tag=tag)
    mask_of_place = partial(parse.place_without_personal_data, no_names=words)
    mask_of_address = cache(partial(parse.address_without_personal_data, no_names=words, places=places))
    tables: dict[str, list[pa.Table]] = {}
    hints: list[Problem] = []
    for record, tables_of_record in ledger.tables.items():
        masks = {
            name: mask_of_place
            if name == COMMUNITY.name
            else mask_of_address
            if _ADDRESS.search(label)
            else mask_of_text
            for name, label in _text_columns(record).items()
        }
        for table in tables_of_record:
            columns = _masked_columns(table, masks)
            hints += _hints(ledger.file, record, table, columns)
            for name, column in columns.items():
                table = table.set_column(table.column_names.index(name), name, column)
            tables.setdefault(record, []).append(table)
    return replace(
        ledger,
        tables=tables,
        problems=_masked_problems(ledger.problems, mask, mask_of_address) + hints,
        reports=[replace(report, context=tuple(map(mask_of_place, report.context))) for report in ledger.reports],
        sheets=[_masked_report(report, mask) for report in ledger.sheets],
    )


def _texts_on_communities(ledger: CleanedLedger) -> set[str]:
    """Return the titles of tables, names of sheets and file, and communities in rows."""
    tables = (table for tables in ledger.tables.values() for table in tables)
    spelled = {text for table in tables for text in pc.unique(table[COMMUNITY.name].cast(pa.string())).to_pylist()}
    return {text for report in ledger.reports for text in report.context} | (spelled - {None})


def _text_columns(record: str) -> dict[str, str]:
    """Return {stored column: label} of the columns that hold texts, derived ones included; identifiers and people are keys already."""
    declared = record_types()[record]
    texts = (derived for derived in declared.derived if derived.sql_type == "varchar" and not derived.is_key)
    columns = {derived.name: derived.label for derived in texts}
    for column in declared.columns:
        if column.kind.keeps_organisations:
            columns[column.organisation_name] = column.label
        elif column.kind.sql_type == "varchar" and not column.kind.is_personal and not column.kind.is_identity:
            columns[column.name] = column.label
    return columns


def _masked_columns(table: pa.Table, masks: Mapping[str, Mask]) -> dict[str, pa.Array]:
    """Return {name: column} of the columns that hold a text that is masked, of the types they have: other sheets keep theirs."""
    columns = {}
    for name in masks:
        column = _encoded(table[name])
        texts = column.dictionary.to_pylist()
        if (masked := list(map(masks[name], texts))) != texts:
            encoded = pa.array(masked, pa.string()).dictionary_encode()  # two places may be masked alike
            codes = encoded.indices.take(column.indices)
            columns[name] = pa.DictionaryArray.from_arrays(codes, encoded.dictionary).cast(table[name].type)
    return columns


def _encoded(column: pa.ChunkedArray) -> pa.DictionaryArray:
    whole = column.combine_chunks()
    return whole if isinstance(whole, pa.DictionaryArray) else whole.dictionary_encode()


def _hints(file: str, record: str, table: pa.Table, columns: Mapping[str, pa.Array]) -> Iterator[Problem]:
    """Yield a hint for each masked text of a column, at the first row that has it."""
    labels = _text_columns(record)
    for name, column in columns.items():
        texts = column.cast(pa.string())
        for row in _first_rows(table[name].cast(pa.string()), texts):
            place = (table["sheet"][row].as_py(), table["row_no"][row].as_py(), labels[name], texts[row].as_py())
            yield Problem(MASKED, "提示", file, _HINT, *place, record=record)


def _first_rows(written: pa.ChunkedArray, masked: pa.Array) -> list[int]:
    """Return the first row of each text that was masked, in order."""
    rows = np.asarray(pc.indices_nonzero(pc.not_equal(written.combine_chunks(), masked)))
    _, firsts = np.unique(np.asarray(masked.take(rows).dictionary_encode().indices), return_index=True)
    return sorted(rows[firsts].tolist())


def _masked_problems(problems: Iterable[Problem], mask: Mask, mask_of_address: Mask) -> list[Problem]:
    """Return problems with their texts masked, a sentence that many share once."""
    masks = [(each, cache(partial(_with_masked_quotes, mask=each))) for each in (mask, mask_of_address)]
    return [_masked_problem(problem, *masks[bool(_ADDRESS.search(problem.column))]) for problem in problems]


def _masked_problem(problem: Problem, mask: Mask, mask_of_sentence: Mask) -> Problem:
    cell, message = mask(problem.cell), mask_of_sentence(problem.message)
    is_open = (cell, message) == (problem.cell, problem.message)
    return problem if is_open else replace(problem, cell=cell, message=message)


def _with_masked_quotes(sentence: str, mask: Mask) -> str:
    """Return a sentence of ours with what it repeats of the ledger masked: it stands in quotes, and may hold quotes itself."""
    if _NESTED_QUOTE.search(sentence):
        return mask(sentence)
    return re.sub("“([^”]*)”", lambda match: f"“{mask(match[1])}”", sentence)


def _masked_report(report: SheetReport, mask: Mask) -> SheetReport:
    """Return a report with all its texts masked, whatever they are nested in; names of columns and the like stay what they are."""
    return replace(report, **{field.name: _masked(getattr(report, field.name), mask) for field in fields(report)})


def _masked(value: Any, mask: Mask) -> Any:
    match value:
        case str():
            return mask(value)
        case list() | tuple():
            return type(value)(_masked(item, mask) for item in value)
        case Mapping():
            return {key: _masked(item, mask) for key, item in value.items()}
        case _:
            return value
