"""What a figure says: its span, number, qualifier and unit, in the many ways Chinese writes one."""

import pytest

from evidence.claims.detection.claim import Claim
from evidence.claims.detection.finder import find_claims


def only(text: str) -> Claim:
    (claim,) = find_claims(text)
    return claim


@pytest.mark.parametrize(
    ("text", "span", "value", "qualifier", "unit"),
    [
        ("累计解决议题32个", "32个", 32, "exact", "个"),
        ("服务总时数达4532小时", "达4532小时", 4532, "exact", "小时"),
        ("召开议事会40多场次", "40多场次", 40, "over", "场次"),
        ("参与超2400人次", "超2400人次", 2400, "over", "人次"),
        ("居民近4500人", "近4500人", 4500, "under", "人"),
        ("面积约150平方米", "约150平方米", 150, "about", "平方米"),
        ("现场捐赠115万余元", "115万余元", 1_150_000, "over", "元"),
        ("筹款30余万元", "30余万元", 300_000, "over", "元"),
        ("志愿者百余人", "百余人", 100, "over", "人"),
        ("惠及两千四百余名老人", "两千四百余名", 2400, "over", "名"),
        ("链接近20家企业", "近20家", 20, "under", "家"),
        ("完成率不足四成", "不足四成", 40, "under", "%"),
        ("九成五的居民表示满意", "九成五", 95, "exact", "%"),
        ("持证率62.5%", "62.5%", 62.5, "exact", "%"),
        ("参与率百分之四十一点五", "百分之四十一点五", 41.5, "exact", "%"),
        ("三分之二的楼长是女性", "三分之二", 66.6667, "exact", "%"),
        ("每5人中有1名志愿者", "每5人中有1名", 20, "exact", "%"),
        ("村集体收入翻了两番", "翻了两番", 4, "exact", "倍"),
        ("满意度提高12个百分点", "12个百分点", 12, "exact", "个百分点"),
        ("培训一个半小时", "一个半小时", 1.5, "exact", "小时"),
        ("每次一个多小时", "一个多小时", 1, "over", "小时"),
        ("至少500份问卷", "至少500份", 500, "over", "份"),
        ("覆盖95%以上的家庭", "95%以上", 95, "over", "%"),
        ("来了1000+人次", "1000+人次", 1000, "over", "人次"),
        ("共募集９．８万元", "９．８万元", 98_000, "exact", "元"),
        ("用餐74 525人", "74 525人", 74_525, "exact", "人"),
        ("收入1,362,700.50元", "1,362,700.50元", 1_362_700.5, "exact", "元"),
        ("所募善款全部用于助学", "全部用于", 100, "exact", "%"),
        ("所有诉求全部按时办结", "诉求全部按时办结", 100, "exact", "%"),
        ("微心愿已全部兑现", "微心愿已全部兑现", 100, "exact", "%"),
        ("服務長者逾兩千戶", "逾兩千戶", 2000, "over", "户"),
        ("組織實施了12個(gè)項(xiàng)目", "12個(gè)", 12, "exact", "个"),
    ],
)
def test_a_figure_is_read_with_its_span_value_bound_and_unit(text, span, value, qualifier, unit):
    claim = only(text)
    assert (span, value, qualifier, unit) == (claim.text, claim.value, claim.qualifier, claim.unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("每场30至50名居民", 30, 50),
        ("招募18～20人", 18, 20),
        ("资助3至5万元", 30_000, 50_000),
        ("来了三四十人", 30, 40),
        ("走访七八次", 7, 8),
        ("帮过几百位老人", 200, 999),
        ("种下数十棵树", 20, 99),
        ("有十几个孩子", 11, 19),
        ("办了一百五六十场", 150, 160),
    ],
)
def test_a_range_has_two_ends_and_no_single_value(text, low, high):
    claim = only(text)
    assert ("range", None, low, high) == (claim.qualifier, claim.value, claim.low, claim.high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("580余次", 580, 590),
        ("1700余次", 1700, 1800),
        ("7万余元", 70_000, 80_000),
        ("40多场", 40, 50),
        ("超2400人", 2400, None),
    ],
)
def test_yu_stays_below_the_next_step_and_chao_has_no_ceiling(text, low, high):
    claim = only(f"完成{text}")
    assert (low, high) == (claim.low, claim.high)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("凤二村2024年满意率99%", ["99%"]),
        ("2024年满意度得分92.4分", ["92.4分"]),
        ("2023年满足群众需求300余件", ["300余件"]),
        ("对年满80周岁的120名老人开展慰问", ["120名"]),
        ("参加活动的120人均表示满意", ["120人"]),
        ("农村居民人均可支配收入2.3万元", ["2.3万元"]),
        ("两村得分92分、95分，分别居前", ["92分", "95分"]),
        ("取得95分成绩", ["95分"]),
        ("3处分别位于东西两侧", ["3处"]),
        ("社会工作专业8人，心理学专业3人", ["8人", "3人"]),
        ("组织80人数字技能培训", ["80人"]),
        ("招募12名义务巡逻员", ["12名"]),
        ("建成12家长者食堂、3个体育公园", ["12家", "3个"]),
        ("走访5家教育机构和8家乡镇企业", ["5家", "8家"]),
        ("完成5项目标任务", ["5项"]),
        ("开展30次日常巡查，收集50条线索", ["30次", "50条"]),
        ("服务12例行动不便老人", ["12例"]),
        ("发放200元老年补贴和100本科普读物", ["200元", "100本"]),
        ("每年累计服务2000人次", ["2000人次"]),
        ("每间面积20平方米", ["20平方米"]),
        ("地方可容纳50人", ["50人"]),
        ("八成群众、九成长者表示满意", ["八成", "九成"]),
        ("硬化三条路，修建两座桥", ["三条", "两座"]),
    ],
)
def test_a_character_is_read_with_the_word_it_begins(text: str, figures: list[str]):
    assert [claim.text for claim in find_claims(text)] == figures


def test_a_change_from_one_figure_to_another_is_two_claims():
    assert [claim.text for claim in find_claims("持证社工由893人增长到2204人")] == ["893人", "2204人"]


def test_a_count_without_unit_takes_it_from_the_noun_before_or_after():
    claims = find_claims("个案400余；帮扶3200余困难群众；募集善款7700多万")
    assert [claim.unit for claim in claims] == ["例", "人", "元"]


def test_a_rate_says_per_what():
    claims = find_claims("每年开展活动210余次，人均服务13.85小时，每周开展2次")
    assert [claim.rate for claim in claims] == ["每年", "每人", "每周"]


@pytest.mark.parametrize(
    "text",
    ["村民参与人数持续上升", "居民满意度明显提升", "投诉量逐年下降", "有效提升了居民的归属感", "信访总量连续三年下降"],
)
def test_a_trend_without_figure_is_a_claim_with_its_subject(text):
    claim = only(f"项目实施后，{text}。")
    assert (text, True, "trend", None) == (claim.text, claim.is_trend, claim.qualifier, claim.value)


def test_two_gauges_with_one_verb_are_two_trends():
    claims = find_claims("村民参与人数、村民对于社区服务满意度都呈上升趋势。")
    assert [claim.text for claim in claims] == ["村民参与人数", "满意度都呈上升趋势"]
    assert claims[0].qualifier_word == "上升"


def test_a_change_with_its_figure_is_no_second_claim():
    assert [claim.text for claim in find_claims("居民满意度提升至96.2%")] == ["96.2%"]


def test_a_claim_knows_what_is_counted_and_where():
    claim = only("凤二村累计开展志愿服务4532小时")
    assert (claim.subject, claim.place) == ("开展志愿服务", "凤二村")


def test_a_text_without_figures_has_no_claims():
    assert [] == find_claims("") == find_claims("邻里守望，互帮互助。")
