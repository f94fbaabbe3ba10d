"""Asks about quantities for one of several people or households (件/人, 每户): without how many there were they say of no row how much it was."""

import re
from collections.abc import Iterator

from etl import kinds, parse
from etl.reading.grid import Sheet
from etl.recognition.cells_below import cells_below
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import TableHeader

_ONE = "人次?|名|位|户|家庭?"
PER_ONE = rf"[一-鿿]{{1,2}}\s*[/／]\s*(?:{_ONE})|每一?(?:{_ONE})"  # 件/人, 每户: a unit of goods
_IN_HEADER = re.compile(  # 开展活动/人次 has two levels and is none of one
    rf"[/／]\s*(?:{_ONE})\s*(?=[)）])|(?<=[量数])[/／](?:{_ONE})$|每一?(?:{_ONE})|[人户]均|标准(?=\s*(?:[(（]|$))"
)
_PEOPLE = re.compile(r".*(?:人[数次]|人口数?|户数|家庭数)(?:[(（].*[)）])?")
_SUM = re.compile(r"(?:合计|小计|总计|共计|总)(?:数|数量|量|件数|份数)?(?:[(（].*[)）])?")


def goods_per_head(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which headers over quantities of goods are for one of several, in a sentence with what to write.

    In a list of people by name, without how many stand behind each row, what each gets is the quantity of the row.
    """
    names = header.sources if header.record.direction else ()  # 开展活动/人次 is one of the reported sums
    for name in (name for name in names if header.record.column(name).kind is kinds.QUANTITY):
        for text in map(header.text, header.sources[name]):
            if (per_one := _IN_HEADER.search(text)) and not _has_one_name_a_row(header, sheet):
                yield sentence(f"“{text}”写的是“{per_one[0].strip()}”", header.label(name), _sum(header))


def sentence(where: str, label: str, total: str = "") -> str:
    """Return why such quantities are not read, `where` telling what stands in which place; `total` is a header over sums."""
    way = (
        f"“{total}”是一共的，请加 --map {total}={label}"
        if total
        else f"请把“{label}”换成一共的数（每份×人数或户数）再导入"
    )
    return f"{where}，是一份的数量，不是这一行一共多少，照样加会偏小，没有入库。{way}；已经是这一行一共的，加 --set {CHECKED}=是。"


def is_of_single_people(header: TableHeader) -> bool:
    """Tell whether rows are about people, by a column of them, none of how many and none of sums."""
    is_counted = any(_PEOPLE.fullmatch(match.header) or _SUM.fullmatch(match.header) for match in header.matches)
    return not is_counted and any(header.record.column(name).kind.is_personal for name in header.sources)


def _has_one_name_a_row(header: TableHeader, sheet: Sheet) -> bool:
    """Tell whether a row is of one person who is named: 困难群众 are many."""
    people = [index for name, (index, *_) in header.sources.items() if header.record.column(name).kind.is_personal]
    texts = [text for index in people for text in cells_below(header, sheet, index).unique().drop_null().to_pylist()]
    named = sum(parse.looks_like_name(text) or _is_of_one_masked(text) for text in texts)
    return is_of_single_people(header) and 2 * named > len(texts)


def _is_of_one_masked(text: str) -> bool:
    return parse.is_masked_name(text) and not parse.is_kind_of_people(text)


def _sum(header: TableHeader) -> str:
    sums = (match.header for match in header.matches if match.how == "unknown" and _SUM.fullmatch(match.header))
    return next(sums, "")
