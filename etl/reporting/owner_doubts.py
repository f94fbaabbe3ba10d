"""Tells before a load whose the rows of a sheet are: what the load would refuse or ask for want of a community."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from etl.building.placement import BESIDE, unnamed_row_advice
from etl.building.register import Register
from etl.columns import COMMUNITY
from etl.declarations import register
from etl.inbox.settings import Settings
from etl.inspection import Inspection
from etl.problem import SEVERITIES
from etl.reporting import load_report
from etl.reporting.load_report import SheetSummary
from warehouse import communities
from warehouse.build import Build
from warehouse.communities import Spellings

REFUSED, HINT, _ = SEVERITIES
MISSING = "missing_community"  # code of the reason
# 槐荫社区 in 2025年槐荫社区台账, 龙溪村: up to six characters, none of a date, before the ending
_SOME_COMMUNITY = re.compile(r"(?:(?![年月日度各村])[一-鿿]){2,6}?(?:社区|村)(?!民|级|委)")


@dataclass(frozen=True)
class OwnerTexts:
    """What says whose the rows of a sheet are: the texts beside its tables, each community in its rows with their number, and how
    many rows name none."""

    beside: Sequence[str] = ()
    in_rows: Mapping[str, int] = field(default_factory=dict)
    unnamed: int = 0


@dataclass(frozen=True)
class KnownCommunities:
    """The communities of the office: every way to write those registered, and the names in use while there is no register."""

    spellings: Spellings
    names: tuple[str, ...] = ()

    @property
    def has_register(self) -> bool:
        return bool(self.spellings.whole)

    @classmethod
    def of(cls, build: Build | None) -> "KnownCommunities":
        """Return those of a build; none before the office has ledgers of its own."""
        if build is None or build.is_demo:
            return cls(Spellings.of(()))
        spellings = communities.spellings(build) if communities.has_register(build) else Spellings.of(())
        return cls(spellings, communities.names(build))


def with_doubts(
    sheet: SheetSummary, constants: Mapping[str, str], texts: OwnerTexts, known: KnownCommunities
) -> SheetSummary:
    """Return the report of a sheet with a reason more for each doubt about whose its rows are; `constants` are those stated for it."""
    if not sheet["record"] or sheet["record"] == register().id:
        return sheet
    doubts = []
    if not _is_said(sheet, constants, texts, known):
        doubts = [_nowhere(sheet, community_in(texts.beside), known.has_register)]
    elif unplaced := _unplaced_rows(texts, Register(known.spellings)):
        doubts = [doubt_about_owner(MISSING, REFUSED, texts.unnamed, f"{texts.unnamed}行不会入库：{unplaced}")]
    written = texts.in_rows
    if known.has_register:
        doubts += _unknown(written, known.spellings)
    else:
        doubts += [*_alike(written, known.names), *_like_people(written, known.names)]
    refused = sum(doubt["count"] for doubt in doubts if doubt["severity"] == REFUSED)
    counts = {"loaded": sheet["loaded"] - refused, "refused": sheet["refused"] + refused}
    return {**sheet, **counts, "reasons": [*doubts, *sheet["reasons"]]}


def of_files(
    inspections: Sequence[Inspection], settings: Settings, known: KnownCommunities | None
) -> list[SheetSummary]:
    """Return a line a sheet of files looked at, with its doubts; None stands for communities that only the load will know."""
    lines = load_report.inspected(inspections)["files"]
    if known is None:
        return [without_remembered_community(line) for line in lines]
    texts = texts_of(inspections)
    return [
        with_doubts(line, settings.of_sheet(line["sheet"]).constants, texts[line["file"], line["sheet"]], known)
        for line in lines
    ]


def texts_of(inspections: Sequence[Inspection]) -> Mapping[tuple[str, str], OwnerTexts]:
    """Return by file and sheet what says whose its rows are."""
    texts: dict[tuple[str, str], OwnerTexts] = defaultdict(OwnerTexts)
    for looked_at in inspections:
        file = looked_at.report.file
        for table in looked_at.report.tables:
            numbers = looked_at.communities.get(table.sheet, {})
            in_rows = {name: number for name, number in numbers.items() if name}
            texts[file, table.sheet] = OwnerTexts(table.context, in_rows, numbers.get("", 0))
    return texts


def brings_register(inspections: Sequence[Inspection]) -> bool:
    """Tell whether a register comes with these files: only the load knows whom it lists."""
    return any(sheet.record == register().id for looked_at in inspections for sheet in looked_at.report.sheets)


def remembered_community(
    sheet: SheetSummary, constants: Mapping[str, str], texts: OwnerTexts, known: KnownCommunities
) -> str:
    """Return the community settled for the layout of a sheet that names none itself and for which none is stated, else ""."""
    remembered = str(sheet["remembered"].get(COMMUNITY.name, ""))
    is_open = stated_community(constants) is None and not _is_said(sheet, constants, texts, known)
    return remembered if is_open and not _is_another(community_in(texts.beside), remembered) else ""


def _is_said(sheet: SheetSummary, constants: Mapping[str, str], texts: OwnerTexts, known: KnownCommunities) -> bool:
    is_written = texts.in_rows or COMMUNITY.name in sheet["columns"]
    return bool(is_written or stated_community(constants) or known.spellings.owner(texts.beside))


def _unplaced_rows(texts: OwnerTexts, register: Register) -> str:
    """Say why rows that name no community beside rows that do are nobody's, "" where they are somebody's or there is none."""
    is_placed = not texts.unnamed or not texts.in_rows or register.beside(texts.beside, texts.in_rows)
    return "" if is_placed else unnamed_row_advice(register)


def without_remembered_community(sheet: SheetSummary) -> SheetSummary:
    """Return the report of a sheet for which no community is offered from what was settled for its layout."""
    return {**sheet, "remembered": {name: text for name, text in sheet["remembered"].items() if name != COMMUNITY.name}}


def stated_community(constants: Mapping[str, str]) -> str | None:
    """Return the community stated for all rows, "" where it is stated that there is none, or None."""
    return constants.get(COMMUNITY.name, constants.get(COMMUNITY.label))


def _is_another(named: str, remembered: str) -> bool:
    """Tell whether a name beside the rows is that of another community than the one remembered."""
    return bool(named) and communities.normalised(remembered) not in communities.normalised(named)


def _nowhere(sheet: SheetSummary, named: str, has_register: bool) -> dict[str, Any]:
    """Return the doubt about rows of no community; `named` is the one that seems to stand beside them and is not registered."""
    lack = "名册里没有它" if has_register else "还没有社区名册，不能作准"
    beside = f"标题、工作表名或文件名里像写着“{named}”，但{lack}" if named else BESIDE
    remembered = sheet["remembered"].get(COMMUNITY.name, "社区名")
    advice = f"请用 --set {COMMUNITY.label}={remembered} 指明。"
    rows = f"{sheet['loaded']}行" if sheet["loaded"] else "各行"  # of none loaded all were refused for something else
    sentence = f"看不出是哪个社区：{rows}都没有写，{beside}，不会入库。{advice}"
    return doubt_about_owner(MISSING, REFUSED, sheet["loaded"], sentence)


def community_in(texts: Sequence[str]) -> str:
    """Return the first name of a community that a text beside a table seems to hold, "" without one: 槐荫社区 in 2025年槐荫社区台账."""
    return next((match[0] for text in texts if (match := _SOME_COMMUNITY.search(text))), "")


def _unknown(written: Mapping[str, int], spellings: Spellings) -> Iterator[dict[str, Any]]:
    for spelling, row_count in written.items():
        if spellings.find(spelling) is None:
            sentence = f"{row_count}行不会入库：{spellings.advice(spelling)}"
            yield doubt_about_owner("unknown_community", REFUSED, row_count, sentence)


def _alike(written: Mapping[str, int], names: Collection[str]) -> Iterator[dict[str, Any]]:
    for pair in communities.lookalikes({*written, *names}):
        fresh = [name for name in pair if name in written and name not in names]
        if fresh:
            rare = min(fresh, key=lambda name: written[name])
            other = pair[0] if rare == pair[1] else pair[1]
            sentence = communities.lookalike_advice(rare, other, written[rare])
            yield doubt_about_owner("similar_community", HINT, written[rare], sentence)


def _like_people(written: Mapping[str, int], names: Collection[str]) -> Iterator[dict[str, Any]]:
    for name, row_count in written.items():
        if name not in names and communities.is_named_like_person(name):
            yield doubt_about_owner("community_like_person", HINT, row_count, communities.person_advice(name))


def doubt_about_owner(code: str, severity: str, row_count: int, sentence: str) -> dict[str, Any]:
    place = {"column": COMMUNITY.label, "rows": []}
    return {"code": code, "severity": severity, "count": row_count, "sentence": sentence, **place}
