"""Tables that look like gifts or activities and may count something else: they are asked about before a row is taken."""

from dataclasses import replace
from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support import drawing
from tests.support.cleaned_files import clean_file, clean_text

VISITS = """日期 | 活动名称 | 社区 | 走访对象
2025-03-01 | 入户走访 | 凤二村 | 甲户
^ | ^ | ^ | 乙户
2025-03-02 | 敬老活动 | 凤二村 | 居民
^ | ^ | ^ | 商户
"""


def test_sales_are_no_gifts_unless_somebody_has_checked_it(tmp_path: Path):
    sales = "日期,社区,物品名称,数量,单价,金额\n2025-05-23,凤二村,手工皂,12,10,120\n"
    named = sales.replace("日期", "销售日期")
    given = sales.replace("日期,", "日期,捐赠人,").replace("23,", "23,演示公司,")
    checked = {"已核对": "是"}

    assert "有“单价”，没有捐赠人" in clean_text(tmp_path, sales, Settings("donation")).sheets[0].error
    handed_out = Settings("distribution", {}, {"销售日期": "发放日期"})
    for settings in (handed_out, Settings()):
        assert "“销售日期”像是卖东西的" in clean_text(tmp_path, named, settings).sheets[0].error
    assert [
        sum(report.loaded for report in clean_text(tmp_path, text, Settings("donation", constants)).reports)
        for text, constants in ((sales, checked), (given, {}))
    ] == [1, 1]


def test_a_visit_merged_over_several_households_is_asked_about(tmp_path: Path):
    path = tmp_path / "走访.xlsx"
    drawing.write(VISITS, path)
    once = clean_file(path, Settings("activity", {"已核对": "是"}))
    drawing.write(VISITS.replace("入户走访", "重阳敬老"), path)
    other = clean_file(path)
    drawing.write(VISITS, path)

    assert "“入户走访”合并了2行，各行只有“走访对象”不同" in clean_file(path).sheets[0].error
    assert [(report.loaded, report.skipped) for report in (*once.reports, *other.reports)] == [(2, 2), (2, 2)]


def test_a_month_beside_activities_that_repeat_is_no_name(tmp_path: Path):
    days = "月份,日期,活动名称,社区\n4,2025-04-08,陪伴,凤二村\n5,2025-04-08,陪伴,凤二村\n"
    names = days.replace("月份", "来访人").replace("4,2", "王某,2").replace("5,2", "李某,2")

    assert clean_text(tmp_path, days).reports[0].loaded == 2
    assert "像一行一个人的名单" in clean_text(tmp_path, names).sheets[0].error


def test_men_and_women_of_one_day_are_no_two_activities(tmp_path: Path):
    divided = "日期,活动名称,社区,性别,人数\n2025-04-08,陪伴,凤二村,男,5\n2025-04-08,陪伴,凤二村,女,7\n"
    apart = divided.replace("04-08,陪伴,凤二村,女", "04-09,陪伴,凤二村,女")

    assert "只有“性别”（男、女）和人数不同" in clean_text(tmp_path, divided).sheets[0].error
    for text, settings in ((apart, Settings()), (divided, Settings("activity", {"已核对": "是"}))):
        assert clean_text(tmp_path, text, settings).reports[0].loaded == 2


GIFTS = "捐赠单位,品名,规格,计量单位,数量\n甲公司,口罩,,个,50\n乙公司,口罩,,个,30\n甲公司,手套,,个,20\n"
GIVEN_OUT = "接收单位,品名,规格,计量单位,数量\n丙医院,口罩,,个,10\n"
DOLLARS = "捐赠单位,金额（元）\n甲公司,100\n乙公司,200\n,\n捐赠单位及个人,金额（美元）\nSome Company,3000\n"


def test_rows_below_the_header_of_another_table_are_not_taken_for_the_first_one(tmp_path: Path):
    stated = {"社区": "凤二村", "捐赠日期": "2020-01-31"}
    below = f"{GIFTS},,,,\n物资发放一览表,,,,\n{GIVEN_OUT}"

    for text, row in ((below, 7), (DOLLARS, 5)):
        error = clean_text(tmp_path, text, Settings(None, stated)).sheets[0].error
        assert f"第{row}行像另一张表的表头" in error
    assert clean_text(tmp_path, GIFTS, Settings("donation", stated)).reports[0].loaded == 3


def test_a_table_above_the_one_that_is_taken_is_not_passed_over(tmp_path: Path):
    stated = Settings(None, {"社区": "凤二村", "发放日期": "2020-01-31", "捐赠日期": "2020-01-31"})
    above = f"{GIFTS.replace('捐赠单位', '经手单位')},,,,\n物资捐赠一览表,,,,\n{GIFTS}"

    assert not clean_text(tmp_path, above, stated).reports
    assert "既像" in clean_text(tmp_path, above, stated).sheets[0].error
    assert "请写明表头在第7行" in clean_text(tmp_path, above, stated).sheets[0].error
    lower = clean_text(tmp_path, above, replace(stated, header_row=7))
    report = lower.reports[0]
    assert (report.read, report.loaded, report.skipped) == (6, 3, 3)
    assert "第2行起3行没有读" in next(problem.message for problem in lower.problems if problem.code == "rows_above")
    assert clean_text(tmp_path, f"物资捐赠一览表,,,,\n{GIFTS}", stated).reports[0].loaded == 3


def test_a_row_with_words_under_a_header_nobody_knows_is_no_bare_total(tmp_path: Path):
    text = "社区,日期,活动名称,做法,参与人次\n凤二村,2025-04-08,陪伴,入户,5\n,,,,\n,,,日常照看,17\n"
    report = clean_text(tmp_path, text).reports[0]

    assert (report.loaded, report.refused, report.skipped) == (1, 1, 0)


def test_households_visited_are_visits_and_grid_workers_are_no_visitors(tmp_path: Path):
    visits = "第三网格入户走访记录\n走访时间,户主姓名,社区,家庭人口\n2025-09-01,金得水,凤二村,4\n2025-09-01,匡秋菊,凤二村,1\n"
    daily = "网格走访日报\n日期,网格员,社区,走访户数\n2025-09-01,蔺小芳,凤二村,15\n2025-09-01,宁海涛,凤二村,12\n"
    named = {"活动名称": "入户走访"}

    assert clean_text(tmp_path, visits, Settings("activity", named)).reports[0].loaded == 2
    sentence = clean_text(tmp_path, daily, Settings("activity", named)).sheets[0].error
    assert "像工作人员各自的日报" in sentence and "活动签到" not in sentence


def test_hours_of_a_register_are_no_service_of_one_day(tmp_path: Path):
    register = (
        "注册志愿者花名册\n姓名,注册时间,社区,服务时长\n左立新,2021-03-05,凤二村,20.5\n路遥远,2023-06-01,凤二村,8\n"
    )
    one_day = {"服务日期": "2025-12-31"}
    for settings in (
        Settings("volunteer_service", one_day),
        Settings("volunteer_service", {}, {"注册时间": "服务日期"}),
    ):
        assert "像每个人到现在的累计时长" in clean_text(tmp_path, register, settings).sheets[0].error
    checked = Settings("volunteer_service", {**one_day, "已核对": "是"})
    assert clean_text(tmp_path, register, checked).reports[0].loaded == 2
    for title in ("义诊志愿者签到表", "3月5日义诊志愿者名单"):
        of_day = register.replace("注册志愿者花名册", title)
        assert clean_text(tmp_path, of_day, Settings("volunteer_service", one_day)).reports[0].loaded == 2


def test_a_meeting_that_voted_a_proposal_down_was_held(tmp_path: Path):
    meetings = "召开时间,议题,社区,实到,结果,备注\n2025-03-02,加装电梯,凤二村,22,通过,\n2025-04-06,停车位改造,凤二村,20,未通过,\n2025-05-06,养犬,凤二村,20,,未开展\n"

    (report,) = clean_text(tmp_path, meetings).reports
    assert (report.record, report.loaded, report.refused) == ("consultation", 2, 1)


@pytest.mark.parametrize(
    ("said", "loaded"),
    [("取消", 1), ("延期", 1), ("未举行", 1), ("未召开", 1), ("因雨取消", 1), ("活动取消，另行通知", 1), ("不同意", 2), ("驳回", 2), ("审核不通过", 2), ("搁置", 2), ("未通过，暂缓", 2)],
)  # fmt: skip
@pytest.mark.parametrize("header", ["会议结果", "表决结果说明"])
def test_a_meeting_whose_result_says_that_it_was_called_off_was_not(
    tmp_path: Path, header: str, said: str, loaded: int
):
    meetings = f"议题,召开时间,社区,{header}\n停车,2025-04-06,凤二村,通过\n养犬,2025-05-06,凤二村,{said}\n"

    (report,) = clean_text(tmp_path, meetings, Settings("consultation")).reports
    assert (report.record, report.loaded) == ("consultation", loaded)


def test_goods_in_a_remark_keep_no_gift_out(tmp_path: Path):
    gifts = "捐赠日期,捐赠人,社区,类型,金额/价值（元）,备注\n2025-01-05,鲁大海,凤二村,资金,1000,\n2025-01-08,鑫源超市,凤二村,物资,4000,大米50袋\n"
    named = {"金额/价值（元）": "金额"}

    assert "“金额/价值（元）”如果就是金额" in clean_text(tmp_path, gifts).sheets[0].error
    assert clean_text(tmp_path, gifts, Settings("donation", {}, named)).reports[0].loaded == 2
