"""Offers names of organisations that may be one, and carries out what people decide: a new build, the same clean files."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from command_line import WrongUsage
from etl import history
from etl.declarations import record_types
from etl.history import Act, HistoryEntry
from etl.inbox import organisation_decisions as decided
from etl.inbox.organisation_decisions import Decision, Sameness
from etl.inbox.write_lock import write_lock
from etl.load import LoadOutcome, Progress, bring_up_to_date, silent
from etl.parse import organisation_names
from etl.parse.organisation_names import Places
from warehouse import organisations
from warehouse.build import Build
from warehouse.build_in_use import current
from warehouse.communities import short_name
from warehouse.organisations import OrganisationUse

ACTS: dict[Sameness, Act] = {"合并为": "合并机构", "不是同一家": "机构不同"}


@dataclass(frozen=True)
class OrganisationPair:
    """Two names that may be one organisation, the more frequent first, with where each stands; `likeness` is at most 100."""

    first: str
    second: str
    likeness: float
    first_uses: tuple[OrganisationUse, ...]
    second_uses: tuple[OrganisationUse, ...]

    @property
    def rows(self) -> int:
        """In how many rows either stands."""
        return sum(use.rows for use in (*self.first_uses, *self.second_uses))


def pairs(build: Build, decisions: Sequence[Decision]) -> list[OrganisationPair]:
    """Return the pairs nobody has decided on yet, the most alike and most frequent first."""
    by_name: dict[str, list[OrganisationUse]] = {}
    for use in organisations.uses(build):
        by_name.setdefault(use.name, []).append(use)
    rows = Counter({name: sum(use.rows for use in uses) for name, uses in by_name.items()})
    settled = {decision.names for decision in decisions}
    offered = []
    for low, high, likeness in organisation_names.alike(by_name, Places.of(organisations.places(build))):
        if frozenset((low, high)) not in settled:
            first, second = sorted((low, high), key=lambda name: (-rows[name], name))
            offered.append(OrganisationPair(first, second, likeness, tuple(by_name[first]), tuple(by_name[second])))
    return sorted(offered, key=lambda pair: (-pair.likeness, -pair.rows, pair.first, pair.second))


def decide(
    data: Path, name: str, verdict: Sameness, other: str, who: str, progress: Progress = silent
) -> LoadOutcome | None:
    """Note a decision and build anew; None where nothing changes in a build (不是同一家). Raises WrongUsage for unknown names."""
    known = {use.written for use in organisations.uses(Build(current(data)))}
    if strange := [each for each in (name, other) if each not in known]:
        raise WrongUsage(f"台账里没有叫“{strange[0]}”的机构。")
    decision = Decision(name, verdict, other, who, history.now())
    with write_lock(data):
        decided.write(data, decided.with_decision(_readable(data), decision))
    outcome = bring_up_to_date(data, progress) if verdict == "合并为" else None
    _note(data, ACTS[verdict], (name, other), who, outcome)
    return outcome


def undo(data: Path, name: str, other: str, who: str, progress: Progress = silent) -> LoadOutcome:
    """Take a decision on two names back (with `other` empty: those on `name`) and build anew."""
    with write_lock(data):
        decided.write(data, decided.without_decision(_readable(data), name, other))
    outcome = bring_up_to_date(data, progress)
    _note(data, "撤销机构", tuple(filter(None, (name, other))), who, outcome)
    return outcome


def _readable(data: Path) -> tuple[Decision, ...]:
    """Return the decisions made so far. Raises WrongUsage where their file is damaged: it must not be written over."""
    decisions, faults = decided.read(data)
    if faults:
        raise WrongUsage(faults[0])
    return decisions


def _note(data: Path, act: Act, names: tuple[str, ...], who: str, outcome: LoadOutcome | None) -> None:
    build = outcome.path.stem if outcome and outcome.path else ""
    history.add(data, HistoryEntry(at=history.now(), who=who, act=act, files=names, build=build))


def where(uses: Sequence[OrganisationUse]) -> str:
    """Say how often and where a name stands: 197行：服务工单的承办单位，费家营社区."""
    columns = dict.fromkeys(
        f"{record_types()[use.record].label}的{record_types()[use.record].column(use.column).label}" for use in uses
    )
    communities = dict.fromkeys(short_name(use.community) for use in uses)
    rows = sum(use.rows for use in uses)
    return f"{rows}行：{'、'.join(columns)}，{'、'.join(communities)}"
