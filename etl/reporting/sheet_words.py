"""Words what became of a sheet, the same for the command line and the screen: counts, what feeds what, reasons, totals."""

from collections.abc import Iterator, Sequence
from typing import Any

from etl.cleaning.marked_records import MARKED
from etl.cleaning.printed_totals import format_sum, sum_words
from etl.declarations import record_types
from etl.recognition.header_cell import is_personal
from etl.reporting.load_report import SheetSummary

MOST_ROWS = 5  # row numbers shown with a reason
OLD_WORKBOOK = ".xls"
NO_MARKS = "旧格式的工作簿（.xls）看不出哪些行隐藏着、哪些带删除线，都按记录读入；有不要的行，请另存为 .xlsx 再导入。"


def counts(sheet: SheetSummary) -> str:
    """Return the rows of a sheet, each counted on its own: 读10行＝入库9＋拒收1＋跳过0."""
    return f"读{sheet['read']}行＝入库{sheet['loaded']}＋拒收{sheet['refused']}＋跳过{sheet['skipped']}"


def explanation(sheet: SheetSummary) -> Iterator[str]:
    """Yield why a sheet was taken for what it is: recipe, header row, what feeds each column, what is unread, nearest types."""
    if sheet["recipe"]:
        yield f"按上次的对应（{sheet['recipe']}）"
    if sheet["header_row"]:
        yield f"表头在第{sheet['header_row']}行"
    if sheet["record"] and sheet["columns"]:
        yield "；".join(_fed(sheet["record"], column, headers) for column, headers in sheet["columns"].items())
    if sheet["record"] and sheet["unread"]:
        yield from _unread(sheet["unread"])
    if sheet["loaded"] and sheet["file"].casefold().endswith(OLD_WORKBOOK) and not _tells_marks(sheet):
        yield NO_MARKS
    for candidate in sheet["candidates"]:
        parts = [
            f"{word}{'、'.join(labels)}"
            for word, labels in (("有", candidate["has"]), ("缺", candidate["lacks"]))
            if labels
        ]
        yield f"像“{record_types()[candidate['record']].label}”：{'，'.join(parts)}"


def _tells_marks(sheet: SheetSummary) -> bool:
    return any(reason["code"] == MARKED for reason in sheet["reasons"])


def _unread(headers: Sequence[str]) -> Iterator[str]:
    personal = [header for header in headers if is_personal(header)]
    if others := [header for header in headers if header not in personal]:
        yield f"没有读取的列：{'、'.join(others)}"
    if personal:
        yield f"个人信息，不读取：{'、'.join(personal)}"


def _fed(record: str, column: str, headers: Sequence[str]) -> str:
    """Return what feeds a column: 服务时长 ← 时长/上午、时长/下午; the label alone where the header is the label."""
    label = record_types()[record].column(column).label
    return label if [label] == list(headers) else f"{label} ← {'、'.join(headers)}"


def reason(group: dict[str, Any]) -> str:
    """Return a reason with its count and first rows: 拒收37处：日期“2023.9.31”不存在（第5、9、12、13、20行等）.

    What speaks of a sheet as a whole says itself how many rows it concerns.
    """
    if not group["rows"]:
        return f"{group['severity']}：{group['sentence']}"
    rows = [*dict.fromkeys(group["rows"])]  # each question of a questionnaire may have been met in the same row
    more = "等" if len(rows) > MOST_ROWS or group["count"] > len(group["rows"]) else ""
    places = f"（第{'、'.join(map(str, rows[:MOST_ROWS]))}行{more}）"
    return f"{group['severity']}{group['count']}处：{group['sentence']}{places}"


def wrong_totals(sheet: SheetSummary) -> list[dict[str, Any]]:
    """Return the printed totals that differ from our own sum."""
    return [total for total in sheet["totals"] if not total["agrees"]]


def total_words(total: dict[str, Any], refused_rows: int) -> str:
    """Return a printed total beside our own sum: 第5行金额：表上合计2,100，逐行相加2,150（其中拒收50），差的正是拒收的行.

    The sum is that of all readable cells; what is loaded is less by those of refused rows, of which a build refuses more than a reading.
    """
    of_all = f"（加的是表上读得出的各行，其中拒收的{refused_rows}行没有入库）" if refused_rows else ""
    agreement = f"相符{of_all}" if total["agrees"] else _difference(total)
    computed = sum_words(total["computed"], total["refused"])
    return f"{total['place']}{total['column']}：表上合计{format_sum(total['printed'])}，逐行相加{computed}，{agreement}"


def _difference(total: dict[str, Any]) -> str:
    """Say of two sums that differ whether the refused rows explain it: the printed total left them out, too."""
    loaded = total["computed"] - total["refused"]
    if total["refused"] and round(loaded, 2) == round(total["printed"], 2):
        return "差的正是拒收的行"
    return "不符，请核对"
