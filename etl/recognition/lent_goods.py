"""Tells that the rows read as goods given or money spent are loans: their headers speak of what is brought back."""

import re
from collections.abc import Iterator

from etl.recognition.deciding_headers import verdict
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import UNFED, TableHeader

# 归还数量, 借用人, 还款日期; a question such as 是否借用 is answered row by row
_LENT = re.compile(r"归还|还回|应还|还款|借[用出阅](?!费)|外借|租借|借款(?:人|日期|时间|事由|金额)")


def lent_goods(header: TableHeader) -> Iterator[str]:
    """Yield why loans are neither gifts, spending nor goods given out, in a sentence with what to write; nothing of a checked table."""
    if header.is_checked or not header.record.direction:
        return
    words = (match.header.split("/")[-1] for match in header.matches if match.how in UNFED)
    if lent := next((word for word in words if _LENT.search(word) and not verdict(word, header.record)), ""):
        label = header.record.label
        yield (
            f"有“{lent}”这一列，像借出去要还的（借用登记），不是“{label}”，没有入库：还回来的也会算成{label}。"
            f"借用登记不用导入；送出去不还的，请去掉这一列、只留不用还的行再导入；确实一行是一笔{label}的，加 --set {CHECKED}=是。"
        )
