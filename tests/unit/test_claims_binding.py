"""Which indicator a claim speaks of."""

import pytest

from evidence.claims.binding.candidates import candidates, misfits
from evidence.claims.binding.context import claim_contexts
from evidence.claims.binding.reading import ClaimReading, read_claim
from evidence.claims.binding.vocabulary import MEASURES
from evidence.claims.detection.finder import find_claims
from evidence.claims.detection.passage import Passage, normalise
from indicators.engine import catalogue


def bound_indicators(text: str) -> list[str]:
    """The indicators of all claims of a text, "" for what is not recorded."""
    claims, source = find_claims(text), normalise(text)
    contexts = claim_contexts(Passage(source.text), source, claims)
    ranked = [candidates(claim, context) for claim, context in zip(claims, contexts, strict=True)]
    return [best[0].indicator if best else "" for best in ranked]


def claim_readings(text: str) -> list[ClaimReading]:
    """What all claims of a text are read as."""
    claims, source = find_claims(text), normalise(text)
    contexts = claim_contexts(Passage(source.text), source, claims)
    return [read_claim(claim, context) for claim, context in zip(claims, contexts, strict=True)]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("志愿服务总时数达4532小时", ["volunteer_hours"]),
        ("开展协商议事40多场次，超2400人次的村民代表参与", ["deliberation_meetings", "deliberation_attendances"]),
        ("个案400余例，小组580余次，社区活动1700余次", ["cases_opened", "group_sessions", "community_activities"]),
        ("小组工作9个共72节", ["groups_started", "group_sessions"]),
        ("现场捐赠115万余元，所募善款全部用于助学", ["cash_received", "use_ratio"]),
        ("捐款160余份，捐赠物资折价7万余元", ["gifts", "goods_value"]),
        ("满意度得分92.4分，满意度得分4.6分，满意度96%", ["mean_score_100", "mean_score_5", "overall_satisfied_share"]),
        ("志愿者512人，占常住人口的13.6%", ["volunteers_registered", "volunteers_per_100_residents"]),
        ("累计解决议题32个", ["topics_resolved"]),
        ("培育社会组织9个", ["organisations_incubated"]),
        ("拥有社工13名", ["staff"]),
        ("42节课程，18场议事会", ["courses", "deliberation_meetings"]),
        ("志愿服务12次", ["activities"]),
        ("服務時數逾兩萬小時", ["volunteer_hours"]),
    ],
)
def test_words_and_unit_tell_the_indicator(text: str, indicators: list[str]):
    assert bound_indicators(text) == indicators


@pytest.mark.parametrize(
    "text",
    [
        "志愿者骨干20名",
        "发放问卷500份",
        "走访420户",
        "居民小组9个",
        "观众2万人次",
        "注册志愿者512人",
        "人均活动经费18.38元",
    ],
)
def test_what_is_not_recorded_stays_unbound(text: str):
    assert bound_indicators(text) == [""]


def test_a_part_is_not_taken_for_the_whole():
    assert bound_indicators("志愿者512人，其中党员108人") == ["volunteers_registered", ""]


def test_those_who_came_one_day_are_not_all_there_are():
    assert bound_indicators("30余名志愿者为老人包饺子。社区有700余名志愿者。") == [
        "volunteers_active",
        "volunteers_registered",
    ]


def test_residents_are_told_from_residents_served():
    assert bound_indicators("辖区居民4500人，服务居民300人") == ["residents", "participants"]


def test_a_noun_with_a_figure_of_its_own_is_not_that_of_the_figure_before():
    assert bound_indicators("43支志愿服务队、2100余名志愿者") == ["volunteer_teams", "volunteers_registered"]


def test_both_ends_of_a_change_are_of_the_same_indicator():
    assert bound_indicators("村民满意度达90%，参与率由不足一成上升到三成")[1:] == [
        "participation_rate",
        "participation_rate",
    ]


def test_a_trend_is_bound_by_the_word_that_moves():
    text = "服务满意度稳步提升，志愿者队伍不断壮大，群众获得感不断增强，志愿者精神面貌明显改善。"
    assert bound_indicators(text) == ["overall_satisfied_share", "volunteers_registered", "", ""]


def test_people_and_attendances_never_share_a_measure():
    people = [indicator.id for indicator in catalogue().values() if indicator.unit == "人"]
    assert people
    assert all("人次" not in MEASURES[catalogue()[id].unit] for id in people)
    assert not {"人", "名", "位"} & MEASURES["人次"]


def test_every_unit_has_its_measures():
    assert {indicator.unit for indicator in catalogue().values()} <= MEASURES.keys()


def test_words_fit_but_the_unit_does_not():
    claims, source = find_claims("走访420户"), normalise("走访420户")
    (context,) = claim_contexts(Passage(source.text), source, claims)
    assert misfits(context)[0].indicator == "home_visits"


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("累计开展132场各类社区公益慈善活动", "activities"),
        ("为街道的老年人提供5300余次志愿服务", "activities"),
        ("向困难家庭发放爱心善款98万元", "money_spent"),
        ("通过公开募捐等方式募集社会各界资金280余万元", "cash_received"),
        ("28家爱心企业和360余名爱心居民参与捐赠", "donors"),
        ("目前，共有65名志愿者参与到时间银行养老志愿服务项目中", "volunteers_active"),
    ],
)
def test_words_between_verb_noun_and_figure_are_free(text: str, indicator: str):
    assert claim_readings(text)[0] == ClaimReading(indicator)


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("走访420户", "home_visits"),
        ("走访服务对象3.1万人次", "home_visits"),
        ("对全区1022户困难家庭进行了走访", "home_visits"),
        ("实名注册志愿者512人", "volunteers_registered"),
        ("服务独居老人300人", "participants"),
    ],
)
def test_what_is_close_to_an_indicator_is_bound_with_the_difference(text: str, indicator: str):
    (reading,) = claim_readings(text)
    assert reading.indicator == indicator
    assert reading.but


@pytest.mark.parametrize("text", ["邀请30余名志愿者为200位老人包饺子", "4名志愿者到场，志愿者为20多位居民理发"])
def test_those_who_help_are_not_those_who_are_helped(text: str):
    assert claim_readings(text)[1].indicator == ""


@pytest.mark.parametrize(
    "text", ["全国注册志愿者超过2亿人", "由最初的两位志愿者起步", "文体队伍3支", "爱心企业捐赠米面油200份"]
)
def test_what_is_no_claim_on_the_records_stays_unbound(text: str):
    assert [reading.indicator for reading in claim_readings(text)] == [""]


def test_a_rule_of_exchange_asserts_nothing():
    assert find_claims("志愿服务1个小时兑换1枚时间币。") == []


def test_a_verb_after_for_whom_is_done_by_those_who_are_counted():
    assert claim_readings("发改局支部与福兴社区党委共19名党员给居民送上46份“圆梦礼物”。")[0].indicator == ""
    assert claim_readings("社区给19名困难党员送上慰问金。")[0].indicator == "people_helped"


def test_helpers_bar_a_visit_only_where_they_are_counted():
    assert claim_readings("近十年，志愿者走访困难家庭4万余人次。")[0].indicator == "home_visits"
    assert claim_readings("当天，20名志愿者走访独居老人。")[0].indicator != "home_visits"


def test_party_members_beside_volunteers_are_not_volunteers():
    assert claim_readings("百余位在职党员同社区志愿者一道清扫楼道。")[0].indicator == ""


@pytest.mark.parametrize("text", ["县财政资助110万元。", "春节前，民政局筹资28万元走访低保户。"])
def test_money_of_the_public_purse_is_no_gift_and_no_spending_of_a_fund(text: str):
    assert claim_readings(text)[0].indicator == ""


def test_money_raised_under_a_bureau_is_still_a_gift():
    assert claim_readings("在区民政局指导下，共募集善款5.2万元。")[0].indicator == "cash_received"


def test_a_project_that_money_is_for_does_not_take_its_sum():
    assert claim_readings("链接3.72万元扶持公益微项目。")[0].indicator == "cash_received"


def test_gifts_made_by_many_are_no_attendances():
    assert [reading.indicator for reading in claim_readings("累计43870人次参与捐赠活动，服务居民900人次。")] == [
        "",
        "attendances",
    ]


def test_those_who_took_part_in_raising_money_are_no_attendances():
    assert claim_readings("3天时间里，共发动3.4万余人次参与，共募集资金112万元。")[0].indicator == ""
    assert claim_readings("募捐义卖吸引居民3.4万余人次参与，共募集资金112万元。")[0].indicator == "attendances"


def test_children_whom_volunteers_lead_are_no_volunteers():
    assert claim_readings("志愿者正带着40多名孩子唱歌。")[0].indicator != "volunteers_registered"


def test_a_share_that_leapt_is_an_end_of_a_change():
    readings = claim_readings("参与率从三成跃升至五成。")
    assert [reading.indicator for reading in readings] == ["participation_rate"] * 2


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("送去慰问金3.6万元和慰问品价值1.2万元。", ["money_spent", "goods_value"]),
        ("社区联合8家共建单位认领微心愿120个。", ["", "wishes_fulfilled"]),
        ("志愿者队伍也从5支增长到现在的20多支。", ["volunteer_teams"] * 2),
        ("志愿者王阿姨八年来累计服务2600小时。", [""]),
        ("服务人次：3860 活动场次：126场 志愿者：320人", ["attendances", "activities", "volunteers_registered"]),
        ("该服务队已由成立之初的18人发展到126人。", ["", ""]),
        ("支持社区社会组织项目52个。", ["projects_supported"]),
        ("优秀志愿服务组织3个受到表彰。", [""]),
    ],
)
def test_words_of_articles_tell_the_indicator(text: str, indicators: list[str]):
    assert [reading.indicator for reading in claim_readings(text)] == indicators


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("居民代表、物业、业委会等36人围坐商议停车问题。", [""]),
        ("三所高校的26名大学生志愿者参加开班仪式。", ["", "volunteers_active"]),
        ("争取上级资金26万元，整合社会资金12万元。", ["", "cash_received"]),
        ("微心愿墙上贴出心愿126个。", ["wishes_raised"]),
        ("接到群众反映问题126个。", ["requests_received"]),
        ("户籍人口2.6万人。", [""]),
        ("街道党工委筹集资金320万元改造老旧小区。", [""]),
        ("志愿者协会理事会成员15人。", [""]),
    ],
)
def test_words_of_further_articles_tell_the_indicator(text: str, indicators: list[str]):
    assert [reading.indicator for reading in claim_readings(text)] == indicators
