"""Why a claim got its verdict, in a sentence an evaluator can act on, and what may be written instead."""

from dataclasses import replace

from evidence.claims.binding.category import DONOR, STRAND
from evidence.claims.checked_claim import Binding, Place, Span, Verdict
from evidence.claims.detection.acceptance import understatement
from evidence.claims.detection.claim import Claim
from evidence.claims.verification.tolerance import allowed, declared, is_mean, is_range
from indicators import periods
from indicators.engine import catalogue
from indicators.model import Figure, Indicator
from wording import dates, numbers, sentences

CONCLUSIONS = {"相符": "记录在其中", "偏高": "记录没有这么多", "偏低": "记录比这多"}


def computed_words(binding: Binding, place: Place, span: Span, figure: Figure) -> str:
    """Return what the records say: 截至2023年8月31日，凤二村志愿服务时间为4,532小时."""
    one = declared(figure)
    gap = f"（{dates.listed(figure.missing)}未报送，没有计入）" if figure.missing and figure.state == "ok" else ""
    full = numbers.full(figure, one)
    said = f"为{full}" if figure.state == "ok" else full
    sides = f"（{numbers.sides(figure)}）" if numbers.sides(figure) else ""
    return f"{window_words(binding, span, figure)}，{named(binding, place)}{said}{sides}{gap}"


def window_words(binding: Binding, span: Span, figure: Figure) -> str:
    """Return the window as a sentence begins: 2022年, 截至2023年8月31日, 2021年、2022年年均."""
    is_until = span.is_until or catalogue()[binding.indicator].numerator.span != "period"
    if is_mean(figure):
        return figure.period.label
    period = figure.period
    return f"截至{periods.day_label(span.to_on)}" if is_until else dates.days(period.from_on, period.to_on)


def named(binding: Binding, place: Place) -> str:
    """Return what is counted where: 凤二村的活动场次, 凤二村“志愿服务”板块的活动场次, 凤二村幸福基金的到账现金."""
    return f"{place.words}{_category(binding, place)}的{catalogue()[binding.indicator].label}"


def _category(binding: Binding, place: Place) -> str:
    if not binding.category:
        return ""
    column, value = binding.category
    return {STRAND: f"“{value}”板块", DONOR: f"{value}捐赠"}.get(column, value.removeprefix(place.words))


def judged(claim: Claim, verdict: Verdict, figure: Figure, binding: Binding) -> str:
    """Return how the words and the figure go together, with a hint where more could be claimed."""
    concluded = "可能的范围里有相符的数" if verdict == "相符" and is_range(figure) else CONCLUSIONS[verdict]
    parts = [f"{allowed(claim)}，{concluded}"]
    if claim.qualifier == "exact" and verdict == "相符" and not is_range(figure):
        parts = [f"与“{claim.text}”一致"]
    if is_range(figure):
        parts.append("有的记录没有姓名，人数只能给出范围")
    value = figure.low if is_range(figure) else figure.value
    hint = understatement(claim, value or 0)
    return "；".join(parts) + (f"。{hint.rstrip('。')}" if hint else "")


def suggestion(binding: Binding, place: Place, span: Span, figure: Figure, is_exact: bool) -> str:
    """Return the figure as a sentence that the records carry; empty when there is no number."""
    if figure.state != "ok" or figure.value is None:
        return ""
    one = _spoken(binding, place, span.is_until and not is_mean(figure))
    period = replace(figure.period, label=window_words(binding, span, figure))
    placed = replace(figure, period=period, community=place.words)
    return (sentences.exact if is_exact else sentences.rounded)(
        placed, replace(one, decimals=declared(figure).decimals)
    ).text


def _spoken(binding: Binding, place: Place, is_until: bool) -> Indicator:
    """The declaration with its category, and 累计 where it counts from the beginning, said before its phrase."""
    one = catalogue()[binding.indicator]
    by_name = f"{one.label}为{{n}}"
    if binding.category and binding.category[0] == DONOR:
        return replace(one, phrase=f"{_category(binding, place)}的{by_name}")
    counted = "累计" if is_until and one.adds_up and one.numerator.span == "period" else ""
    return replace(one, phrase=f"{_category(binding, place)}{counted}{one.phrase or by_name}")
