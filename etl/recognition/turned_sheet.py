"""Reads a sheet that is no table of rows as one: forms, each label with its value beside it, and tables whose headers stand below one another.

It is tried only where the sheet as it stands is refused, and taken only where what comes of it is a table of one record type; see
docs/adr/0023-forms-and-tables-on-their-side.md.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from etl.reading.grid import Sheet
from etl.recognition import forms, headers_down
from etl.recognition.candidate_rows import known_words
from etl.recognition.form_page import FORM
from etl.recognition.ledger_tables import recognise_tables
from etl.recognition.meanings import Knowledge
from etl.recognition.nearest_types import texts_of
from etl.recognition.side_by_side import Part
from etl.recognition.table_header import TableHeader
from etl.recognition.unrecognised import Unrecognised
from etl.schema import RecordType

_NOT_YET = re.compile(
    "申请|申报|审批|策划|方案|预案|招募|征集|意向|报名|通知|预告|邀请"
)  # over a form: of what is asked for or planned
_WAYS: tuple[tuple[Callable[[Sheet, frozenset[str], tuple[RecordType, ...]], list[Sheet]], str], ...] = (
    (forms.sheets_of_forms, forms.NOTE),
    (headers_down.sheets_of_headers_down, headers_down.NOTE),
)


@dataclass(frozen=True)
class TurnedSheet:
    """The tables that came of turning a sheet, and a sentence on what was done."""

    parts: tuple[Part, ...]
    note: str


def turned_sheet(
    sheet: Sheet, refused: Unrecognised, records: Mapping[str, RecordType], knowledge: Knowledge, file: str
) -> TurnedSheet | Unrecognised:
    """Return the tables of a sheet that is turned, else why it is refused; `refused` is why the sheet as it stands is.

    Of a form whose labels do not suffice that is what is lacking, which a person can state.
    """
    is_form = refused.objection.startswith(FORM)
    if knowledge.settings.header_row is not None:
        return refused
    known = known_words(records, knowledge)
    of_rows = {id: record for id, record in records.items() if not (record.is_reported_sum or record.is_register)}
    for turn, note in _WAYS:
        sheets = turn(sheet, known, tuple(of_rows.values()))
        results = [(turned, recognise_tables(turned, of_rows, knowledge, file)) for turned in sheets]
        parts = [(turned, tables) for turned, tables in results if not isinstance(tables, Unrecognised)]
        if parts and len(parts) == len(results) and _is_one_type(parts):
            if (word := _word_of_plans(parts, file)) and not knowledge.settings.record:
                return _as_planned(sheets[0], parts[0][1][0].header, word)
            return TurnedSheet(tuple(parts), note)
        lacking = next((other for _, other in results if isinstance(other, Unrecognised)), None)
        is_nearer = (
            not refused.objection and not refused.rivals and lacking and _closeness(lacking) > _closeness(refused)
        )
        if lacking and (is_form or is_nearer):
            return replace(lacking, objection=_sentence(lacking), sheet=sheets[0])
    row = forms.row_in_the_way(sheet, known, tuple(of_rows.values())) if is_form else None
    return refused if row is None else replace(refused, objection=f"{refused.objection}{_way_on(sheet.row_no(row))}")


def _closeness(refused: Unrecognised) -> tuple[bool, int]:
    """Return whether a record type fits but for a doubt, and how many columns of the nearest one were understood."""
    return bool(refused.doubted), max((len(near.understood) for near in refused.nearest), default=0)


def _is_one_type(parts: Sequence[Part]) -> bool:
    """Tell whether each table is one of the same record type, and all of it: no label heads a table of its own."""
    return len({table.record.id for _, tables in parts for table in tables}) == 1 and all(
        len(tables) == 1 for _, tables in parts
    )


def _word_of_plans(parts: Sequence[Part], file: str) -> str:
    """Return the word by which title, sheet name or file name say that a form asks for what it tells of, or plans it, or ""."""
    texts = (text for sheet, tables in parts for text in (*tables[0].titles, sheet.name, file))
    return next((match[0] for text in texts if (match := _NOT_YET.search(text))), "")


def _as_planned(sheet: Sheet, header: TableHeader, word: str) -> Unrecognised:
    label = header.record.label
    objection = (
        f"标题、工作表名或文件名里写着“{word}”，这张表单像申请、审批或打算做的事，不是做成了的“{label}”，没有入库。"
        f"确实都做了的，写 --record {label}。"
    )
    return Unrecognised(texts_of(header), objection=objection, header=header, sheet=sheet)


def _way_on(row_no: int) -> str:
    return f"第{row_no}行不是一项名称、一项内容（像表单里的小表）：从这一行起移到另一张工作表，或整段去掉，表单就能直接读。"


def _sentence(lacking: Unrecognised) -> str:
    return lacking.objection or f"这张工作表像表单（竖表），各项名称当作表头读：{lacking.sentence()}"
