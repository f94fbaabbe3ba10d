"""Draws what one sheet was taken for and why: counts, what feeds what, reasons, totals, and the first rows as they will be stored."""

import re
from typing import Any

import streamlit as st

from etl.cleaning.printed_totals import format_sum
from etl.declarations import record_types
from etl.load_report import SheetSummary
from etl.problem import SEVERITIES
from ui.frame import data_table
from ui.frame.escape import md_escape

MOST_ROWS = 5  # row numbers shown with a reason
ICONS = dict(zip(SEVERITIES, (":material/block:", ":material/info:", ":material/skip_next:"), strict=True))
_COMMAND = re.compile(r"--\w+|python -m")  # what only a command line takes: --record 志愿服务
_SENTENCE = re.compile(r"[^。]+。?")


def place(sheet: SheetSummary) -> str:
    """Return the name of a sheet, or of the file that has no sheets."""
    return f"工作表“{sheet['sheet']}”" if sheet["sheet"] else "整份文件"


def counts(sheet: SheetSummary) -> str:
    """Return what a sheet was taken for, with its rows: 志愿服务，读 10 行＝入库 9＋拒收 1＋跳过 0."""
    if not sheet["record"]:
        return f"更正“{sheet['corrects']}”" if sheet["corrects"] and not sheet["error"] else "没有认出"
    label = record_types()[sheet["record"]].label
    after = "后" if "preview" in sheet else ""  # looked at, the whole ledger is counted; taken in, the rows corrected
    label = f"更正“{sheet['corrects']}”{after}，{label}" if sheet["corrects"] else label
    return f"{label}，读{sheet['read']}行＝入库{sheet['loaded']}＋拒收{sheet['refused']}＋跳过{sheet['skipped']}"


def is_doubtful(sheet: SheetSummary) -> bool:
    """Whether a person should look: not taken, rows refused, a total that differs, or a header that may mean two things."""
    unclear = any(match["how"] in ("ambiguous", "guessed") for match in sheet["matches"])
    is_refused = any(reason["severity"] == SEVERITIES[0] for reason in sheet["reasons"])
    return bool(sheet["error"] or is_refused or unclear or wrong_totals(sheet))


def wrong_totals(sheet: SheetSummary) -> list[dict[str, Any]]:
    """Return the printed totals that differ from our own sum."""
    return [total for total in sheet["totals"] if round(total["printed"], 2) != round(total["computed"], 2)]


def draw(sheet: SheetSummary, key: str) -> None:
    """Draw the report of a sheet."""
    if sheet["error"]:
        st.error(md_escape(without_commands(sheet["error"])), icon=":material/help:")
    for line in _explanation(sheet):
        st.markdown(md_escape(line))
    for reason in sheet["reasons"]:
        if reason["sentence"] != sheet["error"]:
            st.markdown(f"{ICONS[reason['severity']]} {md_escape(reason_words(reason))}")
    for total in sheet["totals"]:
        st.markdown(f":material/functions: {md_escape(_total(total))}")
    if preview := sheet.get("preview"):
        st.caption("前几行会这样存下：")
        header = tuple(dict.fromkeys(label for row in preview for label in row))
        rows = [[row.get(label, "") for label in header] for row in preview]
        data_table.draw(data_table.of_rows(header, rows), name=f"preview-{key}", alt="会存下的前几行")


def without_commands(sentence: str) -> str:
    """Return a sentence of the report without what only a command line takes; the page offers the same by hand."""
    return "".join(part for part in _SENTENCE.findall(sentence) if not _COMMAND.search(part)) or "请在下面指明。"


def _explanation(sheet: SheetSummary) -> list[str]:
    lines = [f"按上次的对应（{sheet['recipe']}）"] if sheet["recipe"] else []
    if sheet["header_row"]:
        lines.append(f"表头在第{sheet['header_row']}行")
    if sheet["record"] and sheet["columns"]:
        record = record_types()[sheet["record"]]
        fed = (f"{record.column(name).label} ← {'、'.join(headers)}" for name, headers in sheet["columns"].items())
        lines.append("；".join(fed))
    if sheet["record"] and sheet["unread"]:
        lines.append(f"没有读取的列：{'、'.join(sheet['unread'])}")
    for near in sheet["candidates"]:
        lacks = f"，缺{'、'.join(near['lacks'])}" if near["lacks"] else ""
        lines.append(f"像“{record_types()[near['record']].label}”：有{'、'.join(near['has'])}{lacks}")
    return lines


def reason_words(reason: dict[str, Any]) -> str:
    """Return a reason with its count and first rows."""
    rows, more = reason["rows"][:MOST_ROWS], "等" if reason["count"] > MOST_ROWS else ""
    places = f"（第{'、'.join(map(str, rows))}行{more}）" if rows else ""
    return f"{reason['severity']}{reason['count']}处：{without_commands(reason['sentence'])}{places}"


def _total(total: dict[str, Any]) -> str:
    printed, computed = format_sum(total["printed"]), format_sum(total["computed"])
    agreement = "相符" if round(total["printed"], 2) == round(total["computed"], 2) else "不符，请核对"
    return f"{total['place']}{total['column']}：表上合计{printed}，逐行相加{computed}，{agreement}"
