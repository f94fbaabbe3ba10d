"""Draws who pays for subsidised orders: the company, the project, and the household itself."""

from ui.charts import bars, chart
from ui.charts.chart import ChartPanel
from ui.frame.view import View, indicator_of
from wording import numbers, states

IDS = ("company_subsidies", "project_subsidies", "self_payments")


def shares(view: View) -> ChartPanel:
    """Draw the three parts of what orders cost, in yuan."""
    figures = view.figures(IDS)
    amounts = [
        (indicator_of(figure.indicator).label, figure.value, chart.hover(figure), states.word(figure))
        for figure in figures
    ]
    picture = bars.named_bars(view, "双补贴订单由谁付钱（元）", amounts)
    company, project, paid = (figure.value or 0 for figure in figures)
    total = company + project + paid
    headline = (
        f"双补贴订单一共{numbers.short(total)}元，企业和项目补了{(company + project) / total:.0%}。"
        if total
        else "统计期内没有双补贴订单。"
    )
    return ChartPanel(
        "who-pays",
        headline,
        "企业补贴是让利，不是捐赠；项目补贴由善款付的，资金流向里另有一笔。",
        picture,
        tuple(figures),
        (),
        "双补贴由谁付钱",
    )
