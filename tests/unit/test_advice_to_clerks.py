"""What a clerk is told to choose for a table that is no ledger, or that may be misread."""

from pathlib import Path

from etl.inbox.settings import Settings, rows_to_take
from tests.support import drawing
from tests.support.cleaned_files import clean_file, clean_text

MONTHS = "指标名称," + ",".join(f"{month}月" for month in range(1, 13)) + "\n活动场次" + ",2" * 12 + "\n"
CLOSED = "编号,活动名称,日期,服务方法\n1,义诊,2023-05-09,小组\n2,讲座,2023-05-31,外星会议\n3,讲座,2023-06-31,外星会议\n"
RATED = "编号,受理时间,类别,满意度\n1,2025-01-03,环境,基本满意\n2,2025-01-03,环境,满意\n3,2025-01-04,噪音,基本满意\n"


def test_a_table_with_a_column_a_month_says_what_to_choose(tmp_path: Path):
    error = clean_text(tmp_path, MONTHS).sheets[0].error

    assert "“1月”到“12月”像一个月一列的合计" in error
    assert "台账种类选“汇总上报”，这几列都选“数值”" in error
    assert "--map 1月…12月=数值" in error


def test_the_advised_choice_reads_a_row_for_each_month(tmp_path: Path):
    settings = Settings("summary", {"年份": "2025"}, {"1月…12月": "数值"})

    assert sum(report.loaded for report in clean_text(tmp_path, MONTHS, settings).reports) == 12


def test_a_column_a_month_beside_communities_is_told_as_such_and_read_as_told(tmp_path: Path):
    text = "2025年各社区志愿服务时长汇总（小时）,,,\n社区,1月,2月,合计\n凤二村,120,98,218\n社东社区,60,0,60\n合计,180,98,278\n"
    error = clean_text(tmp_path, text).sheets[0].error or ""
    assert "一个社区一行、一个月一列" in error and "--map 1月…2月=数值 --set 项目=服务时长" in error

    ledger = clean_text(tmp_path, text, Settings("summary", {"项目": "服务时长"}, {"1月…2月": "数值"}))
    values = [value for table in ledger.tables["summary"] for value in table["value"].to_pylist()]
    assert sorted(values) == [0, 60, 98, 120]


def test_sums_of_months_that_are_said_to_be_sums_are_taken(tmp_path: Path):
    rows = "".join(f"2025-{month:02}-01,{month}\n" for month in range(1, 13))
    settings = Settings("summary", {"项目": "参与人次"}, {"起始": "月份", "到馆": "数值"})

    assert sum(report.loaded for report in clean_text(tmp_path, f"起始,到馆\n{rows}", settings).reports) == 12


def test_a_sum_of_nothing_that_was_reported_is_taken(tmp_path: Path):
    settings = Settings("summary", {}, {"活动场次": "数值", "参与人次": "数值"})
    text = "社区,月份,活动场次,参与人次\n凤二村,2025-01,3,0\n凤二村,2025-02,0,0\n凤二村,2025-03,,\n"

    assert [(r.loaded, r.refused) for r in clean_text(tmp_path, text, settings).reports] == [(2, 0), (2, 0)]


def test_a_word_that_may_mean_another_choice_is_told_with_its_count(tmp_path: Path):
    messages = [problem.message for problem in clean_text(tmp_path, RATED).problems]

    assert [message for message in messages if "基本满意" in message] == [
        "“满意度”里的“基本满意”有2处，按“一般”读。不是这个意思的，请改写后再导入。"
    ]


def test_a_word_of_an_open_list_that_nobody_knows_is_told(tmp_path: Path):
    messages = [problem.message for problem in clean_text(tmp_path, CLOSED).problems if problem.column == "服务方法"]

    assert messages == [
        "“服务方法”里的“外星会议”不在常用的写法里（社区活动、小组、课程、走访、公益日等），照原样存，各算一类。写错的请改正后再导入。"
    ]


def test_the_example_in_a_refusal_is_of_the_years_of_the_ledger(tmp_path: Path):
    text = CLOSED.replace("2023-06-31", "六月底")
    (message,) = [problem.message for problem in clean_text(tmp_path, text).problems if problem.code == "bad_cell"]

    assert "请写成2023-06-03这样的一天" in message


def test_months_under_a_group_are_told_like_months_alone(tmp_path: Path):
    hours = f"志愿者,{','.join(f'服务时长（小时）/{month}月' for month in range(1, 7))}\n甲演示{',2' * 6}\n"
    error = clean_text(tmp_path, hours).sheets[0].error

    assert "--map 服务时长（小时）/1月…服务时长（小时）/6月=数值" in error


def test_a_number_of_days_to_do_something_in_is_no_day_of_the_month(tmp_path: Path):
    orders = "2025年5月工单,,,\n编号,受理时间,类别,办理时限\n1,2025-05-06,噪音,10日\n2,2025-05-07,停车,2025-05-12\n"
    ledger = clean_text(tmp_path, orders)
    (message,) = [problem.message for problem in ledger.problems if problem.column == "办理期限"]

    assert "期限“10日”是几天，不是哪一天，请写成到期的日期" in message
    assert [day and day.isoformat() for day in ledger.tables["service_request"][0]["due_on"].to_pylist()] == [
        None,
        "2025-05-12",
    ]


def test_a_list_of_people_with_a_column_a_day_says_what_to_choose(tmp_path: Path):
    path = tmp_path / "书法小组签到.csv"
    path.write_text("序号,姓名,3月5日,3月12日,3月19日\n1,甲演示,√,√,×\n2,乙演示,√,请假,√\n", encoding="utf-8")
    error = clean_file(path).sheets[0].error

    assert "“3月5日…3月19日”像一天一列的“活动签到”" in error
    assert "这几列都选“是否到场”，写上活动名称" in error
    assert "--record 活动签到 --map 3月5日…3月19日=是否到场 --set 活动名称=…" in error
    untitled = path.read_text(encoding="utf-8").replace("×", "")
    assert "“3月5日…3月19日”像一天一列的“活动签到”" in clean_text(tmp_path, untitled).sheets[0].error


def test_a_form_with_labels_beside_their_values_is_no_table(tmp_path: Path):
    form = "居民议事会会议纪要,,,\n会议名称,停车位议事会,会议时间,2024年3月5日\n会议地点,会议室,主持人,某某\n会议内容,讨论方案,,\n序号,姓名,身份,签到\n1,某某,居民,\n"

    error = clean_text(tmp_path, form).sheets[0].error
    assert "“会议时间”" in error
    assert "不是一行一条的台账" in error
    assert "第5行不是一项名称、一项内容" in error
    settings = Settings("consultation", {"召开日期": "2024-03-05"}, header_row=4)
    assert "表单" in clean_text(tmp_path, form, settings).sheets[0].error


QUARTER = """2025年第一季度各社区服务情况 | < | < | < | <
社区 | 开展活动 | < | 志愿服务 | <
^ | 场次 | 人次 | 人次 | 时长（小时）
槐荫社区 | #12 | #500 | #20 | #37.5
天庆新城 | #8 | #400 | #15 | #20
合计 | #20 | #900 | #35 | #57.5
"""
MARCH = (
    "2025年3月各社区服务情况,,,,\n服务类别,槐荫社区,天庆新城,凤二村,合计\n活动场次,12,8,3,23\n参与人次,120,80,9,209\n"
)


def test_communities_beside_items_are_led_to_reported_sums(tmp_path: Path):
    path = tmp_path / "服务量.xlsx"
    drawing.write(QUARTER.replace("第一季度", ""), path)
    sheet = clean_file(path).sheets[0]

    assert "台账种类选“汇总上报”，项目的各列都选“数值”，写上月份" in sheet.error
    assert "“志愿服务/人次”不在里面" in sheet.error
    assert [match["header"] for match in sheet.matches if match["how"] == "guessed"] == [
        "开展活动/场次",
        "开展活动/人次",
        "志愿服务/时长（小时）",
    ]
    assert "“服务类别”选“项目”，各社区的列都选“数值”。" in clean_text(tmp_path, MARCH).sheets[0].error


def test_items_of_two_levels_are_read_in_the_month_that_is_stated_unless_the_title_states_several(tmp_path: Path):
    path = tmp_path / "服务量.xlsx"
    columns = {"开展活动/场次": "数值", "开展活动/人次": "数值", "志愿服务/时长": "数值"}
    drawing.write(QUARTER, path)
    refused = clean_file(path, Settings("summary", {"月份": "2025-03"}, columns))
    drawing.write(QUARTER.replace("第一季度", "3月"), path)
    taken = clean_file(path, Settings("summary", {}, columns))

    assert "写着2025年1月到2025年3月，像几个月合在一起的数" in refused.sheets[0].error
    assert [(row["item"], row["value"]) for table in taken.tables["summary"] for row in table.to_pylist()] == [
        *(
            ("活动场次", 12),
            ("活动场次", 8),
            ("参与人次", 500),
            ("参与人次", 400),
            ("服务时长", 37.5),
            ("服务时长", 20),
        ),
    ]


def test_a_column_a_community_is_read_though_one_of_them_does_not_end_like_one(tmp_path: Path):
    columns = {"服务类别": "项目", "槐荫社区…凤二村": "数值"}
    tables = clean_text(tmp_path, MARCH, Settings("summary", {}, columns)).tables["summary"]

    assert [table["community"].to_pylist() for table in tables] == [
        ["槐荫社区"] * 2, ["天庆新城"] * 2, ["凤二村"] * 2,
    ]  # fmt: skip


def test_money_given_to_people_is_spending_and_no_goods(tmp_path: Path):
    path = tmp_path / "春节慰问金发放表.csv"
    path.write_text("序号,姓名,类别,金额（元）\n1,甲演示,低保户,500\n2,乙演示,残疾人,300\n", encoding="utf-8")
    named_as_goods = (
        "社区,领取人,发放日期,名称,数量\n槐荫社区,甲演示,2025-01-20,助学金,1\n槐荫社区,乙演示,2025-01-20,书包,1\n"
    )
    ledger = clean_text(tmp_path, named_as_goods)

    assert "表头像“资金使用”" in clean_file(path).sheets[0].error
    assert [(report.record, report.loaded, report.refused) for report in ledger.reports] == [("distribution", 1, 1)]
    assert any(problem.message.startswith("发的是钱，不是物资，请登记在“资金使用”里") for problem in ledger.problems)


def test_the_last_rows_of_a_long_questionnaire_are_no_form(tmp_path: Path):
    answers = (
        "".join(f"{n},2025-05-{n % 28 + 1:02},60秒,手机提交,微信,满意\n" for n in range(100)) + "姓名,来源,9,9,9,9\n"
    )
    text = f"序号,提交答卷时间,所用时间,来源,来源详情,您对环境的感受\n{answers}"

    assert "表单" not in clean_text(tmp_path, text, Settings("satisfaction")).sheets[0].error


def test_sums_of_quarters_are_refused_with_what_to_hand_in_instead(tmp_path: Path):
    columns = "社区,指标,第一季度,第二季度\n凤二村,活动场次,12,14\n社东社区,活动场次,8,7\n"
    lines = "社区,季度,活动场次,参与人次\n凤二村,第一季度,12,340\n凤二村,第二季度,14,360\n"
    path = tmp_path / "2025年第一季度汇总表.csv"
    path.write_text("社区,活动场次,参与人次\n凤二村,12,340\n社东社区,8,200\n", encoding="utf-8")

    assert clean_text(tmp_path, columns).sheets[0].error.startswith("“第一季度”到“第二季度”像一个季度一列的合计")
    assert clean_text(tmp_path, lines).sheets[0].error.startswith("“季度”下像一个季度一行的合计")
    assert "写着2025年1月到2025年3月" in clean_file(path).sheets[0].error
    assert "--set 月份" not in clean_file(path).sheets[0].error


def test_a_register_of_people_is_told_from_records_of_what_they_did(tmp_path: Path):
    people = "凤二村志愿者名册,,\n序号,姓名,加入日期\n1,甲演示,2024-03-01\n2,乙演示,2024-03-05\n"

    assert "像一份人员名册" in clean_text(tmp_path, people).sheets[0].error
    assert "名册" not in clean_text(tmp_path, people.replace("名册", "")).sheets[0].error


def test_a_book_of_double_entry_is_asked_about_unless_accounts_are_chosen(tmp_path: Path):
    text = "社区,日期,项目,借,贷,科目\n" + "".join(
        f"凤二村,2024-03-0{day},付款,,{amount},账户\n凤二村,2024-03-0{day},购物,{amount},,购置\n"
        for day, amount in enumerate((64.5, 1.35, 355), 4)
    )
    settings = Settings("fund_use", {}, {"借": "支出金额", "项目": "用途"})
    one_side = text.replace("付款,,355", "付款,,356")

    assert "像会计的借贷两边" in clean_text(tmp_path, text, settings).sheets[0].error
    assert clean_text(tmp_path, one_side, settings).reports[0].loaded == 3
    assert (
        clean_text(tmp_path, text, Settings("fund_use", {}, settings.columns, only={"科目": "购置"})).reports[0].loaded
        == 3
    )


def test_rows_of_several_kinds_can_be_chosen_one_after_the_other():
    assert rows_to_take([("科目", "购置"), ("收支", "负数"), ("科目", "开销")]) == {"科目": "购置|开销", "收支": "负数"}
