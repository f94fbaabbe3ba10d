"""Tells which declared column a header cell names, and the unit written beside the name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from etl import parse
from etl.columns import GENERIC_HEADERS, HELPERS
from etl.kinds import HOURS, MONEY
from etl.schema import Column, RecordType

# a quantity that stands at a time and does not add up: 账户余额, 期末库存
UNIT_OF_GOODS = re.compile(
    r"[件份盒箱袋桶瓶提包套床双台本册张罐支批斤升个只把枚副块顶]|公斤|千克|kg|L", re.IGNORECASE
)  # 月饼（盒）
STANDING = re.compile(
    r"余额|结余|结存|库存|累计|期末|期初|存量|balance|closing|cumulative|running|^bal$", re.IGNORECASE
)
# what tells who or where a person is and is in no record: 身份证号, 出生日期, 联系电话, 监护人手机号码, 家庭住址, 来自IP
_PERSONAL = re.compile(
    r".{0,6}?(?:身份证|证件)(?:号码?|编号)?|.{0,6}?(?:电话|手机|固话)(?:号码?)?|.{0,4}联系方式|.{0,4}(?:住址|家庭地址|居住地址|门牌号?)"
    r"|.{0,4}(?:微信|QQ)号?|.{0,4}(?:邮箱|电子邮件)|.{0,4}(?:出生(?:日期|年月日?|年份|时间)|生日)|.{0,4}银行(?:卡|账)号|(?:来自)?IP(?:地址)?",
    re.IGNORECASE,
)
_QUESTION = re.compile("满意|评价|评分|打分|认可")
_WRITTEN_OUT = {  # unit → how a header may write it beside other words
    "分钟": re.compile(r"分钟|\b(?:minutes?|mins?)\b", re.IGNORECASE),
    **{unit: re.compile(unit) for unit in MONEY},
}
ACTUAL = "实际"
# What counts, and names nobody, whoever is named above it.
_BARE_QUANTITIES = frozenset(("人数", "人次", "金额", "数量", "时长", "时数"))
_OF_WHAT_CAME = re.compile("实|到|签到")  # 实际参加人数, 到场人数, whatever else the cells above speak of
# What follows a word in a cell that speaks of another thing: 社工站, 志愿者协会, 社工服务, 计划完成情况.
_OTHER_THING = (
    "(?:服务)?(?:站|点|室|机构|中心|之家|协会|驿站)|生育|(?<=社工)服务|(?:(?<=计划)|(?<=预算)).*(?:完成|执行|落实)"
)
UNITS_OF_TIME = ("小时", "时", "h", "hour", "hours", "分钟", "min", "分")


@cache
def name_and_unit(text: str) -> tuple[str, str | None]:
    """Split 金额（元） into 金额 and 元; a header without a unit has None."""
    name, unit = parse.header(text)
    return parse.normalised(name), unit


def unit_of_named(column: Column, text: str) -> str | None:
    """Return the unit of a header that a person named as a column, where it stands without brackets, too: 累计捐款万元, Minutes Logged."""
    written = (unit for unit, words in _WRITTEN_OUT.items() if unit in column.scales and words.search(text))
    return name_and_unit(text)[1] or next(written, None)


@cache
def spellings(record: RecordType) -> Mapping[str, Column]:
    """Return {spelling: column} for every header by which a record type's columns are known.

    Labels go before aliases, earlier columns before later ones.
    """
    columns: dict[str, Column] = {}
    labels = [(column.label, column) for column in record.columns]
    aliases = [(alias, column) for column in record.columns for alias in column.aliases]
    for declared, column in labels + aliases:
        for spelling in _cases(declared):
            columns.setdefault(parse.normalised(spelling), column)
            columns.setdefault(name_and_unit(spelling)[0], column)
    return columns


def _cases(spelling: str) -> set[str]:
    """Return an English header in the letters and with the signs between words that exports write: Service Hours, SERVICE_HOURS."""
    if not spelling.isascii():
        return {spelling}
    joined = {spelling, spelling.replace(" ", "_")}
    return {written for text in joined for written in (text, text.capitalize(), _titled(text), text.upper())}


def _titled(text: str) -> str:
    return re.sub("Id$", "ID", text.title().replace("Of", "of"))  # Number of Participants, Request ID


def is_question(header: str) -> bool:
    """Tell whether a header asks for a rating: 3、您对食堂的满意度."""
    return _QUESTION.search(header) is not None


def is_personal(header: str) -> bool:
    """Tell whether a header says that personal data stand beneath it, which is never read into a record."""
    return _PERSONAL.fullmatch(name_and_unit(header.split("/")[-1])[0]) is not None


def spellings_lead_to(column: Column, text: str) -> bool:
    """Tell whether the words of one cell, without any group above it, are a declared spelling of a column."""
    name, _ = name_and_unit(text)
    return not _spellings_of(column).isdisjoint((name, parse.normalised(text)))


@cache
def _spellings_of(column: Column) -> frozenset[str]:
    headers = (spelling for header in column.headers for spelling in _cases(header))
    return frozenset(
        spelling for header in headers for spelling in (parse.normalised(header), name_and_unit(header)[0])
    )


def is_telling(column: Column, header: str) -> bool:
    """Tell whether a header of one or several levels names a column by more than a word of every ledger."""
    named = (part for part in header.split("/") if spellings_lead_to(column, part))
    return any(name_and_unit(part)[0].lower() not in GENERIC_HEADERS for part in named)


@lru_cache(
    maxsize=1 << 14
)  # every record type is asked about every header, and ledgers of one office have the same headers
def match(record: RecordType, path: tuple[str, ...]) -> tuple[Column, str | None] | None:
    """Return the column that a header cell names and its unit, None for an unknown header.

    `path` holds the texts over one grid column in a header of several levels, from the top to the cell itself.
    """
    columns = spellings(record)
    unit_of_cell = name_and_unit(path[-1])[1]
    for candidate in _candidates(path):
        name, unit = name_and_unit(candidate)
        for spelling in (parse.normalised(candidate), name):
            if (
                spelling in columns
                and not _is_money_of_any_country(columns[spelling], candidate, unit)
                and not (candidate == path[-1] and counts_others(columns[spelling], path))
                and not _holds_no_names(columns[spelling], path, candidate)
            ):
                return _measured(record, columns[spelling], unit or unit_of_cell), unit or unit_of_cell
        if (
            tells_actual_day(name)
            and (column := columns.get(name.removeprefix(ACTUAL)))
            and column.kind.sql_type == "date"
        ):
            return column, None
    return None


def counts_others(column: Column, path: Sequence[str]) -> bool:
    """Tell whether a quantity is another one by the cells above its own: 人数 below 志愿者服务人数及时长统计, 金额 below 预算.

    Of what came by its own cell only helpers are others: 实到人数 below 志愿者, not below 报名情况.
    """
    *above, own = path
    if not column.kind.is_quantity:
        return False
    words = [w for w in column.other_words if w in HELPERS] if _OF_WHAT_CAME.match(own) else column.other_words
    return any(_speaking_of(word).search(cell) for word in words for cell in above)


@cache
def _speaking_of(word: str) -> re.Pattern[str]:
    return re.compile(f"{word}(?!{_OTHER_THING})")


def _holds_no_names(column: Column, path: Sequence[str], candidate: str) -> bool:
    """Tell whether a bare quantity stands below the word for people whose names a column holds: 人数 below 志愿者."""
    *above, own = path
    return column.kind.is_personal and candidate in above and name_and_unit(own)[0] in _BARE_QUANTITIES


def _is_money_of_any_country(column: Column, text: str, unit: str | None) -> bool:
    """Tell whether an English header of money leaves open which: of Amount beside Amount (CNY) somebody has to say that it is yuan."""
    return text.isascii() and unit is None and column.kind.scales is MONEY


def tells_actual_day(name: str) -> bool:
    """Tell whether a header says that it holds what came to be, beside what was planned: 实际结案日期 beside 预计结案日期."""
    return name.startswith(ACTUAL)


def _measured(record: RecordType, column: Column, unit: str | None) -> Column:
    """Return a column, or that of hours where a header that may name either has a unit of time: 服务时间（小时） is no day."""
    if column.kind.sql_type == "date" and unit in UNITS_OF_TIME:
        return next((other for other in record.columns if other.kind is HOURS), column)
    return column


def _candidates(path: Sequence[str]) -> Iterator[str]:
    """Yield what the column may be called: 服务时长/上午, 上午, 服务时长上午, then the cells above from the nearest."""
    *above, own = path
    if above:
        yield f"{above[-1]}/{own}"
    yield own
    if above:
        yield f"{above[-1]}{own}"
    yield from reversed(above)
