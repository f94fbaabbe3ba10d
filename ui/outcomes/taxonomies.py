"""Draws activities by the terms of each community's own taxonomy, and says that one activity may stand in several."""

from dataclasses import replace

from ui.charts import bars, lines, panel
from ui.charts.chart import ChartPanel
from ui.frame.grid import pairs
from ui.frame.view import View, indicator_of

ID = "classified_activities"
IDS = (ID, "activities", "active_strands")
WELFARE_DAYS = "public_welfare_days"
NOTE = "一场活动可以归入几类：总数里算一场，每一类里各算一场，所以各类相加可以多于总数。分类由社区在“工作分类”台账里自己定。"


def draw(view: View) -> None:
    """Draw each scheme by its terms, then how many activities each sorts, and where; and the months of public welfare days, where any was held."""
    with pairs("taxonomies"):
        for number, scheme in enumerate(_schemes(view)):
            panel.draw(view, _by_term(view, scheme, number))
        by_scheme = bars.groups(view, ID, "scheme", "分类法")
        panel.draw(view, replace(by_scheme, note=f"{NOTE}{by_scheme.note}"))
        panel.draw(view, bars.communities(view, ID))
        if any(figure.value for figure in view.figures([WELFARE_DAYS])):
            panel.draw(view, lines.communities(view, WELFARE_DAYS))


def _by_term(view: View, scheme: str, number: int) -> ChartPanel:
    """Return the terms of one scheme, whose name stands in its headline and in the names of its files."""
    by_term = bars.groups(view, ID, "term", "类别", within=f"{scheme}：")
    return replace(
        by_term,
        name=f"{by_term.name}-{number}",
        headline=f"{scheme}：{by_term.headline}",
        note=f"{NOTE}{by_term.note}",
        subject=f"{indicator_of(ID).label}按{scheme}",
    )


def _schemes(view: View) -> list[str]:
    """Return the schemes that sort any activity of the view, in one order whatever the numbers."""
    return sorted(figure.category or "" for figure in view.figures([ID], ("scheme",)) if figure.value)
