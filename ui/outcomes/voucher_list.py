"""Draws the catalogue of what points buy: a row a listing with its price, its days, its stock, how many went on those days and how many are left."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
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
BY = ("community", "listing")
PIECE = "件"
HEAD = ("物品", "每件积分", "从", "到", "备货", "换走", "还剩")

Offer = Mapping[str, Any]
Taken = Mapping[tuple[str | None, str | None], float]  # (community, listing): pieces


def draw(view: View) -> None:
    """Draw what could be had on any day of the window, and what went in it without being listed."""
    if not view.begun([OFFERED, REDEEMED]):
        return
    offered, left = view.figures([OFFERED, LEFT])
    history = view.from_start  # a listing counts from its first day, be that before the window
    ever = history.figures([REDEEMED], BY)
    with st.container(key="panel-vouchers"):
        st.html(f'<h2 class="headline">{html_escape(headline(offered, left))}</h2>')
        if body := _body(view, ever, history.figures([REDEEMED], ("community",))):
            head = "".join(f"<th>{label}</th>" for label in HEAD)
            st.html(
                '<div class="scroll" tabindex="0" role="region" aria-label="兑换目录"><table class="standings">'
                f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
                f'<p class="note">{html_escape(_note(view))}</p>'
            )
        elif offered.value is None:
            st.info(panel.NEXT_STEP, icon=":material/inbox:")
        panel.draw_row_beneath(history, "vouchers", "兑换目录", ever, BY)


def headline(offered: Figure, left: Figure) -> str:
    """Say how many kinds can be had for points, and how many pieces are left."""
    if offered.value is None:
        return f"积分能换什么：兑换目录{states.clause(offered)}。"
    kinds = f"积分可以换{numbers.brief(offered, indicator_of(OFFERED))}物品和服务{reports.note(offered)}"
    return f"{kinds}，还剩{numbers.brief(left, indicator_of(LEFT))}。" if left.value is not None else f"{kinds}。"


def _offers(view: View) -> list[Offer]:
    """Return the listings of the window; one that ended on its first day was taken off before."""
    rows = query.rows_on_any_day(view.build, OFFERED, view.filters, MOST_OFFERS).to_pylist()
    return [row for row in rows if row["until_on"] is None or row["until_on"] > view.filters.from_on]


def _note(view: View) -> str:
    return (
        "同一种物品改价、补货，另起一行。“换走”从“从”那天数到“到”那天，"
        f"还在架的数到{day_text(_last_day(view))}；备货减去换走就是还剩。"
        "已下架的（到期或另起了一行），剩下的不算进库存。没有写备货的不限量。当时不在目录上的、没有目录的，只数这段时间换走的。超过备货的、积分不符的兑换，列在“未入库问题”。"
    )


def _last_day(view: View) -> date:
    return min(view.filters.to_on, view.build.last_day or view.filters.to_on)


def _body(view: View, ever: Sequence[Figure], by_community: Sequence[Figure]) -> str:
    """Return the rows in the order of the communities: each listing by its name and day, then what went without one."""
    offers = _offers(view)
    listed = {(offer["community"], offer["listing"]) for offer in offers}
    others = [f for f in view.figures([REDEEMED], BY) if f.value and (f.community, f.category) not in listed]
    taken: Taken = {(figure.community, figure.category): figure.value for figure in ever if figure.value is not None}
    unknown = {f.community: f for f in by_community if f.value is None and f.state != "no_sample"}
    lines = []
    for community in view.filters.communities:
        own = sorted((offer for offer in offers if offer["community"] == community), key=lambda offer: offer["listing"])
        lines += [_offer_row(view, offer, taken, unknown.get(community)) for offer in own]
        lines += [_other_row(view, figure) for figure in others if figure.community == community]
    return "".join(lines)


def _offer_row(view: View, offer: Offer, taken: Taken, unknown: Figure | None) -> str:
    last: date | None = offer["until_on"] and offer["until_on"] - timedelta(1)
    stock, unit = offer["stock"], offer["stock_unit"] or PIECE
    went = taken.get((offer["community"], offer["listing"]), 0)
    cells = (
        f"{offer['price_points']}分",
        day_text(offer["offered_on"]),
        day_text(last) if last else "在架",
        "不限量" if stock is None else _pieces(stock, unit),
        numbers.brief(unknown, indicator_of(REDEEMED)) if unknown else _pieces(went, unit),
        "" if stock is None or unknown else _left(stock - went, unit) + _gone(view, last),
    )
    return _row(view, offer["community"], offer["voucher"], cells)


def _other_row(view: View, went: Figure) -> str:
    cells = ("", "", "", "", numbers.brief(went, indicator_of(REDEEMED)), "")
    return _row(view, went.community or "", went.category or "", cells)


def _row(view: View, community: str, name: str, cells: Sequence[str]) -> str:
    mark = f'<i style="background:{view.colours[community]}"></i>'
    columns = "".join(f"<td>{html_escape(text)}</td>" for text in cells)
    return f'<tr><th scope="row">{mark}{html_escape(f"{short_name(community)} · {name}")}</th>{columns}</tr>'


def _gone(view: View, last: date | None) -> str:
    """Return that what is left can be had no more on the last day of the window, and is not in the stock."""
    return "（已下架）" if last and last < _last_day(view) else ""


def _left(pieces: float, unit: str) -> str:
    """Return what is left; more than the stock went where a number below 0 is, which is said and not counted as less than none."""
    return _pieces(pieces, unit) if pieces >= 0 else f"{_pieces(0, unit)}（多换{_pieces(-pieces, unit)}）"


def _pieces(count: float, unit: str) -> str:
    return f"{numbers.rounded(count, 2)}{unit}"
