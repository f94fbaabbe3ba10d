"""Draws the sums that communities reported beside what their records count, where both exist."""

import streamlit as st

from indicators import disclosure
from indicators.engine import catalogue
from indicators.reported_sums import ITEM_INDICATORS
from indicators.sum_comparison import SumComparison, compare_sums, reported_amounts
from ui.frame import data_table, query
from ui.frame.view import View
from warehouse.communities import short_name
from wording.numbers import quantity, signed
from wording.states import WORDS

HEADER = ("社区", "月份", "项目", "明细", "汇总上报", "差")
DISAGREEING = "几份汇总不一致"
NOTE = (
    "有明细的月份只用明细，汇总上报只作对照；一条明细也没有、汇总上报不是0的月份用汇总上报，"
    "指标旁写明“含汇总上报几个社区月”，报送情况里这个月的明细台账记作未报送。"
)


def draw(view: View) -> None:
    """Draw the comparison; nothing where no community reported a sum for a month with records."""
    amounts = query.answer(view.build, reported_amounts, view.filters)
    if not amounts:
        return
    ids = [id for id in ITEM_INDICATORS.values() if any(id == key[2] for key in amounts)]
    figures = view.figures(ids, ("month", "community"))
    comparisons = compare_sums(figures, amounts, catalogue(), disclosure.OFFICE)
    count = sum(comparison.difference != 0 for comparison in comparisons)
    with st.container(key="panel-sums"):
        outcome = f"{count}处不同" if count else "都相同" if comparisons else "没有两者都有的月份"
        st.html(f'<h2 class="headline">明细与汇总上报对照：{outcome}。</h2><p class="note">{NOTE}</p>')
        if comparisons:
            table = data_table.of_rows(HEADER, [_cells(comparison) for comparison in comparisons])
            data_table.draw(table, name="sums", alt="明细与汇总上报对照")


def _cells(comparison: SumComparison) -> tuple[str, ...]:
    indicator = catalogue()[comparison.indicator]
    place = (short_name(comparison.community), comparison.month.label, indicator.label)
    if comparison.counted is None:
        return (*place, WORDS["hidden"], WORDS["hidden"], "")
    reported = "、".join(quantity(amount, indicator) for amount in comparison.reported)
    difference = comparison.difference
    last = DISAGREEING if difference is None else signed(difference, indicator)
    return (*place, quantity(comparison.counted, indicator), reported, last)
