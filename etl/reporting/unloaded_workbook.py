"""Words a ledger of several sheets of which nothing was loaded: a line a reason with the sheets it holds for, not a list a sheet."""

import re
from collections.abc import Iterator, Sequence

from etl.problem import SEVERITIES
from etl.recognition.meanings import SHEET_NAME
from etl.reporting import sheet_words
from etl.reporting.load_report import SheetSummary
from warehouse.load_reasons import pattern

_DAY = re.compile(r"(?:如果整份都是这一天，)?请加( --record \S+ --set [^=\s]+)=20\d\d-\d\d-\d\d")
MOST_SHEETS = 3  # named with a reason


def refused_whole(sheets: Sequence[SheetSummary]) -> dict[str, list[SheetSummary]]:
    """Return {file: its sheets} of the files that have several, none of which was loaded although something was to be."""
    files: dict[str, list[SheetSummary]] = {}
    for sheet in sheets:
        files.setdefault(sheet["file"], []).append(sheet)
    return {file: own for file, own in files.items() if len(own) > 1 and all(map(_is_refused, own))}


def _is_refused(sheet: SheetSummary) -> bool:
    return not sheet["loaded"] and not sheet["corrects"] and bool(sheet["error"] or sheet["refused"])


def title(file: str, sheets: Sequence[SheetSummary]) -> str:
    """Return what became of a file: 台账.xlsx：12张工作表都没有入库，读240行＝入库0＋拒收240＋跳过0."""
    counts = {key: sum(sheet[key] for sheet in sheets) for key in ("read", "loaded", "refused", "skipped")}
    names = len({sheet["sheet"] for sheet in sheets})
    return f"{file}：{names}张工作表都没有入库" + (f"，{sheet_words.counts(counts)}" if counts["read"] else "")


def reasons(sheets: Sequence[SheetSummary]) -> Iterator[str]:
    """Yield each reason once, with the sheets it holds for; then what the sheets look like."""
    groups: dict[str, list[tuple[str, str, int]]] = {}  # sentence without what differs → (sentence, sheet, count)
    for sheet in sheets:
        refusals = [group for group in sheet["reasons"] if group["severity"] == SEVERITIES[0]]
        lines = [(sheet["error"], 0)] if sheet["error"] else [(group["sentence"], group["count"]) for group in refusals]
        for sentence, count in lines:
            groups.setdefault(pattern(sentence), []).append((sentence, sheet["sheet"], count))
    yield from map(_reason, groups.values())
    near = (line for sheet in sheets for line in sheet_words.explanation(sheet) if sheet["candidates"])
    yield from dict.fromkeys(line for line in near if line.startswith("像"))


def _with_own_days(sentences: Sequence[str]) -> str:
    """Return the sentence of several sheets; where each states a day of its own, with what holds for all of them."""
    if len({match[0] for match in map(_DAY.search, sentences) if match}) < 2:
        return sentences[0]
    return _DAY.sub(rf"各张写着各自的日期，请把工作表名改成那一天（如3月5日），再加\1={SHEET_NAME}", sentences[0])


def _reason(group: Sequence[tuple[str, str, int]]) -> str:
    sentence = _with_own_days([sentence for sentence, *_ in group])
    count = sum(count for *_, count in group)
    sheets = list(dict.fromkeys(sheet for _, sheet, _ in group))
    more = f"等{len(sheets)}张" if len(sheets) > MOST_SHEETS else ""
    refused = f"{SEVERITIES[0]}{count}处：" if count else ""
    return f"{refused}{sentence}（工作表{'、'.join(sheets[:MOST_SHEETS])}{more}）"
