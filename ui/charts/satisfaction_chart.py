"""Is it satisfactory: share satisfied with its interval, a point for each period in which people were asked."""

from dataclasses import replace

from ui.charts import headlines, lines
from ui.charts.chart import Chart
from ui.frame.view import View
from warehouse.communities import short_name


def communities(view: View, id: str) -> Chart:
    """A line a community with intervals, the sentence about tested trends, and a warning where the way of asking changed."""
    chart = lines.communities(view, id)
    note = f"竖线是95%区间，越长样本越少；没有调查的时段直接相连。纵轴不从0开始。{_changed_mode(view)}"
    return replace(chart, headline=headlines.trends(view, id), note=note)


def _changed_mode(view: View) -> str:
    asked = view.figures(["satisfaction_answers"], ("community", "mode"))
    used = [figure.community or "" for figure in asked if figure.value and figure.category != "未注明"]
    changed = [short_name(name) for name in dict.fromkeys(used) if used.count(name) > 1]
    return f"{'、'.join(changed)}期间换过调查方式，前后比较要谨慎。" if changed else ""
