"""Draws how cases go: opened, closed, improved, still open; and how long they took."""

from etl.records.casework import DURATIONS, LONGEST
from indicators.model import Figure
from ui.charts import bars, chart
from ui.charts.chart import ChartPanel
from ui.frame.view import View, indicator_of
from wording import numbers, reports, states

BAND = "duration_band"
ORDER = {band: place for place, band in enumerate((*(band for _, band in DURATIONS), LONGEST))}


def stages(view: View) -> ChartPanel:
    """Draw the stages of casework as bars below each other, in their order."""
    figures = view.figures(("cases_opened", "cases_closed", "outcome_improved_share", "cases_open"))
    opened, closed, improved, still_open = figures
    amounts = [
        ("接案", opened.value, chart.hover(opened), states.word(opened)),
        ("结案（含此前接的）", closed.value, chart.hover(closed), states.word(closed)),
        (
            "其中评分有改善",
            None if improved.value is None else improved.numerator,
            chart.hover(improved),
            states.word(improved),
        ),
        ("期末在办", still_open.value, chart.hover(still_open), states.word(still_open)),
    ]
    picture = bars.named_bars(view, "个案进展（例）", amounts)
    return ChartPanel(
        "case-way", _headline(closed, improved), _note(still_open), picture, tuple(figures), (), "个案进展"
    )


def _note(still_open: Figure) -> str:
    """Return why the bars do not add up to each other."""
    improved = "改善只看服务前后都有评分的结案个案，所以不能和结案数直接相减。"
    absent = reports.left_out(still_open)
    return f"{improved}期末在办{absent}。" if absent else improved


def _headline(closed: Figure, improved: Figure) -> str:
    closings = f"{closed.period.label}，结案{'数' if closed.value is None else ''}{_number(closed)}"
    if improved.value is None:
        return f"{closings}。"
    _, rated = numbers.sides(improved).split("/")
    return f"{closings}；前后都有评分的{rated}例中，{_brief(improved)}有改善。"


def days(view: View) -> ChartPanel:
    """Draw how many days closed cases took, in bands from short to long; those that tell of few are hidden like any figure."""
    (mean,) = figures = view.figures(["mean_days_to_close"])
    banded = sorted(
        view.figures(["cases_closed"], (BAND,)), key=lambda figure: ORDER.get(figure.category or "", len(ORDER))
    )
    amounts = [
        (figure.category or "", figure.value, chart.hover(figure), states.word(figure))
        for figure in banded
        if figure.value != 0
    ]
    picture = bars.named_bars(view, "结案用了多少天（例）", amounts)
    return ChartPanel("case-days", _days_headline(mean), "", picture, (*figures, *banded), (BAND,), "结案天数分布")


def _days_headline(mean: Figure) -> str:
    if mean.value is not None:
        return f"结案平均用{_brief(mean)}。"
    has_none = mean.state == "no_sample"
    return "统计期内没有结案的个案。" if has_none else f"{indicator_of(mean.indicator).label}{states.clause(mean)}。"


def _number(figure: Figure) -> str:
    return states.clause(figure) if figure.value is None else f"{_brief(figure)}{reports.note(figure)}"


def _brief(figure: Figure) -> str:
    return numbers.brief(figure, indicator_of(figure.indicator))
