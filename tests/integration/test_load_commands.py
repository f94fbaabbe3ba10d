"""What the commands say and end with."""

import hashlib
import json
import shutil
from getpass import getuser
from pathlib import Path

import pytest

import warehouse.build_in_use
from etl import history
from etl.__main__ import main
from etl.inbox.settings import Settings
from etl.load import bring_up_to_date
from tests.support.ledgers import GIFTS, HOURS, command, loaded, process, received
from warehouse.build import Build
from warehouse.communities import DEMO


def test_a_load_says_everything_a_script_needs(office: Path):
    done = process("load", "--data", office, "--json")
    output = json.loads(done.stdout)
    (line,) = [line for line in output["files"] if line["record"] == "volunteer_service"]

    assert (done.returncode, set(output)) == (0, {"build", "path", "problem_count", "files", "notes", "losses"})
    assert line.items() >= {
        "file": "凤二村志愿服务.csv", "sheet": "", "record": "volunteer_service", "encoding": "utf-8",
        "read": 4, "loaded": 3, "refused": 0, "skipped": 1, "error": None,
        "totals": [{"column": "服务时长", "printed": 6.5, "computed": 6.5, "refused": 0, "place": "第5行", "agrees": True}],
        "columns": {"person": ["姓名"], "served_on": ["日期"], "service_hours": ["时长（小时）"]}, "unread": [],
    }.items()  # fmt: skip
    assert [(reason["severity"], reason["count"], reason["rows"]) for reason in line["reasons"]] == [("跳过", 1, [5])]
    assert Path(output["path"]) == warehouse.build_in_use.current(office)


def test_what_a_command_takes_in_and_takes_back_is_in_the_history(office: Path, tmp_path: Path):
    (tmp_path / "凤二村善款.csv").write_text(GIFTS, encoding="utf-8")
    assert main(["load", str(tmp_path / "凤二村善款.csv"), "--data", str(office)]) == 0
    took_in = Build(warehouse.build_in_use.current(office)).name
    assert main(["undo", "凤二村善款.csv", "--data", str(office)]) == 0

    taken_back, taken_in = history.entries(office)
    assert (taken_in.act, taken_in.files, taken_in.loaded, taken_in.build) == ("导入", ("凤二村善款.csv",), 3, took_in)
    assert (taken_back.act, taken_back.files, taken_back.who) == ("撤回", ("凤二村善款.csv",), getuser())


def test_a_load_of_the_inbox_notes_once_what_was_read_anew(office: Path):
    assert main(["load", "--data", str(office)]) == main(["load", "--data", str(office)]) == 0

    assert [set(entry.files) for entry in history.entries(office)] == [{"名册.csv", "凤二村志愿服务.csv"}]


def test_a_clerk_reads_a_line_for_each_community_and_what_needs_a_hand(office: Path):
    received(
        office,
        {"社东善款.csv": GIFTS + "6.1,丁演示,10,\n合计,,2100,\n", "天气.csv": "城市,气温\n广州,30\n"},
    )
    done = command("load", "--data", office)
    lines = done.stdout.splitlines()
    assert done.returncode == 3  # a build is published, but one file is not in it

    assert lines[:2] == [
        "✓ 凤二村（演示）：2 份台账，入库 4 行，拒收 0 行",
        "✓ 社东社区（演示）：2 份台账，入库 4 行，拒收 1 行",
    ]
    assert lines[2].startswith("✗ 天气.csv：没有找到认识的表头")
    assert lines[3].startswith("✓ 社东善款.csv：捐赠，读5行＝") and "合计2,100，逐行相加2,160" in lines[3]
    assert lines[4].startswith("    拒收1处：日期“6.1”") and lines[4].endswith("（第5行）")
    assert lines[-1].endswith("入库 8 行；有 3 条问题，用 python -m etl problems 查看。")


def test_rows_of_nobody_known_have_a_line_of_their_own(office: Path):
    received(office, {"善款.csv": "社区," + GIFTS.replace("\n", "\n桃花源,", 3)})
    lines = command("load", "--data", office).stdout.splitlines()

    assert lines[2:4] == ["✗ 没有归到社区的：拒收 3 行", "✗ 善款.csv：捐赠，读3行＝入库0＋拒收3＋跳过0"]


def test_rows_sent_twice_are_not_called_rows_of_nobody_known(office: Path):
    received(office, {"服务时长公示.csv": "凤二村志愿者服务时长公示,,\n" + HOURS})
    lines = command("load", "--data", office).stdout.splitlines()

    assert [line.split("：")[0] for line in lines[:-1]] == [
        "✓ 凤二村（演示）",
        "✓ 社东社区（演示）",
        "✗ 服务时长公示.csv",
        "    拒收",
    ]


def test_a_clerk_may_read_what_became_of_each_sheet(office: Path):
    received(office, {"社东善款.csv": GIFTS + "合计,,2100,\n"})
    output = command("load", "-v", "--data", office).stdout

    assert "✓ 凤二村志愿服务.csv：志愿服务，读4行＝入库3＋拒收0＋跳过1" in output
    assert "第5行金额：表上合计2,100，逐行相加2,150" in output
    assert "有 1 条问题，用 python -m etl problems 查看。" in output


def test_tables_of_several_record_types_on_a_sheet_are_each_told_with_their_columns(tmp_path: Path):
    report = "日期,活动名称,参与人数,地点\n2024-04-03,演示祭扫,40,陵园\n\n姓名,服务日期,服务时长,服务内容\n甲演示,2024-04-03,3,祭扫\n"
    (tmp_path / "凤二村月报.csv").write_text(report, encoding="utf-8")
    words = ["load", tmp_path / "凤二村月报.csv", "--set", "社区=凤二村", "--data", tmp_path / "data"]
    message = command(*words, "-v").stdout

    assert "参与人次 ← 参与人数" in message and "志愿者 ← 姓名；服务日期；服务时长" in message
    assert "志愿服务，读1行＝入库1" in command("inspect", *words[1:]).stdout


def test_columns_a_file_lacks_are_given_beside_it(tmp_path: Path):
    (tmp_path / "名单.csv").write_text("姓名,备注\n甲演示,\n乙演示,\n", encoding="utf-8")
    given = [
        "--record",
        "attendance",
        "--set",
        "activity=义诊",
        "--set",
        "attended_on=2024-03-08",
        "--set",
        "community=凤二",
    ]
    done = command("load", tmp_path / "名单.csv", *given, "--data", tmp_path / "data", "--json")

    assert [line["loaded"] for line in json.loads(done.stdout)["files"]] == [2]
    rows = Build(warehouse.build_in_use.current(tmp_path / "data")).rows(
        "select community, activity, attended_on from attendance"
    )
    assert [tuple(map(str, row)) for row in rows] == [("凤二", "义诊", "2024-03-08")] * 2


def test_a_constant_that_cannot_be_read_is_refused_with_its_reason(tmp_path: Path):
    received(tmp_path / "data", {"名单.csv": "姓名,金额\n甲演示,5\n"}, Settings("donation", {"donated_on": "抗疫时"}))
    outcome = bring_up_to_date(tmp_path / "data")

    assert outcome.path is None
    assert "--set 捐赠日期=抗疫时 不能用：日期“抗疫时”看不出是哪一天" in outcome.failed[0][1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["没有这个.csv"], "找不到：没有这个.csv"),
        (["--set", "凤二村"], "--set 要写成 列=值"),
        (["--set", "colour=red"], "没有“colour”这一列"),
        (["--map", "小时数"], "--map 要写成 表头=列"),
        (["--map", "小时数=温度"], "没有“温度”这一列"),
        (["--record", "weather"], "没有记录类型“weather”"),
        (["--record", "志愿服务", "--set", "服务日期=昨天"], "--set 服务日期=昨天 不能用：日期“昨天”"),
    ],
)
def test_wrong_usage_is_a_sentence(words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]):
    assert main(["load", *words]) == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("words", [["lode"], []])
def test_what_no_command_is_called_ends_with_two(words: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit, match="2"):
        main(words)
    assert "用法不对" in capsys.readouterr().err


def test_an_empty_folder_loads_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "空").mkdir()

    assert main(["load", str(tmp_path / "空"), "--data", str(tmp_path / "data")]) == 1
    assert "没有台账文件" in capsys.readouterr().err


def test_when_nothing_can_be_loaded_the_former_build_stays(office_in_use: Path, tmp_path: Path):
    _, former = loaded(office_in_use)
    shutil.rmtree(office_in_use / "inbox")
    (tmp_path / "天气.csv").write_text("城市,气温\n广州,30\n", encoding="utf-8")
    done = command("load", tmp_path / "天气.csv", "--data", office_in_use, "--json")

    assert (done.returncode, json.loads(done.stdout)["build"]) == (1, None)
    assert "没有找到认识的表头" in json.loads(done.stdout)["files"][0]["error"]
    assert warehouse.build_in_use.current(office_in_use) == former.path


def test_a_file_that_gives_nothing_ends_with_one_and_makes_no_new_build(office_in_use: Path, tmp_path: Path):
    _, former = loaded(office_in_use)
    (tmp_path / "照片.xlsx").write_bytes(b"\xff\xd8\xff\xe0 JFIF")
    done = command("load", tmp_path / "照片.xlsx", "--data", office_in_use)

    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].startswith("这次没有一行入库")
    assert warehouse.build_in_use.current(office_in_use) == former.path


def test_a_failed_file_that_is_taken_back_leaves_the_list_of_problems(office: Path):
    received(office, {"照片.csv": "城市,气温\n广州,30\n"})
    received(office, {"凤二村志愿服务4月.csv": HOURS.replace("-03-", "-04-")})
    _, build = loaded(office)
    assert ("照片.csv",) in build.rows("select file from problem where code = 'unreadable'")

    assert main(["undo", "照片.csv", "--data", str(office)]) == 0
    now = Build(warehouse.build_in_use.current(office))
    assert ("照片.csv",) not in now.rows("select file from problem where code = 'unreadable'")


def test_a_file_that_is_there_already_is_told_before_it_is_loaded(office: Path, tmp_path: Path):
    (tmp_path / "又一份.csv").write_text(HOURS, encoding="utf-8")
    looked_at = command("inspect", tmp_path / "又一份.csv", "--data", office)

    assert "与“凤二村志愿服务.csv”是同一个文件" in looked_at.stdout


def test_refused_rows_stand_before_what_is_only_to_be_looked_at(office: Path, capsys: pytest.CaptureFixture[str]):
    received(office, {"社东善款.csv": GIFTS + "6.1,丁演示,10,\n合计,,9,\n"})
    loaded(office)

    assert main(["problems", "--data", str(office)]) == 0
    assert [line[:2] for line in capsys.readouterr().out.splitlines()] == ["拒收", "提示"]


def test_problems_are_listed_and_written_for_excel(office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    received(office, {"社东善款.csv": GIFTS + "6.1,丁演示,10,\n"})
    loaded(office)

    assert main(["problems", "--data", str(office), "--csv", str(tmp_path / "问题.csv")]) == 0
    assert main(["problems", "--data", str(office)]) == 0
    assert "拒收  社东善款.csv  5  捐赠日期  6.1" in capsys.readouterr().out
    assert (tmp_path / "问题.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_list_names_every_file_with_the_beginning_of_its_hash(office: Path):
    lines = command("list", "--data", office).stdout.splitlines()

    path = office / "inbox" / "名册.csv"
    assert f"{hashlib.sha256(path.read_bytes()).hexdigest()[:12]}  名册.csv" in lines
    assert [line.split("  ")[1] for line in lines] == ["凤二村志愿服务.csv", "名册.csv"]


def test_a_list_says_why_a_file_was_not_taken(office: Path):
    received(office, {"天气.csv": "城市,气温\n广州,30\n", "副本.csv": HOURS})
    command("load", "--data", office)
    lines = {line.split("  ")[1] for line in command("list", "--data", office).stdout.splitlines()}

    assert {"名册.csv", "凤二村志愿服务.csv"} <= lines
    assert any(line.startswith("天气.csv（未采用：没有找到认识的表头。看到的表头：城市、气温。") for line in lines)
    assert any(line.startswith("副本.csv（未采用：") and "凤二村志愿服务.csv" in line for line in lines)


def test_a_list_of_no_ledgers_of_ones_own_says_that_those_are_the_sample(tmp_path: Path):
    lines = command("list", "--data", tmp_path).stdout.splitlines()

    assert lines and all(line.endswith(DEMO) for line in lines)
