"""Says in words why a figure is no number, and what a community reported: one word for a cell, one clause for a sentence."""

from functools import cache
from typing import Literal

from indicators.coverage import is_occasional
from indicators.engine import catalogue
from indicators.model import Figure, Period
from indicators.reported_months import required_ledgers

WordedState = Literal[
    "ok",
    "no_sample",
    "not_reported",
    "not_recorded",
    "disputed",
    "not_begun",
    "not_surveyed",
    "months_missing",
    "hidden",
]
WORDS: dict[WordedState, str] = {
    "ok": "有数",
    "no_sample": "无样本",
    "not_reported": "未报送",
    "not_recorded": "未登记",
    "disputed": "汇总不一致",
    "not_begun": "尚未开始",
    "not_surveyed": "没有调查",
    "months_missing": "缺月份",
    "hidden": "已隐藏",
}
CLAUSES: dict[WordedState, str] = {
    "no_sample": "没有样本",
    "not_reported": "未报送",
    "not_recorded": "未登记",
    "disputed": "汇总上报了几个不同的数，没有采用",
    "not_begun": "尚未开始",
    "not_surveyed": "这段时间没有调查",
    "months_missing": "有月份没有报送，不作比率",
    # True of a number that is small and of one that would tell another's; which of the two it is would tell, too.
    "hidden": "为保护个人不予公开",
}
NO_NUMBER = "没有数"
# What one community reported of one record type for one month, as the coverage knows it.
COVERAGE = {
    "not_begun": WORDS["not_begun"],
    "not_surveyed": WORDS["not_surveyed"],
    "not_reported": WORDS["not_reported"],
    "zero": "已报送，没有记录",
    "records": "已报送，有记录",
    "reported": "已报送",  # whether there are records would tell of few people
}


def worded_state(figure: Figure) -> WordedState:
    """Return a figure's state as readers are told it: a rate that lacks some months only, or what none owes, is not called 未报送."""
    if figure.state == "not_reported" and not figure.coverage.due:
        return "not_begun"
    if figure.state == "not_reported" and _is_asked_now_and_then(figure.indicator):
        return "not_surveyed"
    if figure.state == "not_reported" and figure.missing and figure.missing == figure.coverage.disputed:
        return "disputed"
    if figure.state == "not_reported" and figure.coverage.unrecorded:
        return "not_recorded"
    if lacks_months(figure):
        return "months_missing"
    return "no_sample" if figure.state == "ok" and figure.value is None else figure.state


def word(figure: Figure) -> str:
    """Return the word for a figure's state: 有数, 无样本, 未报送, 汇总不一致, 尚未开始, 缺月份, 已隐藏."""
    return WORDS[worded_state(figure)]


def clause(figure: Figure | None) -> str:
    """Return what follows an indicator's name in a sentence where there is no number: 未报送; 为保护个人不予公开."""
    return CLAUSES.get(worded_state(figure), NO_NUMBER) if figure else NO_NUMBER


def hidden_advice(period: Period) -> str:
    """Return how a hidden number may come to be shown: whole years are shown before other windows."""
    is_years = (period.from_on.month, period.from_on.day, period.to_on.month, period.to_on.day) == (1, 1, 12, 31)
    return "可选更长的时期再看" if is_years else "可换成整年再看"


def absences(figure: Figure) -> dict[str, tuple[str, ...]]:
    """Return those a figure lacks by the word for it: 尚未开始 before what is counted began, 未登记 where ledgers were sent,
    汇总不一致 where lists report different sums, else 未报送, or 没有调查 of what is asked now and then."""
    unbegun = figure.coverage.unbegun
    disputed = tuple(name for name in figure.coverage.disputed if name not in unbegun)
    unrecorded = tuple(name for name in figure.coverage.unrecorded if name not in (*unbegun, *disputed))
    others = tuple(name for name in figure.missing if name not in (*unrecorded, *unbegun, *disputed))
    word = WORDS["not_surveyed" if _is_asked_now_and_then(figure.indicator) else "not_reported"]
    by_word = {
        WORDS["not_begun"]: unbegun,
        WORDS["not_recorded"]: unrecorded,
        WORDS["disputed"]: disputed,
        word: others,
    }
    return {name: lacking for name, lacking in by_word.items() if lacking}


@cache
def _is_asked_now_and_then(id: str) -> bool:
    """Whether an indicator rests alone on what is asked or measured now and then, as surveys are."""
    ledgers = [records for aggregate in catalogue()[id].aggregates for records in required_ledgers(aggregate)]
    return all(is_occasional(record) for records in ledgers for record in records)


def lacks_months(figure: Figure) -> bool:
    """Whether a rate that needs every month has no number because some months, and not all, were not reported."""
    is_refused = figure.state == "not_reported" and catalogue()[figure.indicator].needs_every_month
    is_silent = figure.missing == (figure.community,) or len(figure.missing) >= figure.coverage.due
    return is_refused and not is_silent
