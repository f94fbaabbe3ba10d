"""The filters, written once for all pages: bound to the link, returned as one frozen choice, said in words."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitAPIException

from indicators import periods
from indicators.model import Filters, Grain
from ui.frame.escape import md_escape
from warehouse.communities import Location
from wording import dates
from wording.community_names import chosen_name

AREAS = (("city", "市"), ("district", "区"), ("street", "街道"))
GRAINS: dict[str, Grain] = {word: grain for grain, word in dates.GRAINS.items()}
KEYS = ("city", "district", "street", "community", "period", "to", "days", "grain", "strand")  # as the link names them
KEPT = "filters-kept"
LAST_12, TO_DATE, CUSTOM = "近12个月", "截至某日", "自选起止"
DEFAULTS = {"period": LAST_12, "grain": "月"}
PERIODS = (LAST_12, "本年", "上年", "全部时期", TO_DATE, CUSTOM)


@dataclass(frozen=True)
class Choice:
    """What the reader asked for: filters for the figures, the grain of time series, and both in words."""

    filters: Filters
    grain: Grain
    area_words: str
    period_words: str

    @property
    def place_words(self) -> str:
        """Which communities, and which strands where they are chosen: 社东社区，板块：老人."""
        strands = f"，板块：{'、'.join(self.filters.strands)}" if self.filters.strands else ""
        return f"{self.area_words}{strands}"

    @property
    def words(self) -> str:
        """The choice as a reader sees it: 社东社区，板块：老人，2022年1月至12月."""
        return f"{self.place_words}，{self.period_words}"


def bar(page: str, places: Sequence[Location], first: date, last: date, strands: Sequence[str] = ()) -> Choice:
    """Draw the row of filters of a page and return the choice; strands are offered where the page has them."""
    _bring_along(page)
    with st.container(horizontal=True, key="filters", vertical_alignment="center"):
        communities, said = _area(places)
        from_on, to_on = _period(first, last)
        grain = _grain()
        chosen = _strands(strands) if strands else ()
    shown = {key: st.session_state[key] for key in KEYS if key in st.session_state}
    st.session_state[KEPT] = page, {**st.session_state.get(KEPT, (page, {}))[1], **shown}
    return Choice(Filters(communities, from_on, to_on, chosen), grain, said, periods.window(from_on, to_on).label)


def _bring_along(page: str) -> None:
    """Take the choice of the page before over to this one and its link: what is bound to a link stays behind with its page."""
    before, kept = st.session_state.get(KEPT, (page, {}))
    for key, value in kept.items() if before != page else ():
        if key not in st.query_params and value and value != DEFAULTS.get(key):
            st.session_state[key] = value
            with suppress(
                StreamlitAPIException
            ):  # refused where a widget holds the key already, and writes the link itself
                st.query_params[key] = [str(one) for one in value] if isinstance(value, list | tuple) else str(value)


def _area(places: Sequence[Location]) -> tuple[tuple[str, ...], str]:
    left = list(places)
    label = _area_label(places)
    with st.popover(md_escape(label), icon=":material/location_on:", key="area"):
        levels = []
        for key, level in AREAS:
            options = list(dict.fromkeys(filter(None, (getattr(place, key) for place in left))))
            chosen = st.selectbox(level, options, index=None, placeholder=f"全部{level}", **_bound(key))
            left = [place for place in left if chosen in (None, getattr(place, key))]
            levels.append(chosen)
        names = [place.community for place in left]
        picked = st.multiselect("社区", names, placeholder="全部社区", **_bound("community"))
    communities = tuple(name for name in names if name in (picked or names))
    return communities, chosen_name([level for level in levels if level], communities, len(places))


def _area_label(places: Sequence[Location]) -> str:
    """The choice of the last run, or of the link on the first one; the widgets inside the popover come later."""
    levels = [value for key, _ in AREAS if (value := _now(key))]
    picked = _now_many("community")
    left = [
        place
        for place in places
        if all(_now(key) in (None, getattr(place, key)) for key, _ in AREAS)
        if not picked or place.community in picked
    ]
    return chosen_name(levels, tuple(place.community for place in left or places), len(places))


def _period(first: date, last: date) -> tuple[date, date]:
    with st.popover(_shown_period(), icon=":material/calendar_month:", key="when"):
        choice = st.radio("统计期", PERIODS, **_bound("period"))
        if choice == TO_DATE:
            return first, _day(first, last)
        if choice == CUSTOM:
            return _days(first, last)
    return WINDOWS[choice](first, last)


def _shown_period() -> str:
    now = _now("period")
    return now if now in PERIODS else LAST_12


def _day(first: date, last: date) -> date:
    limits: dict[str, Any] = {"min_value": first, "max_value": last}
    return st.date_input("截至", last, format="YYYY-MM-DD", **limits, **_bound("to")) or last


def _days(first: date, last: date) -> tuple[date, date]:
    limits: dict[str, Any] = {"min_value": first, "max_value": last}
    chosen = st.date_input("起止日期", (first, last), format="YYYY-MM-DD", **limits, **_bound("days"))
    if len(chosen) == 2:
        return chosen
    st.caption("请再点一下结束日期。")
    return (*chosen, last)[:2] if chosen else (first, last)


def _twelve_months(_first: date, last: date) -> tuple[date, date]:
    return periods.first_of(last, "month", 11), last


WINDOWS: dict[str, Callable[[date, date], tuple[date, date]]] = {
    LAST_12: _twelve_months,
    "本年": lambda _, last: (date(last.year, 1, 1), last),
    "上年": lambda _, last: (date(last.year - 1, 1, 1), date(last.year - 1, 12, 31)),
    "全部时期": lambda first, last: (first, last),
}


def _grain() -> Grain:
    choice = st.segmented_control(
        "粒度", list(GRAINS), default=DEFAULTS["grain"], required=True, label_visibility="collapsed", **_bound("grain")
    )
    return GRAINS[choice]


def _strands(options: Sequence[str]) -> tuple[str, ...]:
    picked = _now_many("strand")
    with st.popover(
        md_escape(f"板块：{'、'.join(picked)}") if picked else "全部板块", icon=":material/category:", key="what"
    ):
        return tuple(st.multiselect("板块", options, placeholder="全部板块", **_bound("strand")))


def _bound(key: str) -> dict[str, Any]:
    """A widget whose value stands in the link and stays when the reader goes to another page and comes back."""
    return {"key": key, "bind": "query-params", "persist_state": "session"}


def _now(key: str) -> str | None:
    return st.session_state.get(key, st.query_params.get(key)) or None


def _now_many(key: str) -> list[str]:
    return list(st.session_state.get(key, st.query_params.get_all(key)) or [])
