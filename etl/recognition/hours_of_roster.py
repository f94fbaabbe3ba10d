"""Asks about registers of volunteers with hours: what stands beside each name is what was served so far, and not on one day."""

import re
from collections.abc import Iterator

from etl import kinds
from etl.reading.grid import Sheet
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import TableHeader
from etl.recognition.title import lines_over

_REGISTER = re.compile("花名册|人员名册|(?:注册|在册)志愿者|志愿者(?:名册|名单|信息)")
_DAY = re.compile(r"\d{1,2}月\d{1,2}[日号]|20\d\d[-./]\d{1,2}[-./]\d{1,2}")  # of those who served that day
_SINCE = re.compile("(?:注册|入队|加入|登记|入会|报到|入册)(?:日期|时间)")


def hours_of_roster(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield that the hours of a register without a day of service are sums, in a sentence with what to hand in."""
    hours = [
        column for column in header.record.required if column.kind is kinds.HOURS and column.name in header.sources
    ]
    dates = header.sources.get(header.record.placed_on, ())
    is_dated = any(not _SINCE.search(header.text(index)) for index in dates)
    lines = lines_over(sheet, header.rows[0])
    word = next((match[0] for line in (*lines, sheet.name) if (match := _REGISTER.search(line))), "")
    if hours and not is_dated and word and not any(map(_DAY.search, lines)):
        name = header.text(header.sources[hours[0].name][0])
        yield (
            f"写着“{word}”，表里没有服务的日期，“{name}”像每个人到现在的累计时长，不是一次服务的，没有入库。"
            f"请导入一次一行的服务记录；确实都是同一天服务的，加 --set {CHECKED}=是。"
        )
