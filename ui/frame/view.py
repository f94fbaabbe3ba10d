"""Opens a page: its title, its filters and the data they choose. Everything on the page draws from the one View."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path

import streamlit as st

from indicators import coverage, engine, periods, reported_sums, tables, trend
from indicators.by_place import by_place
from indicators.comparison import Comparison
from indicators.coverage import CoverageGap
from indicators.model import Figure, Filters, Grain, Indicator, Period
from ui.frame import filters, link_faults, query
from ui.frame.escape import html_escape, md_escape
from warehouse import communities, records
from warehouse.build import Build, NoBuild
from warehouse.communities import short_name
from wording import dates, palette

INTAKE = Path(__file__).parents[2] / "pages" / "data" / "intake.py"


@dataclass(frozen=True)
class View:
    """What a page shows: the build, the communities in register order, and the reader's choice."""

    title: str
    build: Build
    register: tuple[str, ...]
    choice: filters.Choice
    is_wider: bool = False  # than the period under the page's title
    drawn: set[str] = field(default_factory=set)  # ids of the indicators that the page has drawn so far

    @property
    def filters(self) -> Filters:
        """The filters of every figure on the page."""
        return self.choice.filters

    @property
    def grain(self) -> Grain:
        """The grain of time series."""
        return self.choice.grain

    @cached_property
    def colours(self) -> dict[str, str]:
        """The colour of each community, the same on every page."""
        return palette.colours(self.register)

    @property
    def is_demo(self) -> bool:
        """Whether the data are made up."""
        return self.build.is_demo

    @property
    def build_words(self) -> str:
        """When the data were put together: 数据批次2026年11月22日."""
        return dates.batch(self.build.created_at)

    @property
    def picture_words(self) -> tuple[str, str]:
        """The two lines by which every picture explains itself: whose data, and of when."""
        demo, made_on = "演示数据 · " if self.is_demo else "", self.build.created_at.date()
        return f"{demo}{self.choice.place_words}", f"{self.choice.period_words} · 数据批次{made_on}"

    @property
    def from_start(self) -> "View":
        """The same choice from the first record on, by quarter at least, for surveys, which are taken now and then."""
        first, to_on = _span(self.build)[0], self.filters.to_on
        window = replace(self.filters, from_on=first)
        grain: Grain = "quarter" if self.grain == "month" else self.grain
        choice = replace(self.choice, filters=window, grain=grain, period_words=periods.window(first, to_on).label)
        return replace(self, choice=choice, is_wider=first < self.filters.from_on)

    @property
    def window(self) -> Period:
        """The days chosen, with their label."""
        return periods.window(self.filters.from_on, self.filters.to_on)

    @property
    def has_records(self) -> bool:
        """Whether the period chosen touches the months that hold records."""
        first, last = _span(self.build)
        return self.filters.from_on <= last and self.filters.to_on >= first

    def figures(self, ids: Sequence[str], by: Sequence[str] = ()) -> list[Figure]:
        """Return figures for the reader's choice."""
        return query.figures(self.build, ids, self.filters, by)

    def begun(self, ids: Sequence[str]) -> list[str]:
        """Return those of some indicators that the communities have begun: they sent or owe what is counted, or reported its sum."""
        absent = query.answer(self.build, coverage.absent_records, self.filters.communities)
        lacking = {id for id in ids if coverage.absent_behind(indicator_of(id), absent)}
        summed = self.figures(reported_sums.may_stand_in(self.build, sorted(lacking), engine.catalogue()))
        begun = {figure.indicator for figure in summed if figure.value is not None}
        return [id for id in ids if id not in lacking - begun]

    def series(self, id: str) -> dict[str, list[Figure]]:
        """Return {community: an indicator's figures over time}, in the order of the filters."""
        figures = self.figures([id], (self.grain, "community"))
        return {name or "": series for name, series in by_place(figures, self.filters.communities).items()}

    def tested_series(self, id: str, *by: str) -> dict[str | None, tuple[Grain, list[Figure]]]:
        """Return {community: the grain by which its series is tested, and the series}; {None: …} for all together, not `by` community.

        The grain does not depend on the one that the reader looks at.
        """
        grains = trend.testable_grains(self.filters.from_on, self.filters.to_on) or [self.grain]
        figures = {grain: self.figures([id], (grain, *by)) for grain in grains}
        return trend.finest_of_places(figures, self.filters.communities if by else (None,))

    def comparisons(self, ids: Sequence[str]) -> dict[str, Comparison]:
        """Return {id: the comparison with the same window a year earlier} of the indicators that can have one."""
        return {made.now.indicator: made for made in query.comparisons(self.build, ids, self.filters)}

    def comparable_before(self, id: str, by: Sequence[str]) -> list[Figure | None]:
        """Return an indicator a year before by period, None where it rests on other reports."""
        return query.comparable_before(self.build, id, self.filters, by)


def indicator_of(id: str) -> Indicator:
    """Return an indicator's declaration."""
    return engine.catalogue()[id]


def open_page(title: str, rests_on: Sequence[str] = ()) -> View:
    """Open a page of figures. Where no record lies in the period chosen, say what to do next and stop."""
    view = open_filtered(title, rests_on)
    require_records(view)
    _say_absent(view, rests_on)
    return view


def open_filtered(title: str, rests_on: Sequence[str] = ()) -> View:
    """Open a page under its title and filters, said in words. `rests_on` names the indicators it is made of.

    Where there are no data at all, say what to do next and stop.
    """
    build = _build(title)
    query.learn(build, rests_on)
    with st.container(horizontal=True, key="top", vertical_alignment="center"):
        st.title(title, anchor=False, width="content")
        places, strands = query.answer(build, communities.locations), _strands(build, rests_on)
        if faults := filters.faults(places, query.answer(build, communities.spellings), *_span(build), strands):
            link_faults.draw(faults)
            st.stop()
        choice = filters.draw_bar(title, places, *_span(build), strands)
    view = View(title, build, tuple(place.community for place in places), choice)
    query.learn(build, rests_on, view.filters)
    st.html(_masthead(view, choice.words, unreported(view, rests_on) if view.has_records else {}))
    return view


def require_records(view: View) -> None:
    """Stop where no record lies in the period chosen, with the sentence that says so."""
    if not view.has_records:
        say_no_records(view)
        st.stop()


def say_no_records(view: View) -> None:
    """Draw the sentence that stands in place of figures where no record lies in the period chosen."""
    first, last = _span(view.build)
    st.info(
        f"{view.choice.period_words}没有记录；现有记录从{first.year}年{first.month}月到{last.year}年{last.month}月。"
        "换一个时期再看。",
        icon=":material/inbox:",
    )


def _say_absent(view: View, rests_on: Sequence[str]) -> None:
    """Say once which ledgers behind a page these communities never sent: what rests on them is not drawn. Stop where nothing is left."""
    begun = view.begun(rests_on)
    absent = query.answer(view.build, coverage.absent_records, view.filters.communities)
    others = (coverage.absent_behind(indicator_of(id), absent) for id in rests_on if id not in begun)
    records = dict.fromkeys(chain.from_iterable(others))
    if not records:
        return
    labels = "、".join(f"“{tables.name_of(record)}”" for record in records)
    drawn = "下面不列相关的数" if begun else "这一页没有可以列的数"
    with st.container(horizontal=True, key="absent", vertical_alignment="center"):
        words = f"{view.choice.area_words}没有报送过{labels}台账，{drawn}。如果应当有，请上传："
        st.html(f'<p class="note">{html_escape(words)}</p>', width="content")
        st.page_link(INTAKE, label="数据导入")
    if not begun:
        st.stop()


def open_unfiltered(title: str) -> View:
    """Open a page about everything that was loaded, without filters of place and time."""
    build = _build(title)
    st.title(title, anchor=False)
    register = query.answer(build, communities.names)
    words = f"全部{len(register)}个社区", periods.window(*_span(build)).label
    view = View(title, build, register, filters.Choice(Filters(register, *_span(build)), "month", *words))
    st.html(_masthead(view, "全部已导入的台账", {}))
    return view


def open_reference(title: str, lead: str) -> None:
    """Open a page that explains, with or without data."""
    st.title(title, anchor=False)
    st.html(f'<p class="masthead">{html_escape(lead)}</p>')


def _build(title: str) -> Build:
    try:
        return query.current()
    except NoBuild as reason:
        st.title(title, anchor=False)
        st.info(f"{md_escape(reason.finding)}请到“数据导入”上传台账。", icon=":material/inbox:")
        st.page_link(INTAKE, label="打开“数据导入”", icon=":material/upload_file:")
        st.stop()


def _span(build: Build) -> tuple[date, date]:
    span = query.span(build)
    assert span, "a build in use has records"
    return span


def _strands(build: Build, rests_on: Sequence[str]) -> list[str]:
    """Return the strands to choose from, none unless every figure of the page follows that filter."""
    has_strands = ["strand" in tables.groups_of(indicator_of(id).numerator.table) for id in rests_on]
    return query.answer(build, records.strands) if has_strands and all(has_strands) else []


def unreported(view: View, rests_on: Sequence[str]) -> dict[str, list[str]]:
    """Return {community: ledgers of which it reported nothing in the window}, for the ledgers the page rests on."""
    unreported: dict[str, list[str]] = {}
    for gap in (gap for gap in gaps(view, rests_on) if gap.is_whole):
        unreported.setdefault(gap.community, []).append(tables.name_of(gap.record))
    return unreported


def gaps(view: View, rests_on: Sequence[str]) -> list[CoverageGap]:
    """Return the months of the window that communities did not report, for the ledgers the page rests on."""
    tables_used = {aggregate.table for id in rests_on for aggregate in indicator_of(id).aggregates}
    used = {record for table in tables_used for record in tables.records_of(table)}
    return [gap for gap in query.answer(view.build, coverage.gaps, view.filters) if gap.record in used]


def _masthead(view: View, scope: str, unreported: Mapping[str, Sequence[str]]) -> str:
    badge = '<mark class="demo">演示数据</mark>' if view.is_demo else ""
    listed = "、".join(f"{short_name(name)}（{'、'.join(ledgers)}）" for name, ledgers in unreported.items())
    gap = f'<span class="gap">{len(unreported)}个社区未报送：{html_escape(listed)}</span>' if unreported else ""
    return f'<p class="masthead"><span>{html_escape(scope)}</span><span>{view.build_words}</span>{badge}{gap}</p>'
