"""Columns that may mean another thing than they are read as are asked about, and the reasons given fit what stands in the table."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from etl.inbox.settings import Settings
from etl.recognition.meanings import LEFT_OUT
from tests.support.cleaned_files import all_that_is_said, clean_file, rows_loaded

SPENDING = (
    "支出日期,支出金额,用途,收款单位\n2024-03-01,800,慰问品,演示超市\n2024-03-02,200,横幅,{}\n2024-03-03,500,慰问,{}\n"
)
TEAM = "服务日期,服务队,服务时长\n2024-03-01,演示巡逻队,24\n"
BARE = "社区,活动名称,填报日期,参加人数\n凤二社区,书法班,2024-04-02,20\n凤三社区,合唱,2024-04-02,20\n"
REGISTER = (
    "社区名称,别名,户数,截至日期\n凤二社区,凤二村,1200,2024-12-31\n凤三社区（2023年并入凤二社区）,,800,2023-06-30\n"
)
CHECKED = {"已核对": "是"}


def report(path: Path, settings: Settings) -> tuple[int, str]:
    """Return the rows that come in and everything that is said of the rest."""
    ledger = clean_file(path, settings)
    return rows_loaded(ledger), all_that_is_said(ledger)


def report_of(tmp_path: Path, text: str, settings: Settings) -> tuple[int, str]:
    path = tmp_path / "台账.csv"
    path.write_text(text, encoding="utf-8")
    return report(path, settings)


def test_who_is_paid_in_every_row_is_not_passed_on_to_without_being_asked(tmp_path: Path):
    every_row, settings = SPENDING.format("演示广告部", "演示社"), Settings("fund_use", {"社区": "凤二村"})
    assert report_of(tmp_path, every_row, settings)[0] == 0
    for meaning in (LEFT_OUT, "转拨给"):
        assert report_of(tmp_path, every_row, replace(settings, columns={"收款单位": meaning}))[0] == 3
    assert report_of(tmp_path, SPENDING.format("", ""), settings)[0] == 3


def test_a_team_is_no_volunteer(tmp_path: Path):
    settings = Settings("volunteer_service", {"社区": "凤二村"}, {"服务队": "志愿者"})
    loaded, said = report_of(tmp_path, TEAM, settings)
    assert (loaded, "像队伍" in said) == (0, True)
    assert report_of(tmp_path, TEAM, replace(settings, constants={**settings.constants, **CHECKED}))[0] == 1


AT_WORK = "姓名,日期,上班打卡,下班打卡,工时\n甲演示,2024-03-01,08:50,18:00,9\n乙演示,2024-03-01,08:55,18:05,9\n"


def test_hours_between_punches_of_work_are_no_voluntary_service(tmp_path: Path):
    loaded, said = report_of(tmp_path, AT_WORK, Settings(constants={"社区": "凤二村"}))
    assert (loaded, "“上班打卡”像员工考勤" in said) == (0, True)
    assert report_of(tmp_path, AT_WORK, Settings(constants={"社区": "凤二村", **CHECKED}))[0] == 2
    assert report_of(tmp_path, AT_WORK.replace("姓名", "志愿者"), Settings(constants={"社区": "凤二村"}))[0] == 2
    path = tmp_path / "志愿者值班.csv"
    path.write_text(AT_WORK, encoding="utf-8")
    assert report(path, Settings(constants={"社区": "凤二村"}))[0] == 2


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("日期,当日捐款人次,当日收到捐款", "金额"),
        ("日期,户数,每日发放口罩", "数量"),
        ("日期,户数,当日拨款", "支出金额"),
    ],
)
def test_what_came_in_on_a_day_is_no_single_gift(tmp_path: Path, header: str, column: str):
    text = f"{header}\n2024-01-24,12,2107.80\n2024-01-25,49,4761\n"
    settings = Settings(
        {"金额": "donation", "数量": "distribution", "支出金额": "fund_use"}[column],
        {"社区": "凤二村", **({"物资": "口罩"} if column == "数量" else {})},
        {header.split(",")[-1]: column},
    )
    loaded, said = report_of(tmp_path, text, settings)
    assert (loaded, "像一天的合计" in said) == (0, True)
    checked = replace(settings, constants={**settings.constants, **CHECKED})
    assert report_of(tmp_path, text, checked)[0] == 2


def test_meetings_of_party_and_staff_are_no_deliberations(tmp_path: Path):
    text = "会议名称,会议日期,实到\n楼道照明议事会,2024-03-02,26\n{},2024-03-05,38\n"
    settings = Settings(constants={"社区": "凤二村"})
    for name, loaded in (("党员大会", 0), ("社区工作例会", 0), ("党员议事会", 2), ("停车问题恳谈会", 2)):
        assert report_of(tmp_path, text.format(name), settings)[0] == loaded, name
    checked = Settings(constants={"社区": "凤二村", **CHECKED})
    assert report_of(tmp_path, text.format("党员大会"), checked)[0] == 2


def test_a_list_of_activities_is_no_register(tmp_path: Path):
    loaded, said = report_of(tmp_path, BARE, Settings())
    assert (loaded, "不像“社区名册”" in said) == (0, True)
    assert report_of(tmp_path, BARE, Settings(constants=CHECKED))[0] == 2


def test_a_community_merged_into_another_is_asked_about(tmp_path: Path):
    loaded, said = report_of(tmp_path, REGISTER, Settings())
    assert (loaded, "写着合并、撤销或改名" in said) == (1, True)
    assert report_of(tmp_path, REGISTER, Settings(constants=CHECKED))[0] == 2


def test_gifts_merged_over_several_donors_are_asked_about(tmp_path: Path):
    book = Workbook()
    for row in ("捐赠日期 捐赠人 捐赠金额", "2024-03-05 演示甲 600", "2024-03-05 演示乙", "2024-03-06 演示丙 100"):
        book.active.append(row.split())
    book.active.merge_cells("C2:C3")
    path = tmp_path / "台账.xlsx"
    book.save(path)
    loaded, said = report(path, Settings("donation", {"社区": "凤二村"}))
    assert (loaded, "各行不是同一个人" in said) == (0, True)


def test_a_card_beside_whose_labels_stand_numbers_is_one_record(tmp_path: Path):
    card = (
        "活动记录表,,,\n活动名称,书法班,活动日期,2025-03-05\n参加人数,20,活动地点,活动室\n社区,凤二社区,负责人,演示甲\n"
    )
    loaded, said = report_of(tmp_path, card, Settings(constants={"社区": "凤二村"}))
    assert (loaded, "表单" in said) == (1, True)


@pytest.mark.parametrize(
    ("text", "present", "absent"),
    [
        ("社区,服务日期,志愿者,服务次数,每次时长\n凤二社区,2025-03-05,演示甲,3,2\n", "哪一列是服务时长", "每次时长=服务时长"),
        ("2024年志愿者登记表,,,,\n社区,姓名,报名日期,预计服务时长,岗位\n凤二社区,演示甲,2024-04-02,2,巡逻\n", "哪一列是服务日期", "报名日期=服务日期"),
        ("社区,发放日期,物资名称,应发数量,实发数量,单位\n凤二社区,2025-03-01,米,10,8,袋\n", "应发数量", "应发数量=数量"),
        ("2024年志愿者服务时长统计表,,,,\n姓名,1月,2月,3月,合计\n演示甲,2,3,,5\n演示乙,,4,1,5\n", "一个人一个月的合计", "--record 汇总上报"),
        ("服务日期,志愿者,开始时间,结束时间,服务时长\n2024-03-01,演示甲,9:00,11:00,\n2024-03-02,演示乙,9:00,11:00,2\n", "“开始时间”“结束时间”不会自动算成时长", "合并单元格"),
    ],
)  # fmt: skip
def test_the_reason_fits_what_stands_in_the_table(tmp_path: Path, text: str, present: str, absent: str):
    _, said = report_of(tmp_path, text, Settings())
    assert (present in said, absent in said) == (True, False), said


CARED_FOR = "姓名,服务日期,服务项目,服务时长（小时）,服务人员\n张三丰,2024-05-01,家政,2,李秀英\n"
SALE = "日期,摊位,物品,销售额（元）,捐出金额（元）\n2024-06-01,1号,旧书,86,86\n"
SCORES = "编号,日期,活动内容（满分5分）,讲师（满分10分）\n1,2024-05-18,5,9\n2,2024-05-18,4,10\n"


def test_who_served_is_asked_where_two_headers_name_a_person(tmp_path: Path):
    settings = Settings(constants={"社区": "凤二村"})
    loaded, said = report_of(tmp_path, CARED_FOR, settings)

    assert (loaded, "“姓名”和“服务人员”都像志愿者" in said) == (0, True)
    assert report_of(tmp_path, CARED_FOR, replace(settings, columns={"服务人员": "志愿者"}))[0] == 1
    assert report_of(tmp_path, CARED_FOR.replace(",服务人员", ",经办"), settings)[0] == 1


def test_words_that_head_any_ledger_make_no_wishes(tmp_path: Path):
    settings = Settings(constants={"社区": "凤二村"})
    loaded, said = report_of(tmp_path, SALE, settings)

    assert (loaded, "“日期”“物品”，像“微心愿”，“摊位”“销售额（元）”“捐出金额（元）”没有读取" in said) == (0, True)
    assert report_of(tmp_path, SALE.replace("物品", "心愿内容"), settings)[0] == 1
    assert report_of(tmp_path, f"微心愿登记表\n{SALE}", settings)[0] == 1


def test_scores_are_no_names_of_activities(tmp_path: Path):
    settings = Settings(constants={"社区": "凤二村"})
    loaded, said = report_of(tmp_path, SCORES, settings)

    assert (loaded, "“活动内容（满分5分）”下面都是数，不像活动名称" in said) == (0, True)
    assert report_of(tmp_path, SCORES, Settings(constants={"社区": "凤二村", **CHECKED}))[0] == 2


def test_lessons_with_who_came_of_how_many_are_no_decisions(tmp_path: Path):
    text = "日期,星期,学习情况,应到人数,实到人数\n2024-03-04,一,作业辅导,20,18\n"
    settings = Settings(constants={"社区": "凤二村", "决议事项": "课堂"})
    loaded, said = report_of(tmp_path, text, settings)

    assert (loaded, "“学习情况”没有读取，看不出是哪一种台账" in said) == (0, True)
    assert report_of(tmp_path, f"管委会决议\n{text}", settings)[0] == 1


def test_points_written_with_plus_and_minus_are_of_two_directions(tmp_path: Path):
    text = "日期,姓名,事由,积分\n2024-02-01,张三丰,清洁,+20\n2024-02-02,张三丰,洗衣液,{}15\n"
    settings = Settings("redemption", {"社区": "凤二村"}, {"积分": "扣减积分"})
    loaded, said = report_of(tmp_path, text.format("-"), settings)

    assert (loaded, "“积分”里有正有负" in said) == (0, True)
    loaded, said = report_of(tmp_path, text.format("+"), settings)
    assert (loaded, "看不出是挣到的还是兑换用掉的" in said) == (0, True)
    checked = replace(settings, constants={**settings.constants, **CHECKED})
    assert report_of(tmp_path, text.format("+"), checked)[0] == 2


def test_a_score_of_nought_on_a_short_scale_is_no_answer(tmp_path: Path):
    text = "问卷编号,调查日期,得分\n1,2024-05-18,5\n2,2024-05-18,0\n"
    constants = {"社区": "凤二村", "分制": "5"}
    loaded, said = report_of(tmp_path, text, Settings("satisfaction", constants))

    assert (loaded, "得分0像没有作答" in said) == (1, True)
    assert report_of(tmp_path, text, Settings("satisfaction", {**constants, **CHECKED}))[0] == 2
    assert report_of(tmp_path, text, Settings("satisfaction", {**constants, "分制": "10"}))[0] == 2


def test_hours_of_those_who_were_looked_after_are_asked_about(tmp_path: Path):
    text = "学生姓名,服务日期,服务时长\n张三丰,2024-07-10,3\n"
    settings = Settings("volunteer_service", {"社区": "凤二村"}, {"学生姓名": "志愿者"})
    loaded, said = report_of(tmp_path, f"暑期托管班登记,,\n{text}", settings)

    assert (loaded, "“学生姓名”像被服务的人" in said) == (0, True)
    assert report_of(tmp_path, f"学生志愿服务登记,,\n{text}", settings)[0] == 1


def test_hours_and_minutes_with_a_point_between_are_asked_about(tmp_path: Path):
    text = "志愿服务登记（时长按“小时.分钟”填写）,,\n姓名,服务日期,服务时长\n张三丰,2024-07-10,2.30\n"
    loaded, said = report_of(tmp_path, text, Settings(constants={"社区": "凤二村"}))

    assert (loaded, "2.30是两个半小时" in said) == (0, True)


@pytest.mark.parametrize("meaning", ["服务时长", "金额", "数量"])
def test_points_that_come_and_go_are_neither_goods_nor_money(tmp_path: Path, meaning: str):
    text = "日期,姓名,事由,积分变动,余额\n2024-02-01,张三丰,清洁,+20,20\n2024-02-02,张三丰,兑换洗衣液,-15,5\n"

    assert report_of(tmp_path, text, Settings(None, {"社区": "凤二村"}, {"积分变动": meaning}))[0] == 0
