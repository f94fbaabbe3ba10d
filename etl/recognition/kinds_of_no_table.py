"""Knows sheets that can be no ledger, whatever their headers come near: a chain of sign-ups pasted from a chat, questions answered with yes or no."""

import re
from collections.abc import Iterator

from etl.parse import looks_like_name, without_personal_data
from etl.reading.grid import HEAD_ROWS, Sheet
from etl.recognition.header_cell import is_question
from etl.recognition.unrecognised import Unrecognised

_LINK = re.compile(r"\s*\d{1,3}\s*[.、．)）:：]\s*([^\d\s.、].{0,30})")  # 1. 张三 2人
_BEHIND_NAME = re.compile(r"[\s\d+＋(（,，:：]")
_ENDS_WITH_PEOPLE = re.compile(r".*\d\s*人\s*")
LEAST_LINKS = 2
MOSTLY = 0.5  # of the lines
_DAY = re.compile("[12]?[0-9]|3[01]")
_TICKS = frozenset("√✓✔☑○●×✗✘")
LEAST_NUMBERED = 3
MOST_TITLE_ROWS = 10  # above a header
_YES_NO = frozenset(("是", "否", "有", "无", "√", "×"))


def why_no_table(sheet: Sheet, unrecognised: Unrecognised) -> str:
    """Return what such a sheet is and what to hand in instead, "" of any other."""
    if unrecognised.objection:  # which says more of the sheet
        return ""
    return _chain(sheet) or _numbered_marks(sheet) or next(_yes_or_no(unrecognised), "")


def _chain(sheet: Sheet) -> str:
    """Return the sentence on a chain: numbered lines in one column, most of the sheet names of people, or below the word 接龙."""
    rows = [[text for text in sheet.row(row) if text] for row in range(min(sheet.height, HEAD_ROWS))]
    lines = [texts[0] for texts in rows if len(texts) == 1]
    links = [match[1] for line in lines if (match := _LINK.fullmatch(line))]
    is_named = any("接龙" in text and not _LINK.fullmatch(text) for texts in rows for text in texts)
    is_of_people = sum(map(_names_somebody, links)) > len(lines) * MOSTLY
    if len(links) < LEAST_LINKS or len(lines) < len(rows) * MOSTLY or not (is_named or is_of_people):
        return ""
    return (
        "像一份接龙（一行一个“1. 某某 2人”），不是分列的表，没有入库。请分成“活动名称、签到日期、姓名”几列，一人一行，"
        "或用“活动签到”的空白模板抄好再导入；报名的接龙，请等活动办完，按实际到场的人登记。"
    )


def _names_somebody(link: str) -> bool:
    """Tell whether a numbered line begins with a name or ends with how many come: 张三丰 2人, 阳光一家 3人; not 日期写年月日."""
    return looks_like_name(_BEHIND_NAME.split(link)[0]) or _ENDS_WITH_PEOPLE.fullmatch(link) is not None


def _numbered_marks(sheet: Sheet) -> str:
    """Return the sentence on columns headed 1, 2, 3 … with nothing but ticks below: days of a month, or how many times."""
    for row in range(min(sheet.height, MOST_TITLE_ROWS)):
        numbered = {index: int(text) for index, text in enumerate(sheet.row(row)) if text and _DAY.fullmatch(text)}
        numbers = list(numbered.values())
        if len(numbers) < LEAST_NUMBERED or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
            continue
        below = range(row + 1, min(sheet.height, row + HEAD_ROWS))
        marks = [text for other in below for index, text in enumerate(sheet.row(other)) if text and index in numbered]
        if sum(map(_TICKS.issuperset, marks)) > len(marks) * MOSTLY:
            return (
                f"“{numbers[0]}…{numbers[-1]}”下面打着勾，看不出各是哪一天，没有入库。请把这几列的表头改写成日期（如“4月1日”；"
                "写的是第几次的，写那一次的日期），再写 --record 活动签到，把这几列都指明为“是否到场”，写上活动名称。"
            )
    return ""


def _yes_or_no(unrecognised: Unrecognised) -> Iterator[str]:
    """Yield the sentence on questions of satisfaction that were answered with yes or no, which is no score."""
    header, candidate = unrecognised.header, unrecognised.candidate
    is_survey = any(any(c.kind.is_rating for c in near.record.columns) for near in unrecognised.nearest)
    if header is None or candidate is None or not is_survey:
        return
    for match in header.matches:
        answers = candidate.values_below(match.index, header.rows[-1])
        if "满意" in match.header and is_question(match.header) and answers and _YES_NO.issuperset(answers):
            name = without_personal_data(match.header)
            yield (
                f"“{name}”下面写的是“{'”“'.join(answers[:2])}”，不是分数，也不是满意程度，算不出满意度，没有入库。"
                "问卷里有分数或满意程度（很满意、满意、一般……）的，请改用那一列再导入；只问了是或否的给不出分数，请不要改写成分数。"
            )
            return
