"""Asks about amounts for one of several people or things (元/人, 每户, 人均): without the number of them they say of no row how much it was."""

import re
from collections.abc import Iterator

from etl import kinds
from etl.reading.grid import Sheet
from etl.recognition import title
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import TableHeader

_PERSON = "人次?|名|位|户|家"
_ONE = f"(?:{_PERSON}|份|课时|小时|天|日|月|年|件|袋|套|盒|桌|餐)"  # 元/次, 元/场: a row is one time
PER_ONE = rf"[百千万]?元\s*(?:[/／每]|一)\s*{_ONE}"  # 元/人, 元/人·天: a unit
_IN_HEADER = re.compile(
    rf"{PER_ONE}|[/／]\s*{_ONE}\s*[)）]|每一?(?:{_PERSON}|份|件|套)|[人户]均|单价|标准(?=\s*(?:[(（]|$))"
)
_OF_PEOPLE = re.compile(rf".*(?:[/／每一]\s*(?:{_PERSON})[)）\s]*|[人户]均)")
_HOW_MANY = re.compile(r".*(?:[人户次份件场天月][数次]|数量).*|合计.*|小计.*|总[计额价].*")
_STATED = re.compile(PER_ONE)


def amounts_per_head(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which headers over money, or lines over the table, are for one of several, in a sentence with what to write.

    In a list of people, without how many stand behind each row, what each gets is the amount of the row.
    """
    for name in (name for name in header.sources if header.record.column(name).kind is kinds.AMOUNT):
        texts = [*map(header.text, header.sources[name])]
        found = ((text, per_one[0]) for text in texts if (per_one := _IN_HEADER.search(text)))
        above = " ".join(title.lines_over(sheet, header.rows[0]))
        stated = () if name in header.units else ((above, unit) for unit in _STATED.findall(above))
        for text, per_one in (*found, *stated):
            if not (_OF_PEOPLE.fullmatch(per_one) and has_one_person_a_row(header)):
                where = f"“{text}”" if text in texts else "表的上面"
                yield sentence(f"{where}写的是“{per_one.strip('/／()（） ')}”", header.label(name))


def is_for_one(header: str) -> bool:
    """Tell whether a header says that the amounts beneath are for one of several."""
    return _IN_HEADER.search(header) is not None


def has_one_person_a_row(header: TableHeader) -> bool:
    """Tell whether a row is about one person, by a column of names and none of how many."""
    is_of_people = any(header.record.column(name).kind.is_personal for name in header.sources)
    return is_of_people and not any(_HOW_MANY.fullmatch(match.header) for match in header.matches)


def sentence(where: str, label: str) -> str:
    """Return why such amounts are not read, `where` telling what stands in which place."""
    return (
        f"{where}，是一份的钱，不是这一行一共多少，照样加会偏小，没有入库。请把“{label}”换成合计（单价×数量）再导入；"
        f"已经是这一行一共的，加 --set {CHECKED}=是。"
    )
