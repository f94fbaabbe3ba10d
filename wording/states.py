"""Says in words why a figure is no number, and what a community reported: one word for a cell, one clause for a sentence."""

from indicators.engine import catalogue
from indicators.model import Figure, FigureState

WORDS: dict[FigureState, str] = {"ok": "有数", "no_sample": "无样本", "not_reported": "未报送", "hidden": "已隐藏"}
CLAUSES: dict[FigureState, str] = {"no_sample": "没有样本", "not_reported": "未报送", "hidden": "人数较少，不予公开"}
NO_NUMBER = "没有数"
MONTHS_MISSING = "缺月份"
# What one community reported of one record type for one month, as the coverage knows it.
COVERAGE = {
    "not_begun": "尚未开始",
    "not_surveyed": "没有调查",
    "not_reported": WORDS["not_reported"],
    "zero": "已报送，没有记录",
    "records": "已报送，有记录",
}


def word(figure: Figure) -> str:
    """Return the word that stands in a cell where there is no number: 无样本, 未报送, 缺月份, 已隐藏."""
    if lacks_months(figure):
        return MONTHS_MISSING
    return WORDS["no_sample" if figure.state == "ok" else figure.state]


def clause(figure: Figure | None) -> str:
    """Return what follows an indicator's name in a sentence where there is no number: 未报送; 人数较少，不予公开."""
    if figure and lacks_months(figure):
        return "有月份没有报送，不作比率"
    return CLAUSES.get(figure.state, NO_NUMBER) if figure else NO_NUMBER


def lacks_months(figure: Figure) -> bool:
    """Whether a rate that needs every month has no number because some months, and not all, were not reported."""
    is_refused = figure.state == "not_reported" and catalogue()[figure.indicator].needs_every_month
    is_silent = figure.missing == (figure.community,) or len(figure.missing) >= figure.coverage.asked
    return is_refused and not is_silent
