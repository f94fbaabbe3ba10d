"""The numbers of a text that were not checked, as rows and by reason, for the screen, Word, Excel and the command line."""

import re
from collections.abc import Iterator

from evidence.claims.checked_claim import ClaimsReport
from evidence.claims.detection.unread_numbers import UnreadNumber

TITLE = "没有核对的数字"
HEADER = ("原文", "前后文字", "为什么没有核对")
STOP = re.compile(r"[，。；：！？,;!?\n]")
BEFORE, AFTER = 8, 5  # characters around a number that are shown with it


def unread_rows(report: ClaimsReport) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each number, in the order of the text, with a cell for each title of HEADER."""
    for number in report.unread:
        yield number.text, "".join(around(report.text, number)), number.reason


def around(text: str, number: UnreadNumber) -> tuple[str, str, str]:
    """Return a number with the words of its clause before and behind it."""
    before = STOP.split(text[max(0, number.start - BEFORE) : number.start])[-1]
    after = STOP.split(text[number.end : number.end + AFTER])[0]
    return before, number.text, after


def by_reason(report: ClaimsReport) -> dict[str, list[UnreadNumber]]:
    """Return the numbers of each reason, those of most numbers last, since what is rare is worth a look."""
    reasons: dict[str, list[UnreadNumber]] = {}
    for number in report.unread:
        reasons.setdefault(number.reason, []).append(number)
    return dict(sorted(reasons.items(), key=lambda entry: len(entry[1])))


def unread_text(report: ClaimsReport) -> str:
    """Return the numbers as lines of text, one for each reason; "" where every number was checked."""
    if not report.unread:
        return ""
    lines = [
        f"    {reason}：{'；'.join(''.join(around(report.text, number)).strip() for number in numbers)}"
        for reason, numbers in by_reason(report).items()
    ]
    return "\n".join([f"\n{TITLE}，{len(report.unread)}个：", *lines])
