"""Writes a checked text as HTML: every claim marked with its number and verdict, and a table of them; all text escaped."""

from collections.abc import Iterable, Iterator

from documents.day_text import day_text
from evidence.claims.checked_claim import VERDICTS, CheckedClaim, ClaimsReport, Verdict
from evidence.claims.detection.unread_numbers import UnreadNumber
from evidence.claims.report import claim_rows, unread_rows
from ui.frame.escape import html_escape
from wording.states import CLAUSES

# The class that colours a verdict; the word stands beside it, so that no one needs the colour.
CLASSES: dict[Verdict, str] = {
    "偏高": "over", "自相矛盾": "against", "偏低": "under", "口径未明": "unclear", "无记录": "unknown", "已隐藏": "unknown", "相符": "right",
}  # fmt: skip
MEANINGS: dict[Verdict, str] = {
    "偏高": "文中的数比记录多",
    "自相矛盾": "文中前后对不上",
    "偏低": "文中的数比记录少",
    "口径未明": "没写明时期、社区、指标或比较的对象",
    "无记录": "台账里没有可以对照的",
    "已隐藏": CLAUSES["hidden"],
    "相符": "记录支持",
}
SHORT = 12  # characters that are kept on one line with their verdict
HEAD = ("", "原文", "结果", "记录里的数", "口径", "理由和建议")


def summary(report: ClaimsReport) -> str:
    """Return the counts of all verdicts, the ones to be mended first, and the day of writing they are of, be it typed anew and not yet sent."""
    chips = "".join(
        f'<span class="verdict {CLASSES[verdict]}" title="{MEANINGS[verdict]}">{verdict} <b>{report.counts[verdict]}</b></span>'
        for verdict in VERDICTS
        if report.counts[verdict]
    )
    day = f'<span class="as-of">按写作日期{day_text(report.as_of)}核对</span>'
    return f'<p class="verdicts"><span>找到{len(report.claims)}处</span>{chips}{day}</p>'


def text(report: ClaimsReport) -> str:
    """Return the text with its claims and its other numbers marked; of two that overlap the first."""
    parts, end = [], 0
    for start, stop, mark in sorted(_marks(report)):
        if start >= end:
            parts += [html_escape(report.text[end:start]), mark]
            end = stop
    return f'<div class="draft">{"".join(parts)}{html_escape(report.text[end:])}</div>'


def _marks(report: ClaimsReport) -> Iterator[tuple[int, int, str]]:
    for number, claim in enumerate(report.claims, 1):
        yield claim.claim.start, claim.claim.end, _mark(number, claim, report.text)
    for unread in report.unread:
        why = html_escape(f"没有核对：{unread.reason}")
        yield unread.start, unread.end, f'<span class="unread" title="{why}">{html_escape(unread.text)}</span>'


def _mark(number: int, claim: CheckedClaim, draft: str) -> str:
    words = html_escape(draft[claim.claim.start : claim.claim.end])
    link = f'<sup><a href="#claim-{number}">{number} {claim.verdict}</a></sup>'
    css = f"claim {CLASSES[claim.verdict]}{' short' if len(claim.claim.text) <= SHORT else ''}"
    return f'<mark class="{css}" title="{html_escape(claim.reason)}">{words}{link}</mark>'


def table(numbered: Iterable[tuple[int, CheckedClaim]]) -> str:
    """Return a table of claims with their numbers in the text, which lead here; on a phone each is a card of its own."""
    head = "".join(f"<th>{name}</th>" for name in HEAD)
    body = "".join(f'<tr id="claim-{number}">{_cells(number, claim)}</tr>' for number, claim in numbered)
    return f'<table class="claims"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def unread(report: ClaimsReport) -> str:
    """Return the numbers that were not checked, by reason, each with the words around it."""
    rows = "".join(
        f"<tr><td>{html_escape(reason)}</td><td>{_quoted(report.text, numbers)}</td></tr>"
        for reason, numbers in unread_rows.by_reason(report).items()
    )
    return f'<table class="claims unread-numbers"><tbody>{rows}</tbody></table>'


def _quoted(text: str, numbers: Iterable[UnreadNumber]) -> str:
    around = (map(html_escape, unread_rows.around(text, number)) for number in numbers)
    return "　".join(f"{before}<b>{words}</b>{after}" for before, words, after in around)


def single(number: int, claim: CheckedClaim) -> str:
    """Return one claim by itself."""
    return f'<table class="claims single"><tbody><tr>{_cells(number, claim)}</tr></tbody></table>'


def _cells(number: int, claim: CheckedClaim) -> str:
    suggestion = f'<p class="better">建议：{html_escape(claim.suggestion)}</p>' if claim.suggestion else ""
    scope = "，".join(filter(None, (claim_rows.period_label(claim), claim_rows.place_label(claim))))
    cells = (
        ("number", str(number)),
        ("words", html_escape(claim.claim.text)),
        ("result", f'<span class="verdict {CLASSES[claim.verdict]}">{claim.verdict}</span>'),
        ("recorded", _stacked(claim_rows.recorded_number(claim), claim_rows.ratio_sides(claim))),
        ("basis", _stacked(claim_rows.indicator_label(claim), scope)),
        ("why", html_escape(claim.reason) + suggestion),
    )
    return "".join(f'<td class="{name}">{content}</td>' for name, content in cells)


def _stacked(first: str, second: str) -> str:
    below = f"<small>{html_escape(second)}</small>" if second else ""
    return f"{html_escape(first)}{below}"
