"""Amounts as clerks write them, in figures and in words: read in yuan, or refused with the reason."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl import parse

AMOUNTS = st.decimals(0, 10**9, places=2)
CAPITALS = "零壹贰叁肆伍陆柒捌玖"


@given(AMOUNTS)
def test_an_amount_is_read_back_however_it_is_written(amount):
    for text in (
        f"{amount}",
        f"{amount:,}元",
        f"￥{amount}",
        f"¥ {amount:,}",
        f"人民币{amount}元整",
        f"RMB{amount}",
        f"\xa0 {amount}\n",
    ):
        assert parse.amount_yuan(text) == amount


@given(st.decimals(0, 10**5, places=6))
def test_ten_thousands_in_the_cell_and_in_the_header_are_the_same_amount(amount):
    assert parse.amount_yuan(f"{amount}万元") == parse.amount_yuan(f"{amount * 10000:.2f}")
    assert parse.amount_yuan(f"{amount}", scale=10000) == parse.amount_yuan(f"{amount}万元", scale=10000)


@given(st.floats(0, 1e9))
def test_the_noise_of_a_stored_float_is_rounded_to_fen(value):
    amount = Decimal(round(value * 100)) / 100
    assert parse.amount_yuan(repr(float(amount) + 1e-9 if value > 1 else float(amount))) == amount


@given(AMOUNTS.filter(lambda amount: amount > 0))
def test_money_taken_back_is_negative(amount):
    for text in (f"-{amount}", f"({amount})", f"（{amount}元）", f"￥-{amount}", f"−{amount}", f"-{amount}元"):
        assert parse.amount_yuan(text) == -amount


@given(*[st.integers(1, 9)] * 4)
def test_amounts_in_words_are_read(thousands, hundreds, tens, jiao):
    text = f"{CAPITALS[thousands]}仟{CAPITALS[hundreds]}佰{CAPITALS[tens]}拾元{CAPITALS[jiao]}角整"
    assert parse.amount_yuan(text) == Decimal(f"{thousands}{hundreds}{tens}0.{jiao}0")


WORDS = {
    "壹万贰仟叁佰元整": "12300",
    "人民币壹万贰仟叁佰肆拾伍元陆角柒分": "12345.67",
    "壹拾万零柒仟元零伍角叁分": "107000.53",
    "貳萬圓整": "20000",
    "壹亿元": "100000000",
    "叁角": "0.30",
    "五十元": "50",
    "12300元（壹万贰仟叁佰元整）": "12300",
}


@pytest.mark.parametrize(("text", "amount"), WORDS.items())
def test_amounts_written_on_vouchers_are_read(text, amount):
    assert parse.amount_yuan(text) == Decimal(amount)


REFUSED = {
    "50.000": "50，也可能是50000",
    "50.000元": "千分位",
    "12.345": "千分位",
    "12300元（壹万贰仟元整）": "不一致",
    "$500": "外币",
    "500港币": "外币",
    "100*3": "算式",
    "约5000元": "约数",
    "1.2E+08": "科学计数",
    "五十": "只写数字",
    "壹万贰元整": "只写数字",
    "1000元/月": "只写数字",
    "1 200": "空格",
    "10000000000000": "不像一笔款项",
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_what_is_no_single_amount_is_refused_with_its_reason(text, reason):
    with pytest.raises(ValueError, match=reason):
        parse.amount_yuan(text)


def test_three_decimals_are_certain_under_a_header_in_ten_thousands():
    assert parse.amount_yuan("1.234", scale=10000) == 12340
    assert parse.amount_yuan("5000元", scale=10000) == 5000
