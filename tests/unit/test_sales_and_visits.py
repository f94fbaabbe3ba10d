"""Tables that look like gifts or activities and may count something else: they are asked about before a row is taken."""

from dataclasses import replace
from pathlib import Path

from etl.inbox.settings import Settings
from tests.support import drawing
from tests.unit.test_advice_to_clerks import cleaned, cleaned_file

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

    assert "有“单价”，没有捐赠人" in cleaned(tmp_path, sales, Settings("donation")).sheets[0].error
    handed_out = Settings("distribution", {}, {"销售日期": "发放日期"})
    for settings in (handed_out, Settings()):
        assert "“销售日期”像是卖东西的" in cleaned(tmp_path, named, settings).sheets[0].error
    assert [
        sum(report.loaded for report in cleaned(tmp_path, text, Settings("donation", constants)).reports)
        for text, constants in ((sales, checked), (given, {}))
    ] == [1, 1]


def test_a_visit_merged_over_several_households_is_asked_about(tmp_path: Path):
    path = tmp_path / "走访.xlsx"
    drawing.write(VISITS, path)
    once = cleaned_file(path, Settings("activity", {"已核对": "是"}))
    drawing.write(VISITS.replace("入户走访", "重阳敬老"), path)
    other = cleaned_file(path)
    drawing.write(VISITS, path)

    assert "“入户走访”合并了2行，各行只有“走访对象”不同" in cleaned_file(path).sheets[0].error
    assert [(report.loaded, report.skipped) for report in (*once.reports, *other.reports)] == [(2, 2), (2, 2)]


def test_a_month_beside_activities_that_repeat_is_no_name(tmp_path: Path):
    days = "月份,日期,活动名称,社区\n4,2025-04-08,陪伴,凤二村\n5,2025-04-08,陪伴,凤二村\n"
    names = days.replace("月份", "来访人").replace("4,2", "王某,2").replace("5,2", "李某,2")

    assert cleaned(tmp_path, days).reports[0].loaded == 2
    assert "像一行一个人的名单" in cleaned(tmp_path, names).sheets[0].error


def test_men_and_women_of_one_day_are_no_two_activities(tmp_path: Path):
    divided = "日期,活动名称,社区,性别,人数\n2025-04-08,陪伴,凤二村,男,5\n2025-04-08,陪伴,凤二村,女,7\n"
    apart = divided.replace("04-08,陪伴,凤二村,女", "04-09,陪伴,凤二村,女")

    assert "只有“性别”（男、女）和人数不同" in cleaned(tmp_path, divided).sheets[0].error
    for text, settings in ((apart, Settings()), (divided, Settings("activity", {"已核对": "是"}))):
        assert cleaned(tmp_path, text, settings).reports[0].loaded == 2


GIFTS = "捐赠单位,品名,规格,计量单位,数量\n甲公司,口罩,,个,50\n乙公司,口罩,,个,30\n甲公司,手套,,个,20\n"
GIVEN_OUT = "接收单位,品名,规格,计量单位,数量\n丙医院,口罩,,个,10\n"
DOLLARS = "捐赠单位,金额（元）\n甲公司,100\n乙公司,200\n,\n捐赠单位及个人,金额（美元）\nSome Company,3000\n"


def test_rows_below_the_header_of_another_table_are_not_taken_for_the_first_one(tmp_path: Path):
    stated = {"社区": "凤二村", "捐赠日期": "2020-01-31"}
    below = f"{GIFTS},,,,\n物资发放一览表,,,,\n{GIVEN_OUT}"

    for text, row in ((below, 7), (DOLLARS, 5)):
        error = cleaned(tmp_path, text, Settings(None, stated)).sheets[0].error
        assert f"第{row}行像另一张表的表头" in error
    assert cleaned(tmp_path, GIFTS, Settings("donation", stated)).reports[0].loaded == 3


def test_a_table_above_the_one_that_is_taken_is_not_passed_over(tmp_path: Path):
    stated = Settings(None, {"社区": "凤二村", "发放日期": "2020-01-31", "捐赠日期": "2020-01-31"})
    above = f"{GIFTS.replace('捐赠单位', '经手单位')},,,,\n物资捐赠一览表,,,,\n{GIFTS}"

    assert not cleaned(tmp_path, above, stated).reports
    assert "既像" in cleaned(tmp_path, above, stated).sheets[0].error
    assert "请写明表头在第7行" in cleaned(tmp_path, above, stated).sheets[0].error
    lower = cleaned(tmp_path, above, replace(stated, header_row=7))
    report = lower.reports[0]
    assert (report.read, report.loaded, report.skipped) == (6, 3, 3)
    assert "第2行起3行没有读" in next(problem.message for problem in lower.problems if problem.code == "rows_above")
    assert cleaned(tmp_path, f"物资捐赠一览表,,,,\n{GIFTS}", stated).reports[0].loaded == 3


def test_a_row_with_words_under_a_header_nobody_knows_is_no_bare_total(tmp_path: Path):
    text = "社区,日期,活动名称,做法,参与人次\n凤二村,2025-04-08,陪伴,入户,5\n,,,,\n,,,日常照看,17\n"
    report = cleaned(tmp_path, text).reports[0]

    assert (report.loaded, report.refused, report.skipped) == (1, 1, 0)
