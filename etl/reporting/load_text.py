"""Words what a load did for the screen: a line a community and what needs a hand, or every sheet; then what was published."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from etl.declarations import record_types
from etl.load import LoadOutcome
from etl.problem import SEVERITIES
from etl.reporting import load_report, sheet_words, unloaded_workbook
from etl.reporting.load_report import SheetSummary
from etl.reporting.unloaded_workbook import refused_whole
from warehouse.accounts import CommunityAccount


def by_file(summary: dict[str, Any]) -> str:
    """Return what became of every file of which nothing was loaded in a few lines, of the sheets of others as `by_sheet`.

    Of a build that is held back the reasons come first, and of the sheets only those that need a hand.
    """
    whole = refused_whole(summary["files"])
    if summary["losses"]:
        return "\n".join([*_notes(summary), _closing(summary, ""), *_whole_files(whole), *_urgent(summary, whole)])
    rest = (line for sheet in summary["files"] if sheet["file"] not in whole for line in _details(sheet))
    return "\n".join([*_notes(summary), *_whole_files(whole), *rest, _closing(summary, "")])


def _whole_files(whole: Mapping[str, Sequence[SheetSummary]]) -> Iterator[str]:
    for file, sheets in whole.items():
        yield f"✗ {unloaded_workbook.title(file, sheets)}"
        yield from _indented(unloaded_workbook.reasons(sheets))


def by_sheet(summary: dict[str, Any], published: str) -> str:
    """Return for every sheet its line, what feeds what and the reasons beneath it; then the closing line, which opens with `published`."""
    return "\n".join(
        [
            *_notes(summary),
            *(line for sheet in summary["files"] for line in _details(sheet)),
            _closing(summary, published),
        ]
    )


def inspected(summary: dict[str, Any]) -> str:
    """Return what files would give: for every sheet its line, what feeds what, the reasons and its first rows."""
    lines = [line for sheet in summary["files"] for line in (*_details(sheet), *_preview(sheet))]
    return "\n".join([*lines, "以上只是预览，什么也没有存。"])


def withheld(losses: Sequence[str]) -> str:
    """Say that a build was held back, and why."""
    return f"新的数据批次没有采用，各页仍用原来的：{'；'.join(losses)}。"


def would_be_withheld(losses: Sequence[str]) -> str:
    """Say before a load that its build would be held back, and why."""
    return f"照这样导入，新的数据批次不会采用，各页仍用原来的：{'；'.join(losses)}。"


def _notes(summary: dict[str, Any]) -> list[str]:
    return [f"！{note}" for note in summary.get("notes", ())]


def _details(sheet: SheetSummary) -> Iterator[str]:
    yield _sheet_line(sheet)
    if _is_passed_over(sheet):
        return
    reasons = (reason for reason in sheet["reasons"] if reason["sentence"] != sheet["error"])  # that is the line above
    yield from _indented((*sheet_words.explanation(sheet), *map(sheet_words.reason, reasons)))


def _refusals(sheet: SheetSummary) -> Iterator[str]:
    """Yield the reasons for which rows were refused; hints and skipped rows are for whoever asks with -v."""
    refusals = (reason for reason in sheet["reasons"] if reason["severity"] == SEVERITIES[0])
    yield from _indented(map(sheet_words.reason, refusals))


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"    {line}" for line in lines)


def _preview(sheet: SheetSummary) -> Iterator[str]:
    for row in sheet.get("preview", ()):
        yield f"    {'  '.join(f'{label}={cell}' for label, cell in row.items())}"


def by_community(summary: dict[str, Any], accounts: Sequence[CommunityAccount], published: str) -> str:
    """Return a line for every community and for every sheet that needs a hand, and the closing line, which opens with `published`."""
    whole = refused_whole(summary["files"])
    communities = map(_community_line, accounts)
    sheets = (*_whole_files(whole), *_urgent(summary, whole), *_excluded(summary))
    return "\n".join([*_notes(summary), *communities, *sheets, _closing(summary, published)])


def _urgent(summary: dict[str, Any], whole: Collection[str]) -> Iterator[str]:
    """Yield what became of every sheet that needs a hand or corrects another, but those of the files `whole`."""
    for sheet in summary["files"]:
        if sheet["file"] not in whole and (sheet["corrects"] or _is_urgent(sheet)):
            yield from (_sheet_line(sheet), *_refusals(sheet))


def _excluded(summary: dict[str, Any]) -> Iterator[str]:
    """Yield which rows of what is loaded are no records by what their cells say, such as goods of which none were given."""
    places: dict[str, list[tuple[str, int]]] = {}
    for sheet in (sheet for sheet in summary["files"] if sheet["loaded"] and sheet["record"]):
        rules = tuple(rule.sentence for rule in record_types()[sheet["record"]].exclusions)
        for reason in sheet["reasons"]:
            if reason["sentence"].startswith(rules or "\n"):
                places.setdefault(reason["sentence"], []).append((_place(sheet), reason["count"]))
    for sentence, found in places.items():
        where = found[0][0] if len(found) == 1 else f"{len(found)}张表"
        yield f"－ {where}：跳过{sum(count for _, count in found)}处：{sentence}"


def _place(sheet: SheetSummary) -> str:
    return f"{sheet['file']}“{sheet['sheet']}”" if sheet["sheet"] else sheet["file"]


def _community_line(account: CommunityAccount) -> str:
    if account.community is None:
        unplaced, others = account.of_no_community, account.refused
        reasons = f"（看不出是哪个社区的 {unplaced} 行，别的原因 {others} 行）" if others else ""
        return f"✗ 没有归到社区的：拒收 {unplaced + others} 行{reasons}"
    rows = f"{account.files} 份台账，入库 {account.loaded} 行，拒收 {account.refused} 行"
    return f"{'✓' if account.loaded else '✗'} {account.community}：{rows}"


def _sheet_line(sheet: SheetSummary) -> str:
    place = _place(sheet)
    if sheet["error"]:
        return f"✗ {place}：{sheet['error']}"
    if _is_passed_over(sheet):
        return f"－ {place}：{'；'.join(reason['sentence'] for reason in sheet['reasons'])}"
    if sheet["corrects"] and not sheet["read"]:
        return f"✓ {sheet['file']}：更正“{sheet['corrects']}”，行数计在那一份里"
    label = record_types()[sheet["record"]].label if sheet["record"] else "没有记录"
    notes = [f"；{sheet_words.total_words(total, sheet['refused'])}" for total in sheet_words.wrong_totals(sheet)]
    corrects = f"更正“{sheet['corrects']}”，" if sheet["corrects"] else ""
    return f"{'✓' if sheet['loaded'] else '✗'} {place}：{corrects}{label}，{sheet_words.counts(sheet)}{''.join(notes)}"


def _is_passed_over(sheet: SheetSummary) -> bool:
    """Tell whether a sheet was neither taken nor refused: it explains how the form is filled in."""
    return not (sheet["record"] or sheet["error"] or sheet["corrects"]) and bool(sheet["reasons"])


def _is_urgent(sheet: SheetSummary) -> bool:
    """Whether nothing of a sheet was loaded although it holds rows, or a total printed in it is wrong."""
    is_left_out = sheet["error"] or (sheet["refused"] and not sheet["loaded"])
    return bool(is_left_out or sheet_words.wrong_totals(sheet))


def published_words(outcome: LoadOutcome) -> str:
    """Say that a build was published, or that the one in use holds all of it already; "" where neither."""
    if outcome.path is None:
        return ""
    return f"批次 {outcome.path.stem} 已发布" if outcome.is_new else f"没有变化，仍用批次 {outcome.path.stem}"


def _closing(summary: dict[str, Any], published: str) -> str:
    if summary["losses"]:
        return f"{withheld(summary['losses'])}\n核对后仍要采用，请运行 python -m etl load --accept。"
    if summary["build"] is None:
        return "没有一行能入库，数据批次没有变。请按上面的说明处理后再导入。"
    if summary["files"] and not load_report.has_taken(summary["files"]):
        return f"这次没有一行入库，原因见上；各页用的是批次 {summary['build']}。"
    loaded = sum(sheet["loaded"] for sheet in summary["files"])
    left = f"（{refused} 份没有采用，原因见上）" if (refused := _refused_count(summary)) else ""
    closing = f"{published}{left}，入库 {loaded} 行；有 {summary['problem_count']} 条问题"
    if summary["problem_count"]:
        return f"{closing}，用 python -m etl problems 查看。"
    return f"{closing}。" if refused else f"{closing}，可以放心使用。"


def _refused_count(summary: dict[str, Any]) -> int:
    """Return of how many files nothing was taken because they could not be read, or were no ledger."""
    sheets = summary["files"]
    return len({sheet["file"] for sheet in sheets if sheet["error"]} - {s["file"] for s in sheets if not s["error"]})
