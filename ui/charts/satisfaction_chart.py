"""Draws satisfaction: the share satisfied with its interval, a point for each period in which people were asked."""

from dataclasses import replace

from ui.charts import chart, headlines, lines
from ui.charts.chart import ChartPanel
from ui.frame.view import View
from wording.survey_waves import asked_otherwise_note


def communities(view: View, id: str) -> ChartPanel:
    """Draw a line a community with intervals, under the tested trends; warn where the way of asking changed."""
    panel = lines.communities(view, id)
    states = f"{chart.hidden_note(panel.figures)}{chart.partial_note(panel.figures)}"
    is_joined = any(figure.state == "no_sample" for figure in panel.figures)
    gaps = f"{lines.broken_note(panel.figures)}{'没有样本的时期直接相连。' if is_joined else ''}"
    note = f"竖线是95%区间，越长样本越少。{gaps}{states}{lines.cut_axis_note(panel.picture)}"
    note += asked_otherwise_note(headlines.changed_modes(view))
    return replace(panel, headline=headlines.trends(view, id), note=note)
