"""Sums that a community reported without records: when they are taken as such."""

from datetime import date
from pathlib import Path

import pytest

from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from etl.records.summary import ITEM_RECORDS
from indicators import disclosure
from indicators.catalogue import catalogue
from indicators.engine import figures
from indicators.model import Filters
from indicators.reported_sums import ITEM_INDICATORS
from indicators.sum_comparison import compare_sums, reported_amounts
from indicators.tables import records_of
from tests.support.builds import only_figure
from tests.support.ledgers import REGISTER, loaded, received
from tests.support.two_sheets import workbook
from ui.frame.filters import Choice
from ui.frame.view import View
from wording import states

SUMS = "社区,月份,项目,数值\n凤二村,2024年3月,活动场次,5\n凤二村,2024年4月,活动场次,6\n"


@pytest.mark.parametrize(("name", "is_taken"), [("数据.csv", False), ("工作月报.csv", True), ("各社区汇总.csv", True)])
def test_sums_are_recognised_only_where_the_words_around_say_so(tmp_path: Path, name: str, is_taken: bool):
    received(tmp_path / "data", {"名册.csv": REGISTER, name: SUMS})
    _, build = loaded(tmp_path / "data")

    assert build.rows("select count(*) from summary") == [(2 if is_taken else 0,)]


def test_a_record_ledger_that_is_called_a_monthly_report_stays_one(tmp_path: Path):
    activities = "月份,日期,活动名称,人次\n3月,2024-03-01,讲座,20\n3月,2024-03-08,义诊,30\n"
    received(tmp_path / "data", {"名册.csv": REGISTER, "凤二村月报.csv": activities})
    _, build = loaded(tmp_path / "data")

    assert build.rows("select count(*) from activity") == [(2,)]


def test_one_item_a_sheet_takes_its_name_from_the_only_header_that_was_named(tmp_path: Path):
    received(tmp_path / "data", {"名册.csv": REGISTER})
    stated = Settings("summary", {"年份": "2024"}, {"活动场次": "数值"})
    received(tmp_path / "data", {"凤二村.csv": "月份,活动场次\n3月,5\n4月,6\n"}, stated)
    _, build = loaded(tmp_path / "data")

    rows = build.rows("select cast(month_on as varchar), item, value from summary order by 1")
    assert rows == [("2024-03-01", "活动场次", 5.0), ("2024-04-01", "活动场次", 6.0)]


def test_a_build_of_sums_ends_with_the_last_day_of_their_last_month(tmp_path: Path):
    received(tmp_path / "data", {"名册.csv": REGISTER, "工作月报.csv": SUMS})
    _, build = loaded(tmp_path / "data")

    assert (build.first_day, build.last_day) == (date(2024, 3, 1), date(2024, 4, 30))
    assert only_figure(build, "activities", Filters(("凤二村（演示）",), build.first_day, build.last_day)).value == 11


def test_a_year_in_a_title_turns_no_reported_sum_into_zero(tmp_path: Path):
    activities = "日期,活动名称,人次\n2024-03-01,讲座,20\n"
    received(tmp_path / "data", {"名册.csv": REGISTER, "凤二村2024年活动登记.csv": activities, "工作月报.csv": SUMS})
    received(tmp_path / "data", {"社东社区2024年活动登记.csv": activities.replace("03-01", "05-01")})
    _, build = loaded(tmp_path / "data")
    months = figures(
        build, ["activities"], Filters(("凤二村（演示）",), date(2024, 3, 1), date(2024, 5, 31)), ("month",)
    )

    assert [(figure.value, figure.coverage.summed) for figure in months] == [(1, 0), (6, 1), (0, 0)]


def test_a_month_between_rows_of_which_a_sum_was_reported_is_no_zero(tmp_path: Path):
    activities = "日期,活动名称,人次\n2024-03-01,讲座,20\n2024-07-01,讲座,20\n"
    sums = f"{SUMS}凤二村,2024年5月,活动场次,0\n"
    received(tmp_path / "data", {"名册.csv": REGISTER, "凤二村活动登记.csv": activities, "工作月报.csv": sums})
    _, build = loaded(tmp_path / "data")
    of_community = Filters(("凤二村（演示）",), date(2024, 3, 1), date(2024, 7, 31))
    months = figures(build, ["activities"], of_community, ("month",))

    assert [(figure.value, figure.coverage.summed) for figure in months] == [(1, 0), (6, 1), (0, 0), (0, 0), (1, 0)]
    differing = compare_sums(
        figures(build, ["activities"], of_community, ("month", "community")),
        reported_amounts(build, of_community),
        catalogue(),
        disclosure.OFFICE,
    )
    assert [(each.month.label, each.difference) for each in differing] == [("2024年3月", 4), ("2024年5月", 0)]


def test_every_item_of_a_sum_names_the_ledgers_of_its_indicator():
    ledgers = {item: set(records_of(catalogue()[id].numerator.table)) for item, id in ITEM_INDICATORS.items()}

    assert {item: set(records) for item, records in ITEM_RECORDS.items()} == ledgers


def test_what_was_reported_as_a_sum_alone_has_begun_and_what_no_sum_stands_for_has_not(tmp_path: Path):
    reported = "社区,月份,项目,数值\n凤二村,2024年3月,受理工单,25\n"
    received(tmp_path / "data", {"名册.csv": REGISTER, "工作月报.csv": reported})
    _, build = loaded(tmp_path / "data")
    filters = Filters(("凤二村（演示）",), date(2024, 3, 1), date(2024, 3, 31))
    view = View("页", build, filters.communities, Choice(filters, "month", "凤二村", "2024年3月"))

    assert view.begun(["requests_received", "requests_finished", "orders_completed"]) == ["requests_received"]


CORRECTED = {"月报.csv": SUMS, "月报（更正）.csv": SUMS.replace(",5\n", ",7\n")}


def test_a_month_and_its_correction_are_told_to_differ_at_load_and_in_the_figure(tmp_path: Path):
    received(tmp_path / "data", {"名册.csv": REGISTER, **CORRECTED})
    _, build = loaded(tmp_path / "data")
    march, april = figures(
        build, ["activities"], Filters(("凤二村（演示）",), date(2024, 3, 1), date(2024, 4, 30)), ("month",)
    )

    assert build.rows("select file, message from problem where code = 'disputed_sum'") == [
        (
            "月报（更正）.csv",
            "2024年3月的活动场次，这里写7，月报.csv第2行写5：说不清哪个对，几个数都没有采用。请只留对的一份，再导入；"
            "这里写着“更正”，用这里的，请撤回“月报.csv”。",
        )
    ]
    assert (march.value, states.word(march), april.value) == (None, "汇总不一致", 6)
    both = only_figure(build, "activities", Filters(("凤二村（演示）",), date(2024, 3, 1), date(2024, 4, 30)))
    assert (both.value, states.absences(both)) == (6, {"汇总不一致": ("2024年3月",)})


def test_two_sheets_of_a_workbook_say_which_sheet_to_take_out(tmp_path: Path):
    path, header = tmp_path / "工作月报更正版.xlsx", ["社区", "月份", "项目", "数值"]
    rows = {"3月": 5, "3月（更正）": 6}.items()
    path.write_bytes(workbook({name: [header, ["凤二村", "2024年3月", "活动场次", value]] for name, value in rows}))
    Inbox(tmp_path / "data").add([path])
    _, build = loaded(tmp_path / "data")

    ((sheet, message),) = build.rows("select sheet, message from problem where code = 'disputed_sum'")
    assert sheet == "3月（更正）"
    assert message.endswith("；这里写着“更正”，用这里的，请删去工作表“3月”。")


def test_rows_of_one_list_that_are_added_up_are_told_once(tmp_path: Path):
    doubled = f"{SUMS}凤二村,2024年4月,活动场次,7\n凤二村,2024年3月,活动场次,1\n"
    received(tmp_path / "data", {"名册.csv": REGISTER, "工作月报.csv": doubled})
    _, build = loaded(tmp_path / "data")

    assert build.rows("select row_no, message from problem where code = 'added_sums'") == [
        (
            2,
            "2024年3月的活动场次写了2行（第2行到第5行），相加算成6，另有1处也这样。本来是几部分的不用改；一行更正另一行的，请只留对的一行，再导入。",
        )
    ]


def sums(
    tmp_path: Path, text: str, columns: dict[str, str], community: str | None = "凤二村"
) -> list[tuple[object, ...]]:
    """Return (community, item, amount) of the sums that come in from a monthly report."""
    data = tmp_path / "data"
    received(data, {"名册.csv": REGISTER})
    constants = {"社区": community} if community else {}
    received(data, {"工作月报.csv": text}, Settings("summary", constants, columns))
    _, build = loaded(data)
    return build.rows("select community, item, amount from summary order by all")


def test_a_unit_in_the_title_holds_for_each_of_several_columns(tmp_path: Path):
    text = "2024年收支月报（单位：万元）,,\n月份,捐赠金额,支出金额\n2024-01,1.2,0.8\n"
    rows = sums(tmp_path, text, {"捐赠金额": "数值", "支出金额": "数值"})

    assert [(item, amount) for _, item, amount in rows] == [("捐赠金额", 12000), ("支出金额", 8000)]


def test_a_row_of_the_whole_street_is_the_total_of_its_communities(tmp_path: Path):
    text = "2024年3月活动统计,\n社区,活动场次\n凤二村,8\n社东社区,6\n全街道,15\n"
    rows = sums(tmp_path, text, {"活动场次": "数值"}, community=None)

    assert [(place, amount) for place, _, amount in rows] == [("凤二村（演示）", 8), ("社东社区（演示）", 6)]


def test_a_unit_in_hundreds_of_hours_is_asked_about(tmp_path: Path):
    received(tmp_path / "data", {"名册.csv": REGISTER, "凤二村活动.csv": "日期,活动名称\n2024-03-01,讲座\n"})
    stated = Settings("summary", {"社区": "凤二村"}, {"1月": "数值"})
    received(tmp_path / "data", {"月报.csv": "2024年月报（单位：百小时）,\n项目,1月\n服务时长,1.2\n"}, stated)
    _, build = loaded(tmp_path / "data")

    assert build.rows("select count(*) from summary") == [(0,)]
