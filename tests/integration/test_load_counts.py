"""What counts: once what was sent twice, zeros where a ledger was empty, and nobody by name."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from etl.building.duplicates import is_like_rows_of
from etl.inbox.settings import Settings
from indicators.engine import figures
from indicators.model import Filters
from tests.support.ledgers import GIFTS, HOURS, REGISTER, hours, loaded, received
from warehouse.build import Build
from wording import states


def test_the_same_file_under_two_names_counts_once_and_the_second_names_the_first(office: Path):
    received(office, {"凤二村志愿服务的副本.csv": HOURS})
    outcome, build = loaded(office)

    assert hours(build) == [("凤二村志愿服务.csv", 3, 6.5)]
    assert outcome.failed == (("凤二村志愿服务的副本.csv", "与“凤二村志愿服务.csv”是同一个文件，没有重复入库。"),)
    assert is_like_rows_of("凤二村志愿服务.csv", "unreadable", outcome.failed[0][1])
    assert not is_like_rows_of("志愿服务.csv", "unreadable", outcome.failed[0][1])


def test_a_list_sent_twice_under_another_title_is_refused_naming_the_first(office: Path):
    received(office, {"服务时长公示.csv": "凤二村志愿者服务时长公示,,\n" + HOURS})
    _, build = loaded(office)
    sql = "select file, message from problem where code = 'sent_twice'"

    assert hours(build) == [("凤二村志愿服务.csv", 3, 6.5)]
    assert build.rows("select read, loaded, refused from source_file where file = '服务时长公示.csv'") == [(4, 0, 3)]
    assert build.rows(sql)[0][0] == "服务时长公示.csv"
    assert "与“凤二村志愿服务.csv”读取的各列都相同" in build.rows(sql)[0][1]
    assert is_like_rows_of("凤二村志愿服务.csv", "sent_twice", build.rows(sql)[0][1])
    assert not is_like_rows_of("志愿服务.csv", "sent_twice", build.rows(sql)[0][1])


def test_equal_lists_of_two_communities_are_two_lists(office: Path):
    received(office, {"社东志愿服务.csv": HOURS + "\n"})
    _, build = loaded(office)

    assert [row[1] for row in hours(build)] == [3, 3]


def test_a_key_in_two_files_is_a_problem_that_names_both_places(office: Path):
    received(office, {"社东善款.csv": GIFTS, "社东善款补.csv": GIFTS.replace("100", "101").replace("P-2", "P-3")})
    _, build = loaded(office)
    (found,) = build.rows("select file, row_no, message from problem where code = 'same_key'")

    assert found[:2] == ("社东善款补.csv", 2)
    assert found[2] == (
        "票据号“P-1”已在社东善款.csv第2行登记过，这一行没有重复入库。两行不一样：金额不同（那一行“100”，这一行“101”）。"
        "入库的是那一行；这一行才对的，请删去那一行再导入；不是同一件的，请改正这一行的票据号。"
    )
    assert [is_like_rows_of(name, "same_key", found[2]) for name in ("社东善款.csv", "善款.csv", "社东善款补.csv")] == [
        True, False, False
    ]  # fmt: skip


def test_equal_gifts_stay_and_are_flagged(office: Path):
    received(office, {"社东善款.csv": GIFTS + "2024-02-07,丙演示,50,\n"})
    _, build = loaded(office)

    assert build.rows("select count(*), sum(amount_yuan) from donation where amount_yuan = 50") == [(2, 100)]
    assert build.rows("select severity, row_no from problem where code = 'equal_row'") == [("提示", 5)]


def test_rows_that_differ_where_nothing_is_read_are_not_called_equal(office: Path):
    gifts = "捐赠日期,捐赠人,金额,付款时刻\n2024-02-07,*演示,50,08:02\n2024-02-07,*例,50,09:31\n"
    received(office, {"社东善款.csv": gifts})
    _, build = loaded(office)
    ((message,),) = build.rows("select message from problem where code = 'equal_row'")

    assert build.rows("select count(*), sum(amount_yuan) from donation") == [(2, 100)]
    assert "读取的各列都相同（没有读取的列、不保存的内容和隐去的姓名" in message and "完全相同" not in message


def test_many_equal_rows_of_a_sheet_are_flagged_in_one_line_that_counts_them(office: Path):
    received(office, {"社东善款.csv": GIFTS + "2024-02-07,丙演示,50,\n" * 21})
    _, build = loaded(office)
    (flagged,) = build.rows("select row_no, message from problem where code = 'equal_row'")

    assert build.rows("select count(*) from donation where amount_yuan = 50") == [(22,)]
    numbers = "、".join(map(str, range(5, 25)))
    assert flagged == (
        5,
        f"有21行与别的行读取的各列都相同（没有读取的列、不保存的内容和隐去的姓名不比）：第{numbers}行等；例如第5行与社东善款.csv第4行。"
        "已照常入库；确是登记了两次的，请删去。",
    )


def test_a_ledger_that_grew_and_came_again_gives_only_what_is_new(office: Path):
    received(office, {"凤二村志愿服务（4月）.csv": HOURS.replace("合计,,6.5", "丁演示,2024-04-01,1")})
    _, build = loaded(office)

    assert sorted(row[1] for row in hours(build)) == [1, 3]
    problems = build.rows("select code, row_no, message from problem where severity = '拒收' order by row_no")
    assert [problem[:2] for problem in problems] == [("repeated_row", row_no) for row_no in (2, 3, 4)]
    assert "第2行读取的各列都相同" in problems[0][2] and "没有重复入库" in problems[0][2]
    counts = "select read, loaded, refused, skipped from source_file where record = 'volunteer_service' order by loaded"
    assert build.rows(counts) == [(4, 1, 3, 0), (4, 3, 0, 1)]


def months(build: Build, record: str) -> list[str]:
    sql = "select strftime(month, '%Y-%m') from coverage where record = ? order by 1"
    return [month for (month,) in build.rows(sql, (record,))]


def test_a_ledger_covers_the_span_it_states(office: Path):
    received(office, {"社东2023年10-12月善款.csv": GIFTS.replace("2024-01-05", "2023-11-05").replace("P", "Q")})
    _, build = loaded(office)

    assert months(build, "donation") == ["2023-10", "2023-11", "2023-12", "2024-01", "2024-02"]


def test_an_empty_ledger_that_states_its_span_reports_zeros(office: Path):
    received(office, {"社东2024年1-2月个案.csv": "个案编号,接案日期\n"})
    _, build = loaded(office)

    assert months(build, "casework") == ["2024-01", "2024-02"]
    assert build.rows("select count(*) from casework") == [(0,)]


def test_payments_of_nothing_do_not_say_that_nothing_was_paid(office: Path):
    received(
        office,
        {
            "社东2024年1-2月资金使用.csv": "支出日期,支出金额,项目,发票金额\n2024-01-05,0,敬老,100\n2024-02-06,0,敬老,200\n",
            "凤二村2024年1月资金使用.csv": "支出日期,支出金额,项目\n2024-01-05,0,敬老\n2024-01-06,30,敬老\n",
        },
    )
    _, build = loaded(office)

    assert build.rows("select community, month from coverage where record = 'fund_use'") == [
        ("凤二村（演示）", date(2024, 1, 1))
    ]
    ((message,),) = build.rows("select message from problem where code = 'all_zero'")
    assert "“支出金额”一列全是0，没有一行入库" in message and "只留标题和表头" in message


def test_an_empty_ledger_says_whose_zeros_they_are_by_what_was_given_beside_it(office: Path):
    received(office, {"2024年1-2月个案.csv": "个案编号,接案日期\n"}, Settings(None, {"community": "社东"}))
    _, build = loaded(office)

    assert build.rows("select distinct community from coverage where record = 'casework'") == [("社东社区（演示）",)]


def test_closings_after_the_last_opening_prove_that_a_ledger_was_kept(office: Path):
    received(office, {"社东个案.csv": "个案编号,接案日期,结案日期\nA-1,2024-04-02,2024-08-30\nA-2,2024-05-06,\n"})
    _, build = loaded(office)

    assert months(build, "casework") == ["2024-04", "2024-05", "2024-06", "2024-07", "2024-08"]
    assert build.last_day == date(2024, 8, 30)


def test_a_build_knows_its_first_and_last_day_if_it_has_one(office_in_use: Path, tmp_path: Path):
    _, build = loaded(office_in_use)
    received(tmp_path / "new" / "data", {"名册.csv": REGISTER})
    _, without_records = loaded(tmp_path / "new" / "data")

    assert (build.first_day, build.last_day) == (date(2024, 3, 1), date(2024, 3, 9))
    assert (without_records.first_day, without_records.last_day) == (None, None)


def test_without_a_register_names_stand_as_they_are_with_a_note(tmp_path: Path):
    received(tmp_path / "data", {"服务.csv": "社区," + HOURS.replace("\n", "\n新村,", 3)})
    _, build = loaded(tmp_path / "data")

    assert build.rows("select distinct community from volunteer_service") == [("新村",)]
    assert build.rows("select code from problem where severity = '提示'") == [("no_register",)]


PLANTED = ("欧阳甲乙", "司徒丙丁", "端木戊己", "13912345678", "110101199003070118", "庚辛壬", "诸葛癸")


def test_no_name_phone_or_id_leaves_the_reading(tmp_path: Path):
    one, two, three, phone, number, four, five = PLANTED
    ledgers = {
        "凤二签到.csv": f"填报人：{one},,\n活动名称,日期,姓名\n义诊,2024-03-01,{one}\n义诊,2024-03-02,{two}{phone}\n,,{four}\n负责人：{five},,\n",
        "凤二善款.csv": f"日期,捐赠人,金额,用途,票据号\n2024-01-05,{two},10,给{phone}的米,{number}\n2024-01-06,{three}、{one},20,x,\n",
        "凤二个案.csv": f"个案编号,接案日期,案主,阶段,情况\n{number},2024-01-05,{three},接案,{four}的家\n{number},6.1,{three}、{four},接案,\n",
        "名册.csv": REGISTER,
    }
    received(tmp_path / "data", ledgers)
    _, build = loaded(tmp_path / "data")
    sentence = "\n".join(str(row) for table in ("problem", "donation") for row in build.rows(f"from {table}"))
    written = b"".join(path.read_bytes() for path in bytes_of(tmp_path / "data")) + sentence.encode()

    assert build.rows("select count(*) from attendance") == [(2,)]
    assert [name for name in PLANTED if name.encode() in written] == []


def bytes_of(data: Path) -> Iterator[Path]:
    return (path for folder in ("clean", "builds") for path in (data / folder).rglob("*") if path.is_file())


def test_activities_of_a_method_are_not_none_where_a_ledger_has_no_methods(office: Path):
    methods = "活动名称,日期,服务方法\n义诊,2024-03-01,社区活动\n茶话,2024-04-02,\n"
    received(office, {"社东活动.csv": methods, "凤二村活动.csv": "活动名称,日期\n义诊,2024-03-01\n"})
    _, build = loaded(office)
    window = Filters(("社东社区（演示）", "凤二村（演示）"), date(2024, 1, 1), date(2024, 12, 31))
    named, unnamed = figures(build, ["community_activities"], window, ("community",))

    assert (named.value, named.coverage.reported, unnamed.value, states.word(unnamed)) == (1, 2, None, "未登记")
    assert [figure.value for figure in figures(build, ["activities"], window, ("community",))] == [2, 1]
    assert figures(build, ["community_activities"], window)[0].missing == ("凤二村（演示）",)


def test_orders_without_days_of_completion_are_not_uncompleted_while_an_empty_column_says_none_was(office: Path):
    orders = "服务单号,点单时间,接单时间\n1,2024-03-01,2024-03-02\n2,2024-04-01,2024-04-02\n"
    completed = "服务单号,点单时间,接单时间,完成时间\n1,2024-03-01,2024-03-02,\n"
    received(office, {"社东四单.csv": orders, "凤二村四单.csv": completed})
    _, build = loaded(office)
    places = ("社东社区（演示）", "凤二村（演示）")
    window, before = (Filters(places, date(year, 1, 1), date(year, 12, 31)) for year in (2024, 2023))
    without, none = figures(build, ["order_completion_rate"], window, ("community",))
    (unsent, _) = figures(build, ["order_completion_rate"], before, ("community",))

    assert (without.value, states.word(without), none.value) == (None, "未登记", 0)
    assert states.word(unsent) == "尚未开始"  # four lists are voluntary: none is owed before the first
    assert [figure.value for figure in figures(build, ["orders_placed"], window, ("community",))] == [2, 1]
    assert [figure.value for figure in figures(build, ["orders_completed"], window, ("community",))] == [None, 0]


def test_two_surveys_numbered_alike_are_asked_about_until_their_waves_are_told(office: Path):
    answers = "问卷编号,调查日期,得分,分制{}\n1,2025-03-01,5,5{}\n2,2025-03-01,4,5{}\n"
    received(
        office,
        {
            "凤二村食堂.csv": answers.format("", "", ""),
            "凤二村物业.csv": answers.format("", "", "") + "3,2025-03-01,2,5\n",
        },
    )
    asked = "select file, row_no, message from problem where code = 'answers_numbered_alike'"
    of_year = Filters(("凤二村（演示）",), date(2025, 1, 1), date(2025, 12, 31))
    _, build = loaded(office)
    ((file, row_no, message),) = build.rows(asked)

    assert (file, row_no, figures(build, ["satisfaction_answers"], of_year)[0].value) == ("凤二村食堂.csv", 2, 3)
    assert message.startswith("有2份问卷的日期和编号与“凤二村物业.csv”里的相同")
    received(office, {"凤二村食堂.csv": answers.format(",调查批次", ",食堂", ",食堂")})
    _, build = loaded(office)
    assert (build.rows(asked), figures(build, ["satisfaction_answers"], of_year)[0].value) == ([], 5)
