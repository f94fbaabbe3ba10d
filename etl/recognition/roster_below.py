"""Asks about a header right below which the header of a list of people stands: it is a line of a form above that list, and no header."""

import re
from collections.abc import Iterator, Sequence
from itertools import compress, pairwise

from etl import parse
from etl.reading.grid import Sheet
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import TableHeader

_NAME = re.compile(".{0,4}姓名|(?:参加|参与|参会|签到|服务)人员?|志愿者")
_BESIDE_NAMES = re.compile(
    "序号|性别|年龄|签名|签到|签字|备注|(?:联系)?电话|联系方式|身份证号?|住址|单位|职务|政治面貌|.{0,4}(?:时长|小时)(?:[(（].*)?"
)
LEAST_BESIDE = 2
MOST_ROWS = 3  # below the header, that are looked at


def roster_below(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield that another header stands right below the one that is read, in a sentence with what to write."""
    if any(_NAME.fullmatch(parse.squeezed(match.header.split("/")[-1])) for match in header.matches):
        return
    first = header.rows[-1] + 1
    for row in range(first, min(first + MOST_ROWS, sheet.height)):
        if labels := _labels_of_roster([parse.squeezed(text) for text in sheet.row(row) if text]):
            yield (
                f"第{sheet.row_no(row)}行（{'、'.join(labels[:4])}）像名单的表头，上面第{sheet.row_no(header.rows[-1])}行像表单里的一行，"
                f"照现在这样读会串列，没有入库。请把上面各项写成“活动名称：插花”这样一格一项，再用 --header-row {sheet.row_no(row)} 指明表头；"
                f"确实是一张表的，加 --set {CHECKED}=是。"
            )
            return


def _labels_of_roster(texts: Sequence[str]) -> list[str]:
    """Return the known labels of the header of a list of people, none of them anybody's data; [] of any other row.

    In a form, 姓名 | 王小明 | 性别 | 女, each label has its text beside it; in a header labels stand side by side.
    """
    is_label = [bool(_NAME.fullmatch(text) or _BESIDE_NAMES.fullmatch(text)) for text in texts]
    beside = sum(_BESIDE_NAMES.fullmatch(text) is not None for text in texts)
    is_header = 2 * sum(is_label) > len(texts) and any(left and right for left, right in pairwise(is_label))
    is_of_people = any(map(_NAME.fullmatch, texts)) and beside >= LEAST_BESIDE
    return list(compress(texts, is_label)) if is_header and is_of_people else []
