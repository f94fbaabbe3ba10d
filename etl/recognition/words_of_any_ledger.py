"""Says of a table of which only words of every ledger are known (日期, 金额) that nothing tells which one it is: naming one would mislead."""

from collections.abc import Sequence

from etl.recognition import title
from etl.recognition.candidate_rows import CandidateRow
from etl.recognition.table_header import TableHeader

SUBJECT = 2  # characters of a label that say what its records are about: 活动 of 活动场次


def words_of_any_ledger(headers: Sequence[TableHeader], candidate: CandidateRow) -> str:
    """Return what to write where no record type knows a header of its own and no word around the table names one, "" elsewhere."""
    around = " ".join((*(text for text, _ in candidate.places), *title.lines_over(candidate.sheet, candidate.row)))
    if any(header.has_telling_header or candidate.hint(header.record) > 0 for header in headers):
        return ""
    if any(header.record.label[:SUBJECT] in around for header in headers):  # 活动台账 over 日期 and 人数
        return ""
    known = {match.header: None for header in headers for match in header.matches if match.how == "spelled"}
    if not known:
        return ""
    return (
        f"表头里只认出了“{'”“'.join(known)}”，各种台账都有，看不出是哪一种。请用 --record 指明是哪一种台账，"
        "或在标题、工作表名里写明（如 活动场次、捐赠、资金使用），再导入。"
    )
