"""Why a claim got its verdict, in a sentence an evaluator can act on, and what may be written instead."""

from dataclasses import replace

from documents.day_text import day_text
from evidence.claims.binding.spoken_category import DONOR, STRAND
from evidence.claims.checked_claim import Binding, ClaimPeriod, ClaimPlace, Verdict
from evidence.claims.detection.claim import Claim, Qualifier
from evidence.claims.verification.acceptance import allowed_words, declaration, is_mean, is_range, understatement
from indicators import periods
from indicators.comparison import Comparison
from indicators.engine import catalogue
from indicators.model import Figure, Indicator
from warehouse.communities import short_name
from wording import numbers, reports, sentences
from wording.community_names import counted_name, joint_name
from wording.states import absences

# What the words of a claim leave open where its indicator counts all since the first record: 2025年|志愿者535人.
SINCE_FIRST = "没有写明是这段时期里的，还是从头累计的；记录里是从头算到最后一天的数："
CONCLUSIONS = {"相符": "记录在其中", "偏高": "记录没有这么多", "偏低": "记录比这多"}


def computed_words(binding: Binding, place: ClaimPlace, period: ClaimPeriod, figure: Figure) -> str:
    """Return what the records say: 截至2023年8月31日，凤二村的志愿服务时间为4,532小时."""
    gap = gap_words(figure) if figure.state == "ok" else ""
    number = numbers.full(figure, declaration(figure))
    verb = "为" if figure.state == "ok" else ""
    sides = f"（{numbers.sides(figure)}）" if numbers.sides(figure) else ""
    subject = counted_words(binding, replace(place, words=place_words(place, figure)))
    return f"{period_words(binding, period, figure)}，{subject}{verb}{number}{sides}{gap}"


def place_words(place: ClaimPlace, figure: Figure) -> str:
    """Return the communities that a figure counts, the place as the text has it where they are all of it."""
    is_part = len(place.communities) > 1 and 0 < len(figure.counted) < len(place.communities)
    return joint_name(figure.counted) if is_part and not figure.missing else place.words


def number_words(place: ClaimPlace, figure: Figure) -> str:
    """Return that a figure counts other communities than the text says: 文中说的是6个社区，有记录的是2个：甲社区、乙社区; else nothing.

    A whole (全街道) holds whatever communities have what is counted, but not where one of them did not report.
    """
    counted = figure.counted
    if place.whole and figure.missing:
        return f"文中说的是{place.whole}，{_lacking(figure)}"
    if place.number is None or (len(counted) == place.number and set(place.named) <= set(counted)):
        return ""
    names = "、".join(map(short_name, counted))
    return f"文中说的是{place.number}个社区，有记录的是{len(counted)}个：{names}"


def gap_words(figure: Figure) -> str:
    """Return who or which months did not report, and how many community-months did; nothing where all was reported."""
    names = f"{_lacking(figure)}，没有计入" if figure.missing else ""
    reported = f"报送{reports.gap(figure)}" if reports.gap(figure) else ""
    return f"（{'；'.join(filter(None, (names, reported)))}）" if names or reported else ""


def _lacking(figure: Figure) -> str:
    """Return who or which months a figure lacks, and why: 2024年3月未报送，2024年7月未登记."""
    return "，".join(f"{reports.names(lacking)}{word}" for word, lacking in absences(figure).items())


def period_words(binding: Binding, period: ClaimPeriod, figure: Figure) -> str:
    """Return the period as a sentence begins: 2022年, 截至2023年8月31日, 2021年、2022年年均."""
    if is_mean(figure):
        return figure.period.label
    is_part = period.from_on < figure.period.from_on or figure.period.to_on < period.to_on  # one year of several
    if not catalogue()[binding.indicator].is_of_period:
        return f"截至{day_text(figure.period.to_on if is_part else period.to_on)}"
    if period.is_until and not is_part:
        return f"截至{day_text(period.to_on)}"
    return periods.window(figure.period.from_on, figure.period.to_on).label


def counted_words(binding: Binding, place: ClaimPlace) -> str:
    """Return what is counted where: 凤二村的活动场次, 凤二村“志愿服务”板块的活动场次, 凤二村幸福基金的到账现金."""
    return f"{place.words}{_category_words(binding, place)}的{catalogue()[binding.indicator].label}"


def comparison_words(claim: Claim, verdict: Verdict, figure: Figure) -> str:
    """Return how the words and the figure go together, with a hint where more could be claimed."""
    if claim.qualifier == "exact" and verdict == "相符" and not is_range(figure):
        comparison = f"与“{claim.text}”一致"
    elif verdict == "口径未明":
        low, high = (numbers.rounded(end or 0, declaration(figure).decimals) for end in (figure.low, figure.high))
        comparison = f"{allowed_words(claim)}，记录只能说在{low}至{high}之间，不能证实也不能否定"
    else:
        comparison = conclusion_words(claim, verdict)
    nameless = _nameless_words(figure) if is_range(figure) else ""
    hint = understatement(claim, (figure.low if is_range(figure) else figure.value) or 0)
    return f"{comparison}{nameless}" + (f"。{hint.rstrip('。')}" if hint else "")


def _nameless_words(figure: Figure) -> str:
    """Why people are a range, and what its upper end supposes where that is far off."""
    high = numbers.rounded(figure.high or 0, declaration(figure).decimals)
    far = f"，{high}是把没有姓名的人次都算作不同的人" if numbers.is_wide(figure) else ""
    return f"；有的记录没有姓名，人数只能给出范围{far}"


def comparison_base_words(comparison: Comparison) -> str:
    """Return both figures of a comparison, and what they leave out where not all was reported in both years."""
    figures = (comparison.before, comparison.now)
    both = "，".join(f"{figure.period.label}为{numbers.full(figure, comparison.indicator)}" for figure in figures)
    if comparison.coverage.is_full:
        return both
    coverage = reports.coverage_words(comparison.coverage, is_of_months=comparison.is_of_months)
    return f"两年都报送的只有{coverage}，只比这些，{both}"


def conclusion_words(claim: Claim, verdict: Verdict) -> str:
    """Return what the words allow and how the records lie to it: “30余场”说的是大于30、小于40场，记录比这多."""
    return "，".join(filter(None, (allowed_words(claim), CONCLUSIONS.get(verdict))))


def direction_words(claim: Claim, verdict: Verdict) -> str:
    """Return whether a number rose or fell as a text says that gives no amount."""
    return f"与“{claim.text}”方向一致" if verdict in ("相符", "口径未明") else f"不支持“{claim.text}”"


def suggestion(binding: Binding, place: ClaimPlace, period: ClaimPeriod, figure: Figure, qualifier: Qualifier) -> str:
    """Return the figure as a sentence that the records carry, exact or rounded as the claim is; empty without a number."""
    if figure.state != "ok" or figure.value is None:
        return ""
    labelled = replace(figure.period, label=period_words(binding, period, figure))
    whose = place.words if figure.community else counted_name(figure, place.communities)
    if len(figure.counted) == len(place.communities):
        whose = place.words
    figure_in_words = replace(figure, period=labelled, community=whose)
    indicator = _with_phrase(binding, place, period.is_until and not is_mean(figure))
    indicator = replace(indicator, decimals=declaration(figure).decimals)
    sentence = sentences.exact if qualifier == "exact" else sentences.rounded
    return sentence(figure_in_words, indicator).text


def _with_phrase(binding: Binding, place: ClaimPlace, is_until: bool) -> Indicator:
    """The declaration with its category, and 累计 where it counts from the beginning, put before its phrase."""
    indicator = catalogue()[binding.indicator]
    category = _category_words(binding, place)
    label_phrase = f"{indicator.label}为{{n}}"
    if binding.category and binding.category[0] == DONOR:
        return replace(indicator, phrase=f"{category}的{label_phrase}")
    cumulative = "累计" if is_until and indicator.adds_up and indicator.is_of_period else ""
    return replace(indicator, phrase=f"{category}{cumulative}{indicator.phrase or label_phrase}")


def _category_words(binding: Binding, place: ClaimPlace) -> str:
    if not binding.category:
        return ""
    column, value = binding.category
    if column == STRAND:
        return f"“{value}”板块"
    return f"{value}捐赠" if column == DONOR else value.removeprefix(place.words)
