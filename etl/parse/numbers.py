"""Reads numbers, counts, quantities with a unit, and scores."""

import re
from collections.abc import Iterable
from decimal import Decimal

from etl.parse.numerals import NUMERAL_SIGNS, numeral
from etl.parse.texts import content, normalised, refusal, squeezed

# 1234, -1,234.5, .5, 3e-05 (as a spreadsheet may show 0.00003); no positive exponent, behind which digits are lost
NUMBER = r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15}|(?=\.))(?:\.[0-9]{1,20})?(?:[eE]-[0-9]{1,3})?"
COUNTERS = (
    "人次|人|名|位|户次|户|家庭|家|个案|个|件|支|盒|箱|袋|份|套|台|只|包|瓶|批次|批|桶|罐|次|场次|场|节|课时|例|宗|起|条|项|"
    "篇|期|组|对|张|本|册|辆|棵|株|块|床|顶|副|双|把|枚|斤|公斤|克|吨|升|米|平方米|公里|平方公里|天|周|个月|岁|分|票|队|支队伍"
)
MULTIPLES = {"": 1, "万": 10**4, "亿": 10**8}
LARGEST = 10**15
BELOW_ZERO = "小于零；写错的请改成正数，冲销的请在备注里写“冲销”，姓名、项目和被冲销的那一行写得一样，或把两行一起去掉"
MOST_PEOPLE = 10**6  # of one row: more than a street has
_MOBILE_ALONE = re.compile(r"1[3-9][0-9]{9}(?:\.0+)?")  # 13987651111, which a spreadsheet may hold as 13987651111.0

# 约30, 30余人, 几十人, 500+, ≥20, 一些, 若干
APPROXIMATE = re.compile(
    r"约|大概|近|余|多|左右|上下|几|数[十百千万]|来[人个]|以上|以下|以内|不足|超|至少|一些|若干|少许|适量|部分|不等|\+$|[<>≥≤≈]"
)
FORMULA = re.compile(r"[0-9)][*×xX+÷=][0-9(]|^=")  # 100*3, =SUM(A1)
RANGE = re.compile(r"[0-9][^0-9.,]{0,3}[-~〜至到—–][0-9]")  # 12-15, 12人至15人
DOTTED_THOUSAND = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{2}0")  # 50.000: 50 or 50 000
RATINGS = {
    **dict.fromkeys(("非常满意", "很满意", "十分满意"), 5),
    **dict.fromkeys(("满意", "比较满意"), 4),
    "一般": 3,
    **dict.fromkeys(("不满意", "不太满意", "比较不满意"), 2),
    **dict.fromkeys(("非常不满意", "很不满意", "十分不满意"), 1),
}
NO_OPINION = "未接通|无人接听|联系不上|拒绝评价|未评价|拒访|空号|不清楚|不了解|不知道|说不清|说不好|[未不]作答|未填|无法评价|不适用|弃权"  # beside the words of any scale, and of none
_NUMBERED_RATING = re.compile(rf"(?P<digit>[1-5])分?[.、:-]?(?P<word>{'|'.join(RATINGS)})")  # 5 非常满意
RATING = re.compile(rf"(?:[A-E][.、:]?)?(?P<word>{'|'.join(RATINGS)})")  # A.非常满意
_STARS = re.compile("(?P<full>★{1,10})(?P<hollow>☆{0,9})")
_FOR_ONE = re.compile("(?:/|每一?)(?:人|名|位|户|家|份)|[人户]均")  # 2件/人, 每人2件, 户均1份
SPACED_DIGITS = re.compile("[0-9] [0-9]")
# 张三、李四等5人 are five people, two of them named; 应到15人，实到12人
_SPOKEN_COUNT = re.compile(  # 共30人, 30人(含志愿者5人)
    r"[^\d+*×xX-]+等(?P<all>\d{1,6})[人名位]|应到\d{1,6}[人名位]?[,;、]?实到(?P<present>\d{1,6})[人名位]?"
    r"|共计?(?P<total>\d{1,6})[人名位]次?|(?P<whole>\d{1,6})[人名位]次?\((?:含|其中|包括)[^()]+\)"
)
_NO_PEOPLE = re.compile(r"\d(户次?|家庭|家|场次?|节|件|份|个案|例|小时|元)$")  # 3户, 2场
MINUS_SIGNS = str.maketrans("−–﹣", "---")
# Signs that NFKC turns into plain digits although they are footnotes, powers or fractions: 1200① is not 12001.
ANNOTATION = re.compile("[²³¹⁰-₟①-⓿❶-➓⑴-⒇㉑-㉟㊱-㊿¼-¾⅐-↉]")


def number_text(kind: str, text: str) -> str | None:
    """Return the text of a cell that should hold a number, without white space; None when blank.

    `kind` is what a refusing sentence calls the cell. Texts in which removing a space or a footnote sign would make another
    number are refused, and so is a mobile number.
    """
    tidied = content(text)
    if tidied is None:
        return None
    if ANNOTATION.search(text):
        raise refusal(kind, text, "带有注号、上标或分数，请只写数字")
    if SPACED_DIGITS.search(tidied):
        raise refusal(kind, text, "的数字中间有空格，请写成一个完整的数字")
    bare = tidied.replace(" ", "").translate(MINUS_SIGNS)
    if _MOBILE_ALONE.fullmatch(bare):
        raise refusal(kind, text, "像手机号，请核对这一列")
    if DOTTED_THOUSAND.fullmatch(bare):
        whole = bare.replace(".", "")
        raise refusal(kind, text, f"可能是{bare.rstrip('0').rstrip('.')}，也可能是{whole}，请去掉小数点或末尾的零")
    return bare


def to_decimal(digits: str) -> Decimal:
    """Return the value of digits that match NUMBER."""
    return Decimal(digits.replace(",", ""))


def why_no_number(bare: str) -> str:
    """Return what is wrong with a text that is no number, and what to write."""
    if FORMULA.search(bare):
        return "是算式，请写出结果"
    if RANGE.search(bare):
        return "是一个范围，请写一个确定的数"
    if APPROXIMATE.search(bare):
        return "是约数，请写确定的数"
    if re.search(r"[0-9][eE]\+?[0-9]", bare):
        return "是科学计数，末几位可能已丢失，请写出完整的数字"
    if _FOR_ONE.search(bare):
        return "是一人（一户、一份）的数，请写这一行一共的数，例如25"
    return "不是单独一个数，请只写数字，例如25"


def number(text: str) -> float | None:
    """Return a number without a unit, with or without thousands separators."""
    bare = number_text("数字", text)
    if bare is None:
        return None
    if not re.fullmatch(NUMBER, bare):
        raise refusal("数字", text, why_no_number(bare))
    return float(to_decimal(bare)) + 0.0  # no negative zero


def quantity(text: str) -> tuple[float, str | None] | None:
    """Return a number and its unit, None without one: 2500 个 → (2500.0, 个), 13.5万盒 → (135000.0, 盒)."""
    measured = _measured("数量", text, f"千克|千米|(?:(?![{NUMERAL_SIGNS}])[A-Za-z\u4e00-\u9fff]){{1,4}}")
    return measured and (float(measured[0]), measured[1])


def count(text: str) -> int | None:
    """Return a whole number of things, 0 or more, its unit ignored: 198件 → 198; 张三、李四等5人 → 5; 应到15人，实到12人 → 12."""
    if spoken := _SPOKEN_COUNT.fullmatch(squeezed(text)):
        return int(next(filter(None, spoken.groups())))
    measured = _measured("数量", text, COUNTERS)
    if measured is None:
        return None
    value, _ = measured
    if value != value.to_integral_value():
        raise refusal("数量", text, "不是整数，请写整数，例如25")
    return int(value)


def square_metres(text: str) -> float | None:
    """Return an area, its unit said or not: 148 → 148.0, 260㎡ → 260.0."""
    measured = _measured("面积", text, "平方米|平米|平方|m2|㎡")
    return measured and float(measured[0])


def headcount(text: str) -> int | None:
    """Return a number of people, with 人, 人次, 名 or 位 behind or nothing; 3户 and 2场 are no people."""
    if other := _NO_PEOPLE.search(squeezed(text)):
        raise refusal("人数", text, f"写的是“{other[1]}”，不是人数，请写人数")
    people = count(text)
    if people is not None and people > MOST_PEOPLE:
        raise refusal("人数", text, f"超过{MOST_PEOPLE:,}，不像一行里的人数，请核对这一列")
    return people


def _measured(kind: str, text: str, unit: str) -> tuple[Decimal, str | None] | None:
    """Return a number, 0 or more, and the unit behind it; `unit` is the pattern of units that may stand there."""
    bare = number_text(kind, text)
    if bare is None:
        return None
    digits = rf"(?:(?P<digits>{NUMBER})(?P<multiple>[万亿]?)|(?P<numeral>[{NUMERAL_SIGNS}]{{1,20}}))"
    match = re.fullmatch(rf"{digits}(?:(?P<unit>{unit})|\((?P<bracketed>{unit})\))?", bare)
    value = match and _value(match["digits"] or match["numeral"])
    if not match or value is None or APPROXIMATE.search(bare):
        raise refusal(kind, text, why_no_number(bare))
    value *= MULTIPLES[match["multiple"] or ""]
    if not 0 <= value < LARGEST:
        raise refusal(kind, text, BELOW_ZERO if value < 0 else "太大，请核对")
    return value, match["unit"] or match["bracketed"]


def _value(digits: str) -> Decimal | None:
    if digits.isascii():
        return to_decimal(digits)
    value = numeral(digits)
    return None if value is None else Decimal(value)


def score(text: str) -> float | None:
    """Return a score, 0 or more: 95, 4.5分, 5星."""
    measured = _measured("评分", text, "分|星")
    return measured and float(measured[0])


def has_five_ratings(texts: Iterable[str]) -> bool:
    """Tell whether 基本满意 stands between 很满意 and 一般 in a column, without another word there: it is then the second of five."""
    words = {normalised(text) for text in texts}
    return {"基本满意", "一般"} <= words and words.isdisjoint(("满意", "比较满意"))


def other_scale_words(texts: Iterable[str]) -> list[str]:
    """Return the words of a column of ratings that belong to no scale of satisfaction: 赞成 and 不赞成, between which 一般 is no 3."""
    words = {normalised(text) for text in texts}
    of_none = re.compile(f"[0-9]|满意|一般|{NO_OPINION}")
    return sorted(word for word in words if not of_none.search(word) and not _is_rating(word))


def _is_rating(word: str) -> bool:
    try:
        rating(word)
    except ValueError:
        return False
    return True


def words_of_equal_rating(texts: Iterable[str]) -> dict[int, list[str]]:
    """Return {score: words} where several words of a column have one score: 满意 and 比较满意 are both 4."""
    named = filter(None, (RATING.fullmatch(normalised(text)) for text in texts))
    words = sorted({match["word"] for match in named}, key=list(RATINGS).index)
    alike = {score: [word for word in words if RATINGS[word] == score] for score in RATINGS.values()}
    return {score: same for score, same in alike.items() if len(same) > 1}


def as_one_of_five(text: str) -> str:
    """Return 比较满意 for 基本满意 where the latter is the second of five words."""
    return "比较满意" if normalised(text) == "基本满意" else text


def is_rating(text: str) -> bool:
    """Tell whether a text is a word of satisfaction: 满意, A.非常满意, 基本满意."""
    return RATING.fullmatch(normalised(text).removeprefix("基本")) is not None


def rating(text: str) -> tuple[float, int | None] | None:
    """Return a score and the scale its words are of: 4.5分 → (4.5, None), 非常满意 → (5, 5), ★★★★☆ → (4, 5).

    Only words whose place among five is fixed are read; 基本满意 is the second of three and the third of five.
    """
    word = normalised(text)
    if stars := _STARS.fullmatch(word):
        return float(len(stars["full"])), len(word) if stars["hollow"] else None
    if re.fullmatch(rf"{NUMBER}%", word):
        raise refusal("评分", text, "是百分比，像满意率、得分率，不是一份答卷的得分；请导入一行一份答卷的明细")
    numbered = _NUMBERED_RATING.fullmatch(word)
    if numbered and RATINGS[numbered["word"]] == int(numbered["digit"]):  # 1 非常满意 may be the first of five options
        return float(numbered["digit"]), max(RATINGS.values())
    if named := RATING.fullmatch(word):
        return float(RATINGS[named["word"]]), max(RATINGS.values())
    if re.search("满意|一般", word):
        raise refusal("满意程度", text, "没有固定的分数，请写成分数，或非常满意、满意、一般、不满意、非常不满意之一")
    value = score(text)
    return None if value is None else (value, None)
