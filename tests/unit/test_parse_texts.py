"""Texts, answers, headers, personal numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl import parse
from etl.parse import script

CASES = {"已解决": ("办结", "办妥"), "未解决": (), "处理中": ("跟进",)}
MOODS = {"非常满意": (), "满意": ("好",), "不满意": ("差",)}


@given(st.text())
def test_tidying_twice_changes_nothing(text):
    assert parse.squeezed(parse.squeezed(text)) == parse.squeezed(text)


@given(st.text())
def test_a_label_is_one_line_without_white_space_at_its_ends(text):
    try:
        label = parse.label(text)
    except ValueError:
        return
    assert label is None or (label == " ".join(label.split()) and label)


def test_traditional_characters_and_pinyin_glosses_are_simplified():
    assert parse.simplified("番禺區（qū）社東村") == "番禺区社东村"
    assert parse.simplified("café") == "café"


@pytest.mark.parametrize(
    "text", ["是", "有", "√", "✓", "1", "1.0", "Ｙ", "yes", "已解决", "完整", "新", "已完成", " 是\n"]
)
def test_answers_that_mean_yes_are_true(text):
    assert parse.yes_no(text) is True


@pytest.mark.parametrize(
    "text", ["否", "无", "×", "0", "n", "No", "未解决", "不完整", "老", "没有", "不是", "未参加", "無", "没有完成"]
)
def test_answers_that_mean_no_are_false(text):
    assert parse.yes_no(text) is False


@pytest.mark.parametrize("text", ["也许", "□", "2", "部分解决"])
def test_neither_yes_nor_no_is_refused(text):
    with pytest.raises(ValueError, match="请写“是”或“否”"):
        parse.yes_no(text)


@pytest.mark.parametrize(
    ("text", "options", "chosen"),
    [
        ("未解决", CASES, "未解决"),
        ("已經辦結", CASES, "已解决"),
        ("跟进中", CASES, "处理中"),
        ("1.非常满意", MOODS, "非常满意"),
        ("1.非常满意", {"满意": (), "非常满意": ()}, "非常满意"),
        ("很不满意", MOODS, "不满意"),
        ("比较满意", MOODS, "满意"),
        ("好", MOODS, "满意"),
        ("企业捐赠", {"单位": ("企业",), "个人": ("个人捐赠",)}, "单位"),
        ("爱心居民", {"个人": ("居民",)}, "个人"),
        ("无", {"有": (), "无": ()}, "无"),
    ],
)
def test_an_option_is_found_by_its_spellings(text, options, chosen):
    assert parse.choice(text, options) == chosen


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("已受理", CASES),
        ("没有办结", CASES),
        ("好像差不多", MOODS),
        ("已解决，跟进中", CASES),
        ("部分解决", {"解决": ()}),
        ("预计下周办结", CASES),
        ("已办结80%", CASES),
        ("居民委员会", {"个人": ("居民",)}),
    ],
)
def test_an_unknown_option_is_refused_with_the_list(text, options):
    with pytest.raises(ValueError, match="、".join(options)):
        parse.choice(text, options)


def test_an_open_list_takes_exact_spellings_and_keeps_other_texts():
    assert [parse.open_choice(text, CASES) for text in ("已經辦結", "办 结", "已办结一半", "/")] == [
        "已經辦結", "已解决", "已办结一半", None,
    ]  # fmt: skip


@given(st.sampled_from(sorted(CASES)))
def test_an_option_is_its_own_spelling(option):
    assert parse.choice(option, CASES) == option


HEADERS = {
    "金额(元）": ("金额", "元"),
    "服务时长\n（小时）": ("服务时长", "小时"),
    "捐赠额（单位：元）": ("捐赠额", "元"),
    "折算金额（万元）": ("折算金额", "万元"),
    "捐赠(单位/姓名）": ("捐赠(单位/姓名)", None),
    "姓名（姓氏隐去)": ("姓名", None),
    "*姓 名": ("姓名", None),
    "姓名（必填）": ("姓名", None),
    "参与人次（社工填）": ("参与人次", None),
    "问卷（已填）": ("问卷(已填)", None),
    "日期（格式：2024-01-01）": ("日期", None),
    "评分（10分制）": ("评分", "10分制"),
    "满意率%": ("满意率", "%"),
    "金额/元": ("金额", "元"),
    "金额 单位：万元": ("金额", "万元"),
    "服务时长（小时）/上午": ("服务时长/上午", "小时"),
    "捐赠单位/个人": ("捐赠单位/个人", None),
    "（元）": ("(元)", None),
    "": ("", None),
}


@pytest.mark.parametrize(("text", "name_and_unit"), HEADERS.items())
def test_a_header_is_a_name_and_perhaps_a_unit(text, name_and_unit):
    assert parse.header(text) == name_and_unit


@given(st.text())
def test_any_header_can_be_read(text):
    name, unit = parse.header(text)
    assert name == "".join(name.split())
    assert unit is None or unit


MASKS = {
    "电话13812345678。": "电话138****5678。",
    "１３８１２３４５６７８": "138****5678",
    "138-1234-5678": "138****5678",
    "+86 138 1234 5678": "+86 138****5678",
    "13812345678.0": "138****5678.0",
    "44010619900101123x号": "******号",
    "440106900101123": "******",
    "440106 19900101 1234": "******",
    "a.b@example.com": "***@example.com",
    "020-12345678": "020****",
    "(020)12345678": "(020)****",
}


@pytest.mark.parametrize(("text", "masked"), MASKS.items())
def test_personal_numbers_are_masked(text, masked):
    assert parse.without_identifiers(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-26 10:00",
        "金额1234567.89元",
        "编号0001234567",
        "批号138123456789",
        "订单20240126112505",
        "9144010MA5AXXXX1X",
    ],
)
def test_other_numbers_stay(text):
    assert parse.without_identifiers(text) == text


@given(
    st.text(st.characters(blacklist_categories=("Nd", "Cs"))),
    st.from_regex("1[3-9][0-9]{9}", fullmatch=True),
    st.text(),
)
def test_no_mobile_number_survives_in_any_text(before, number, after):
    text = f"{before}{number}{after if not after[:1].isdigit() else ''}"
    masked = parse.without_identifiers(text)
    assert number not in masked or number in before + after
    assert parse.without_identifiers(masked) == masked


def test_a_character_that_is_told_to_be_simplified_is_left_as_it_is_by_conversion():
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    characters = filter(None, (pair.decode("gb2312", "ignore") for pair in pairs))
    simplified = [character for character in characters if script.is_simplified(character)]

    assert len(simplified) > 7000
    assert [character for character in simplified if script.simplified_script(character) != character] == []


@pytest.mark.parametrize(
    ("word", "simplified"),
    [
        ("毛坏", "毛坯"),
        ("答覆", "答复"),
        ("深沈", "深沉"),
        ("藉口", "借口"),
        ("海哩", "海里"),
        ("於是", "于是"),
        ("乾隆", "乾隆"),
    ],
)
def test_a_word_of_simplified_characters_that_is_written_otherwise_is_converted(word: str, simplified: str):
    assert parse.simplified(word) == simplified


def test_characters_simplified_one_by_one_keep_their_places():
    assert parse.simplified_by_character("鳳二村，café") == "凤二村，café"
