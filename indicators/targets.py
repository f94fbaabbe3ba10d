"""What was promised (项目指标): the targets in force, each with its indicator and the row of the ledger it stands in."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from etl.parse.bounds import AT_LEAST, AT_MOST, PERCENT
from indicators import periods, tables
from indicators.engine import catalogue
from indicators.model import Filters, Indicator, Period
from warehouse.build import Build

# Why an achieved number cannot be set against its target.
Misfit = Literal["other_unit", "share_or_percent", "unknown_project"]
PROJECT = "project"
WHOLE = 1.0  # a target kept
# Units that never stand for each other, with other words for them; all other units count things, under many measure words.
_UNITS = {"人": ("名", "位"), "人次": ("万人次",), "户": ("家",), "户次": (), "小时": ("时", "个小时"), "元": ("万元", "千元"), "%": (PERCENT,), "天": ("日",), "分": ()}  # fmt: skip


@dataclass(frozen=True)
class Target:
    """A promise in force: `value` of an indicator over a period, with its ledger row.

    `bound` says whether it is the least or the most, as the ledger does or else by what is good; None of a budget, for one.
    """

    community: str
    project: str | None
    indicator: str
    from_on: date
    to_on: date
    value: float
    unit: str | None
    bound: str | None
    group_one: str | None
    group_two: str | None
    weight: float | None
    document: str | None
    set_on: date
    former_value: float | None
    former_set_on: date | None
    reason: str | None
    measures: str | None
    source_file: str
    sheet: str
    row_no: int

    @property
    def is_most(self) -> bool:
        """Whether the value is not to be exceeded."""
        return self.bound == AT_MOST

    @property
    def declaration(self) -> Indicator:
        """The declaration of its indicator."""
        return catalogue()[self.indicator]

    @property
    def period(self) -> Period:
        """The period it is for, named as readers see it."""
        return periods.window(self.from_on, self.to_on)

    @property
    def splits_project(self) -> bool:
        """Whether it is of a project that the indicator's ledger tells apart."""
        return self.project is not None and PROJECT in tables.groups_of(self.declaration.numerator.table)


def share_kept(achieved: float, value: float, is_most: bool) -> float:
    """Return achieved ÷ target; of a target that is the most, 1 within it and target ÷ achieved beyond.

    Source: proportional scoring of 项目支出绩效自评 (财预〔2021〕101号), reversed for “not more than”.
    """
    if is_most:
        return WHOLE if achieved <= value else value / achieved
    return achieved / value if value else WHOLE


def targets(build: Build, filters: Filters) -> list[Target]:
    """Return the targets in force of some communities whose period touches a window, by community, period and ledger row;
    those of projects come last."""
    marks = ", ".join("?" for _ in filters.communities) or "null"
    rows = build.table(
        f"select * from target_in_force where community in ({marks}) and from_on <= ? and to_on >= ?"
        " order by project is not null, project, from_on, to_on, source_file, sheet, row_no",
        (*filters.communities, filters.to_on, filters.from_on),
    ).to_pylist()
    promised = [_target(row) for row in rows if row["indicator"] in _ids()]
    places = {name: place for place, name in enumerate(filters.communities)}
    return sorted(promised, key=lambda target: (target.project is not None, places[target.community]))


def _ids() -> dict[str, str]:
    """Return {label or alias: indicator id}: a build keeps the label of its day, which a rename keeps as an alias."""
    aliases = {alias: id for id, indicator in catalogue().items() for alias in indicator.aliases}
    return aliases | {indicator.label: id for id, indicator in catalogue().items()}


def _target(row: dict[str, object]) -> Target:
    id = _ids()[str(row["indicator"])]
    bound = row["bound"] or {"up": AT_LEAST, "down": AT_MOST}.get(catalogue()[id].good)
    return Target(**{**row, "indicator": id, "bound": bound})  # type: ignore[arg-type]


def unit_misfit(target: Target) -> Misfit | None:
    """Return why a target cannot be set against its indicator: persons are no attendances, and 0.9 may be 90 %."""
    unit = target.declaration.unit
    if target.unit and _family(target.unit) != _family(unit):
        return "other_unit"
    return "share_or_percent" if unit == "%" and not target.unit and 0 < target.value <= 1 else None


def _family(unit: str) -> str:
    return next((name for name, others in _UNITS.items() if unit in (name, *others)), "")
