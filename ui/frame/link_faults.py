"""Finds what an address asks for that is not there, and says so in place of figures: never all where one was meant."""

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from documents.day_text import day_text
from ui.frame import address
from ui.frame.escape import html_escape, md_escape
from warehouse.communities import short_name

CLOSE_ENOUGH = 0.5  # similarity from which a word is suggested
NO_FIGURES = "这个链接没有画出任何数"

Nearest = Callable[[str], str | None]


@dataclass(frozen=True)
class LinkFault:
    """What cannot be shown of an address: a sentence, and {words: address} of what can be read instead."""

    sentence: str
    ways_out: Mapping[str, str]


def unknown_words(key: str, label: str, options: Sequence[str], nearest: Nearest | None = None) -> Iterator[LinkFault]:
    """Yield a fault for every word of a parameter that is none of its options, with the nearest of them."""
    words = address.values(key)
    for word in words:
        if word not in options:
            near = nearest(word) if nearest else _closest(word, options)
            meant = f"是不是“{near}”？" if near else f"可选的有：{'、'.join(options)}。" if options else ""
            instead = [near if other == word and near else other for other in words]
            ways_out = {f"改看{short_name(near)}": address.with_values(key, instead)} if near else {}
            ways_out[f"不限{label}"] = address.with_values(key, ())
            yield LinkFault(f"没有{label}“{word}”，{NO_FIGURES}。{meant}", ways_out)


def wrong_days(key: str, label: str, first: date, last: date) -> Iterator[LinkFault]:
    """Yield a fault where the days of a parameter are no days, lie outside the records or stand in the wrong order."""
    words = address.values(key)
    ways_out = {f"重选{label}": address.with_values(key, ())}
    try:
        days = [date.fromisoformat(word) for word in words]
    except ValueError:
        yield LinkFault(f"{label}“{'”“'.join(words)}”不是日期，{NO_FIGURES}。日期要写成{last}这样。", ways_out)
        return
    if any(not first <= day <= last for day in days):
        span = f"现有记录从{day_text(first)}到{day_text(last)}"
        yield LinkFault(f"{label}{'至'.join(words)}超出了有记录的时期，{NO_FIGURES}。{span}。", ways_out)
    elif days != sorted(days):
        in_order = {"对调起止日期": address.with_values(key, sorted(words))}
        yield LinkFault(
            f"{label}写反了：开始{words[0]}在结束{words[-1]}之后，{NO_FIGURES}。请对调或重选。",
            {**in_order, **ways_out},
        )


def days_without_period(key: str, label: str, period: str) -> Iterator[LinkFault]:
    """Yield a fault where an address has days that only count in a period which it does not choose."""
    if words := address.values(key):
        ways_out = {
            f"看“{period}”{'至'.join(words)}": address.with_values("period", [period]),
            f"不用{label}": address.with_values(key, ()),
        }
        yield LinkFault(
            f"{label}{'至'.join(words)}只有统计期选“{period}”时才用得上，链接里没有选，{NO_FIGURES}。", ways_out
        )


def unused(known: Collection[str]) -> list[str]:
    """Return what the address asks for by names that nothing on the page has, as it is written there: from=2025-01-01."""
    return [f"{key}={value}" for key in st.query_params if key not in known for value in st.query_params.get_all(key)]


def draw_unused(parameters: Sequence[str]) -> None:
    """Draw that parts of the address were not followed, so that no reader takes what is shown for what they asked for."""
    if parameters:
        words = "、".join(f"“{parameter}”" for parameter in parameters)
        st.warning(
            md_escape(f"链接里的{words}这一页不认，没有用上；显示的是按页上所选的。"), icon=":material/link_off:"
        )


def draw(faults: Sequence[LinkFault]) -> None:
    """Draw each fault with its ways out."""
    for fault in faults:
        st.error(md_escape(fault.sentence), icon=":material/link_off:")
        draw_ways_out(fault.ways_out)


def draw_ways_out(ways_out: Mapping[str, str]) -> None:
    """Draw {words: address} as links in a row; nothing where there are none."""
    anchors = "".join(f'<a href="{html_escape(to)}">{html_escape(words)}</a>' for words, to in ways_out.items())
    if anchors:
        st.html(f'<p class="ways-out">{anchors}</p>')


def bound(key: str, label: str, options: Iterable[str], nearest: Nearest | None = None) -> dict[str, Any]:
    """Return what binds a widget to a parameter; stop where the address names what it does not offer: it would leave that out quietly."""
    if faults := list(unknown_words(key, label, list(options), nearest)):
        draw(faults)
        st.stop()
    return {"key": key, "bind": "query-params"}


def _closest(word: str, options: Sequence[str]) -> str | None:
    return next(iter(difflib.get_close_matches(word, options, n=1, cutoff=CLOSE_ENOUGH)), None)
