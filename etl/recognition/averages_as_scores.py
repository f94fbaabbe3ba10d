"""Tells that numbers read as scores are averages of many answers: the header says so, or counts the answers beside them."""

import re
from collections.abc import Iterator

from etl import kinds
from etl.reading.grid import Sheet
from etl.recognition.cells_below import are_numbers, cells_below
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import UNFED, TableHeader

_AVERAGE = re.compile(r"平均|均分|均值|满意[度率]指数|average|mean", re.IGNORECASE)
_SIZE = re.compile(
    r"样本(?:数|量|份数)?|(?:答卷|问卷|有效|回收|参评|参与|评价|作答|填写|打分|测评|受访|调查)?(?:答卷|问卷|有效)?(?:份数|人数|人次|户数)"
    r"|(?:有效|回收|参评|答卷|作答)(?:答卷|问卷|样本)?(?:数量?|量)?|[nN]"
)
_WORDS_OF_SIZE = re.compile(r"[(（].*[)）]$")


def averages_as_scores(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield why scores are none of single answers, in a sentence with what to hand in instead.

    One answer may hold the mean of its own questions: that only a header of averages says is asked about.
    """
    scores = [
        i for n, indices in header.sources.items() if header.record.column(n).kind is kinds.RATING for i in indices
    ]
    counted = next(_sizes(header, sheet), "") if scores else ""
    for text in map(header.text, scores):
        if counted:
            yield (
                f"旁边有“{counted}”：“{text}”像好几份答卷的平均，不是一份份答卷的得分，照样入库一行只算一份，没有入库。"
                f"请从问卷系统导出答卷明细（一行一份答卷）再导入；只有这张统计表的，可以作为附件报送，不计入指标；"
                f"确实一行是一份答卷的，加 --set {CHECKED}=是。"
            )
        elif _AVERAGE.search(text.split("/")[-1]):
            yield (
                f"“{text}”写的是平均，像好几份答卷合起来的，不是一份答卷的得分，没有入库。请导入一行一份答卷的明细；"
                f"确实一行是一份答卷的，加 --set {CHECKED}=是。"
            )


def _sizes(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield the headers that nobody reads over how many answers there were."""
    for match in header.matches:
        own = _WORDS_OF_SIZE.sub("", match.header.split("/")[-1])
        if match.how in UNFED and _SIZE.fullmatch(own) and are_numbers(cells_below(header, sheet, match.index)):
            yield match.header
