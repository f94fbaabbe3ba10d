"""Draws activities by the terms of each community's own taxonomy, and says that one activity may stand in several."""

from dataclasses import replace

from ui.charts import bars, panel
from ui.frame.grid import pairs
from ui.frame.view import View

ID = "classified_activities"
IDS = (ID, "activities", "active_strands")
NOTE = "一场活动可以归入几类：总数里算一场，每一类里各算一场，所以各类相加可以多于总数。分类由社区在“工作分类”台账里自己定。"


def draw(view: View) -> None:
    """Draw the terms, then the schemes and the strands that the ledgers of activities name."""
    by_term = bars.groups(view, ID, "term", "类别")
    panel.draw(view, replace(by_term, note=f"{NOTE}{by_term.note}"))
    with pairs("taxonomies"):
        by_scheme = bars.groups(view, ID, "scheme", "分类法")
        panel.draw(view, replace(by_scheme, note=f"{NOTE}{by_scheme.note}"))
        panel.draw(view, bars.communities(view, ID))
