"""Reads the lines that state particulars of a table beside its cells: 活动名称：重阳敬老, 活动时间：2024年10月11日."""

import re
from collections.abc import Iterator

from etl import parse
from etl.reading.grid import Sheet

MOST_PARTICULARS = 4  # texts of a row that states them
MOST_ROWS_ABOVE = 10  # a header that are looked at
PARTICULAR = re.compile(r"(?!\d{1,2}:)[^:]{2,10}:.+")  # 填表人：张三, 单位：元, 填报日期：2024年3月; squeezed
_LABEL_ONLY = re.compile(r"[一-鿿]{2,10}\s*[:：]")  # 活动名称：, whose value stands in the next cell
# 活动名称, whose value stands in the next cell without a colon, above a header: what a form says of all rows
_LABEL = re.compile(
    r"(?:活动|会议|培训|服务|课程|项目)?(?:名称|主题|时间|日期|地点)|(?:主办|承办|协办|组织|举办)(?:单位|方|者)"
    r"|(?:主讲|主持|负责|组织|记录|填表|联系|带队|授课)(?:人|人员|老师|员)"
)
_NO_VALUE = re.compile(  # of such a label, but the next header: 活动名称 | 备注
    r"序号?|编号|备注|说明|签名|签到|签字|姓名|性别|年龄|身份|人数|人次|数量|单位|金额|类型|类别|形式|内容|对象|情况|.*(?:人数|人次|签到|签名|电话|情况|时间|日期|地点|名称|单位)"
)
MOST_ROWS_TO_HEADER = 4  # below a row of such pairs, one of which heads columns
LEAST_HEADERS = 3  # different words in a row that heads columns
# 活动名称：重阳敬老 活动时间：2024年10月11日 14:30: a label is of Chinese characters, so that no time of day is one
_PAIR = re.compile(r"(?P<label>[一-鿿]{2,10})\s*[:：]\s*(?P<value>\S.*?)(?=\s+[一-鿿]{2,10}\s*[:：]|\s*$)")


def states_particulars(sheet: Sheet, row: int) -> bool:
    """Tell whether a row says who filled the form in, where and when, and nothing else: it heads no columns, though it is merged over them."""
    texts = _statements(sheet, row)
    return 0 < len(texts) <= MOST_PARTICULARS and all(map(PARTICULAR.match, map(parse.squeezed, texts)))


def particulars_above(sheet: Sheet, header_row: int) -> dict[str, str]:
    """Return {label: value} of the lines right above a header, the nearest first; a line of several other texts ends them."""
    particulars: dict[str, str] = {}
    for row in range(header_row - 1, max(-1, header_row - 1 - MOST_ROWS_ABOVE), -1):
        if len(_statements(sheet, row)) > 1 and not states_particulars(sheet, row):
            break
        particulars = dict(_pairs(sheet, row)) | particulars
    return particulars


def has_particulars_of_all(sheet: Sheet, row: int) -> bool:
    """Tell whether a row states particulars that hold for all blocks side by side below it: no label occurs twice."""
    labels = [label for label, _ in _pairs(sheet, row)]
    return states_particulars(sheet, row) and len(set(labels)) == len(labels)


def _pairs(sheet: Sheet, row: int) -> Iterator[tuple[str, str]]:
    """Yield (label, value) of a row of particulars."""
    for text in _statements(sheet, row):
        yield from ((pair["label"], pair["value"]) for pair in _PAIR.finditer(text))


def _statements(sheet: Sheet, row: int) -> list[str]:
    """Return the distinct texts of a row from left to right, a label in a cell of its own joined to the cell behind it."""
    statements: list[str] = []
    texts = _texts(sheet, row)
    if _are_pairs(texts) and any(
        _heads_columns(sheet, below) for below in range(row + 1, row + 1 + MOST_ROWS_TO_HEADER)
    ):
        return [f"{label}：{text}" for label, text in zip(texts[::2], texts[1::2], strict=True)]
    for text in texts:
        if statements and _LABEL_ONLY.fullmatch(statements[-1]):
            statements[-1] += text
        else:
            statements.append(text)
    return statements


def _texts(sheet: Sheet, row: int) -> list[str]:
    """Return the distinct texts of a row from left to right."""
    return list(dict.fromkeys(filter(None, sheet.row(row))))


def _are_pairs(texts: list[str]) -> bool:
    """Tell whether labels and values stand by turns: 活动名称, 重阳敬老, 活动时间, 2024年10月11日."""
    if not texts or not _LABEL.fullmatch(parse.squeezed(texts[0])):
        return False  # as most rows
    labels, values = (list(map(parse.squeezed, half)) for half in (texts[::2], texts[1::2]))
    has_values = len(labels) == len(values) and not any(map(_NO_VALUE.fullmatch, values))
    return has_values and all(map(_LABEL.fullmatch, labels)) and not any(map(_LABEL.fullmatch, values))


def _heads_columns(sheet: Sheet, row: int) -> bool:
    """Tell whether a row holds several short words and no number, as headers are."""
    texts = _texts(sheet, row) if row < sheet.height else []
    has_digits = any(character.isdigit() for text in texts for character in text)
    return len(texts) >= LEAST_HEADERS and not has_digits and not _are_pairs(texts)
