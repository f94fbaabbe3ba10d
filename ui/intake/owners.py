"""Tells whether a sheet says whose it is: by a column, by what is stated, or by its title, sheet name or file name."""

from collections.abc import Sequence
from typing import Any

from etl.columns import COMMUNITY
from etl.declarations import register
from etl.inbox.settings import Settings
from etl.inspection import Inspection
from etl.problem import SEVERITIES
from ui.frame import query
from warehouse import communities
from warehouse.build import NoBuild
from warehouse.communities import Spellings

NO_COMMUNITY = "no_community"  # code of the reason
SENTENCE = "看不出是哪个社区：没有这一列，标题、工作表名和文件名里也没有写。请在下面选“整份都一样的社区”。"


def spellings_in_use() -> Spellings:
    """Return the ways to write the communities of the office; none before it has a register of its own."""
    try:
        build = query.current()
    except NoBuild:
        return Spellings.of(())
    if build.is_demo or not query.answer(build, communities.has_register):
        return Spellings.of(())
    return query.answer(build, communities.spellings)


def spellings_after(inspections: Sequence[Inspection]) -> Spellings | None:
    """Return the same, or None where a register comes with these files: only the load knows whom it lists."""
    records = {sheet.record for looked_at in inspections for sheet in looked_at.report.sheets}
    return None if register().id in records else spellings_in_use()


def with_doubt(
    sheet: dict[str, Any], settings: Settings, context: Sequence[str], spellings: Spellings
) -> dict[str, Any]:
    """Return the report of a sheet, with a reason more where nothing says whose its rows are."""
    settings = settings.of_sheet(sheet["sheet"])
    is_named = any(map(spellings.named_in, context))
    if (
        is_named and COMMUNITY.name in sheet["remembered"]
    ):  # the file's own word goes before what was settled for its layout
        sheet = {**sheet, "remembered": {k: text for k, text in sheet["remembered"].items() if k != COMMUNITY.name}}
    constants = {**sheet["remembered"], **settings.constants}
    is_said = COMMUNITY.name in sheet["columns"] or constants.get(COMMUNITY.name) or constants.get(COMMUNITY.label)
    if not sheet["record"] or is_said or is_named:
        return sheet
    reason = {
        "code": NO_COMMUNITY,
        "severity": SEVERITIES[0],
        "column": COMMUNITY.label,
        "count": sheet["loaded"],
        "sentence": SENTENCE,
        "rows": [],
    }
    return {**sheet, "reasons": [reason, *sheet["reasons"]]}
