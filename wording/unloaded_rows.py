"""Says how many rows of ledgers are in the build and how many are not, and why, in the same words on every screen."""

from dataclasses import replace

from indicators.disclosure.rows import rounded_count, row_count, tells_of_people
from warehouse.ledgers import StoredProblem, Unloaded
from wording.states import WORDS

ALL_LOADED = "所有行都已入库"


def sentence(unloaded: Unloaded) -> str:
    """Return 91行没有入库：16行要改正后重新入库，75行在1份整份拒收的文件里（如重复报送）；另有12处提示需要核对."""
    parts = [
        f"{unloaded.rows_to_mend:,}行要改正后重新入库" if unloaded.rows_to_mend else "",
        _files(unloaded) if unloaded.refused_files else "",
    ]
    reasons = "，".join(filter(None, parts)) or ALL_LOADED
    total = f"{unloaded.rows:,}行没有入库：" if unloaded.rows else ""
    hints = f"；另有{unloaded.hints:,}处提示需要核对" if unloaded.hints else ""
    return f"{total}{reasons}{hints}。"


def _files(unloaded: Unloaded) -> str:
    if not unloaded.rows_of_refused_files:
        return f"{unloaded.refused_files:,}份文件没有读成"
    return f"{unloaded.rows_of_refused_files:,}行在{unloaded.refused_files:,}份整份拒收的文件里（如重复报送）"


def row_count_words(record: str, rows: int, k: int) -> int | str:
    """Return a number of rows as it may be said to whoever sees none of them: 138, 约140 or 已隐藏."""
    return _words(row_count(record, rows, k))


def rounded_count_words(rows: int, k: int) -> int | str:
    """Return a number of rows of any records as it may be said to whoever sees none of people: 0, 约140 or 已隐藏."""
    return _words(rounded_count(rows, k))


def _words(count: int | str | None) -> int | str:
    return WORDS["hidden"] if count is None else count


def without_contents(problem: StoredProblem) -> StoredProblem:
    """Return a problem without what its cell holds where its row is a person or a case: no number or date of a case leaves.

    Nor does the number of the row: that of the line of totals, right below the last case, tells how many there are.
    """
    if problem.row_no is None or (problem.record and not tells_of_people(problem.record)):
        return problem
    place = f"“{problem.column}”一格" if problem.column else "这一行"
    outcome = {"拒收": "要改，这一行没有入库", "提示": "需要核对", "跳过": "不是记录"}[problem.severity]
    return replace(
        problem, row_no=None, cell="", message=f"{place}{outcome}；涉及个人，是哪一行、写了什么只在台账里看。"
    )
