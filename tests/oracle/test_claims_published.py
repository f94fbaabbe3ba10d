"""What published articles say of the sample's communities is borne out by its records, and what goes beyond them is not."""

from datetime import date

import pytest

from bench.claims.corpus import passages
from evidence.claims.verification.check import check
from evidence.claims.verification.guards import Guard, PageGuard, SendingGuard
from warehouse.build import Build


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("截至2023年8月，凤二村服务总时数达4532小时。", None),
        ("凤二村志愿者百余人，截至目前协商议事40多场次，超2400人次参与。", date(2023, 9, 8)),
        ("截至2023年9月8日，凤二村放映爱国题材影片20多部。", None),
        ("阳明山庄社区共1427户，居民近4500人，志愿服务队10支，志愿者700余人。", date(2023, 11, 14)),
        ("阳明山庄社区累计开展个案400余例，小组580余次，社区活动1700余次。", date(2023, 11, 14)),
        ("阳明山庄社区今年以来物资价值7万余元。", date(2023, 11, 14)),
        ("阳明山庄社区幸福基金成立以来，线上线下捐款160余份，筹款5万余元。", date(2023, 11, 14)),
        ("阳明山庄社区每年开展志愿服务活动200余次。每年社会组织活动210余次。", date(2023, 11, 14)),
        ("社东社区现场捐赠115万余元，所募善款全部用于社区慈善服务。", date(2022, 8, 24)),
        ("社东社区服务满意度稳步提升。", date(2022, 8, 24)),
        ("费家营社区每月举办主题公益日1场，满意度持续提升。", None),
        ("2022年2月25日，天庆新城社区议事会18人次参加。", None),
        ("石灣鎮鳳二村截至2023年8月服務總時數達4532小時。", None),
        ("近年来，阳明山庄社区累计开展个案服务400余个、小组服务580余次、社区活动1700余次。", date(2023, 11, 14)),
        ("今年以来，阳明山庄社区收到居民捐赠的价值7万余元的物资；社区发展基金共收到线上线下160余份捐款，筹款5万余元。", date(2023, 11, 14)),
        ("阳明山庄社区整合社区社会组织的资源，每年开展各类服务和活动210余次。", date(2023, 11, 14)),
        ("阳明山庄社区有志愿者700余人，不断完善“四单”机制，每年开展各类服务和活动200余次。", date(2023, 11, 14)),
        ("阳明山庄社区现有工作人员8人，持证率达62.5%；仁和社会工作服务中心拥有持证社工10人，其中中级5人。", date(2023, 11, 14)),
        ("阳明山庄社区现有工作人员8人中2人为中级社工、3人为初级社工。", date(2023, 11, 14)),
        ("阳明山庄社区疫情期间发出“邻里帮余药共享”倡议，收到了40余种500余份药品和物资，为400多人提供用药帮扶。", date(2023, 11, 14)),
        ("阳明山庄社区成立于2005年7月，面积0.85平方公里。", date(2023, 11, 14)),
        ("阳明山庄社区投入10万元打造了“五邻·阳光益站”，面积约150平方米。", date(2023, 11, 14)),
        ("社东社区延展文旅产业，带动10名村民创富增收。", date(2022, 8, 24)),
        ("截至2023年8月，凤二村已挖掘领袖骨干70多名。", None),
        ("阳明山庄社区党组织还积极为清单上的服务项目提供资金、场地等支持，今年支持开展各类服务项目60余个。", date(2023, 11, 14)),
        ("天庆新城社区链接资源，组成6大“社邻帮帮团”。", date(2022, 3, 9)),
        ("日前，天庆新城社区召开了居民议事会，居民骨干共18人参加了会议。", date(2022, 3, 9)),
    ],
)  # fmt: skip
def test_what_the_articles_published_is_borne_out(build: Build, text: str, as_of: date | None):
    report = check(build, text, as_of=as_of)
    community = "凤二村" if "鳳" in text else None
    claims = check(build, text, community, as_of).claims if community else report.claims

    assert claims
    assert {claim.verdict for claim in claims} == {"相符"}, [claim.reason for claim in claims]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("截至2023年8月，凤二村服务总时数达5000小时。", "偏高"),
        ("截至2023年8月，凤二村服务总时数超4600小时。", "偏高"),
        ("截至2023年8月，凤二村服务总时数4000余小时。", "相符"),
        ("截至2023年8月，凤二村服务总时数3000余小时。", "偏低"),
        ("截至2026年10月，社东社区所募善款全部用于社区慈善服务。", "偏高"),
        ("截至2023年8月，凤二村持证社工8人。", "无记录"),
    ],
)
def test_what_goes_beyond_the_records_or_falls_short_is_told(build: Build, text: str, verdict: str):
    (claim,) = check(build, text).claims
    assert claim.verdict == verdict
    assert claim.reason.endswith("。")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("阳明山庄社区现有社区社会组织19家。", "偏高"),  # ten, nine of which were incubated
        (
            "阳明山庄社区每年开展活动410余次。",
            "偏低",
        ),  # 210 of the organisations, 200 of the volunteers, more of others
        ("阳明山庄社区志愿者队伍每年开展志愿服务活动410余次。", "偏高"),
    ],
)
def test_figures_of_two_scopes_added_up_are_not_borne_out(build: Build, text: str, verdict: str):
    (claim,) = check(build, text, as_of=date(2023, 11, 14)).claims
    assert claim.verdict == verdict


@pytest.mark.parametrize(
    ("text", "as_of", "reason"),
    [
        ("费家营社区形成了十类服务板块。", date(2019, 8, 21), "早于最早的记录"),
        ("仁和社会工作服务中心在全市承接近20个服务项目。", date(2023, 11, 14), "文中说的是全市的数"),
        ("阳明山庄社区做好报名、培训、参考的“三个百分百”。", date(2023, 11, 14), "没有与"),
        ("仁和社会工作服务中心由最初的两位志愿者发展起来。", date(2023, 11, 14), "没有与“…"),
    ],
)
def test_what_cannot_be_checked_says_the_right_reason(build: Build, text: str, as_of: date, reason: str):
    (claim,) = check(build, text, "阳明山庄社区", as_of).claims
    assert (claim.verdict, reason in claim.reason) == ("无记录", True), claim.reason


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("仁和社会工作服务中心拥有持证社工10人。", "记录里没有文中的“仁和社会工作服务中心”"),
        ("例仁社会工作服务中心拥有持证社工10人。", ""),
        ("“阳明治荟”社区发展基金共收到160余份捐款。", "记录里没有文中的“社区发展基金”，按“阳明山庄社区幸福基金”核对"),
        ("阳明山庄社区幸福基金共收到160余份捐款。", ""),
    ],
)
def test_a_body_that_the_records_name_otherwise_is_told(build: Build, text: str, words: str):
    (claim,) = check(build, text, "阳明山庄社区", date(2023, 11, 14)).claims
    assert claim.verdict == "相符"
    assert claim.reason.startswith(words) and ("记录里没有文中的" in claim.reason) == bool(words)


@pytest.mark.parametrize(
    ("name", "is_told"), [("平安慈善基金", True), ("通过慈善基金", False), ("凤二村慈善基金", False)]
)
def test_a_fund_of_which_no_more_than_its_kind_fits_is_told(build: Build, name: str, is_told: bool):
    (claim,) = check(build, f"凤二村{name}2025年收到捐款49480元。", None, date(2026, 10, 31)).claims
    assert (claim.verdict, f"记录里没有文中的“{name}”" in claim.reason) == ("相符", is_told)


def test_the_wider_area_of_one_figure_is_not_that_of_the_next(build: Build):
    text = "仁和社会工作服务中心在全市承接近20个服务项目、拥有13名社工。"
    projects, staff = check(build, text, "阳明山庄社区", date(2023, 11, 14)).claims
    assert (projects.verdict, staff.verdict) == ("无记录", "相符")


def test_attendances_are_never_held_against_people_who_got_goods(build: Build):
    texts = [f"“余药共享”行动收到药品，为400多{unit}提供用药帮扶。" for unit in ("人", "人次")]
    people, attendances = (check(build, text, "阳明山庄社区", date(2023, 11, 14)).claims[-1] for text in texts)
    assert people.binding and people.binding.indicator == "people_given_goods"
    assert attendances.binding is None or attendances.binding.indicator != "people_given_goods"


@pytest.mark.parametrize("guard", [SendingGuard(5, {}), PageGuard(5)])
def test_a_report_answers_by_the_earlier_day_by_which_pages_answer(build: Build, guard: Guard):
    text = "截至2023年11月14日，阳明山庄社区志愿者700余人。"  # 742, four of them since 30 September
    (claim,) = check(build, text, guard=guard).claims
    assert (claim.verdict, claim.computed) == ("相符", 738)


def test_a_report_that_is_handed_in_shows_no_count_of_days_that_pages_hide(build: Build):
    text = "截至2023年11月14日，阳明山庄社区志愿者700余人。"
    (claim,) = check(build, text, guard=SendingGuard(10, {})).claims
    assert (claim.verdict, claim.computed) == ("已隐藏", None)


def test_every_passage_of_the_corpus_gets_its_verdicts(build: Build):
    text = "\n".join(passage.text for passage in passages("measure"))
    claims = check(build, text, "凤二村", guard=PageGuard(10)).claims

    assert len(claims) > 100
    assert all(claim.reason for claim in claims)
    assert all(
        text[checked_claim.claim.start : checked_claim.claim.end] == checked_claim.claim.text
        for checked_claim in claims
    )
