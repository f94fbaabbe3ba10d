"""Tells which columns of a record type the lines above a header fill: 活动名称：重阳敬老 names the activity of all rows below."""

from collections.abc import Mapping

from etl.columns import COMMUNITY
from etl.parse import without_personal_data
from etl.recognition import header_cell
from etl.recognition.meanings import HeaderKnowledge, find_column
from etl.recognition.readable import can_read
from etl.schema import Column, RecordType


def constants_stated_for_file(record: RecordType, knowledge: HeaderKnowledge) -> set[str]:
    """Return the columns of this record type whose text a person states for this file, be it that there is none."""
    return {column.name for name in knowledge.settings.constants if (column := find_column(record, name))}


def stated_above(record: RecordType, knowledge: HeaderKnowledge) -> dict[str, str]:
    """Return {column: text} of the lines above a header, for columns that all rows may share and that can read the text.

    None without a label that means more than a word of every ledger: 日期：2024年3月31日 alone is when a form was filled in.
    """
    named = ((label, find_column(record, label), text) for label, text in knowledge.particulars.items())
    stated = [(label, column, text) for label, column, text in named if column]
    shared = [(label, column, text) for label, column, text in stated if _is_shared(column, text)]
    is_told = any(header_cell.is_telling(column, label) for label, column, _ in shared)
    people = {column.name: text for label, column, text in stated if _is_of_one_person(column, label, text)}
    return people | ({column.name: text for _, column, text in shared} if is_told else {})


def _is_of_one_person(column: Column, label: str, text: str) -> bool:
    """Tell whether a line names whom all rows below it are about, as on the card of one volunteer: 姓名：张建国.

    Only where each row must name somebody, or the label says who gave or received: 填表人 names nobody of the rows.
    """
    is_named = column.is_required or (column.kind.keeps_organisations and header_cell.is_telling(column, label))
    return column.kind.is_personal and is_named and can_read(column, text)


def _is_shared(column: Column, text: str) -> bool:
    is_of_rows = column.kind.is_quantity or column.kind.is_personal or column.name == COMMUNITY.name
    return not is_of_rows and can_read(column, text)


def said_above(record: RecordType, particulars: Mapping[str, str]) -> str:
    """Say what the lines above a header state of all rows; a person is not named."""
    columns = ((record.column(name), text) for name, text in particulars.items())
    stated = "".join(f"“{column.label}：{_shown(column, text)}”" for column, text in columns)
    return f"表头上方写着{stated}，下面各行按它填入。"


def _shown(column: Column, text: str) -> str:
    is_hidden = column.kind.is_personal and not column.kind.keeps_organisations
    return "（姓名不显示）" if is_hidden else without_personal_data(text)
