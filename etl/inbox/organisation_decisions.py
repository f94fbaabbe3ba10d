"""What people decided of names of organisations: which two are one, which are not; kept as a small readable file, never guessed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import tomli_w

from command_line import WrongUsage
from documents.stored_file import stored_toml
from documents.whole_file import durably_replacing
from etl.inbox.moved_files import clear_way

FILE = "organisations.toml"
Sameness = Literal["合并为", "不是同一家"]
UNREADABLE = f"机构名称的合并（{FILE}）读不出来，这次没有合并任何机构：请改好或删去这个文件，再运行一次。"


@dataclass(frozen=True)
class Decision:
    """What was decided of two names, by whom and when (ISO time); 合并为 counts `name` as `other`."""

    name: str
    verdict: Sameness
    other: str
    by: str = ""
    at: str = ""

    @property
    def names(self) -> frozenset[str]:
        return frozenset((self.name, self.other))


def read(folder: Path) -> tuple[tuple[Decision, ...], list[str]]:
    """Return the decisions of a data folder, and a sentence where their file cannot be read."""
    try:
        stored = stored_toml(folder / FILE)
        decisions = tuple(_decision(entry) for entry in stored["机构"])
        merged_names(decisions)
    except FileNotFoundError:
        return (), []
    except (OSError, KeyError, TypeError, ValueError, AttributeError):
        return (), [UNREADABLE]
    return decisions, []


def _decision(entry: Mapping[str, Any]) -> Decision:
    verdict = next(verdict for verdict in get_args(Sameness) if verdict in entry)
    at, by = str(entry.get("时间", "")), str(entry.get("经办", ""))
    return Decision(str(entry["名称"]), verdict, str(entry[verdict]), by, at)


def write(folder: Path, decisions: Sequence[Decision]) -> None:
    """Write the decisions aside, then in the place of the former ones; the caller holds the lock of the data folder."""
    entries = [
        {"名称": each.name, each.verdict: each.other, "经办": each.by, "时间": each.at}
        for each in sorted(decisions, key=lambda decision: (decision.name, decision.other))
    ]
    clear_way(folder, folder / FILE)
    with durably_replacing(folder / FILE) as partial:
        partial.write_text(tomli_w.dumps({"机构": entries}, multiline_strings=False), encoding="utf-8")


def merged_names(decisions: Sequence[Decision]) -> dict[str, str]:
    """Return {name: the name it counts as}, over any number of steps. Raises ValueError where names go in a circle."""
    steps = {decision.name: decision.other for decision in decisions if decision.verdict == "合并为"}
    return {name: _end(name, steps) for name in steps}


def _end(name: str, steps: Mapping[str, str]) -> str:
    passed = {name}
    while (name := steps.get(name, name)) in steps:
        if name in passed:
            raise ValueError(f"{name} counts as itself")
        passed.add(name)
    return name


def with_decision(decisions: Sequence[Decision], decision: Decision) -> tuple[Decision, ...]:
    """Return the decisions with one more, in place of what was decided of the same two names, or of the name that is merged."""
    if decision.name == decision.other:
        raise WrongUsage("两个名称一样，不用合并。")
    is_replaced = {
        former
        for former in decisions
        if former.names == decision.names
        or (former.verdict == decision.verdict == "合并为" and former.name == decision.name)
    }
    changed = (*(former for former in decisions if former not in is_replaced), decision)
    try:
        merged_names(changed)
    except ValueError:
        raise WrongUsage(f"“{decision.other}”已经合并到“{decision.name}”里了，请先撤销那一次。") from None
    return changed


def without_decision(decisions: Sequence[Decision], name: str, other: str = "") -> tuple[Decision, ...]:
    """Return the decisions without those of these two names, or without the merging of `name` alone. Raises WrongUsage for none."""
    left = tuple(
        decision
        for decision in decisions
        if not (decision.names == {name, other} or (not other and decision.name == name))
    )
    if len(left) == len(decisions):
        raise WrongUsage(f"没有对“{name}”做过这样的决定。")
    return left
