"""How do cases go: opened, closed, improved, still open; and how long they took."""

from collections import Counter
from collections.abc import Sequence

from indicators.model import Figure
from ui.charts import bars, chart
from ui.charts.chart import Chart
from ui.frame import query
from ui.frame.view import View, indicator
from wording import numbers

EDGES = (30, 60, 90, 120, 180, 365)
LEAST = 5  # cases in a band; smaller bands join the next, so that no one can be made out
MOST_CASES = 100_000


def way(view: View) -> Chart:
    """The stages of casework as bars below each other, in their order."""
    figures = view.figures(("cases_opened", "cases_closed", "outcome_improved_share", "cases_open"))
    opened, closed, improved, still = figures
    steps = [("接案", opened.value, opened), ("结案（含此前接的）", closed.value, closed)]
    steps += [("其中评分有改善", improved.numerator, improved), ("期末在办", still.value, still)]
    picture = bars.plain(
        view, "个案进展（例）", [(name, amount, chart.hover(figure)) for name, amount, figure in steps]
    )
    note = "改善只看服务前后都有评分的结案个案，所以不能和结案数直接相减。"
    return Chart(
        "case-way", _headline(closed, improved), note, picture, tuple(figures), (), f"个案进展，{view.choice.words}。"
    )


def _headline(closed: Figure, improved: Figure) -> str:
    said = f"{closed.period.label}，结案{numbers.brief(closed, indicator(closed.indicator))}"
    if improved.value is None:
        return f"{said}。"
    return f"{said}；前后都有评分的{numbers.sides(improved).split('/')[1]}例中，{numbers.brief(improved, indicator(improved.indicator))}有改善。"


def days(view: View) -> Chart:
    """How many days closed cases took, in bands none of which is small."""
    (mean,) = figures = view.figures(["mean_days_to_close"])
    rows = (
        query.source_rows(view.build, "mean_days_to_close", view.filters, MOST_CASES)
        if mean.value is not None
        else None
    )
    banded = bands(rows["days_to_close"].to_pylist() if rows else [])
    drawn = [(f"{low}–{high}天" if high else f"{low}天以上", count, f"{count}例") for low, high, count in banded]
    picture = bars.plain(view, "结案用了多少天（例）", drawn)
    said = numbers.brief(mean, indicator(mean.indicator))
    headline = f"结案平均用{said}。" if mean.value is not None else "统计期内没有结案的个案。"
    note = f"少于{LEAST}例的一段并入相邻一段。"
    return Chart("case-days", headline, note, picture, tuple(figures), (), f"结案天数分布，{view.choice.words}。")


def bands(taken: Sequence[int]) -> list[tuple[int, int | None, int]]:
    """Return (from, to, cases) with at least LEAST cases each; a band too small joins the next, the last the one before."""
    counts = Counter(next((edge for edge in EDGES if days <= edge), None) for days in taken)
    found: list[tuple[int, int | None, int]] = []
    low, held = 0, 0
    for high in (*EDGES, None):
        held += counts[high]
        if held >= LEAST:
            found.append((low, high, held))
            low, held = (high or 0) + 1, 0
    if held and found:
        low, _, count = found.pop()
        found.append((low, None, count + held))
    return found
