"""Numerals that assert nothing a record could bear out."""

import pytest

from evidence.claims.detection.finder import find_claims


@pytest.mark.parametrize(
    "text",
    [
        "2023年5月18日下午2时30分，活动开始",
        "第四节课，首届运动会，第二批试点，排名前10",
        "年满60周岁的老人，凡年满十八周岁的居民",
        "60周岁以上老人，年仅12岁的孩子，七旬老人，90后志愿者",
        "360志愿服务队、12345热线、96156平台",
        "“五社联动”、三社联动、“一老一小”、五位一体、两个维护",
        "打造“15分钟生活圈”，推行“五个一”工程，发布《社区治理100问》",
        "三元里街道、五里墩社区、七家湾小区、三家村",
        "做到一户一档，一心一意为千家万户服务，十分用心",
        "联系电话0931-7654321，手机13800001111，民办函〔2014〕76号",
        "一、基本情况（二）主要做法1.走访",
        "3号楼2单元501室，12栋居民",
        "一名社工、一个社区、一场活动都离不开大家",
        "连续五年，三年来，10分钟内，24小时值班",
        "一等奖、三星级、AAA级、5A级景区",
        "活动合影.jpg（108.3 KB，下载次数:65），阅读量：1,208",
    ],
)
def test_dates_ordinals_ages_names_and_sayings_are_no_claims(text):
    assert find_claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "下一步，将新建站点5个，服务3000人次",
        "计划投入50万元，培训志愿者200名",
        "力争年底前注册志愿者突破1000人",
        "项目预计受益5000人次",
        "到2027年，持证率将达到90%",
        "年度协议指标为个案20个、小组8个、社区活动30场。",
        "确保居民满意度不低于95%",
        "每服务1小时积2分，满30分可兑换早餐券1张",
        "申报单位须有专职人员3名",
        "捐款10万元以上的单位颁发证书",
        "理事会应由5名理事组成",
        "每个项目资助金额不超过5万元",
        "同一家庭一年内累计不超过2次",
        "每场活动人数最多30人",
        "2025年开办不超过30人的小班课",
    ],
)
def test_plans_and_rules_are_no_claims(text):
    assert find_claims(text) == []


def test_households_of_villagers_and_organisations_of_communities_are_no_names_of_places():
    texts = [
        claim.text for claim in find_claims("走访十户村民，孵化三家社区社会组织；三家村、五里墩社区、七家湾小区。")
    ]
    assert texts == ["十户", "三家"]


def test_what_points_can_buy_is_counted_and_its_prices_are_not():
    texts = ("可兑换物品5种。", "目录上有5种物品可兑换。", "满30分可兑换早餐券1张。", "每10分可兑换物品1种。")
    assert [[claim.text for claim in find_claims(text)] for text in texts] == [["5种"], ["5种"], [], []]


def test_what_is_done_counts_again_after_the_plan():
    claims = find_claims("今年计划改造50家食堂，目前已开工32家，首批18家投入使用。")
    assert [claim.text for claim in claims] == ["32家", "18家"]


def test_a_target_and_the_bound_of_a_class_are_no_claims_beside_what_was_reached():
    assert [claim.text for claim in find_claims("协议指标为个案20个；实际完成个案22个。")] == ["22个"]
    assert [claim.text for claim in find_claims("小组指标8个，实际完成9个。")] == ["9个"]
    assert [claim.text for claim in find_claims("服务时长累计达到30小时的有140人。")] == ["140人"]
    assert [claim.text for claim in find_claims("志愿服务时长达到3000小时。")] == ["达到3000小时"]


def test_taking_hold_of_something_is_no_future():
    assert [claim.text for claim in find_claims("该旗将全旗9个社区划分成54个网格")] == ["9个", "54个"]


def test_a_share_or_a_qualified_figure_in_quotes_stays_a_claim():
    assert [claim.text for claim in find_claims("参训率“百分百”，他说：“来了50多人。”")] == ["百分百", "50多人"]


def test_aims_are_no_trends():
    assert find_claims("为提升居民满意度，社区着力增强服务能力，不断满足群众需求。") == []


def test_a_family_and_the_buttons_of_a_page_are_no_counts():
    assert find_claims("慰问了邸叔叔一家。") == []
    assert find_claims("顶一下\n(0)\n0%\n") == []


def test_an_item_of_a_list_is_no_trend():
    assert find_claims("在资源链接、能力提升、智力支持等方面提供扶持。") == []


def test_a_nought_said_in_words_is_a_claim():
    assert [claim.text for claim in find_claims("全年无新增个案，零投诉，零距离服务。")] == ["无新增个案", "零投诉"]
