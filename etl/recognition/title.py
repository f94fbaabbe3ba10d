"""Reads the lines above a table: the community, the time and the unit they state. Names of people in them go no further."""

import re
from collections.abc import Sequence

from etl.reading.grid import Sheet
from etl.recognition.particulars import states_particulars
from etl.recognition.table_header import TableHeader

MOST_ROWS = 10  # above a header that are looked at
MOST_TEXTS_OF_A_LINE = 2  # 捐赠明细 and 单位：元
UNITS = "(?:人民币)?(亿元|[百千]?万元|千元|百元|元|万人|分钟|小时)"
_UNIT = re.compile(rf"单位\s*[:：]\s*{UNITS}|[(（]\s*(?:单位\s*)?{UNITS}\s*[)）]")  # 单位：万元, （元）, (单位 分钟)
_SCALE = re.compile(r"(?<![\d-])(?:\d{1,3}|[五十百])分制")  # 满意度调查（5分制）
_FULL_MARKS = re.compile(  # 满分100分, 请按1-10分打分
    r"满分\s*(?:为|是|[:：])?\s*(?P<full>\d{1,3})(?![\d.])|(?<![\d.年月日第-])[01]\s*[-—－–~～至到]\s*(?P<to>\d{1,3})\s*分(?![钟组之段])"
)
# 填表人：张三, 审核:李四. The text behind the colon is a name; a lone short cell beside it may be a name too.
_SIGNATURE = re.compile(r"[^\s:：；;，,]{0,6}(?:人|员|者|长|社工|经办|审核|制表|填表|记录|复核|电话|手机)\s*[:：].*")
_LONGER_THAN_NAMES = 5  # characters
_PLACE_OR_TIME = re.compile(r"社区|[村居镇街区市县]$|\d|年|月")  # 凤二村, 3月: short cells that are no names

# 活动计划, 计划表, 报名名单, 预算: a list of what is to come; not 暖冬计划, which is a programme, nor 计划完成情况
_PLANNED = re.compile(
    r"(?:工作|活动|年度?|月度?|季度|培训|服务|支出|使用|采购|发放)计划|计划(?:表|安排|一览)|预算|报名(?:表|名单|登记|统计|信息)|招募|活动预告"
)
_CARRIED_OUT = re.compile(r"完成|执行|落实|决算")
# What is to come, promised, asked for or lent, by the direction of what the record type moves: 值班安排表, 认捐登记, 使用申请, 借用登记
_NOT_YET = {
    "": re.compile(
        r"排班|轮值表|值班(?:安排|表)|拟(?:开展|举办)|(?:场地|场所|活动[室厅]|会议室)[^，。]{0,4}(?:预约|申请)|活动申请"
    ),
    "in": re.compile(
        r"认捐|(?:捐[赠款]|爱心)(?:意向|承诺)|意向(?:书|表|登记)|承诺捐[赠款]|(?:物[资品]|资金|经费|救助|补助)申请|申领"
    ),
    "out": re.compile(
        r"拟(?:支出|发放|使用|采购|资助|救助|补助)|(?:使用|支出|经费|资金|用款|拨款|采购|领用|救助)申请|借用|租借|借出|外借"
    ),
}
_TELLS_EACH_ROW = re.compile(r"状态|是否|到账|实[收付发领到]|已[收付发领到]|签到|签退|签名|签字|审批结果")


def first_title_row(sheet: Sheet, header_row: int, after: int | None) -> int:
    """Return the first row of the title over a header; `after` is the header row of the table before, None for the first table.

    A later table's title is lines of one text, with a unit, or of particulars.
    """
    if after is None:
        return max(0, header_row - MOST_ROWS)
    row = header_row
    while row > max(after + 1, header_row - MOST_ROWS) and _is_title(sheet, row - 1):
        row -= 1
    return row


def lines_over(sheet: Sheet, header_row: int) -> list[str]:
    """Return the lines right above a header, the nearest first, with all their words; a row of several cells ends them: it is of a table."""
    lines: list[str] = []
    for row in range(header_row - 1, max(-1, header_row - 1 - MOST_ROWS), -1):
        if len(texts := _texts(sheet, row)) > MOST_TEXTS_OF_A_LINE:
            break
        lines += [" ".join(texts)] if texts else []
    return lines


def _is_title(sheet: Sheet, row: int) -> bool:
    texts = _texts(sheet, row)
    return len(texts) < 2 or any(_UNIT.search(text) for text in texts) or states_particulars(sheet, row)


def _texts(sheet: Sheet, row: int) -> list[str]:
    """Return the distinct texts of a row from left to right."""
    return list(dict.fromkeys(filter(None, sheet.row(row))))


def title_text(sheet: Sheet, start: int, stop: int) -> str:
    """Return what the rows say of place and time, without signatures and lone short words that may be somebody's name."""
    cells = (_SIGNATURE.sub("", cell) for row in range(start, stop) for cell in _texts(sheet, row))
    telling = (cell.strip() for cell in cells if len(cell) >= _LONGER_THAN_NAMES or _PLACE_OR_TIME.search(cell))
    return " ".join(dict.fromkeys(filter(None, telling)))


def line_under_header(sheet: Sheet, start: int, stop: int) -> str:
    """Return the only text of the row under a header, where some ledgers write the unit; "" when it has several or none."""
    texts = _texts(sheet, start) if start < stop else []
    return texts[0] if len(texts) == 1 else ""


def units_of_columns(header: TableHeader, texts: Sequence[str]) -> dict[str, str]:
    """Return {column: unit} for the columns to which a unit stated once for the whole table applies, or the scale of its scores.

    Of several in one text the last stands nearest to the table: the others are of a table above.
    """
    unit = next((found[-1][1] or found[-1][2] for text in texts if (found := [*_UNIT.finditer(text)])), None)
    scale = stated_scale(texts)
    columns = {name: header.record.column(name) for name in header.sources}
    return {name: unit for name, column in columns.items() if unit and unit in column.scales} | {
        name: scale for name, column in columns.items() if scale in column.unit_sets
    }


def stated_scale(texts: Sequence[str]) -> str:
    """Return the one scale that the nearest text with any names, "" where it names several."""
    named = next((found for text in texts if (found := _scales_in(text))), set())
    return named.pop() if len(named) == 1 else ""


def _scales_in(text: str) -> set[str]:
    return {*_SCALE.findall(text), *(f"{mark['full'] or mark['to']}分制" for mark in _FULL_MARKS.finditer(text))}


def word_of_plan(header: TableHeader, texts: Sequence[str]) -> str:
    """Return the word by which the texts around a table say that it tells of what is to come, "" where none does."""
    return _plan_word(texts) or _promise_word(header, texts)


def _plan_word(texts: Sequence[str]) -> str:
    """Return the word by which one of the texts beside a table says that what it lists is still to come, or ""."""
    planning = (text for text in texts if not _CARRIED_OUT.search(text))
    return next((match[0] for text in planning if (match := _PLANNED.search(text))), "")


def _promise_word(header: TableHeader, texts: Sequence[str]) -> str:
    """Return the word by which one of the texts says that what the table lists is to come, promised, asked for or lent, or "".

    Where a header asks what became of each row (状态, 到账金额), the rows are read by it. The nearest text that speaks decides: a sheet
    到账 in a file 认捐.
    """
    if any(_TELLS_EACH_ROW.search(match.header) for match in header.matches):
        return ""
    for text in texts:
        if _TELLS_EACH_ROW.search(text) or _CARRIED_OUT.search(text):
            return ""
        if match := _NOT_YET[header.record.direction].search(text):
            return match[0]
    return ""
