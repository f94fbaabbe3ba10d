"""Draws what one sheet was taken for and why: counts, what feeds what, reasons, totals, and the first rows as they will be stored."""

import re
from typing import Any

import streamlit as st

from etl.cleaning.marked_records import MARKED
from etl.cleaning.table_body import ROWS_ABOVE
from etl.cleaning.unit_doubts import UNIT_DOUBT
from etl.declarations import record_types
from etl.problem import SEVERITIES
from etl.recognition.meanings import AS_ABOVE, CHECKED
from etl.recognition.readable import can_read
from etl.reporting import sheet_words
from etl.reporting.load_report import SheetSummary
from etl.schema import Column
from ui.frame import data_table
from ui.frame.escape import md_escape
from ui.intake import owners
from ui.intake.by_hand import KIND_BOX
from ui.intake.by_hand import by_hand as in_boxes

ICONS = dict(zip(SEVERITIES, (":material/block:", ":material/info:", ":material/skip_next:"), strict=True))
TO_CHECK, TO_CHOOSE = f"加 --set {CHECKED}=是", "加 --only"  # what a command line takes for the two boxes below
AS_ABOVE_ARGUMENT = re.compile(rf"加 --set (\w+)={AS_ABOVE}")
CHECKED_BOX, CHOSEN_BOX = "已核对，提醒的这些没有问题", "只取其中一种"
LACKING = "表头像"  # how a report begins that names what is lacking
LOOK_AGAIN = "照这样再看一遍"  # the button beneath the boxes


def place(sheet: SheetSummary) -> str:
    """Return the name of a sheet, or of the file that has no sheets."""
    return f"工作表“{sheet['sheet']}”" if sheet["sheet"] else "整份文件"


def counts(sheet: SheetSummary) -> str:
    """Return what a sheet was taken for, with its rows: 志愿服务，读 10 行＝入库 9＋拒收 1＋跳过 0."""
    if not sheet["record"]:
        if sheet["corrects"] and not sheet["error"]:
            return f"更正“{sheet['corrects']}”"
        return "没有认出" if sheet["unread"] else "不采用"
    label = record_types()[sheet["record"]].label
    after = "后" if "preview" in sheet else ""  # looked at, the whole ledger is counted; taken in, the rows corrected
    label = f"更正“{sheet['corrects']}”{after}，{label}" if sheet["corrects"] else label
    return f"{label}，{sheet_words.counts(sheet)}"


def is_doubtful(sheet: SheetSummary) -> bool:
    """Whether a person should look: not taken, rows refused, a total that differs, a community assumed, rows hidden or struck through, amounts perhaps in another unit, a table above the header, cells that may repeat those above, or a header unclear."""
    unclear = any(match["how"] in ("ambiguous", "guessed") for match in sheet["matches"])
    is_refused = any(reason["severity"] == SEVERITIES[0] for reason in sheet["reasons"])
    is_asked = any(
        reason["code"] in (owners.ASSUMED, MARKED, UNIT_DOUBT, ROWS_ABOVE)
        or AS_ABOVE_ARGUMENT.search(reason["sentence"])
        for reason in sheet["reasons"]
    )
    return bool(sheet["error"] or is_refused or is_asked or unclear or sheet_words.wrong_totals(sheet))


def draw(sheet: SheetSummary, key: str) -> None:
    """Draw the report of a sheet."""
    if sheet["error"] and (way_on := _way_on_by_guesses(sheet)):
        st.warning(md_escape(f"{without_commands(sheet['error'])}{way_on}"), icon=":material/help:")
    elif sheet["error"]:
        way_on = _way_on(sheet) or way_on_by_boxes(sheet["error"])
        st.error(md_escape(f"{without_commands(sheet['error'])}{way_on}"), icon=":material/help:")
    for line in sheet_words.explanation(sheet):
        st.markdown(md_escape(line))
    for reason in sheet["reasons"]:
        if reason["sentence"] != sheet["error"]:
            st.markdown(f"{ICONS[reason['severity']]} {md_escape(reason_words(reason))}")
    for total in sheet["totals"]:
        st.markdown(f":material/functions: {md_escape(sheet_words.total_words(total, sheet['refused']))}")
    if preview := sheet.get("preview"):
        st.caption("前几行会这样存下：")
        header = tuple(dict.fromkeys(label for row in preview for label in row))
        rows = [[row.get(label, "") for label in header] for row in preview]
        data_table.draw(data_table.of_rows(header, rows), name=f"preview-{key}", alt="会存下的前几行")


def _way_on(sheet: SheetSummary) -> str:
    """Return where on the page a column that is lacking can be named, "" where that is not what is wrong."""
    lacks = sheet["candidates"][0]["lacks"] if sheet["candidates"] else ()
    if not lacks or not sheet["error"].startswith(LACKING):
        return ""
    words = f"请在下面选哪一列是{'、'.join(lacks)}；整份都一样的，写在“整份都一样的……”的框里。"
    day = sheet["candidates"][0].get("day")
    offered = f"标题、工作表名或文件名里写着{day}，已写在框里，不是这一天的请改。" if day else ""
    return f"{words}{offered}再按“{LOOK_AGAIN}”。"


def way_on_by_boxes(sentence: str) -> str:
    """Return which boxes take what a sentence tells a command line to write, "" where it says so itself or nothing is to be written."""
    told, sentence = without_commands(sentence), sentence.replace(TO_CHECK, "")
    arguments = {"--record": "台账种类", "--map": "各列是什么", "--set": "整份都一样的"}
    boxes = [box for argument, box in arguments.items() if argument in sentence]
    if not boxes or any(
        words in told for words in ("台账种类选", "在下面", f"“{KIND_BOX}”里选", "”选“", "”里写", "写上“")
    ):
        return ""
    return f"请在下面写明{'、'.join(boxes)}，再按“{LOOK_AGAIN}”。"


def _way_on_by_guesses(sheet: SheetSummary) -> str:
    """Return that one press suffices where the guesses in the boxes beneath name all that is lacking, else ""."""
    guessed = {match["header"]: match["column"] for match in sheet["matches"] if match["how"] == "guessed"}
    if not guessed or not sheet["candidates"]:
        return ""
    nearest = sheet["candidates"][0]
    record = record_types()[nearest["record"]]
    told: set[Column] = set()
    headers: dict[str, list[str]] = {}
    for header, column in ((header, record.column(name)) for header, name in guessed.items()):
        headers.setdefault(column.label, []).append(header)
        spread = (target for target in map(record.column, column.spread_into) if can_read(target, header))
        told |= {column, *map(record.column, column.fills), *spread}
    if {*nearest["lacks"]} - {column.label for column in told}:
        return ""
    words = "，".join(f"“{'”“'.join(same)}”是{label}" for label, same in headers.items())
    return f"下面已按推测选好：{words}。都对的，按一次“{LOOK_AGAIN}”就行；不对的先改选。"


def as_above_words(label: str, opening: str = "“", closing: str = "”") -> str:
    """Return the words of the box that says what the empty cells of a column mean; within quotes the marks inside are single ones."""
    return f"{opening}{label}{closing}空着的与上面一行相同"


def without_commands(sentence: str) -> str:
    """Return a sentence of the report without what only a command line takes; the page offers the same by hand."""
    by_hand = (
        sentence.replace(TO_CHECK, f"勾选“{CHECKED_BOX}”")
        .replace(TO_CHOOSE, f"在“{CHOSEN_BOX}”里写")
        .replace(" 或 --only", " 或")
    )
    by_hand = AS_ABOVE_ARGUMENT.sub(lambda match: f"勾选“{as_above_words(match[1], '‘', '’')}”", by_hand)
    return in_boxes(by_hand) or "请在下面指明。"


def reason_words(reason: dict[str, Any]) -> str:
    """Return a reason with its count and first rows, as the page says it."""
    return sheet_words.reason({**reason, "sentence": without_commands(reason["sentence"])})
