"""Draws the catalogue of what points buy: a row each, its price, until when, its stock, how many went and how many are left."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import streamlit as st

from documents.day_text import day_text
from indicators.model import Figure
from ui.charts import panel
from ui.frame import query
from ui.frame.escape import html_escape
from ui.frame.view import View, indicator_of
from warehouse.communities import short_name
from wording import numbers, reports, states

OFFERED, REDEEMED, LEFT = "vouchers_on_offer", "vouchers_redeemed", "vouchers_left"
MOST_OFFERS = 500
BY = ("community", "voucher")
NOT_LISTED, NO_CATALOGUE = "不在目录上", "没有兑换目录"
HEAD = ("物品", "每件积分", "在架", "备货", "这段时间换走", "还剩")

Offer = Mapping[str, Any]
Key = tuple[str, str | None]  # community, voucher


def draw(view: View) -> None:
    """Draw what can be had on the last day of the window, and what went in it though it can be had no more."""
    offered, left = view.figures([OFFERED, LEFT])
    rows = query.source_rows(view.build, OFFERED, view.filters, MOST_OFFERS).to_pylist() if offered.value else []
    figures = view.figures([REDEEMED, LEFT], BY)
    with st.container(key="panel-vouchers"):
        st.html(f'<h2 class="headline">{html_escape(headline(offered, left))}</h2>')
        if rows:
            head = "".join(f"<th>{label}</th>" for label in HEAD)
            st.html(
                '<div class="scroll" tabindex="0" role="region" aria-label="兑换目录"><table class="standings">'
                f"<thead><tr>{head}</tr></thead><tbody>{_body(view, rows, figures)}</tbody></table></div>"
                '<p class="note">“还剩”是备货减去在架以来换走的，与“这段时间换走”的起止不同；没有写备货的不限量。目录上没有的、超过库存的、积分不符的兑换，列在“未入库问题”。</p>'
            )
        elif offered.value is None:
            st.info(panel.NEXT_STEP, icon=":material/inbox:")
        panel.draw_row_beneath(view, "vouchers", "兑换目录", figures, BY)


def headline(offered: Figure, left: Figure) -> str:
    """Say how many kinds can be had for points, and how many pieces are left."""
    if offered.value is None:
        return f"积分能换什么：兑换目录{states.clause(offered)}。"
    kinds = f"积分可以换{numbers.brief(offered, indicator_of(OFFERED))}物品和服务{reports.note(offered)}"
    return f"{kinds}，还剩{numbers.brief(left, indicator_of(LEFT))}。" if left.value is not None else f"{kinds}。"


def _body(view: View, rows: Sequence[Offer], figures: Sequence[Figure]) -> str:
    """Return the rows in the order of the communities: all that can be had, and what else went."""
    offers = {(row["community"], row["voucher"]): row for row in rows}
    redeemed, left = ({(f.community, f.category): f for f in figures if f.indicator == id} for id in (REDEEMED, LEFT))
    keys = {*offers, *((community, voucher) for (community, voucher), f in redeemed.items() if community and f.value)}
    with_catalogue = {community for community, _ in offers}
    lines = []
    for community in view.filters.communities:
        for key in sorted((key for key in keys if key[0] == community), key=lambda key: key[1] or ""):
            absent = NOT_LISTED if community in with_catalogue else NO_CATALOGUE
            terms = _terms(offers[key], left.get(key)) if key in offers else (absent, "", "", "")
            lines.append(_row(view, key, (*terms[:3], _count(redeemed.get(key)), terms[3])))
    return "".join(lines)


def _row(view: View, key: Key, cells: Sequence[str]) -> str:
    community, voucher = key
    mark = f'<i style="background:{view.colours[community]}"></i>'
    name = f"{short_name(community)} · {voucher or '没有写名称'}"
    columns = "".join(f"<td>{html_escape(text)}</td>" for text in cells)
    return f'<tr><th scope="row">{mark}{html_escape(name)}</th>{columns}</tr>'


def _terms(offer: Offer, left: Figure | None) -> tuple[str, str, str, str]:
    """Return the price, the days on which it can be had, the stock and what is left of it."""
    first = day_text(offer["offered_on"])
    days = f"{first}起" if offer["until_on"] is None else f"{first}至{day_text(offer['until_on'] - timedelta(1))}"
    if offer["stock"] is None:
        return f"{offer['price_points']}分", days, "不限量", ""
    return f"{offer['price_points']}分", days, f"{offer['stock']:g}{offer['stock_unit'] or '件'}", _count(left)


def _count(figure: Figure | None) -> str:
    if figure is None or figure.state == "no_sample":  # reported, and none went
        return "0件"
    return numbers.brief(figure, indicator_of(figure.indicator))
