"""Tells that goods and how much of them stand in one cell (矿泉水100箱), so that no header is one of a quantity."""

import re

from etl import kinds, parse
from etl.recognition.candidate_rows import CandidateRow
from etl.recognition.meanings import LEFT_OUT
from etl.recognition.table_header import NOT_MISSED, TableHeader

_UNIT = "公斤|千克|kg|[件份盒箱袋桶瓶提包套床双台本册张罐支批斤升个只把副枚条顶块]"
_BOTH = re.compile(rf"(?:[^\d]*[一-鿿A-Za-z）)][:：]?\s*[\d.]+\s*(?:{_UNIT})(?:[、，,；;和及+\s]+|$))+", re.IGNORECASE)
MOSTLY = 0.5  # of the texts beneath a header


def goods_with_quantity(header: TableHeader, candidate: CandidateRow) -> str:
    """Return what to write instead of a header beneath which goods stand with their quantity, "" without one.

    What the texts say is not repeated: one may name a person.
    """
    quantities = {column.name for column in header.record.columns if column.kind is kinds.QUANTITY}
    if not quantities or not quantities.isdisjoint(header.filled_columns):
        return ""
    for match in header.matches:
        if match.how == LEFT_OUT or NOT_MISSED.fullmatch(match.header):
            continue  # a remark says more of what a header is still lacking for: 大米50袋 beside 价值（元）
        texts = candidate.values_below(match.index, header.rows[-1])
        if texts and sum(_BOTH.fullmatch(text) is not None for text in texts) >= MOSTLY * len(texts):
            return (
                f"“{parse.without_personal_data(match.header)}”一格里既写物资又写数量（像“大米100袋”），没有单独的数量，没有入库。"
                "请分成“物资名称”“数量”“单位”三列，一格里有几种的一种写一行，再导入。"
            )
    return ""
