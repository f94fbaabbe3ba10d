"""Finds the day on which a text says that it was published: whoever checks it later must not take 目前 for today."""

import re
from datetime import date

# 发布时间:2023-09-08 10:06 · 发布日期：2023年9月8日 · a line that begins with 时间:2023-11-14.
STATED = re.compile(
    r"(?:(?:发布|发表|成文|写作|撰写|填报|印发)(?:时间|日期)|^\s*(?:时间|日期))\s*[:：]\s*"
    r"(?P<year>20\d\d)[-./年](?P<month>\d{1,2})[-./月](?P<day>\d{1,2})(?!\d)",
    re.MULTILINE,
)


def publication_day(text: str) -> date | None:
    """Return the one day that a text gives as that of its publication; None where it gives none, or several."""
    days = {day for match in STATED.finditer(text) if (day := _day(match))}
    return days.pop() if len(days) == 1 else None


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(*(int(match[name]) for name in ("year", "month", "day")))
    except ValueError:  # 2023-13-40
        return None
