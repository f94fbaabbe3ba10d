"""Draws the filters, once for all pages: bound to the link, returned as one frozen choice, said in words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitAPIException

from indicators import periods
from indicators.model import Filters, Grain
from ui.frame import address, link_faults
from ui.frame.escape import md_escape
from ui.frame.link_faults import LinkFault
from warehouse.communities import Location, Spellings
from wording import dates
from wording.community_names import chosen_name

AREAS = (("city", "市"), ("district", "区"), ("street", "街道"))
GRAINS: dict[str, Grain] = {word: grain for grain, word in dates.GRAINS.items()}
KEYS = ("city", "district", "street", "community", "period", "to", "days", "grain", "strand")  # as the link names them
LAST = "filters-kept"  # session state: (page, {filter: value}) of the page opened last
THIS_YEAR, YEAR_BEFORE, TO_DATE, CUSTOM = "本年", "上年", "截至某日", "自选起止"
DAYS = {TO_DATE: ("to", "截至日期"), CUSTOM: ("days", "起止日期")}  # the parameter that says the days of a period
PERIODS = (THIS_YEAR, YEAR_BEFORE, "近12个月", "全部时期", TO_DATE, CUSTOM)
MONTHS_OF_A_YEAR_OPENED = 3  # a year of fewer months is too short to open with
DEFAULT_GRAIN = "月"


@dataclass(frozen=True)
class Choice:
    """What the reader chose: filters for the figures, the grain of time series, and both in words."""

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


def faults(
    places: Sequence[Location], spellings: Spellings, first: date, last: date, strands: Sequence[str] = ()
) -> list[LinkFault]:
    """Return what the address asks for that these filters cannot give."""
    areas = [
        link_faults.unknown_words(key, level, list(dict.fromkeys(filter(None, (getattr(p, key) for p in places)))))
        for key, level in AREAS
    ]
    words = [
        *areas,
        link_faults.unknown_words("community", "社区", [place.community for place in places], _nearest(spellings)),
        link_faults.unknown_words("period", "统计期", PERIODS),
        link_faults.unknown_words("grain", "粒度", list(GRAINS)),
        link_faults.unknown_words("strand", "板块", strands) if strands else (),
    ]
    return list(chain(*words, *_day_faults(first, last)))


def _day_faults(first: date, last: date) -> Iterator[Iterator[LinkFault]]:
    """Yield what is wrong with days of the period chosen, and days of another one, unless a reader just leaves that."""
    period = next(iter(address.values("period")), "")
    is_followed = address.is_followed("period")
    for its_period, (key, label) in DAYS.items():
        if period == its_period:
            yield link_faults.wrong_days(key, label, first, last)
        elif is_followed:
            yield link_faults.days_without_period(key, label, its_period)


def _nearest(spellings: Spellings) -> link_faults.Nearest:
    return lambda word: spellings.find(word) or spellings.nearest(word)


def draw_bar(page: str, places: Sequence[Location], first: date, last: date, strands: Sequence[str] = ()) -> Choice:
    """Draw the row of filters of a page and return the choice; strands are offered where the page has them."""
    default = default_period(first, last)
    _bring_along(page, {"period": default, "grain": DEFAULT_GRAIN})
    with st.container(horizontal=True, key="filters", vertical_alignment="center"):
        communities, area_words = _ask_area(places)
        from_on, to_on = _ask_period(first, last, default)
        grain = _ask_grain()
        filters = Filters(communities, from_on, to_on, _ask_strands(strands) if strands else ())
    _remember(page)
    return Choice(filters, grain, area_words, periods.window(from_on, to_on).label)


def default_period(first: date, last: date) -> str:
    """Return the period that pages open with: this year, or in its first months the year before.

    Whole years and a year so far are shown of small communities too, the last twelve months often not: less the year, they tell of few people.
    """
    is_short = last.month < MONTHS_OF_A_YEAR_OPENED and first.year < last.year
    return YEAR_BEFORE if is_short else THIS_YEAR


def last_choice(key: str) -> Sequence[str]:
    """Return what was chosen in a filter of several values on the page opened last."""
    _, values = st.session_state.get(LAST, ("", {}))
    return tuple(values.get(key) or ())


def _remember(page: str) -> None:
    """Add what this page offers to what was chosen before: a page without strands leaves theirs as it was."""
    _, values = st.session_state.get(LAST, (page, {}))
    offered = {key: st.session_state[key] for key in KEYS if key in st.session_state}
    st.session_state[LAST] = page, {**values, **offered}


def _bring_along(page: str, defaults: Mapping[str, str]) -> None:
    """Take the choice of the page before over to this one and its link.

    Streamlit leaves what is bound to a link behind with its page: the next page would open without it in its link.
    Days go along with their period only: by themselves they would say nothing of what is shown.
    """
    before, values = st.session_state.get(LAST, (page, {}))
    if address.is_restored():
        return
    period = st.query_params.get("period") or values.get("period")
    idle = {key for its_period, (key, _) in DAYS.items() if its_period != period}
    for key, value in values.items() if before != page else ():
        if key not in st.query_params and key not in idle and value and value != defaults.get(key):
            st.session_state[key] = value
            _write_to_link(key, value)


def _write_to_link(key: str, value: object) -> None:
    # Streamlit refuses where a widget holds the key already; that widget writes the link itself.
    with suppress(StreamlitAPIException):
        st.query_params[key] = list(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _ask_area(places: Sequence[Location]) -> tuple[tuple[str, ...], str]:
    """Return the communities chosen and how they are named together."""
    offered = list(places)
    areas = []
    with st.popover(md_escape(_area_label(places)), icon=":material/location_on:", key="area"):
        for key, level in AREAS:
            options = list(dict.fromkeys(filter(None, (getattr(place, key) for place in offered))))
            area = st.selectbox(level, options, index=None, placeholder=f"全部{level}", **_bound(key))
            offered = [place for place in offered if area in (None, getattr(place, key))]
            areas.append(area)
        names = [place.community for place in offered]
        picked = st.multiselect("社区", names, placeholder="全部社区", **_bound("community"))
    communities = tuple(name for name in names if name in (picked or names))
    return communities, chosen_name([area for area in areas if area], communities, len(places))


def _area_label(places: Sequence[Location]) -> str:
    """Return how the communities are named on the closed popover, from the last run or the link.

    Its label is drawn before the widgets inside it, which know the choice of this run.
    """
    areas = {key: area for key, _ in AREAS if (area := _current(key))}
    picked = _current_list("community")
    matching = [
        place
        for place in places
        if all(getattr(place, key) == area for key, area in areas.items())
        if not picked or place.community in picked
    ]
    return chosen_name([*areas.values()], tuple(place.community for place in matching or places), len(places))


def _ask_period(first: date, last: date, default: str) -> tuple[date, date]:
    with st.popover(_period_label(default), icon=":material/calendar_month:", key="when"):
        period = st.radio("统计期", PERIODS, index=PERIODS.index(default), **_bound("period"))
        if period == TO_DATE:
            return first, _ask_day(first, last)
        if period == CUSTOM:
            return _ask_days(first, last)
    return WINDOWS[period](first, last)


def _period_label(default: str) -> str:
    period = _current("period")
    return period if period in PERIODS else default


def _ask_day(first: date, last: date) -> date:
    return st.date_input("截至", last, **_day_input("to", first, last)) or last


def _ask_days(first: date, last: date) -> tuple[date, date]:
    """Return the first and the last day. Streamlit hands over one day between two clicks, and for a period of one day."""
    days = st.date_input("起止日期", (first, last), **_day_input("days", first, last))
    if len(days) < 2:
        st.caption("只看这一天；要看一段时期，请再点一下结束日期。" if days else "请再点一下结束日期。")
    return (days[0], days[-1]) if days else (first, last)


def _twelve_months(_first: date, last: date) -> tuple[date, date]:
    return periods.first_of(last, "month", 11), last


WINDOWS: dict[str, Callable[[date, date], tuple[date, date]]] = {
    "近12个月": _twelve_months,
    THIS_YEAR: lambda _, last: (date(last.year, 1, 1), last),
    YEAR_BEFORE: lambda _, last: (date(last.year - 1, 1, 1), date(last.year - 1, 12, 31)),
    "全部时期": lambda first, last: (first, last),
}


def _day_input(key: str, first: date, last: date) -> dict[str, Any]:
    return {"min_value": first, "max_value": last, "format": "YYYY-MM-DD", **_bound(key)}


def _ask_grain() -> Grain:
    word = st.segmented_control(
        "粒度", list(GRAINS), default=DEFAULT_GRAIN, required=True, label_visibility="collapsed", **_bound("grain")
    )
    return GRAINS[word]


def _ask_strands(options: Sequence[str]) -> tuple[str, ...]:
    picked = _current_list("strand")
    label = f"板块：{'、'.join(picked)}" if picked else "全部板块"
    with st.popover(md_escape(label), icon=":material/category:", key="what"):
        return tuple(st.multiselect("板块", options, placeholder="全部板块", **_bound("strand")))


def _bound(key: str) -> dict[str, Any]:
    """Return the arguments of a widget whose value stands in the link and stays for when the reader comes back."""
    return {"key": key, "bind": "query-params", "persist_state": "session"}


def _current(key: str) -> str | None:
    return next(iter(_current_list(key)), None)


def _current_list(key: str) -> list[str]:
    """Return the values of a filter before it is drawn: of the address where it counts, else what was chosen last."""
    if address.is_restored() or key not in st.session_state:
        return address.values(key)
    value = st.session_state[key] or ()
    return [value] if isinstance(value, str) else list(value)
