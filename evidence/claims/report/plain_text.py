"""A report for the command line: as plain data, and for reading."""

from datetime import date
from typing import Any

from evidence.claims.binding.places import named_in
from evidence.claims.checked_claim import Checked, Report
from evidence.claims.report import claim_rows
from evidence.claims.verification.tolerance import is_mean


def described(report: Report, everybody: tuple[str, ...]) -> dict[str, Any]:
    """Return the claims as plain data; `everybody` are all communities of the build."""
    return {"claims": [_row(one, everybody) for one in report.checked]}


def in_words(report: Report) -> str:
    """Return the report for reading: the summary, then a paragraph for each claim."""
    demo = ["【演示数据，不得用于申报】"] if report.is_demo else []
    found = [_paragraph(number, one) for number, one in enumerate(report.checked, 1)]
    return "\n".join([*demo, report.summary, f"按{report.as_of}的说法核对，数据批次{report.build}。", *found])


def _paragraph(number: int, one: Checked) -> str:
    named = f"　{claim_rows.label(one)}" if one.binding else ""
    better = f"\n    建议：{one.suggestion}" if one.suggestion else ""
    return f"\n{number}. 【{one.verdict}】{one.claim.text}{named}\n    {one.reason}{better}"


def _row(one: Checked, everybody: tuple[str, ...]) -> dict[str, Any]:
    claim = one.claim
    from_on, to_on = _window(one)
    place = one.place.communities if one.place and one.place.is_stated else ()
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
        "indicator": one.binding.indicator if one.binding else None,
        "window": {"from": _iso(from_on), "to": _iso(to_on)},
        "community": named_in(place, everybody),
        "computed": None if one.computed is None else round(one.computed, 6),
        "verdict": one.verdict,
        "reason": one.reason,
    }


def _window(one: Checked) -> tuple[date | None, date | None]:
    """The days a claim was computed over; without a beginning where it counts from the first record on."""
    if one.figure and one.span and (one.span.is_event or is_mean(one.figure)):
        return one.figure.period.from_on, one.figure.period.to_on
    if one.span is None or (not one.span.is_stated and not one.figures):
        return (one.claim.window.from_on, one.claim.window.to_on) if one.claim.window else (None, None)
    return None if one.span.is_until else one.span.from_on, one.span.to_on


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
