"""Numbers, counts, quantities and hours as clerks write them: read, or refused with the reason."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl import parse
from etl.parse.numerals import numeral

COUNTS = st.integers(0, 10**9)


def spoken(number: int) -> str:
    """A number below a hundred million in full form, by the rule taught at school."""
    if number >= 10000:
        high, low = divmod(number, 10000)
        return spoken(high) + "万" + (("零" if low < 1000 else "") + spoken(low) if low else "")
    text = ""
    for digit, unit in zip(f"{number:04}", "千百十 ", strict=True):
        text += "零" if digit == "0" else "零一二三四五六七八九"[int(digit)] + unit.strip()
    while "零零" in text:
        text = text.replace("零零", "零")
    return text.strip("零") or "零"


@given(COUNTS)
def test_a_count_is_read_back_however_it_is_written(number):
    full_width = str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    for text in (
        str(number),
        f"{number:,}",
        full_width,
        f"{number}人次",
        f"{number} 个",
        f"{number}.0",
        f"\xa0{number}\n",
    ):
        assert parse.count(text) == number


@given(st.integers(0, 10**8 - 1))
def test_a_numeral_is_read_back(number):
    assert numeral(spoken(number)) == number
    assert parse.count(spoken(number) + "人") == number


@pytest.mark.parametrize("text", ["一万二", "三百五", "三四十", "十百", "万", "一二", "百万千", ""])
def test_a_numeral_not_in_full_form_is_none(text):
    assert numeral(text) is None


@pytest.mark.parametrize(
    ("text", "number"), {"十二": 12, "两百": 200, "廿三": 23, "1.2万人": 12000, "35(人)": 35, "三百": 300}.items()
)
def test_spoken_counts_are_read(text, number):
    assert parse.count(text) == number


NO_COUNT = {
    "志愿者5人": "只写数字",
    "线上助力100*3": "算式",
    "100×3": "算式",
    "约30": "约数",
    "30余人": "约数",
    "几十人": "约数",
    "三十多人": "约数",
    "500+": "约数",
    "12-15": "范围",
    "-5": "小于零",
    "2.5": "不是整数",
    "50.000": "50，也可能是50000",
    "3 5": "空格",
    "1200①": "注号",
    "10²": "上标",
    "1.2E+05": "科学计数",
    "12,34": "只写数字",
    "一万二": "只写数字",
    "共计1234人次 | 总金额5678.90": "只写数字",
    "1,000,000,000,000,000,000": "太大",
}


@pytest.mark.parametrize(("text", "reason"), NO_COUNT.items())
def test_what_is_no_single_count_is_refused_with_its_reason(text, reason):
    with pytest.raises(ValueError, match=reason):
        parse.count(text)


@given(st.floats(-1e9, 1e9).filter(lambda value: "e+" not in repr(value)))
def test_a_number_is_read_back_as_a_spreadsheet_stores_it(value):
    assert parse.number(repr(value)) == value


@pytest.mark.parametrize(
    ("text", "quantity"),
    {
        "198件": (198, "件"),
        "2500 个": (2500, "个"),
        "13.5万盒": (135000, "盒"),
        "一批": (1, "批"),
        "2.5kg": (2.5, "kg"),
        "7": (7, None),
    }.items(),
)
def test_a_quantity_is_a_number_and_its_unit(text, quantity):
    assert parse.quantity(text) == quantity


@pytest.mark.parametrize("text", ["3箱（每箱20瓶）", "2贰三", "5)", "3天5个", "两三箱"])
def test_two_quantities_in_a_cell_are_refused(text):
    with pytest.raises(ValueError, match="不是单独一个数"):
        parse.quantity(text)


@pytest.mark.parametrize(("text", "score"), {"95": 95, "4.5分": 4.5, "５星": 5, "五星": 5, "0": 0}.items())
def test_a_score_is_a_number(text, score):
    assert parse.score(text) == score


@pytest.mark.parametrize("text", ["95/100", "满分", "-1", "优秀"])
def test_what_is_no_score_is_refused(text):
    with pytest.raises(ValueError, match=r"^评分"):
        parse.score(text)


@given(st.integers(0, 99), st.integers(0, 59))
def test_hours_and_minutes_are_read_back(hours, minutes):
    for text in (f"{hours}小时{minutes}分", f"{hours} 个小时 {minutes} 分钟", f"{hours}h{minutes}min"):
        assert parse.hours(text) == pytest.approx(hours + minutes / 60, abs=1e-6)
    assert parse.hours(f"{hours * 60 + minutes}分钟") == parse.hours(str(hours * 60 + minutes), scale=1 / 60)


@pytest.mark.parametrize(
    ("text", "hours"),
    {
        "半小时": 0.5,
        "半个小时": 0.5,
        "一个半小时": 1.5,
        "两个半小时": 2.5,
        "1小时半": 1.5,
        "14:00-16:30": 2.5,
        "0小时0分": 0,
        "两小时": 2,
        "1.5h": 1.5,
        ".5": 0.5,
    }.items(),
)
def test_spoken_lengths_of_time_are_read(text, hours):
    assert parse.hours(text) == hours


def test_a_unit_in_the_cell_prevails_over_the_header():
    assert parse.hours("2小时", scale=1 / 60) == 2


NO_HOURS = {
    "2:30": "2小时30分",
    "22:00-1:00": "结束不在开始之后",
    "14:00－": "只写数字",
    "半天": "几小时",
    "3节": "几小时",
    "约2小时": "约数",
    "-1": "小于零",
}


@pytest.mark.parametrize(("text", "reason"), NO_HOURS.items())
def test_what_is_no_length_of_time_is_refused_with_its_reason(text, reason):
    with pytest.raises(ValueError, match=reason):
        parse.hours(text)


@pytest.mark.parametrize(
    "read", [parse.headcount, parse.count, parse.amount_yuan, parse.hours, parse.number, parse.quantity]
)
@pytest.mark.parametrize("text", ["13987651111", "13987651111.0", "１３９８７６５１１１１"])
def test_a_mobile_number_is_no_figure(read: Callable[[str], object], text: str):
    with pytest.raises(ValueError, match=r"像手机号，请核对这一列。$") as refused:
        read(text)
    assert "8765" not in str(refused.value)


def test_a_row_with_more_people_than_a_street_has_is_to_be_looked_at():
    assert parse.headcount("1,000,000人次") == 10**6
    with pytest.raises(ValueError, match="人数“13,987,651,111人次”超过1,000,000，不像一行里的人数，请核对这一列。"):
        parse.headcount("13,987,651,111人次")


def test_stars_are_scores_and_a_rate_is_none():
    assert parse.rating("★★★★☆") == (4.0, 5)
    assert parse.rating("★★★★★") == (5.0, None)
    with pytest.raises(ValueError, match="满意率"):
        parse.rating("98%")


@pytest.mark.parametrize("text", ["2件/人", "每人2件", "户均1份"])
def test_a_quantity_of_one_person_is_refused_with_what_to_write(text: str):
    with pytest.raises(ValueError, match="这一行一共的数"):
        parse.quantity(text)


def test_a_number_before_a_word_of_satisfaction_counts_where_both_say_the_same():
    assert [parse.rating(text) for text in ("5 非常满意", "2、不满意", "4分满意")] == [(5, 5), (2, 5), (4, 5)]
    with pytest.raises(ValueError, match="没有固定的分数"):
        parse.rating("1 非常满意")
