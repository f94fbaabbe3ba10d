"""Returns the lines of the notice: what each fund held, received, spent and holds in each period, and all funds together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from indicators import engine, periods
from indicators.model import Figure, Filters, Grain
from indicators.reported_months import ReportedMonths, reported_months
from warehouse.build import Build

BALANCE, SPENT = "fund_balance", "money_spent"
MOVED = ("cash_received", "cash_transferred_in", SPENT, "cash_transferred_out")
WHOLE = "合计"
MOST_QUARTER_MONTHS = 15  # of a window told by quarters; a longer one is told by years
FundPlace = tuple[str, str]  # community and fund


@dataclass(frozen=True)
class FundLine:
    """One fund in one period; the whole of all funds where `community` is empty. `opening` is what it held the day before.

    `is_opening_known` and `is_closing_known`: every month up to that day was reported, gifts and spending, since both ledgers were begun.
    """

    community: str
    fund: str
    label: str
    opening: Figure
    moved: tuple[Figure, ...]
    closing: Figure
    is_opening_known: bool = True
    is_closing_known: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether all is known of it, so that opening and movements make the closing: only such lines are added up."""
        are_numbers = all(figure.value is not None and not figure.missing for figure in self.moved)
        ends_are_known = self.is_opening_known and self.is_closing_known
        return are_numbers and ends_are_known and None not in (self.opening.value, self.closing.value)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in the order of a line: opening, what moved, closing."""
        return (self.opening, *self.moved, self.closing)


@dataclass(frozen=True)
class FundFigures:
    """Figures by fund, and by community for funds without a row of their own: these moved nothing, if their community reported."""

    by_fund: Mapping[tuple[FundPlace, str], Sequence[Figure]]
    by_community: Mapping[tuple[FundPlace, str], Sequence[Figure]]

    def of(self, place: FundPlace, id: str) -> Sequence[Figure]:
        """Return the figures of a fund in order of time."""
        rowless = self.by_community.get(((place[0], ""), id), ())
        return self.by_fund.get((place, id)) or [zero(figure) if figure.state == "ok" else figure for figure in rowless]


def fund_lines(build: Build, window: Filters) -> Iterator[FundLine]:
    """Yield the lines of each fund: its periods where there are several, then the whole window."""
    grain: Grain = "quarter" if len(periods.months(window.from_on, window.to_on)) <= MOST_QUARTER_MONTHS else "year"
    ids = (*MOVED, BALANCE)
    before = fund_figures(build, (BALANCE,), _day_before(window))
    whole, parts = fund_figures(build, ids, window), fund_figures(build, ids, window, (grain,))
    months = _balance_months(build, window)
    for place, begun_on in _funds(build, window).items():
        (closing,) = whole.of(place, BALANCE)
        opening = zero(closing) if begun_on >= window.from_on else before.of(place, BALANCE)[0]
        ends = parts.of(place, BALANCE)
        moved = zip(*(parts.of(place, id) for id in MOVED), strict=True)
        lines = [
            FundLine(*place, figures[0].period.label, start, figures, end)
            for start, figures, end in zip((opening, *ends), moved, ends, strict=False)
        ]
        lines = lines if len(lines) > 1 else []
        lines.append(
            FundLine(*place, whole_label(window), opening, tuple(whole.of(place, id)[0] for id in MOVED), closing)
        )
        yield from (_checked(line, months, begun_on) for line in lines)


def _checked(line: FundLine, months: ReportedMonths, begun_on: date) -> FundLine:
    """Return a line that says whether what it holds is known; before its first money a fund held nothing."""
    period = line.moved[0].period
    opening, closing = (
        on < begun_on or months.is_unbroken(line.community, on) for on in (period.from_on - periods.DAY, period.to_on)
    )
    return replace(line, is_opening_known=opening, is_closing_known=closing)


def _balance_months(build: Build, window: Filters) -> ReportedMonths:
    """Return the months for which what a community holds is known: of the ledgers that the definition of a balance needs."""
    balance = engine.catalogue()[BALANCE]
    months = reported_months(build, [balance], window.communities)[BALANCE]
    assert months is not None  # a balance rests on monthly ledgers
    return months


def total_line(build: Build, window: Filters, lines: Sequence[FundLine]) -> FundLine:
    """Return the line of all funds of the communities together, of which `lines` are the whole windows."""
    whole = {figure.indicator: figure for figure in engine.figures(build, (*MOVED, BALANCE), window)}
    held = sum(line.opening.value or 0 for line in lines if line.community in window.communities)
    opening = replace(zero(whole[BALANCE]), value=held)
    return FundLine("", WHOLE, whole_label(window), opening, tuple(whole[id] for id in MOVED), whole[BALANCE])


def fund_figures(build: Build, ids: Sequence[str], window: Filters, by: Sequence[str] = ()) -> FundFigures:
    """Return figures by fund and by community, for a window or its periods."""
    by_fund = engine.figures(build, ids, window, (*by, "community", "fund_name"))
    by_community = engine.figures(build, ids, window, (*by, "community"))
    return FundFigures(_by_place(by_fund), _by_place(by_community))


def whole_label(window: Filters) -> str:
    """Return the window in words."""
    return periods.window(window.from_on, window.to_on).label


def zero(figure: Figure) -> Figure:
    """Return the figure of a fund that has not moved any money yet."""
    return replace(figure, value=0.0, numerator=0.0, state="ok", missing=())


def _funds(build: Build, window: Filters) -> dict[FundPlace, date]:
    """Return {(community, fund): the day on which money first moved}, in the order of the filters."""
    query = """
        select community, fund_name, min(moved_on) from fund_movement
        where moved_on <= ? and community in (select unnest(?)) group by community, fund_name order by 1, 2"""
    rows: Sequence[tuple[str, str, date]] = build.rows(query, (window.to_on, list(window.communities)))
    in_order = sorted(rows, key=lambda row: (window.communities.index(row[0]), row[1]))
    return {(community, fund): begun_on for community, fund, begun_on in in_order}


def _day_before(window: Filters) -> Filters:
    on = window.from_on - periods.DAY
    return replace(window, from_on=on, to_on=on)


def _by_place(figures: Sequence[Figure]) -> dict[tuple[FundPlace, str], list[Figure]]:
    places: dict[tuple[FundPlace, str], list[Figure]] = {}
    for figure in figures:
        places.setdefault(((figure.community or "", figure.category or ""), figure.indicator), []).append(figure)
    return places
