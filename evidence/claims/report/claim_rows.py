"""A report as tables: one line a claim, for Word, Excel and the command line."""

from collections.abc import Iterator

from evidence.claims.checked_claim import Checked, Report
from evidence.claims.detection.claim import Claim
from evidence.claims.verification.reasons import window_words
from evidence.claims.verification.tolerance import declared
from indicators.engine import catalogue
from wording import dates, numbers

HEADER = (
    "序号", "原文", "文中的数", "单位", "口气", "指标", "统计期", "社区", "记录里的数", "分子/分母", "核对结果", "理由", "建议写法",
)  # fmt: skip
QUALIFIERS = {"exact": "正好", "over": "超过、余", "under": "近、不足", "about": "约", "range": "范围", "trend": "趋势"}
Row = tuple[str | int | float | None, ...]


def rows(report: Report) -> Iterator[Row]:
    """Yield a row for each claim, in the order of the text."""
    for number, one in enumerate(report.checked, 1):
        claim = one.claim
        said = (number, claim.text, written(claim), claim.unit, QUALIFIERS[claim.qualifier])
        yield (
            *said,
            label(one),
            window(one),
            place(one),
            recorded(one),
            sides(one),
            one.verdict,
            one.reason,
            one.suggestion,
        )


def written(claim: Claim) -> str | float | None:
    """Return the number a claim writes, or its two ends."""
    if claim.value is None and None not in (claim.low, claim.high):
        return f"{numbers.rounded(claim.low or 0, 4)}–{numbers.rounded(claim.high or 0, 4)}"
    return claim.value


def label(one: Checked) -> str:
    """Return the name of the indicator a claim is held against, its category with it."""
    if not one.binding:
        return ""
    name = catalogue()[one.binding.indicator].label
    return f"{name}（{one.binding.category[1]}）" if one.binding.category else name


def window(one: Checked) -> str:
    """Return the window a claim was computed over, in words."""
    if not one.binding or not one.span or not one.figures:
        return ""
    if one.figure:
        return window_words(one.binding, one.span, one.figure)
    return dates.days(one.span.from_on, one.span.to_on)


def place(one: Checked) -> str:
    return one.place.words if one.place and one.binding else ""


def recorded(one: Checked) -> str:
    """Return the number of the records with its unit, or why there is none."""
    if one.figure:
        return numbers.full(one.figure, declared(one.figure))
    if one.computed is None or one.claim.is_trend:
        return ""
    return f"{numbers.rounded(one.computed, 2)}{one.claim.unit}"


def sides(one: Checked) -> str:
    return numbers.sides(one.figure) if one.figure else ""
