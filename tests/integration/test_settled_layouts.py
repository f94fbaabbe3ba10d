"""What was settled for a layout once is not asked again."""

from pathlib import Path

from etl.inbox.settings import Settings
from etl.load import LoadOutcome
from etl.load_report import summary
from tests.support.ledgers import REGISTER, loaded, received

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
    received(tmp_path, {"四月.csv": SIGNED.format(month="04")})
    outcome, build = loaded(tmp_path)

    assert lines(outcome)["四月.csv"] == (1, 0, 1, True)
    assert build.rows("select sum(amount_yuan) from fund_use")[0][0] == 60


def test_a_community_settled_for_a_layout_yields_to_one_that_the_file_names(tmp_path: Path):
    data, rows = (
        tmp_path / "data",
        "谁,哪天服务,做了多久\n甲演示,2024-05-01,4\n乙演示,2024-05-02,5\n丁演示,2024-05-03,6\n",
    )
    columns = {"谁": "person", "哪天服务": "served_on", "做了多久": "service_hours"}
    received(data, {"五月.csv": rows}, Settings("volunteer_service", {"community": "凤二村（演示）"}, columns))
    received(data, {"名册.csv": REGISTER})
    loaded(data)
    received(data, {"社东社区六月.csv": rows.replace("-05-", "-06-"), "七月.csv": rows.replace("-05-", "-07-")})
    _, build = loaded(data)

    assert build.rows("select distinct source_file, community from volunteer_service order by 1") == [
        ("七月.csv", "凤二村（演示）"), ("五月.csv", "凤二村（演示）"), ("社东社区六月.csv", "社东社区（演示）"),
    ]  # fmt: skip
