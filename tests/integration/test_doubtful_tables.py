"""A table that looks right and means something else is refused with a reason, until somebody says that it was checked."""

from dataclasses import replace
from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text
from tests.support.doubtful import DAYS, Table, cleaned, table


def gifts(header: str, columns: dict[str, str], reason: str, least: int = 1) -> Table:
    """Return a ledger of gifts under this header."""
    return table(
        f"日期,{header}", [f"{day},{least + n * 5 % 7}" for n, day in enumerate(DAYS)], "donation", columns, reason
    )


DOUBTFUL = {
    "incomings and outgoings in one column": table(
        "日期,收支,用途", [f"{day},{-30 if n % 2 else 40},买菜" for n, day in enumerate(DAYS)],
        "fund_use", {"收支": "支出金额", "日期": "支出日期"}, "有正有负",
    ),
    "both directions in words": table(
        "日期,金额,方向", [f"{day},30,{'收入' if n % 2 else '支出'}" for n, day in enumerate(DAYS)],
        "fund_use", {"金额": "支出金额", "日期": "支出日期"}, "不能算在一起",
    ),
    "the other direction": table(
        "日期,金额,方向", [f"{day},30,收入" for day in DAYS],
        "fund_use", {"金额": "支出金额", "日期": "支出日期"}, "不是“资金使用”",
    ),
    "a question that nobody read": table(
        "编号,对食堂的满意度,对环境是否满意", [f"{n},满意,{'很满意' if n % 2 else '一般'}" for n in range(9)],
        "satisfaction", {"对食堂的满意度": "得分"}, "“对环境是否满意”下面也是评分",
    ),
    "a balance": table(
        "日期,余额,用途", [f"{day},{900 - 7 * (n * n % 5)},买菜" for n, day in enumerate(DAYS)],
        "fund_use", {"余额": "支出金额", "日期": "支出日期"}, "像余额或累计数",
    ),
    "a running total": table(
        "日期,金额,用途", [f"{day},{100 + 17 * n},买菜" for n, day in enumerate(DAYS)],
        "fund_use", {"金额": "支出金额", "日期": "支出日期"}, "像余额或累计数",
    ),
    "a sum for every month": table(
        "月份,钱数,说明", [f"{year}-{month:02}-01,{30 + month * 5 % 7},杂项" for year in (2023, 2024) for month in range(1, 13)],
        "fund_use", {"钱数": "支出金额", "月份": "支出日期"}, "每月1日",
    ),
    "a sum for every day": table(
        "日子,钱数", [f"{day},{30 + n * 5 % 7}" for n, day in enumerate(DAYS)],
        "fund_use", {"钱数": "支出金额", "日子": "支出日期"}, "每天只有一行",
    ),
    "shares of options": table(
        "日期,甲,乙,丙", [f"{day},{20 + n},{50 - n},30" for n, day in enumerate(DAYS)],
        "satisfaction", {"甲": "得分", "日期": "调查日期"}, "加起来都是100",
    ),
    "money of another country": table(
        "日期,金额（USD）,用途", [f"{day},{30 + n * 5 % 7},买菜" for n, day in enumerate(DAYS)],
        "fund_use", {"金额（USD）": "支出金额", "日期": "支出日期"}, "不是人民币元",
    ),
    "a time as a score": table(
        "日期,完成用时", [f"{day},{30 + n * 5 % 7}" for n, day in enumerate(DAYS)],
        "satisfaction", {"完成用时": "得分", "日期": "调查日期"}, "不是评分",
    ),
    "shares as scores": table(
        "日期,满意率", [f"{day},{0.5 + n / 100}" for n, day in enumerate(DAYS)],
        "satisfaction", {"满意率": "得分", "日期": "调查日期"}, "或比率，不是评分",
    ),
    "points as hours": table(
        "姓名,日期,增加积分", [f"演示{n:02},{day},{1 + n * 5 % 7}" for n, day in enumerate(DAYS)],
        "volunteer_service", {"增加积分": "服务时长", "日期": "服务日期"}, "不是小时数",
    ),
    "days as hours": table(
        "姓名,日期,服务半天数", [f"演示{n:02},{day},{1 + n % 2}" for n, day in enumerate(DAYS)],
        "volunteer_service", {"服务半天数": "服务时长", "日期": "服务日期"}, "写的是“半天数”，不是小时数",
    ),
    "how many chose each answer": table(
        "调查内容,满意", [f"问题{n},{1 + n * 5 % 40}" for n, _ in enumerate(DAYS)],
        "satisfaction", {"满意": "得分", "调查内容": "问题"}, "是一个选项",
    ),
    "rates as scores": table(
        "日期,调查内容,满意度", [f"{day},问题{n},{0.9 + n / 1000}" for n, day in enumerate(DAYS)],
        "satisfaction", {"日期": "调查日期"}, "0.965就是96.5%",
    ),
    "sums of several gifts": table(
        "社区,捐款笔数,捐款金额（元）,日期", [f"凤二村,{2 + n % 5},{300 + n * 7 % 90},{day}" for n, day in enumerate(DAYS)],
        "donation", {}, "好几笔合起来",
    ),
    "money as goods": table(
        "姓名,慰问金（元）", [f"演示{n:02},{100 + n * 5 % 7}" for n, _ in enumerate(DAYS)],
        "distribution", {"慰问金（元）": "数量", "姓名": "领取人"}, "写的是钱",
    ),
    "the people of an activity": table(
        "活动名称,活动日期,到场人员", [f"演示读书会,2024-03-0{1 + n // 10},张演{'一二三四五六七八九十'[n % 10]}" for n in range(30)],
        "activity", {}, "--record 活动签到 --map 到场人员=姓名",
    ),
    "two tables side by side": table(
        "支出日期,用途,支出金额,支出日期,来源,支出金额", [f"{day},买菜,30,{day},居民,40" for day in DAYS],
        "fund_use", {}, "像左右并排的两张表",
    ),
    "values of goods as cash": table(
        "捐赠日期,捐赠人,折价（元）", [f"{day},演示商行,{30 + n * 5 % 7}" for n, day in enumerate(DAYS)],
        "donation", {}, "不能当作现金入库",
    ),
    "incomings and outgoings in a short column": table(
        "日期,钱数,用途", [f"{day},{-30 - n if n % 2 else 40 + n},买菜" for n, day in enumerate(DAYS[:8])],
        "fund_use", {"钱数": "支出金额", "日期": "支出日期"}, "有正有负",
    ),
    "what holders of cards pay in": table(
        "日期,姓名,充值", [f"{day},演示{n:02},{100 + n * 5 % 7}" for n, day in enumerate(DAYS)],
        "donation", {"充值": "金额"}, "存自己的钱",
    ),
    "cards told by words": table(
        "日期,姓名,数额,类型", [f"{day},演示{n:02},{100 + n * 5 % 7},topup" for n, day in enumerate(DAYS)],
        "donation", {"数额": "金额"}, "存自己的钱",
    ),
    "people counted by ten thousands": table(
        "活动日期,活动名称,参与人次（万人次）", [f"{day},演示讲座,{1 + n % 3}" for n, day in enumerate(DAYS)],
        "activity", {}, "按“万人次”计",
    ),
    "a roster nobody has signed": table(
        "姓名,日期,签名", [f"演示{n:02},{day}," for n, day in enumerate(DAYS)],
        "attendance", {"日期": "签到日期"}, "空白签到表",
    ),
    "money counted in hundred thousands": gifts("捐款（十万元）", {"捐款（十万元）": "金额"}, "按“十万元”计"),
    "money counted in hundred thousands without brackets": gifts("捐款十万元", {"捐款十万元": "金额"}, "按“十万元”计"),
    "money counted in w": gifts("捐赠金额（w）", {"捐赠金额（w）": "金额"}, "按“w”计"),
    "money counted in 万 alone": gifts("捐赠金额（万）", {}, "按“万”计"),
    "money counted in jiao": gifts("捐赠金额（角）", {"捐赠金额（角）": "金额"}, "按“角”计"),
    "money counted in fen": gifts("捐赠金额（分）", {}, "按“分”计", least=100),
    "spending all with a minus": table(
        "日期,支出金额,用途", [f"{day},{-30 - n},买菜" for n, day in enumerate(DAYS[:3])],
        "fund_use", {}, "--only 支出金额=负数",
    ),
    "a minus that is always the same": table(
        "日期,支出金额,用途", [f"{day},{-50 if n % 2 else 100},买菜" for n, day in enumerate(DAYS[:8])],
        "fund_use", {}, "有正有负",
    ),
    "a minus written as brackets": table(
        "日期,支出金额,用途", [f"{day},{f'({20 + n})' if n % 2 else 100 + n},买菜" for n, day in enumerate(DAYS[:6])],
        "fund_use", {}, "有正有负",
    ),
}  # fmt: skip


@pytest.mark.parametrize("title", ["凤二村2024年活动计划表", "凤二村春季活动预告"])
def test_a_plan_is_no_record_until_somebody_says_so(tmp_path: Path, title: str):
    text = f"{title},,\n活动日期,活动名称,参与人数\n2024-03-05,演示义诊,30\n2024-03-12,演示讲座,20\n"

    loaded, reason = cleaned(tmp_path, text, Settings())
    assert (loaded, "像打算做的事" in reason) == (0, True), reason
    assert cleaned(tmp_path, text, Settings(record="activity"))[0] == 2
    assert cleaned(tmp_path, text.replace(title, "凤二村活动计划完成情况"), Settings())[0] == 2


def test_a_sum_of_scores_is_no_score_beside_them(tmp_path: Path):
    text = "提交时间,环境,活动,总分\n2024-05-01,5,4,9\n2024-05-02,3,4,7\n"
    columns = dict.fromkeys(("环境", "活动", "总分"), "得分")

    loaded, reason = cleaned(
        tmp_path, text, Settings("satisfaction", {"分制": "10", "调查日期": "2024-05-01"}, columns)
    )
    assert (loaded, "各题得分的合计" in reason) == (0, True), reason


def test_one_header_over_several_amounts_feeds_none_until_somebody_says_which(tmp_path: Path):
    text = "日期,项目,支出,支出\n2024-05-01,茶话会,300,40\n2024-05-02,义诊,200,\n"
    settings = Settings("fund_use", {"社区": "凤二村"})

    loaded, reason = cleaned(tmp_path, text, settings)
    assert loaded == 0
    assert "“支出”有2列" in reason and "--map 第3列=支出金额 --map 第4列=支出金额" in reason
    assert cleaned(tmp_path, text, replace(settings, columns={"第3列": "支出金额", "第4列": "支出金额"}))[0] == 2


def test_times_without_a_day_are_refused_with_the_day_of_the_title(tmp_path: Path):
    text = "演示街道捐赠明细（2024年2月15日）,\n时间,捐赠金额\n08:30:00,50\n09:10:00,20\n"
    settings = Settings("donation", {"社区": "凤二村"})

    ledger = clean_text(tmp_path, text, settings)
    assert "--set 捐赠日期=2024-02-15" in " ".join(problem.message for problem in ledger.problems)


def test_a_date_in_three_columns_has_the_year_of_its_row(tmp_path: Path):
    text = "年,月,日,摘要,支出\n2023,12,30,买菜,30\n,,31,买米,20\n2024,1,5,买纸,40\n"
    settings = Settings("fund_use", {"社区": "凤二村", "年份": "2024"})

    ledger = clean_text(tmp_path, text, settings)
    days = ledger.tables["fund_use"][0]["used_on"].to_pylist()
    assert [str(day) for day in days] == ["2023-12-30", "2023-12-31", "2024-01-05"]


def test_text_of_another_code_is_said_to_be_unreadable(tmp_path: Path):
    header = ",".join(word.encode("utf-16-le").decode("latin-1") for word in ("序号", "捐赠", "金额"))

    assert "乱码" in cleaned(tmp_path, f"{header}\n1,2,3\n", Settings())[1]


def test_minutes_named_as_hours_are_read_as_minutes(tmp_path: Path):
    text = "姓名,日期,服务分钟数\n演示甲,2024-05-01,20\n"
    settings = Settings("volunteer_service", {"社区": "凤二村"}, {"服务分钟数": "服务时长", "日期": "服务日期"})

    ledger = clean_text(tmp_path, text, settings)
    assert [round(hours, 2) for hours in ledger.tables["volunteer_service"][0]["service_hours"].to_pylist()] == [0.33]


def test_answers_that_stand_in_a_row_are_no_counts_of_answers(tmp_path: Path):
    text = (
        "提交时间,环境如何,活动如何,服务如何\n" + "2024-05-01,非常满意,满意,一般\n2024-05-02,满意,一般,非常满意\n" * 3
    )

    assert "数的是每个选项" not in cleaned(tmp_path, text, Settings())[1]


@pytest.mark.parametrize("doubtful", DOUBTFUL.values(), ids=DOUBTFUL)
def test_a_doubtful_table_is_refused_with_its_reason(tmp_path: Path, doubtful: Table):
    loaded, reason = cleaned(tmp_path, doubtful.text, doubtful.settings)

    assert (loaded, doubtful.reason in reason) == (0, True), reason


@pytest.mark.parametrize("doubtful", DOUBTFUL.values(), ids=DOUBTFUL)
def test_what_somebody_has_checked_is_taken(tmp_path: Path, doubtful: Table):
    checked = replace(doubtful.settings, constants={**doubtful.settings.constants, "已核对": "是"})

    loaded, reason = cleaned(tmp_path, doubtful.text, checked)
    assert loaded == doubtful.text.count("\n"), reason
