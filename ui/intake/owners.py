"""Asks on the page whose the rows of a sheet are, and applies the community that it offers as chosen."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from etl.columns import COMMUNITY
from etl.declarations import register
from etl.inbox.settings import Settings
from etl.inspection import Inspection
from etl.problem import SEVERITIES
from etl.reporting import owner_doubts
from etl.reporting.load_report import SheetSummary
from etl.reporting.owner_doubts import MISSING, KnownCommunities, OwnerTexts
from etl.schema import Column
from ui.frame import query
from warehouse.build import NoBuild

ASSUMED = "assumed_community"  # code of the reason


def in_use() -> KnownCommunities:
    """Return the communities of the build in use; none before the office has ledgers of its own."""
    try:
        build = query.in_use()
    except NoBuild:
        return KnownCommunities.of(None)
    return query.answer(build, KnownCommunities.of)


def after(inspections: Sequence[Inspection], beside: Iterable[SheetSummary]) -> KnownCommunities | None:
    """Return the same, or None where a register comes with these files or lies beside them: only the load knows whom it lists."""
    has_register = owner_doubts.brings_register(inspections) or lists_communities(beside)
    return None if has_register else in_use()


def lists_communities(sheets: Iterable[SheetSummary]) -> bool:
    """Tell whether one of these sheets is a register."""
    return any(sheet["record"] == register().id for sheet in sheets)


def reports(
    inspections: Sequence[Inspection], settings: Settings, known: KnownCommunities | None
) -> list[SheetSummary]:
    """Return a line a sheet of one file, with what the load would refuse or ask for want of a community."""
    lines = owner_doubts.of_files(inspections, settings, known)
    if known is None:
        return lines  # nothing is shown as chosen that is not applied
    texts = owner_doubts.texts_of(inspections)
    return [_on_page(line, settings, texts[line["file"], line["sheet"]], known) for line in lines]


def is_written(known: KnownCommunities) -> bool:
    """Tell whether the box of the community is one to write in: none is known yet that could be chosen."""
    return not (known.has_register or known.names)


def _on_page(sheet: SheetSummary, settings: Settings, texts: OwnerTexts, known: KnownCommunities) -> SheetSummary:
    """Return a line with its doubt in the words of the page: a community remembered is applied and asked about."""
    missing = next((reason for reason in sheet["reasons"] if reason["code"] == MISSING), None)
    if missing is None:
        return sheet
    others = [reason for reason in sheet["reasons"] if reason is not missing]
    row_count = missing["count"]
    constants = settings.of_sheet(sheet["sheet"]).constants
    if remembered := owner_doubts.remembered_community(sheet, constants, texts, known):
        counts = {"loaded": sheet["loaded"] + row_count, "refused": sheet["refused"] - row_count}
        return {**sheet, **counts, "reasons": [_assumed(row_count, remembered), *others]}
    advice = f"请在下面{'写' if is_written(known) else '选'}“{label_of(COMMUNITY)}”。"
    sentence = re.sub(r"请用 --set .*", advice, missing["sentence"])
    return {**owner_doubts.without_remembered_community(sheet), "reasons": [{**missing, "sentence": sentence}, *others]}


def label_of(column: Column) -> str:
    """Return the label of the box for what is the same in all rows of a sheet."""
    return f"整份都一样的{column.label}"


def with_assumed(settings: Settings, sheets: Sequence[dict[str, Any]]) -> Settings:
    """Return settings that state each community taken over from the layout: what the page shows as chosen is what is loaded."""
    names = list(dict.fromkeys(sheet["sheet"] for sheet in sheets))
    for sheet in sheets:
        if any(reason["code"] == ASSUMED for reason in sheet["reasons"]):
            settings = with_community(settings, sheet["sheet"], sheet["remembered"][COMMUNITY.name], names)
    return settings


def sheets_without_owner(sheets: Sequence[dict[str, Any]]) -> list[str]:
    """Return the names of the sheets of a file that would be refused because nothing says whose their rows are."""
    names = (sheet["sheet"] for sheet in sheets if any(reason["code"] == MISSING for reason in sheet["reasons"]))
    return list(dict.fromkeys(names))


def with_community(settings: Settings, sheet: str, community: str, names: Sequence[str]) -> Settings:
    """Return settings that state the community of one of these sheets."""
    own = settings if len(names) == 1 else settings.of_sheet(sheet)
    constants = {name: text for name, text in own.constants.items() if name != COMMUNITY.label}
    own = replace(own, constants={**constants, COMMUNITY.name: community})
    return own if len(names) == 1 else settings.with_sheet(sheet, own, names)


def _assumed(row_count: int, remembered: str) -> dict[str, Any]:
    """Return the question about rows of no community in a layout for which one was settled before."""
    sentence = (
        f"{row_count}行都没有写是哪个社区。上次同样表头的台账是“{remembered}”的，下面已选上它，确认就按它入库；"
        "不是它的，请在下面改选。"
    )
    return owner_doubts.doubt_about_owner(ASSUMED, SEVERITIES[1], row_count, sentence)
