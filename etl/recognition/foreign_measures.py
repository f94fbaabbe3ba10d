"""Tells headers whose numbers are of another measure than the column that they would feed: other money, other scales, no scores."""

import re
from collections.abc import Iterator, Mapping, Sequence

from etl import kinds
from etl.recognition.amounts_per_head import is_for_one
from etl.recognition.feeding import is_value_of_goods
from etl.recognition.meanings import CHECKED
from etl.recognition.money_words import NUMBER_OF_GIVERS, OTHER_MONEY, is_of_money, unknown_unit
from etl.recognition.table_header import TableHeader
from etl.schema import Column

_CASH = re.compile(r"[(（/](?:人民币|[百千万]?元)|慰问金|救助金|补助金|现金|红包|金额")  # 慰问金（元）, beside 米（袋）
_NUMBER_OF_GIFTS = re.compile(  # 捐款笔数, 捐赠人次, 捐款户数
    rf".{{0,6}}笔数(?:[（(]笔[)）])?|捐[赠款]{NUMBER_OF_GIVERS}(?:[（(](?:人次?|[户家])[)）])?"
)
_NO_HOURS = re.compile(
    r"积分|分值|金额|次数|人数|人次|场次|半?[天日]数|points?\b", re.IGNORECASE
)  # 增加积分, 服务人次, 服务半天数
_NO_PEOPLE = re.compile(r"[(（]\s*(?:单位\s*[:：]\s*)?(户次?|家庭|家|场次?|节)\s*[)）]")  # 参与人数（户）
_OPTION = re.compile(  # 非常满意, 满意（票）, 不满意人数: columns of a table that counts answers
    r"(?:非常|很|十分|比较|较|基本|不太|不|很不|非常不|十分不)?满意(?:人数|份数|票数|[(（].*[)）])?|一般(?:人数|份数|票数|[(（].*[)）])?"
)
_NO_SCORE = re.compile(  # 最终时间, 完成用时, 名次, 满意率; a question such as “对时间安排是否满意” is longer
    r".{0,4}(?:时间|用时|耗时|日期|名次|排名|编号|序号)|.{0,6}(?:率|占比|比例|百分比)(?:[(（]%[)）])?|time|date|rank|place|rate",
    re.IGNORECASE,
)
_SUM_OF_SCORES = re.compile(
    r"(?:总得?分|合计|总计|平均得?分|均分)(?:[（(].*[)）])?"
)  # beside a column for each question
_SCORES = (kinds.SCORE, kinds.RATING)
_COUNT = re.compile(r"\d+(?:\.\d+)?\s*[人份票%]?")  # 12, 12人, 24.5%
_MULTIPLE = re.compile(r"[百千万亿](?:人次|小时|[人户件个份盒只袋瓶台元])")  # 参与人次（万人次）, 数量（千只）
_MOSTLY = 0.8  # of the texts beneath a header
_LEAST_OPTIONS = 3  # headers that are answers to choose from: one or two may be columns of another table
_STATISTICS_OF_OPTIONS = frozenset(
    ("选项", "小计", "比例")
)  # as questionnaire services print the statistics of a question


_POINTS = re.compile(
    r"(?!.*(?:金额|元|折)).*(?:积分|points?\b).*", re.IGNORECASE
)  # 捐赠积分, no money; 积分折合金额 is
_NO_TIME_SERVED = re.compile("每[次天日周月年人]|单次|[次人]均|平均|预[计定估]|计划|应服务")  # 每次时长 beside 服务次数


def is_of_another_measure(column: Column, header: str) -> bool:
    """Tell whether a header says another measure than a column's, so that nobody is advised to name it as one: 服务天数 is no 服务时长."""
    if column.kind is kinds.HOURS:
        return bool(_NO_HOURS.search(header) or _NO_TIME_SERVED.search(header))
    return column.kind is kinds.AMOUNT and (is_for_one(header) or _POINTS.fullmatch(header) is not None)


def foreign_measures(header: TableHeader) -> Iterator[str]:
    """Yield why the numbers under a header are none of the column that it feeds, in a sentence with what to write."""
    yield from _value_of_goods(header)
    yield from _sums_of_records(header)
    for name, indices in header.sources.items():
        kind = header.record.column(name).kind
        for text in map(header.text, indices):
            if is_of_money(header.record.column(name)) and (money := OTHER_MONEY.search(text)):
                yield f"“{text}”写的是“{money[0]}”，不是人民币元，没有入库。请先换算成元再导入；{_checked('数字已经是元')}"
            if is_of_money(header.record.column(name)) and (unit := unknown_unit(header.record.column(name), text)):
                yield f"“{text}”按“{unit}”计，没有入库：请换算成元，再把表头的“{unit}”改成元；{_checked('数字已经是元')}"
            if multiple := _unknown_multiple(header, name, text):
                yield f"“{text}”按“{multiple}”计，没有入库：请换算成一个一个的数，再把表头的“{multiple}”改掉；{_checked('数字已经换算好')}"
            if kind is kinds.HOURS and (measure := _NO_HOURS.search(text)):
                yield f"“{text}”写的是“{measure[0]}”，不是小时数，没有入库。请指明哪一列是时长；{_checked('确实是小时数')}"
            if kind is kinds.AMOUNT and _POINTS.fullmatch(text):
                yield f"“{text}”写的是积分，不是钱，没有入库。请指明哪一列是金额；{_checked('确实是金额')}"
            if kind is kinds.HEADCOUNT and (other := _NO_PEOPLE.search(text)):
                yield f"“{text}”按“{other[1]}”计，不是人，没有入库。请写人次，或不要指明这一列；{_checked('确实是人次')}"
            if kind is kinds.QUANTITY and header.record.direction and _CASH.search(text):
                yield (
                    f"“{text}”写的是钱，不是{header.record.label}的件数，没有入库。发出的钱请另存一份，按资金使用导入；"
                    f"{_checked('确实是件数')}"
                )
            if kind in _SCORES and _OPTION.fullmatch(text.split("/")[-1]):
                yield (
                    f"“{text}”是一个选项，下面像选它的份数，不是一份份答卷的得分，没有入库。"
                    f"请导入一行一份答卷的明细；{_checked('确实是得分')}"
                )
            if kind in _SCORES and header.spreads(name) and _SUM_OF_SCORES.fullmatch(text.split("/")[-1]):
                yield f"“{text}”是各题得分的合计或平均，不是一题的得分，不能和各题一起读，没有入库。请不要把它指明为得分。"
            if kind in _SCORES and not header.spreads(name) and _NO_SCORE.fullmatch(text):
                yield f"“{text}”下面像时间、名次、编号或比率，不是评分，没有入库。请指明哪一列是得分；{_checked('确实是得分')}"


def _unknown_multiple(header: TableHeader, name: str, text: str) -> str:
    """Return the multiple by which a header counts, "" without one or where the column knows the factor: 万人次 is none that 人次 knows."""
    column = header.record.column(name)
    multiple = _MULTIPLE.search(text.split("/")[-1]) if column.kind.is_quantity else None
    return multiple[0] if multiple and multiple[0] not in column.scales else ""


def counts_of_options(values: Mapping[str, Sequence[str]]) -> str:
    """Return why a table that counts how many chose each answer holds no answers, in a sentence with what to hand in instead, or "".

    `values` holds some texts beneath each header; below an option stand counts, in a row of answers other answers.
    """
    counted = [header.split("/")[-1] for header, texts in values.items() if _are_counts(texts)]
    options = [word for word in counted if _OPTION.fullmatch(word)]
    is_statistics = {header.split("/")[-1] for header in values} >= _STATISTICS_OF_OPTIONS and "小计" in counted
    if len(options) < _LEAST_OPTIONS and not is_statistics:
        return ""
    named = "、".join(options[:3]) or "选项、小计、比例"
    return (
        f"这张表数的是每个选项有多少份（{named}），不是一份份的答卷，没有入库：没有答卷就算不出满意率和均分。"
        "请从问卷系统导出答卷明细（一行一份答卷）再导入；只有这张统计表的，可以作为附件报送，不计入指标。"
    )


def _are_counts(texts: Sequence[str]) -> bool:
    return bool(texts) and sum(_COUNT.fullmatch(text) is not None for text in texts) >= _MOSTLY * len(texts)


def _sums_of_records(header: TableHeader) -> Iterator[str]:
    """Yield why rows of money or goods are sums: a header beside them counts the records of each."""
    for match in header.matches if header.record.direction else ():
        if match.how == "unknown" and _NUMBER_OF_GIFTS.fullmatch(match.header.split("/")[-1]):
            yield (
                f"“{match.header}”数的是有几笔，像一行是好几笔合起来的，不是一笔一行的“{header.record.label}”，没有入库。"
                f"是汇总表的请写 --record 汇总上报；{_checked('确实一行是一笔')}"
            )


def _value_of_goods(header: TableHeader) -> Iterator[str]:
    """Yield why the estimated value of goods is no cash: nothing else in the table tells that goods were given."""
    tells_form = {"form", "goods", "quantity"} & {*header.sources, *header.constants}
    for text in () if tells_form else map(header.text, header.sources.get("amount_yuan", ())):
        if header.record.direction == "in" and is_value_of_goods(text):
            yield (
                f"“{text}”是物资折算的金额，表里没有认出物资名称，不能当作现金入库。"
                f"请指明哪一列是物资名称，或加 --set 捐赠形式=物资；{_checked('都是现金')}"
            )


def _checked(what: str) -> str:
    return f"{what}的，加 --set {CHECKED}=是。"
