"""Says in words why a figure is no number, and what a community reported: one word for a cell, one clause for a sentence."""

from indicators.model import Figure, FigureState

WORDS: dict[FigureState, str] = {"ok": "有数", "no_sample": "无样本", "not_reported": "未报送", "hidden": "已隐藏"}
CLAUSES: dict[FigureState, str] = {"no_sample": "没有样本", "not_reported": "未报送", "hidden": "人数较少，不予公开"}
NO_NUMBER = "没有数"
# What one community reported of one record type for one month, as the coverage knows it.
COVERAGE = {
    "not_begun": "尚未开始",
    "not_surveyed": "没有调查",
    "not_reported": WORDS["not_reported"],
    "zero": "已报送，没有记录",
    "records": "已报送，有记录",
}


def word(figure: Figure) -> str:
    """Return the word that stands in a cell where there is no number: 无样本, 未报送, 已隐藏."""
    return WORDS["no_sample" if figure.state == "ok" else figure.state]


def clause(figure: Figure | None) -> str:
    """Return what follows an indicator's name in a sentence where there is no number: 未报送; 人数较少，不予公开."""
    return CLAUSES.get(figure.state, NO_NUMBER) if figure else NO_NUMBER
