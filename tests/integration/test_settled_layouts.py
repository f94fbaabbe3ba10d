"""What was settled for a layout once is not asked again."""

from pathlib import Path

import warehouse.build_in_use
from etl.inbox.settings import Settings
from etl.load import LoadOutcome
from etl.reporting.load_report import summary
from tests.support.ledgers import REGISTER, command, loaded, received
from warehouse.build import Build
from warehouse.communities import is_named_like_person

MARCH = "活动地,义工,到岗日,工时数\n社东社区,甲演示,2024-03-01,2\n社东社区,乙演示,2024-03-02,1.5\n"
APRIL = "活动地,义工,到岗日,工时数\n社东社区,甲演示,2024-04-01,3\n"
MEANING = Settings(
    record="volunteer_service",
    columns={"活动地": "社区", "义工": "志愿者", "到岗日": "服务日期", "工时数": "服务时长"},
)
SIGNED = "日期,事项,收支\n2024-{month}-01,节余,100\n2024-{month}-02,文具,-30\n"
SPENDING = Settings(
    record="fund_use",
    constants={"社区": "社东社区"},
    columns={"收支": "支出金额", "事项": "用途"},
    only={"收支": "负数"},
)


def lines(outcome: LoadOutcome) -> dict[str, tuple[int, int, int, bool]]:
    """Return (loaded, refused, skipped, whether read as settled before) of each file."""
    return {
        line["file"]: (line["loaded"], line["refused"], line["skipped"], line["recipe"] is not None)
        for line in summary(outcome, None)["files"]
    }


def test_the_next_ledger_of_a_layout_needs_no_settings(tmp_path: Path):
    received(tmp_path, {"三月.csv": MARCH}, MEANING)
    loaded(tmp_path)
    received(tmp_path, {"四月.csv": APRIL})
    outcome, _ = loaded(tmp_path)

    assert lines(outcome)["四月.csv"] == (1, 0, 0, True)


def test_which_rows_are_taken_is_remembered_with_the_layout(tmp_path: Path):
    received(tmp_path, {"三月.csv": SIGNED.format(month="03")}, SPENDING)
    loaded(tmp_path)
    received(tmp_path, {"四月.csv": SIGNED.format(month="04")}, Settings(constants={"社区": "社东社区"}))
    outcome, build = loaded(tmp_path)

    assert lines(outcome)["四月.csv"] == (1, 0, 1, True)
    assert build.rows("select sum(amount_yuan) from fund_use")[0][0] == 60


CASH_BOOK = "哪天,摘要,收入,支出\n2024-{month}-01,演示居民捐款,100,\n2024-{month}-02,文具,,30\n"


def test_a_layout_of_both_directions_is_read_as_both_again(tmp_path: Path):
    settings = Settings(constants={"社区": "社东社区"}, columns={"哪天": "日期"})
    received(tmp_path, {"三月.csv": CASH_BOOK.format(month="03")}, settings)
    loaded(tmp_path)
    received(tmp_path, {"四月.csv": CASH_BOOK.format(month="04")}, Settings(constants={"社区": "社东社区"}))
    outcome, _ = loaded(tmp_path)

    assert [(line["record"], line["loaded"], line["recipe"] is not None) for line in summary(outcome, ["四月.csv"])["files"]] == [
        ("donation", 1, True), ("fund_use", 1, True),
    ]  # fmt: skip


UNNAMED = "谁,哪天服务,做了多久\n甲演示,2024-{month}-01,4\n乙演示,2024-{month}-02,5\n丁演示,2024-{month}-03,6\n"
FENGER = Settings(
    "volunteer_service",
    {"community": "凤二村（演示）"},
    {"谁": "person", "哪天服务": "served_on", "做了多久": "service_hours"},
)


def owners_of_next(data: Path, register: str, name: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Return (file, community) and what is asked, once a ledger came whose layout was settled for 凤二村."""
    received(data, {"五月.csv": UNNAMED.format(month="05")}, FENGER)
    received(data, {"名册.csv": register})
    loaded(data)
    received(data, {name: UNNAMED.format(month="06")})
    _, build = loaded(data)
    rows = build.rows("select distinct source_file, community from volunteer_service where source_file = ?", (name,))
    return rows, [text for (text,) in build.rows("select message from problem where code = 'missing_community'")]


def test_a_community_settled_for_a_layout_is_proposed_and_not_taken_for_the_next_file(tmp_path: Path):
    rows, sentences = owners_of_next(tmp_path / "data", REGISTER, "六月.csv")

    assert rows == []
    assert "缺社区：3行" in sentences[0] and "--set 社区=凤二村（演示）；" in sentences[0]


def test_a_file_that_names_its_community_is_not_asked(tmp_path: Path):
    owners, sentences = owners_of_next(tmp_path / "data", REGISTER, "社东社区六月.csv")

    assert (owners, sentences) == ([("社东社区六月.csv", "社东社区（演示）")], [])


def test_an_office_of_one_community_is_not_asked(tmp_path: Path):
    register = "".join(REGISTER.splitlines(keepends=True)[:2])

    assert owners_of_next(tmp_path / "data", register, "六月.csv") == ([("六月.csv", "凤二村（演示）")], [])


def test_another_community_in_the_name_of_a_file_is_asked_even_there(tmp_path: Path):
    register = "".join(REGISTER.splitlines(keepends=True)[:2])
    owners, sentences = owners_of_next(tmp_path / "data", register, "湖东社区六月.csv")

    assert (owners, len(sentences)) == ([], 1)


def test_spellings_that_look_like_one_community_are_asked_where_no_register_decides(tmp_path: Path):
    lines = (
        "凤二村,甲演示,2024-03-01,2",
        "凤二村,乙演示,2024-03-02,1",
        "鳳二社区,丙演示,2024-03-02,1",
        "湖东社区,丁演示,2024-03-02,1",
    )
    received(tmp_path / "data", {"三月.csv": "\n".join(("社区,姓名,服务日期,服务时长", *lines))})
    _, build = loaded(tmp_path / "data")

    assert build.rows("select severity, row_no, cell from problem where code = 'similar_community'") == [
        ("提示", 4, "鳳二社区")
    ]


def test_a_community_named_like_a_person_is_asked_where_no_register_decides(tmp_path: Path):
    rows = "社区,姓名,服务日期,服务时长\n凤二村,甲演示,2024-03-01,2\n沈玉芬社区,乙演示,2024-03-02,1\n"
    received(tmp_path / "data", {"三月.csv": rows})
    _, build = loaded(tmp_path / "data")

    asked = build.rows("select severity, row_no, cell from problem where code = 'community_like_person'")
    assert asked == [("提示", 3, "沈玉芬社区")]
    assert not any(map(is_named_like_person, ("金沙洲社区", "陈各庄村", "费家营社区", "刘芳社区", "王家坪社区")))


def test_the_activity_of_one_sign_in_sheet_is_not_that_of_the_next(tmp_path: Path):
    settings = Settings(
        record="attendance", constants={"社区": "社东社区", "活动名称": "下午茶", "签到日期": "2024-03-11"}
    )
    received(tmp_path, {"三月.csv": "序号,姓名\n1,甲演示\n2,乙演示\n"}, settings)
    loaded(tmp_path)
    received(
        tmp_path,
        {"四月.csv": "序号,姓名\n1,丙演示\n2,丁演示\n"},
        Settings(constants={"社区": "社东社区", "签到日期": "2024-04-11"}),
    )
    _, build = loaded(tmp_path)

    assert build.rows("select activity, count(*) from attendance group by all") == [("下午茶", 2)]


def test_a_header_is_left_out_in_the_words_of_the_page(tmp_path: Path):
    received(tmp_path / "data", {"名册.csv": REGISTER})
    (tmp_path / "凤二村.csv").write_text(
        "姓名,日期,时长（小时）,服务内容\n甲演示,2024-03-01,2,保洁\n", encoding="utf-8"
    )
    done = command("load", tmp_path / "凤二村.csv", "--map", "服务内容=不读这一列", "--data", tmp_path / "data")

    assert done.returncode == 0, done.stderr
    build = Build(warehouse.build_in_use.current(tmp_path / "data"))
    assert build.rows("select service_hours, activity from volunteer_service") == [(2, None)]
