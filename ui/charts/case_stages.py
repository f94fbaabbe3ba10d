"""How do cases go: opened, closed, improved, still open; and how long they took."""

from collections import Counter
from collections.abc import Sequence

from indicators import disclosure
from indicators.model import Figure
from ui.charts import bars, chart
from ui.charts.chart import ChartPanel
from ui.frame import query
from ui.frame.view import View, indicator_of
from wording import numbers, reports, states

EDGES = (30, 60, 90, 120, 180, 365)  # days
LEAST = disclosure.OFFICE  # cases in a band; smaller bands join the next, so that no one can be made out
MOST_CASES = 100_000


def stages(view: View) -> ChartPanel:
    """Draw the stages of casework as bars below each other, in their order."""
    figures = view.figures(("cases_opened", "cases_closed", "outcome_improved_share", "cases_open"))
    opened, closed, improved, still_open = figures
    amounts = [
        ("接案", opened.value, chart.hover(opened), states.word(opened)),
        ("结案（含此前接的）", closed.value, chart.hover(closed), states.word(closed)),
        ("其中评分有改善", improved.numerator, chart.hover(improved), states.word(improved)),
        ("期末在办", still_open.value, chart.hover(still_open), states.word(still_open)),
    ]
    picture = bars.named_bars(view, "个案进展（例）", amounts)
    note = "改善只看服务前后都有评分的结案个案，所以不能和结案数直接相减。"
    return ChartPanel("case-way", _headline(closed, improved), note, picture, tuple(figures), (), "个案进展")


def _headline(closed: Figure, improved: Figure) -> str:
    closings = f"{closed.period.label}，结案{'数' if closed.value is None else ''}{_number(closed)}"
    if improved.value is None:
        return f"{closings}。"
    _, rated = numbers.sides(improved).split("/")
    return f"{closings}；前后都有评分的{rated}例中，{_brief(improved)}有改善。"


def days(view: View) -> ChartPanel:
    """Draw how many days closed cases took, in bands none of which is small."""
    (mean,) = figures = view.figures(["mean_days_to_close"])
    banded = [] if mean.value is None else bands(_days_to_close(view))
    amounts = [(f"{low}–{high}天" if high else f"{low}天以上", count, f"{count}例", "") for low, high, count in banded]
    picture = bars.named_bars(view, "结案用了多少天（例）", amounts)
    headline = _days_headline(mean)
    note = f"少于{LEAST}例的一段并入相邻一段。"
    return ChartPanel("case-days", headline, note, picture, tuple(figures), (), "结案天数分布")


def _days_headline(mean: Figure) -> str:
    if mean.value is not None:
        return f"结案平均用{_brief(mean)}。"
    has_none = mean.state == "no_sample"
    return "统计期内没有结案的个案。" if has_none else f"{indicator_of(mean.indicator).label}{states.clause(mean)}。"


def _days_to_close(view: View) -> list[int]:
    rows = query.source_rows(view.build, "mean_days_to_close", view.filters, MOST_CASES)
    days: list[int] = rows["days_to_close"].to_pylist()
    return days


def _number(figure: Figure) -> str:
    return states.clause(figure) if figure.value is None else f"{_brief(figure)}{reports.note(figure)}"


def _brief(figure: Figure) -> str:
    return numbers.brief(figure, indicator_of(figure.indicator))


def bands(days_to_close: Sequence[int]) -> list[tuple[int, int | None, int]]:
    """Return (from, to, cases) with at least LEAST cases each; a band too small joins the next, the last the one before."""
    counts = Counter(next((edge for edge in EDGES if days <= edge), None) for days in days_to_close)
    large: list[tuple[int, int | None, int]] = []
    low, cases = 0, 0
    for high in (*EDGES, None):
        cases += counts[high]
        if cases >= LEAST:
            large.append((low, high, cases))
            low, cases = (high or 0) + 1, 0
    if cases and large:
        low, _, before = large.pop()
        large.append((low, None, before + cases))
    return large
