"""A report for the command line: as plain data for JSON, and as text for reading."""

from dataclasses import asdict
from datetime import date
from typing import Any

from documents.day_text import day_text
from evidence.claims.binding.places import community_words
from evidence.claims.checked_claim import CheckedClaim, ClaimsReport
from evidence.claims.publication_day import publication_day
from evidence.claims.report.claim_rows import indicator_label
from evidence.claims.report.unread_rows import unread_text
from evidence.claims.verification.acceptance import is_mean
from wording.notices import DEMO_BANNER


def report_data(report: ClaimsReport, all_communities: tuple[str, ...]) -> dict[str, Any]:
    """Return the claims and the numbers that are none as plain data; `all_communities` are those of the build, which 全部 stands for."""
    claims = [_claim_data(checked_claim, all_communities) for checked_claim in report.claims]
    return {"claims": claims, "unread": [asdict(number) for number in report.unread]}


def report_text(report: ClaimsReport) -> str:
    """Return the report for reading: the summary, a paragraph for each claim, and the numbers that were not checked."""
    demo = [DEMO_BANNER] if report.is_demo else []
    paragraphs = [_paragraph(number, checked_claim) for number, checked_claim in enumerate(report.claims, 1)]
    day = publication_day(report.text)
    other_day = (
        [f"文中写的发布日期是{day_text(day)}；按那一天核对，请加 --as-of {day}。"]
        if day not in (None, report.as_of)
        else []
    )
    heading = f"按{day_text(report.as_of)}的说法核对，数据批次{report.build}。"
    return "\n".join(
        [
            *demo,
            report.summary,
            heading,
            *other_day,
            *filter(None, [report.warning]),
            *paragraphs,
            *filter(None, [unread_text(report)]),
        ]
    )


def _paragraph(number: int, checked_claim: CheckedClaim) -> str:
    label = f"　{indicator_label(checked_claim)}" if checked_claim.binding else ""
    suggestion = f"\n    建议：{checked_claim.suggestion}" if checked_claim.suggestion else ""
    heading = f"{number}. 【{checked_claim.verdict}】{checked_claim.claim.text}{label}"
    return f"\n{heading}\n    {checked_claim.reason}{suggestion}"


def _claim_data(checked_claim: CheckedClaim, all_communities: tuple[str, ...]) -> dict[str, Any]:
    claim, place = checked_claim.claim, checked_claim.place
    from_on, to_on = _days(checked_claim)
    return {
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "value": claim.value,
        "low": claim.low,
        "high": claim.high,
        "qualifier": claim.qualifier,
        "unit": claim.unit,
        "is_trend": claim.is_trend,
        "indicator": checked_claim.binding.indicator if checked_claim.binding else None,
        "window": {"from": _iso(from_on), "to": _iso(to_on)},
        "community": community_words(place.communities if place and place.is_stated else (), all_communities),
        "computed": None if checked_claim.computed is None else round(checked_claim.computed, 6),
        "verdict": checked_claim.verdict,
        "reason": checked_claim.reason,
    }


def _days(checked_claim: CheckedClaim) -> tuple[date | None, date | None]:
    """The days a claim was computed over; without a beginning where it counts from the first record on."""
    figure, period, window = checked_claim.figure, checked_claim.period, checked_claim.claim.window
    if figure and period and (period.is_event or is_mean(figure)):
        return figure.period.from_on, figure.period.to_on
    if period is None or (not period.is_stated and not checked_claim.figures):
        return (window.from_on, window.to_on) if window else (None, None)
    return None if period.is_until else period.from_on, period.to_on


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
