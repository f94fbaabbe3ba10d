"""Draws how far topics have got: of those raised in the window, how many were discussed, voted on, handed over, done, and revisited."""

from itertools import accumulate

from etl.records.topic import STAGES
from indicators.model import Figure
from ui.charts import bars
from ui.charts.chart import ChartPanel
from ui.frame.view import View, indicator_of
from wording import numbers


def stages(view: View) -> ChartPanel:
    """Draw the stages as bars below each other, each with all topics that have reached it."""
    figures = view.figures(["topics_raised"], ("stage",))
    (raised,) = view.figures(["topics_raised"])
    counts = {figure.category: figure.value or 0 for figure in figures}
    from_last = list(accumulate(counts.get(stage, 0) for stage in reversed(STAGES)))
    reached = dict(zip(STAGES, reversed(from_last), strict=True))
    steps = [(stage, count, f"{numbers.short(count)}个议题走到“{stage}”", "") for stage, count in reached.items()]
    picture = bars.named_bars(view, "议题走到哪一步（个）", steps)
    note = "只看统计期内提出的议题；走到后一步的，前面各步都算走过。办结的没有写凭证，不计入解决数。"
    shown = (*figures, raised)
    return ChartPanel("topic-stages", _headline(raised, reached), note, picture, shown, ("stage",), "议题走到哪一步")


def _headline(raised: Figure, reached: dict[str, float]) -> str:
    if not raised.value:
        return f"{raised.period.label}，没有提出的议题记录。"
    whole = numbers.brief(raised, indicator_of(raised.indicator))
    return f"{raised.period.label}提出的{whole}议题，{numbers.short(reached['办结'])}个已经办结，{numbers.short(reached['回访'])}个做了回访。"
