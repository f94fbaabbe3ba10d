"""The verdict on a claim, with its reason."""

from collections.abc import Sequence
from datetime import date

from evidence.claims.binding.bound_claim import Bound
from evidence.claims.binding.changes import computed
from evidence.claims.checked_claim import Binding, Checked, Place, Verdict
from evidence.claims.detection.acceptance import verdict as by_rule
from evidence.claims.verification import reasons, trend_claims
from evidence.claims.verification.figures import Figures
from evidence.claims.verification.tolerance import compared
from indicators.engine import catalogue
from indicators.model import Figure, Grain
from indicators.periods import day_label
from indicators.trend import Trend
from wording import dates, numbers
from wording.states import CLAUSES


def judged(one: Bound, figures: Figures, first: date, last: date) -> Checked:
    """Return the claim with its verdict; `first` and `last` are the days between which there are records."""
    if one.binding is None:
        return _unrecorded(one, _why_unbound(one))
    if one.place is None:
        return _unrecorded(one, f"名册里没有“{one.claim.place}”。如果是别名，请登记到名册。")
    if one.span.to_on < first or one.span.from_on > last:
        return _unrecorded(one, f"文中的时期不在记录之内：记录从{day_label(first)}到{day_label(last)}。")
    if one.claim.is_trend:
        return _trend(one, one.binding, one.place, figures)
    if one.change.kind == "year_on_year":
        return _change(one, one.binding, one.place, figures)
    if one.change.kind == "growth":
        return _unclear(one, f"没有写明与哪一期相比，“{one.claim.text}”无法核对。请写成“同比”，或写出两期的数。")
    if one.change.kind == "ends":
        return _ends(one, one.binding, one.place, figures)
    if one.claim.rate and not one.rate and "/" not in catalogue()[one.binding.indicator].unit:
        return _unclear(one, f"文中按“{one.claim.rate}”计，记录只能按年、季度、月核对。请改写成其中一种。")
    return _level(one, one.binding, one.place, figures)


def _level(one: Bound, binding: Binding, place: Place, figures: Figures) -> Checked:
    if not figures:
        return _without_figure(one, binding, place)
    figure = figures[0]
    said = reasons.computed_words(binding, place, one.span, figure)
    if figure.state != "ok":
        return _absent(one, figure, said)
    verdict = compared(one.claim, figure)
    why = f"{said}；{reasons.judged(one.claim, verdict, figure, binding)}。"
    if missing := _what_is_open(one, place):
        return _checked(one, figures, "口径未明", f"没有写明是{missing}。若指的是：{why}", binding, place, True)
    if one.span.is_event and verdict == "偏低":
        return _checked(one, figures, "口径未明", f"没有写明是哪一天。最大的一天：{why}", binding, place, True)
    before = _before_the_records(one, verdict)
    return _checked(one, figures, verdict, why + before, binding, place, verdict != "相符")


def _checked(
    one: Bound, figures: Figures, verdict: Verdict, why: str, binding: Binding, place: Place, suggests: bool
) -> Checked:
    is_exact = one.claim.qualifier == "exact"
    words = reasons.suggestion(binding, place, one.span, figures[0], is_exact) if suggests else ""
    return Checked(one.claim, verdict, why, binding, place, one.span, figures, figures[0].value, words)


def _what_is_open(one: Bound, place: Place) -> str:
    """Which of time and place nobody said."""
    open_ones = [] if one.is_timed else ["哪个时期"]
    return "、".join([*open_ones, *([] if place.is_stated else ["哪个社区"])])


def _before_the_records(one: Bound, verdict: Verdict) -> str:
    """Counting from the beginning, a text may know of years that were never loaded."""
    is_count = one.binding is not None and catalogue()[one.binding.indicator].adds_up
    if verdict != "偏高" or not one.span.is_until or not is_count:
        return ""
    return f"记录从{day_label(one.span.from_on)}开始，更早的没有入库。"


def _absent(one: Bound, figure: Figure, said: str) -> Checked:
    if figure.state == "hidden":
        return Checked(
            one.claim,
            "已隐藏",
            f"{said}：{CLAUSES['hidden']}，所以不核对。",
            one.binding,
            one.place,
            one.span,
            (figure,),
        )
    more = "台账没有报送这段时期" if figure.state == "not_reported" else "这段时期没有样本"
    return Checked(one.claim, "无记录", f"{said}：{more}，无法核对。", one.binding, one.place, one.span, (figure,))


def _without_figure(one: Bound, binding: Binding, place: Place) -> Checked:
    what = reasons.named(binding, place)
    if one.span.is_event:
        return _unclear(one, f"没有写明是哪一天，{what}有许多天达到“{one.claim.text}”，无法确定是哪一天。请写出日期。")
    if one.rate:
        return _unrecorded(one, f"{what}在这段时期没有一个报送完整的周期，算不出“{one.claim.rate}”。")
    return _unrecorded(one, f"{what}在这段时期没有记录。")


def _trend(one: Bound, binding: Binding, place: Place, figures: Figures) -> Checked:
    own = [figure for figure in figures if figure.indicator == binding.indicator]
    grain, found = _tested(one, own)
    said = f"{dates.days(one.span.from_on, one.span.to_on)}，{reasons.named(binding, place)}"
    said = f"{said}{trend_claims.finding(grain, found)}。"
    if trend_claims.is_undecided(own, found):
        return _undecided(one, said, place, [figure for figure in figures if figure not in own])
    if found.direction == "short" or not place.is_stated:
        missing = "没有写明是哪个社区。" if not place.is_stated else ""
        return Checked(one.claim, "口径未明", f"{missing}{said}", binding, place, one.span, figures)
    if trend_claims.is_carried(one.claim, found):
        return Checked(one.claim, "相符", said, binding, place, one.span, figures, found.slope)
    words = f"删去“{one.claim.text}”，或写出两个时期的数和各自的时间。"
    return Checked(
        one.claim, "偏高", f"记录不支持这个说法：{said}", binding, place, one.span, figures, found.slope, words
    )


def _tested(one: Bound, figures: Sequence[Figure]) -> tuple[Grain, Trend]:
    return trend_claims.tested(
        [(grain, [f for f in figures if _grain(f) == grain]) for grain in trend_claims.grains(one.claim)]
    )


def _undecided(one: Bound, said: str, place: Place, instead: Sequence[Figure]) -> Checked:
    """Whether more people came cannot be told; how often people came can."""
    why, words = f"有的记录没有姓名，人数只能给出范围，升降不能断定。{said}", ""
    if instead:
        label = catalogue()[instead[0].indicator].label
        grain, found = _tested(one, instead)
        why += f"{label}{trend_claims.finding(grain, found)}。"
        words = f"{place.words}{label}{found.words}。" if trend_claims.is_carried(one.claim, found) else ""
    return Checked(one.claim, "口径未明", why, one.binding, place, one.span, suggestion=words)


def _grain(figure: Figure) -> Grain:
    days = (figure.period.to_on - figure.period.from_on).days
    return "month" if days < 31 else "quarter" if days < 92 else "year"


def _change(one: Bound, binding: Binding, place: Place, figures: Figures) -> Checked:
    if len(figures) != 2 or figures[0].state != "ok" or figures[1].state != "ok":
        return _unrecorded(one, f"{reasons.named(binding, place)}缺少本期或上年同期的数，无法比较。")
    now, before = figures
    unit = catalogue()[binding.indicator].unit
    value = computed(one.claim, one.change, now.value or 0, before.value or 0, unit)
    ends = "，".join(f"{f.period.label}为{numbers.full(f, catalogue()[binding.indicator])}" for f in (before, now))
    said = f"{reasons.named(binding, place)}：{ends}"
    if value is None:
        return _unclear(one, f"{said}；上年同期是0，算不出增幅。")
    verdict: Verdict = by_rule(one.claim, value)
    fell = "下降" if one.change.is_less else "增长"
    why = f"{said}，{fell}{numbers.rounded(value, 2)}{one.claim.unit}；{reasons.allowed(one.claim)}，{reasons.CONCLUSIONS[verdict]}。"
    missing = _what_is_open(one, place)
    if missing:
        verdict, why = "口径未明", f"没有写明是{missing}。若指的是：{why}"
    return Checked(one.claim, verdict, why, binding, place, one.span, figures, value)


def _ends(one: Bound, binding: Binding, place: Place, figures: Figures) -> Checked:
    known = [f"{f.period.label}{numbers.full(f, catalogue()[binding.indicator])}" for f in figures if f.state == "ok"]
    by_year = f"按年看，{reasons.named(binding, place)}：{'，'.join(known)}。" if known else ""
    return _unclear(one, f"“由……到……”的两头各是哪一期没有写明，请写出年份。{by_year}")


def _why_unbound(one: Bound) -> str:
    if one.misfit:
        known = catalogue()[one.misfit]
        return f"记录里有“{known.label}”，以“{known.unit}”计；文中写的是“{one.claim.unit}”，单位不同，不能对照。"
    counted = one.claim.text if one.claim.is_trend else one.claim.subject.split(" ")[0][-12:] + one.claim.text
    return f"没有与“{counted}”对应的指标，记录里查不到。"


def _unrecorded(one: Bound, why: str) -> Checked:
    return Checked(one.claim, "无记录", why, one.binding, one.place, one.span)


def _unclear(one: Bound, why: str) -> Checked:
    return Checked(one.claim, "口径未明", why, one.binding, one.place, one.span)
