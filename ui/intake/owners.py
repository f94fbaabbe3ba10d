"""Tells before a load whose the rows of a sheet are: what the load would refuse or ask for want of a community."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from etl.columns import COMMUNITY
from etl.declarations import register
from etl.inbox.settings import Settings
from etl.inspection import Inspection
from etl.problem import SEVERITIES
from etl.schema import Column
from ui.frame import query
from warehouse import communities
from warehouse.build import NoBuild
from warehouse.communities import Spellings

REFUSED, HINT, _ = SEVERITIES
MISSING, ASSUMED = "missing_community", "assumed_community"  # codes of reasons
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
    constants = settings.of_sheet(sheet["sheet"]).constants
    owner = known.spellings.owner(context)
    named = community_in(context)
    remembered = sheet["remembered"].get(COMMUNITY.name, "")
    if remembered and (owner or _is_another(named, remembered)):  # the file's own word goes before its layout's
        sheet, remembered = without_remembered_community(sheet), ""
    if not sheet["record"] or sheet["record"] == register().id:
        return sheet
    is_said = written or owner or COMMUNITY.name in sheet["columns"] or stated_community(constants)
    doubts = [] if is_said else [_nowhere(sheet["loaded"], named, known.has_register)]
    if not is_said and remembered and stated_community(constants) is None:
        doubts = [_assumed(sheet["loaded"], remembered)]
    doubts += [*_unknown(written, known.spellings)] if known.has_register else [*_alike(written, known.names)]
    refused = sum(doubt["count"] for doubt in doubts if doubt["severity"] == REFUSED)
    counts = {"loaded": sheet["loaded"] - refused, "refused": sheet["refused"] + refused}
    return {**sheet, **counts, "reasons": [*doubts, *sheet["reasons"]]}


def label_of(column: Column) -> str:
    """Return the label of the box for what is the same in all rows of a sheet."""
    return f"整份都一样的{column.label}"


def without_remembered_community(sheet: dict[str, Any]) -> dict[str, Any]:
    """Return the report of a sheet for which no community is offered from what was settled for its layout."""
    return {**sheet, "remembered": {name: text for name, text in sheet["remembered"].items() if name != COMMUNITY.name}}


def stated_community(constants: Mapping[str, str]) -> str | None:
    """Return the community stated for all rows, "" where it is stated that there is none, or None."""
    return constants.get(COMMUNITY.name, constants.get(COMMUNITY.label))


def with_assumed(settings: Settings, sheets: Sequence[dict[str, Any]]) -> Settings:
    """Return settings that state each community taken over from the layout: what the page shows as chosen is what is loaded."""
    names = list(dict.fromkeys(sheet["sheet"] for sheet in sheets))
    for sheet in sheets:
        if any(reason["code"] == ASSUMED for reason in sheet["reasons"]):
            settings = with_community(settings, sheet["sheet"], sheet["remembered"][COMMUNITY.name], names)
    return settings


def with_community(settings: Settings, sheet: str, community: str, names: Sequence[str]) -> Settings:
    """Return settings that state the community of one of these sheets."""
    own = settings if len(names) == 1 else settings.of_sheet(sheet)
    constants = {name: text for name, text in own.constants.items() if name != COMMUNITY.label}
    own = replace(own, constants={**constants, COMMUNITY.name: community})
    return own if len(names) == 1 else settings.with_sheet(sheet, own, names)


def _is_another(named: str, remembered: str) -> bool:
    """Tell whether a name beside the rows is that of another community than the one remembered."""
    return bool(named) and communities.normalised(remembered) not in communities.normalised(named)


def _nowhere(row_count: int, named: str, has_register: bool) -> dict[str, Any]:
    """Return the doubt about rows of no community; `named` is the one that seems to stand beside them and is not registered."""
    lack = "名册里没有它" if has_register else "还没有社区名册，不能作准"
    beside = f"标题、工作表名或文件名里像写着“{named}”，但{lack}" if named else "标题、工作表名和文件名里也没有写明"
    advice = f"请在下面选“{label_of(COMMUNITY)}”。"
    sentence = f"看不出是哪个社区：{row_count}行都没有写，{beside}，不会入库。{advice}"
    return _doubt(MISSING, REFUSED, row_count, sentence)


def _assumed(row_count: int, remembered: str) -> dict[str, Any]:
    """Return the question about rows of no community in a layout for which one was settled before."""
    sentence = (
        f"{row_count}行都没有写是哪个社区。上次同样表头的台账是“{remembered}”的，下面已选上它，确认就按它入库；"
        "不是它的，请在下面改选。"
    )
    return _doubt(ASSUMED, HINT, row_count, sentence)


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
