"""What holds for every kind of cell."""

import re
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from etl import parse
from etl.parse.personal_numbers import ASCII_TWINS, MASKS, SPLIT_MOBILE

READERS = {
    "date": parse.date,
    "date in a known year": lambda text: parse.date(text, 2024),
    "number": parse.number,
    "count": parse.count,
    "quantity": parse.quantity,
    "amount": parse.amount_yuan,
    "amount in 万元": lambda text: parse.amount_yuan(text, 10000),
    "hours": parse.hours,
    "score": parse.score,
    "yes or no": parse.yes_no,
    "choice": lambda text: parse.choice(text, {"已解决": ("解决",), "未解决": ()}),
    "label": parse.label,
    "open choice": lambda text: parse.open_choice(text, {"已解决": ("解决",), "未解决": ()}),
    "identifier": parse.identifier,
    "person": parse.person,
    "party": parse.party,
    "age band": parse.age_band,
}
WORDLESS = [name for name in READERS if name != "yes or no"]
EVERY = pytest.mark.parametrize("read", READERS.values(), ids=READERS)

# Letters of which real cells are made, so that random texts come close to what the readers accept.
CELLISH = st.text(
    "0123456789.,-/:%()年月日号万亿元角分整小时半个天人约〇一二三十百千零壹贰拾佰仟民国周上午TXe*＊　\u200b\xa0 张三"
)
CELLS = st.one_of(st.text(), CELLISH)


def sentences(read, text: str) -> int:
    """How many sentences answer a cell, not counting what it says itself."""
    try:
        read(text)
    except ValueError as refusal:
        assert str(refusal).endswith("。")
        return re.sub("“.*”", "", str(refusal), flags=re.DOTALL).count("。")
    return 0


@EVERY
@given(text=CELLS)
@example(text="9" * 5000)
@example(text="٣٤٥")
@example(text="²")
@example(text="\x00")
def test_a_cell_is_read_or_refused_with_one_sentence(read, text):
    assert sentences(read, text) <= 1


@EVERY
@pytest.mark.parametrize("part", ["一", "1-", "a.", "(", "张三、", "9", "1月"])
def test_so_is_a_cell_as_full_as_a_spreadsheet_allows(read, part):
    assert sentences(read, (part * 32767)[:32767]) <= 1


@EVERY
@pytest.mark.parametrize(
    "blank", ["", " ", "\u200b", "\u3000\xa0\t\n", "/", "-", "--", "—", "——", "N/A", "(空)", "（空）", "未填"]
)
def test_a_sign_for_nothing_is_an_empty_cell(read, blank):
    assert read(blank) is None


@pytest.mark.parametrize("name", WORDLESS)
@pytest.mark.parametrize("blank", ["无", "暂无", "不详", "待定", " 无\n", "（无）"])
def test_a_word_for_nothing_is_an_empty_cell(name, blank):
    assert READERS[name](blank) is None


def test_a_word_for_nothing_is_a_no_among_yes_and_no():
    assert parse.yes_no("无") is False


@EVERY
def test_a_failed_formula_is_refused(read):
    with pytest.raises(ValueError, match="“#DIV/0!”是出错的公式"):
        read("#DIV/0!")


@given(text=st.text("0123456789志愿者约共人次场*×+./，：（）①", max_size=12))
def test_a_refusal_repeats_the_cell_as_written(text):
    with pytest.raises(ValueError, match=re.escape(f"“大约{text}”")):
        parse.count(f" 大约{text}\n")


def test_a_refusal_shortens_a_long_cell_and_hides_its_personal_numbers():
    with pytest.raises(ValueError) as refusal:
        parse.count("请联系13812345678" + "，谢谢" * 100)
    assert "138****5678" in str(refusal.value)
    assert len(str(refusal.value)) < 100


@st.composite
def split_mobiles(draw: st.DrawFn) -> str:
    """A mobile number in two to four groups; too few of what its pattern looks like pass what the pattern looks ahead for."""
    digits = draw(st.from_regex("1[3-9][0-9]{9}", fullmatch=True))
    cuts = [0, *sorted(draw(st.sets(st.integers(1, 10), min_size=1, max_size=3))), len(digits)]
    number = " ".join(digits[first:last] for first, last in pairwise(cuts))
    assume(SPLIT_MOBILE.search(number))
    return number


@pytest.mark.parametrize("pattern", [pattern for pattern, _ in MASKS], ids=lambda pattern: pattern.pattern[:20])
@given(st.data())
def test_the_quick_look_overlooks_no_personal_number(pattern, data):
    number = data.draw(split_mobiles() if pattern is SPLIT_MOBILE else st.from_regex(pattern))
    full_width = number.translate({half: full for full, half in ASCII_TWINS.items()})

    assert parse.without_identifiers(number) != number
    assert parse.without_identifiers(full_width) != full_width
