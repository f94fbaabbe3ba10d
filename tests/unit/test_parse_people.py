"""Names, identifiers and ages as clerks write them: read, or refused without being repeated."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from etl import parse
from etl.parse.ages import wider_bands

NAMES = st.text("王李张刘陈杨黄赵周吴建国秀英丽华敏静强磊军洋", min_size=2, max_size=3)


@given(NAMES)
def test_a_name_stays_the_same_person_however_it_is_written(name):
    spaced = "\u3000".join(name)
    for text in (
        spaced,
        f" {name}\t",
        f"{name}(女)",
        f"{name}13800138000",
        f"{name} 138-0013-8000",
        f"姓名：{name}",
        f"{name}女士",
    ):
        assert parse.person(text) == name
    assert parse.person(name) == name


@pytest.mark.parametrize(
    ("text", "name"),
    {
        "張國華": "张国华",
        "买买提•阿不都": "买买提·阿不都",
        "张老师": "张老师",
        "欧阳老师": "欧阳老师",
        "Li Hua": "LIHUA",
        "张 三": "张三",
        "张三 党员": "张三党员",
    }.items(),
)
def test_names_are_normalised(text, name):
    assert parse.person(text) == name


@pytest.mark.parametrize(
    "text", ["张三、李四", "张三，李四", "张三和李四", "张三 李四", "淳于三 李四\n王小五", "13800138000", "12345", "……"]
)
def test_what_is_no_single_name_is_refused_without_repeating_it(text):
    with pytest.raises(ValueError, match=r"请一人写一行|不是姓名") as refusal:
        parse.person(text)
    assert text not in str(refusal.value)


@pytest.mark.parametrize(
    "text",
    [
        "李秀英（2人）",
        "王桂兰+1",
        "张建国（带孙子）",
        "张建国一家3口",
        "王五 共3人",
        "李四2人",
        "王五（及家人）",
        "李四+家属",
    ],
)
def test_a_name_with_those_who_came_along_is_no_single_name(text):
    with pytest.raises(ValueError, match="请一人写一行"):
        parse.person(text)
    assert parse.is_masked_name(text)


@pytest.mark.parametrize(
    "text",
    ["李秀英(1人)", "张三(带队)", "张三(1组)", "赵国强(第3名)", "陈三人", "张三(和平社区)", "王加一", "张三(携手队)"],
)
def test_a_name_with_a_rank_or_a_group_is_one_name(text):
    assert parse.person(text) == text


def test_a_party_may_be_an_organisation_or_a_couple():
    assert parse.party("\n某某公司（广州）\t") == "某某公司(广州)"
    assert parse.party("张三、李四") == "张三、李四"


MASKED = (
    "*瑛", "S*", "张**", "张某", "张某某", "某先生", "某某", "李女士", "欧阳先生", "X先生", "陈姐", "小王", "阿强", "李X", "张×", "爱心人士",
    "困难群众", "环卫工", "环卫工人", "志愿者若干", "高龄老人", "小区居民", "热心居民", "热心村民们", "匿名", "无名氏", "一名党员", "微信用户", "村民", "x", "＊瑛", "熱心市民",
)  # fmt: skip


@pytest.mark.parametrize("name", MASKED)
def test_a_masked_name_is_nobody_in_particular(name):
    assert parse.is_masked_name(name)


@pytest.mark.parametrize(
    "name",
    ["张三", "欧阳修文", "林爱心", "买买提·阿不都", "LIHUA", "王小明", "何某英花", "某某公司", "张学生", "高老人"],
)
def test_a_full_name_is_not_masked(name):
    assert not parse.is_masked_name(name)


ORGANISATIONS = (
    "某某公司", "番禺区慈善会", "某某社区居委会", "某某幼儿园", "某某社工服务中心", "某某村老人协会", "番禺区", "某某县", "新华书店", "区慈善会", "王记面馆",
    "东方超市", "东方物业", "东方医院", "东方小学", "城管中队", "甲公司", "中国移动", "中石化", "顺丰快递", "爱尔眼科", "二（1）班", "海棠社区妇联", "王记包子铺", "工商银行城南支行", "城南加油站", "区残联",
)  # fmt: skip


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_an_organisation_is_known_by_its_ending(name):
    assert parse.is_organisation(name)


@pytest.mark.parametrize(
    "name",
    [
        "张三",
        "陈国会",
        *("方集团", "王中心", "高部队"),
        "李学社",
        "张国镇",
        "李市",
        "欧阳国会",
        "张三(某某公司)",
        "张三、某某公司",
        "某某公司张三",
        "*瑛",
        "爱心人士",
    ],
)
def test_a_person_never_passes_for_an_organisation(name):
    assert not parse.is_organisation(name)


def test_parties_side_by_side_are_of_one_nature_or_of_none_that_is_told():
    natures = {
        "某某公司": "单位",
        "某某公司、演示银行": "单位",
        "张三": "个人",
        "张三、李四": "个人",
        "张三、某某公司": None,
    }

    assert {text: parse.nature(text) for text in natures} == natures


def test_identifiers_stay_text():
    assert parse.identifier(" 00123\u200b") == "00123"
    assert parse.identifier("ga2023-015") == "GA2023-015"
    assert parse.identifier("12.0") == "12"


def check_sign(digits: str) -> str:
    """The last sign of an identity number, by ISO 7064 MOD 11-2 as a recurrence."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2 % 11
    return "0123456789X"[(12 - total) % 11]


@given(st.from_regex("[1-6][0-9]{16}", fullmatch=True))
@example("44010619900100400")
def test_a_valid_identity_number_is_kept_and_one_cut_by_a_spreadsheet_refused(digits):
    whole = digits + check_sign(digits)
    assert parse.identifier(whole) == whole
    cut = digits[:15] + "000"
    if cut[-1] == check_sign(cut[:-1]):
        assert parse.identifier(cut) == cut
    else:
        with pytest.raises(ValueError, match="设为文本"):
            parse.identifier(cut)


@pytest.mark.parametrize("text", ["4.40106E+17", "4.40106199001011e+17"])
def test_an_identifier_in_scientific_notation_is_refused(text):
    with pytest.raises(ValueError, match="设为文本"):
        parse.identifier(text)


@given(st.integers(0, 120))
def test_every_age_lies_in_the_band_that_names_it(age):
    band = parse.age_band(f"{age}周岁")
    low, _, high = band.removesuffix("岁").removesuffix("岁及以上").partition("-")
    assert int(low) <= age <= int(high or 120)
    assert parse.age_band(str(age)) == band


@pytest.mark.parametrize("band", parse.AGE_BANDS)
def test_a_band_is_its_own_spelling(band):
    assert parse.age_band(band) == band
    assert parse.age_band(band.replace("-", "～").replace("岁", "")) == band


@pytest.mark.parametrize(
    ("text", "band"),
    {
        "18~20": "18-35岁",
        "20～22": "18-35岁",
        "80岁及以上": "80岁及以上",
        "不满14周岁": "0-13岁",
        "27以上": "27岁以上",
        "60周岁及以上": "60岁以上",
        "14岁以下": "14岁以下",
        "30至45岁": "30-45岁",
    }.items(),
)
def test_a_range_goes_into_its_band_or_stays_itself(text, band):
    assert parse.age_band(text) == band


@pytest.mark.parametrize(
    ("text", "reason"),
    {
        "1958-03-02": "不知按哪一天",
        "1958年": "不知按哪一天",
        "200": "看不出",
        "45-30": "看不出",
        "老年": "看不出",
    }.items(),
)
def test_what_gives_no_age_is_refused(text, reason):
    with pytest.raises(ValueError, match=reason):
        parse.age_band(text)


@pytest.mark.parametrize(
    ("bands", "apart"),
    [
        (["60岁以上", "60-79岁", "80岁及以上", "18-35岁", "未注明"], ["60岁以上"]),
        (["18-35岁", "36-59岁"], []),
        (["不满60岁", "18-35岁", "60岁以上", "60-79岁"], ["60岁以上", "不满60岁"]),
        (["为老 10 20", "健康①", "50.000", "60岁以上", "60-79岁"], ["60岁以上"]),  # ordinary categories, no ages
    ],
)
def test_the_wider_of_bands_that_share_ages_are_set_apart(bands, apart):
    assert wider_bands(bands) == apart
