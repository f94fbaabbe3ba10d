"""A checked text as HTML: every claim marked with its number and verdict in words, and a table of them; all text escaped."""

from collections.abc import Iterable

from evidence.claims.checked_claim import VERDICTS, CheckedClaim, ClaimsReport, Verdict
from evidence.claims.report import claim_rows
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
    "口径未明": "没写明时期或社区，或比较的对象",
    "无记录": "台账里没有可以对照的",
    "已隐藏": CLAUSES["hidden"],
    "相符": "记录支持",
}
SHORT = 12  # signs that are kept on one line with their verdict
HEAD = ("", "原文", "结果", "记录里的数", "口径", "理由和建议")


def summary(report: ClaimsReport) -> str:
    """Return the counts of all verdicts, the ones to be mended first."""
    chips = "".join(
        f'<span class="verdict {CLASSES[one]}" title="{MEANINGS[one]}">{one} <b>{report.counts[one]}</b></span>'
        for one in VERDICTS
        if report.counts[one]
    )
    return f'<p class="verdicts"><span>找到{len(report.claims)}处</span>{chips}</p>'


def text(report: ClaimsReport) -> str:
    """Return the text with its claims marked; of two that overlap the first."""
    parts, at = [], 0
    for number, one in enumerate(report.claims, 1):
        if one.claim.start < at:
            continue
        parts.append(html_escape(report.text[at : one.claim.start]))
        parts.append(_mark(number, one, report.text))
        at = one.claim.end
    return f'<div class="draft">{"".join(parts)}{html_escape(report.text[at:])}</div>'


def _mark(number: int, one: CheckedClaim, source: str) -> str:
    words = html_escape(source[one.claim.start : one.claim.end])
    told = f'<sup><a href="#claim-{number}">{number} {one.verdict}</a></sup>'
    kind = f"claim {CLASSES[one.verdict]}{' short' if len(one.claim.text) <= SHORT else ''}"
    return f'<mark class="{kind}" title="{html_escape(one.reason)}">{words}{told}</mark>'


def table(chosen: Iterable[tuple[int, CheckedClaim]]) -> str:
    """Return a table of claims with their numbers in the text, which lead here; on a phone each is a card of its own."""
    head = "".join(f"<th>{name}</th>" for name in HEAD)
    body = "".join(f'<tr id="claim-{number}">{_cells(number, one)}</tr>' for number, one in chosen)
    return f'<table class="claims"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def single(number: int, one: CheckedClaim) -> str:
    """Return one claim by itself."""
    return f'<table class="claims single"><tbody><tr>{_cells(number, one)}</tr></tbody></table>'


def _cells(number: int, one: CheckedClaim) -> str:
    better = f'<p class="better">建议：{html_escape(one.suggestion)}</p>' if one.suggestion else ""
    cells = (
        ("number", str(number)),
        ("words", html_escape(one.claim.text)),
        ("result", f'<span class="verdict {CLASSES[one.verdict]}">{one.verdict}</span>'),
        ("recorded", _stacked(claim_rows.recorded_number(one), claim_rows.ratio_sides(one))),
        (
            "basis",
            _stacked(
                claim_rows.indicator_label(one),
                "，".join(filter(None, (claim_rows.period_label(one), claim_rows.place_label(one)))),
            ),
        ),
        ("why", html_escape(one.reason) + better),
    )
    return "".join(f'<td class="{name}">{content}</td>' for name, content in cells)


def _stacked(first: str, second: str) -> str:
    below = f"<small>{html_escape(second)}</small>" if second else ""
    return f"{html_escape(first)}{below}"
