"""Draws the rules of a community fund's governance as gates, each with what it rests on or what is lacking, beside what was spent."""

import streamlit as st

from indicators.fund_governance import FundGovernance, fund_governance
from ui.charts import panel
from ui.frame import query
from ui.frame.escape import html_escape
from ui.frame.view import View
from warehouse.communities import short_name
from wording.fund_gates import STATES, fund_gates, headline

IDS = ("decided_spending_share", "money_spent", "fund_decided_amount", "fund_decisions")
LOOKS = {"kept": "good", "broken": "bad", "unknown": "flat"}


def draw(view: View) -> None:
    """Draw the gates of every fund whose decisions were sent; nothing while there is none."""
    funds = query.answer(view.build, fund_governance, view.filters)
    if not funds:
        return
    with st.container(key="panel-fund-gates"):
        st.html(f'<h2 class="headline">{html_escape(headline(funds))}</h2>')
        st.html("".join(_table(fund) for fund in funds))
        st.html(f'<p class="note">{html_escape(_note(view, funds))}</p>')
        panel.draw_row_beneath(view, "fund-gates", "基金治理", view.figures(IDS, ("community",)), ("community",))


def _table(fund: FundGovernance) -> str:
    rows = "".join(
        f'<tr><th scope="row">{html_escape(gate.name)}</th><td><b class="{LOOKS[gate.state]}">{STATES[gate.state]}</b></td>'
        f"<td>{html_escape(gate.words)}</td></tr>"
        for gate in fund_gates(fund)
    )
    name = html_escape(short_name(fund.community))
    return f'<div class="scroll"><table class="standings gates"><caption>{name}</caption><tbody>{rows}</tbody></table></div>'


def _note(view: View, funds: list[FundGovernance]) -> str:
    """Say what the gates leave out, and which communities keep no register of decisions."""
    known = {fund.community for fund in funds}
    silent = "、".join(short_name(name) for name in view.filters.communities if name not in known)
    rest = f"没有资金决议台账、看不出的：{silent}。" if silent else ""
    return f"委员和监督员看统计期最后一天以前最近的决议；捐赠台账不写进了哪个账户，所以只看支出。{rest}"
