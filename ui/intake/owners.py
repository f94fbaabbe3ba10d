"""Tells before a load whose the rows of a sheet are: what the load would refuse or ask for want of a community."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.columns import COMMUNITY
from etl.declarations import register
from etl.inbox.settings import Settings
from etl.inspection import Inspection
from etl.problem import SEVERITIES
from ui.frame import query
from ui.intake import constants_form
from warehouse import communities
from warehouse.build import NoBuild
from warehouse.communities import Spellings

REFUSED, HINT, _ = SEVERITIES
# 槐荫社区 in 2025年槐荫社区台账, 龙溪村: up to six characters, none of a date, before the ending
_SOME_COMMUNITY = re.compile(r"(?:(?![年月日度各村])[一-鿿]){2,6}?(?:社区|村)(?!民|级|委)")


@dataclass(frozen=True)
class KnownCommunities:
    """The communities of the office: every way to write those registered, and the names in use while there is no register."""

    spellings: Spellings
    names: tuple[str, ...] = ()

    @property
    def has_register(self) -> bool:
        return bool(self.spellings.whole)


def in_use() -> KnownCommunities:
    """Return the communities of the build in use; none before the office has ledgers of its own."""
    try:
        build = query.current()
    except NoBuild:
        return KnownCommunities(Spellings.of(()))
    if build.is_demo:
        return KnownCommunities(Spellings.of(()))
    names = query.answer(build, communities.names)
    is_registered = query.answer(build, communities.has_register)
    return KnownCommunities(query.answer(build, communities.spellings) if is_registered else Spellings.of(()), names)


def after(inspections: Sequence[Inspection]) -> KnownCommunities | None:
    """Return the same, or None where a register comes with these files: only the load knows whom it lists."""
    records = {sheet.record for looked_at in inspections for sheet in looked_at.report.sheets}
    return None if register().id in records else in_use()


def with_doubts(
    sheet: dict[str, Any],
    settings: Settings,
    context: Sequence[str],
    written: Mapping[str, int],
    known: KnownCommunities,
) -> dict[str, Any]:
    """Return the report of a sheet with a reason more for each doubt about whose its rows are.

    `context` are the texts beside its tables, `written` the communities in its rows with the number of rows of each.
    """
    settings = settings.of_sheet(sheet["sheet"])
    owner = known.spellings.owner(context)
    remembered = sheet["remembered"].get(COMMUNITY.name, "")
    if owner:  # the file's own word goes before what was settled for its layout
        sheet = {**sheet, "remembered": {k: text for k, text in sheet["remembered"].items() if k != COMMUNITY.name}}
    if not sheet["record"] or sheet["record"] == register().id:
        return sheet
    constants = settings.constants
    is_said = (
        written or COMMUNITY.name in sheet["columns"] or constants.get(COMMUNITY.name) or constants.get(COMMUNITY.label)
    )
    doubts = (
        []
        if is_said or owner
        else [_nowhere(sheet["loaded"], remembered, "" if known.has_register else community_in(context))]
    )
    doubts += [*_unknown(written, known.spellings)] if known.has_register else [*_alike(written, known.names)]
    refused = sum(doubt["count"] for doubt in doubts if doubt["severity"] == REFUSED)
    counts = {"loaded": sheet["loaded"] - refused, "refused": sheet["refused"] + refused}
    return {**sheet, **counts, "reasons": [*doubts, *sheet["reasons"]]}


def _nowhere(row_count: int, remembered: str, named: str) -> dict[str, Any]:
    """Return the doubt about rows of no community; `named` is the one that stands beside them while no register says that there is one."""
    before = (
        f"上次同样表头的台账是“{remembered}”的，下面已选上它；这一份也是的，按“照这样再看一遍”。" if remembered else ""
    )
    advice = before or f"请在下面选“{constants_form.label_of(COMMUNITY)}”。"
    beside = (
        f"标题、工作表名或文件名里像写着“{named}”，但还没有社区名册，不能作准"
        if named
        else "标题、工作表名和文件名里也没有写明"
    )
    sentence = f"看不出是哪个社区：{row_count}行都没有写，{beside}，不会入库。{advice}"
    return _doubt("missing_community", REFUSED, row_count, sentence)


def community_in(texts: Sequence[str]) -> str:
    """Return the first name of a community that a text beside a table seems to hold, "" without one: 槐荫社区 in 2025年槐荫社区台账."""
    return next((match[0] for text in texts if (match := _SOME_COMMUNITY.search(text))), "")


def _unknown(written: Mapping[str, int], spellings: Spellings) -> Iterator[dict[str, Any]]:
    for spelling, row_count in written.items():
        if spellings.find(spelling) is None:
            sentence = f"{row_count}行不会入库：{spellings.advice(spelling)}"
            yield _doubt("unknown_community", REFUSED, row_count, sentence)


def _alike(written: Mapping[str, int], names: Collection[str]) -> Iterator[dict[str, Any]]:
    for pair in communities.lookalikes({*written, *names}):
        fresh = [name for name in pair if name in written and name not in names]
        if fresh:
            rare = min(fresh, key=lambda name: written[name])
            other = pair[0] if rare == pair[1] else pair[1]
            sentence = communities.lookalike_advice(rare, other, written[rare])
            yield _doubt("similar_community", HINT, written[rare], sentence)


def _doubt(code: str, severity: str, row_count: int, sentence: str) -> dict[str, Any]:
    place = {"column": COMMUNITY.label, "rows": []}
    return {"code": code, "severity": severity, "count": row_count, "sentence": sentence, **place}
