"""Words what a load did for the screen: a line a community and what needs a hand, or every sheet; then what was published."""

from collections.abc import Sequence
from typing import Any

from etl.cleaning.printed_totals import format_sum
from etl.declarations import record_types
from warehouse.accounts import CommunityAccount

Sheet = dict[str, Any]  # one of the `files` in the summary that scripts get


def by_sheet(summary: dict[str, Any]) -> str:
    """Return a line for every sheet, and the closing line."""
    return "\n".join([*map(_sheet_line, summary["files"]), _closing(summary)])


def by_community(summary: dict[str, Any], accounts: Sequence[CommunityAccount]) -> str:
    """Return a line for every community and for every sheet that needs a hand, and the closing line."""
    urgent = [_sheet_line(sheet) for sheet in summary["files"] if _is_urgent(sheet)]
    return "\n".join([*map(_community_line, accounts), *urgent, _closing(summary)])


def _community_line(account: CommunityAccount) -> str:
    if account.community is None:
        return f"✗ 看不出是哪个社区：拒收 {account.refused} 行"
    rows = f"{account.files} 份台账，入库 {account.loaded} 行，拒收 {account.refused} 行"
    return f"{'✓' if account.loaded else '✗'} {account.community}：{rows}"


def _sheet_line(sheet: Sheet) -> str:
    place = f"{sheet['file']}“{sheet['sheet']}”" if sheet["sheet"] else sheet["file"]
    if sheet["error"]:
        return f"✗ {place}：{sheet['error']}"
    label = record_types()[sheet["record"]].label
    counts = f"读 {sheet['read']} 行＝入库 {sheet['loaded']}＋拒收 {sheet['refused']}＋跳过 {sheet['skipped']}"
    notes = [
        f"；{total['place']}{total['column']}合计写{format_sum(total['printed'])}，相加是{format_sum(total['computed'])}"
        for total in _wrong_totals(sheet)
    ]
    return f"{'✓' if sheet['loaded'] else '✗'} {place}：{label}，{counts}{''.join(notes)}"


def _is_urgent(sheet: Sheet) -> bool:
    """Whether nothing of a sheet was loaded although it holds rows, or a total printed in it is wrong."""
    is_left_out = sheet["error"] or (sheet["refused"] and not sheet["loaded"])
    return bool(is_left_out or _wrong_totals(sheet))


def _wrong_totals(sheet: Sheet) -> list[dict[str, Any]]:
    return [total for total in sheet["totals"] if round(total["printed"], 2) != round(total["computed"], 2)]


def _closing(summary: dict[str, Any]) -> str:
    if summary["build"] is None:
        return "没有一行能入库，数据批次没有变。请按上面的说明处理后再导入。"
    loaded = sum(sheet["loaded"] for sheet in summary["files"])
    closing = f"批次 {summary['build']} 已发布，入库 {loaded} 行；有 {summary['problem_count']} 条问题，"
    return closing + ("用 python -m etl problems 查看。" if summary["problem_count"] else "可以放心使用。")
