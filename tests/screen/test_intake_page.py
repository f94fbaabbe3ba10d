"""数据导入 on screen: dropped, looked at, corrected, confirmed, taken back; nothing is stored before it is confirmed."""

import io
import os
import zipfile
from pathlib import Path

from streamlit.testing.v1 import AppTest

import warehouse.build_in_use
from etl import history
from etl.history import HistoryEntry
from etl.inbox.folder import Inbox
from etl.inbox.staging import Staging, remove_stale
from tests.screen.conftest import Open
from tests.screen.test_pages import texts
from warehouse.build import Build

PAGE = "data/intake.py"
MORE_HOURS = "姓名,日期,时长（小时）\n甲演示,2024-05-01,4\n乙演示,2024-05-02,5\n丁演示,2024-05-03,6\n"
UNKNOWN_HEADERS = "谁,哪天服务,做了多久\n甲演示,2024-05-01,4\n乙演示,2024-05-02,5\n丁演示,2024-05-03,6\n"


def drop(page: AppTest, *files: tuple[str, str | bytes]) -> AppTest:
    """Drop files, given as (name, content), on the page."""
    contents = [(name, text.encode() if isinstance(text, str) else text, "") for name, text in files]
    return page.file_uploader[0].set_value(contents).run()


def everything(page: AppTest) -> str:
    """All that the page says, in boxes of any colour too."""
    boxes = [box.value for kind in ("success", "warning", "error", "info") for box in page.get(kind)]
    return "\n".join([texts(page), *map(str, boxes), *(expander.label for expander in page.expander)])


def press(page: AppTest, label: str) -> AppTest:
    return next(button for button in page.button if button.label.startswith(label)).click().run()


def test_what_is_dropped_is_looked_at_and_not_stored(app: Open, data: Path):
    page = drop(app(data, PAGE), ("凤二村志愿服务5月.csv", MORE_HOURS))

    assert not page.exception
    assert "1份没有疑问" in everything(page)
    assert page.dataframe[0].value["认作"].tolist() == ["志愿服务，读3行＝入库3＋拒收0＋跳过0"]
    assert Inbox(data).names() == ["凤二村志愿服务.csv", "名册.csv"]


def test_confirmed_files_are_in_the_build_that_the_app_stands_on(app: Open, data: Path):
    page = press(drop(app(data, PAGE), ("凤二村志愿服务5月.csv", MORE_HOURS)), "确认导入")

    assert not page.exception
    assert "已入库3行" in everything(page)
    assert hours(data) == 6.5 + 15
    assert not list((data / ".intake").glob("*"))


def test_a_cancelled_drop_leaves_nothing(app: Open, data: Path):
    page = press(drop(app(data, PAGE), ("凤二村志愿服务5月.csv", MORE_HOURS)), "全部取消")

    assert not page.exception
    assert not list((data / ".intake").glob("*"))
    assert Inbox(data).names() == ["凤二村志愿服务.csv", "名册.csv"]


def test_an_unknown_layout_is_asked_and_comes_in_by_what_was_chosen(app: Open, data: Path):
    page = drop(app(data, PAGE), ("凤二村台账.csv", UNKNOWN_HEADERS))
    assert "1份要您看一下" in everything(page)
    assert "--record" not in everything(page)

    box(page, "是哪一种台账").set_value("志愿服务").run()
    box(page, "谁").set_value("志愿者")
    box(page, "哪天服务").set_value("服务日期")
    box(page, "做了多久").set_value("服务时长")
    press(page, "照这样再看一遍")
    assert "志愿服务，读3行＝入库3" in str(page.dataframe[0].value) + everything(page)

    press(page, "确认导入")
    assert hours(data) == 6.5 + 15
    again = drop(app(data, PAGE), ("凤二村台账6月.csv", UNKNOWN_HEADERS.replace("-05-", "-06-")))
    assert "按上次的对应" in str(again.dataframe[0].value)


def test_guesses_that_name_all_that_is_lacking_need_one_press(app: Open, data: Path):
    page = drop(app(data, PAGE), ("凤二村台账.csv", MORE_HOURS.replace("姓名,日期", "志愿者,活动发生的日子")))
    assert not page.error
    assert "“活动发生的日子”是服务日期。都对的，按一次“照这样再看一遍”就行" in everything(page)

    press(page, "照这样再看一遍")
    assert "志愿服务，读3行＝入库3" in str(page.dataframe[0].value) + everything(page)


def test_members_of_a_zip_come_in_by_name(app: Open, data: Path):
    page = drop(app(data, PAGE), ("打包.zip", zipped({"志愿/凤二村5月.csv": MORE_HOURS, "里面.zip": "PK"})))

    assert not page.exception
    assert "打包/志愿/凤二村5月.csv" in page.dataframe[0].value["文件"].tolist()
    assert Inbox(data).names() == ["凤二村志愿服务.csv", "名册.csv"]


def test_a_zip_that_points_outside_is_refused_with_a_sentence(app: Open, data: Path):
    page = drop(app(data, PAGE), ("打包.zip", zipped({"../出去.csv": MORE_HOURS})))

    assert not page.exception
    assert "指向文件夹之外" in everything(page)
    assert not list(data.parent.rglob("出去.csv"))


def test_two_clerks_at_the_same_moment_are_both_in(app: Open, data: Path):
    first = drop(app(data, PAGE), ("凤二村志愿服务5月.csv", MORE_HOURS))
    second = drop(app(data, PAGE), ("凤二村志愿服务6月.csv", MORE_HOURS.replace("-05-", "-06-")))
    press(first, "确认导入")
    press(second, "确认导入")

    assert hours(data) == 6.5 + 15 + 15


def test_a_name_that_another_clerk_took_meanwhile_is_told_before_it_is_replaced(app: Open, data: Path):
    first = drop(app(data, PAGE), ("凤二村志愿服务5月.csv", MORE_HOURS))
    second = drop(app(data, PAGE), ("凤二村志愿服务5月.csv", MORE_HOURS.replace(",4\n", ",9\n")))
    press(first, "确认导入")

    press(second, "确认导入")
    assert "刚才有人导入了同名的台账" in everything(second)
    assert hours(data) == 6.5 + 15

    press(second, "确认导入")
    assert hours(data) == 6.5 + 20


def test_a_file_that_gives_nothing_leaves_the_former_build_in_use(app: Open, data: Path):
    before = warehouse.build_in_use.current(data)
    page = drop(app(data, PAGE), ("照片.png", b"\x89PNG\r\n\x1a\n"))

    assert "不是表格" in everything(page)
    assert not [button for button in page.button if button.label.startswith("确认导入")]
    assert warehouse.build_in_use.current(data) == before


def test_what_was_left_a_day_ago_is_removed(data: Path):
    staging = Staging.of(data, "left")
    staging.add("1", "台账.csv", b"x")
    os.utime(staging.folder, (0, 0))
    remove_stale(data)

    assert not staging.folder.exists()


def test_what_would_change_is_said_before_and_after_and_a_trial_stores_nothing(app: Open, data: Path):
    before = warehouse.build_in_use.current(data)
    page = press(drop(app(data, PAGE), ("凤二村志愿服务5月.csv", MORE_HOURS)), "先看会改变什么")

    assert not page.exception
    assert r"凤二村志愿服务时间 6\.5 → 21\.5小时" in everything(page)
    assert [["志愿服务", "凤二村", "+3", "−0"]] in [table.value.values.tolist() for table in page.dataframe]
    assert (warehouse.build_in_use.current(data), Inbox(data).names()) == (before, ["凤二村志愿服务.csv", "名册.csv"])
    assert not list((data / ".intake").glob("*/trial*"))

    press(page, "确认导入")
    assert r"凤二村志愿服务时间 6\.5 → 21\.5小时" in everything(page)


def test_a_trial_says_what_only_the_build_can_remark_upon(app: Open, data: Path):
    redemption = "姓名,兑换日期,兑换项目,扣减积分\n甲演示,2024-05-03,大米,500\n"
    page = drop(app(data, PAGE), ("凤二村积分兑换.csv", redemption))
    assert "没有这个社区的积分规则" not in everything(page)

    assert "没有这个社区的积分规则，算不出余额" in everything(press(page, "先看会改变什么"))


def test_a_ledger_of_nobodys_community_is_told_before_it_is_confirmed(app: Open, data: Path):
    page = drop(app(data, PAGE), ("志愿服务5月.csv", MORE_HOURS))
    assert "看不出是哪个社区" in everything(page)

    box(page, "整份都一样的社区").set_value("凤二村（演示）")
    press(page, "照这样再看一遍")
    assert "看不出是哪个社区" not in everything(page)

    press(page, "确认导入")
    assert hours(data) == 6.5 + 15


def test_the_history_says_who_did_what_when_and_which_build_came_of_it(app: Open, data: Path):
    page = drop(app(data, PAGE), ("凤二村志愿服务5月.csv", MORE_HOURS))
    page.text_input(key="intake-who").set_value("王会计").run()
    press(page, "确认导入")
    box(page, "撤回哪一份").set_value("凤二村志愿服务5月.csv").run()
    press(page, "撤回这一份")

    lines = page.dataframe[-1].value
    assert lines["做了什么"].tolist() == ["撤回", "导入"]
    assert lines["经办"].tolist() == ["王会计", "王会计"]
    assert lines["数据批次"].tolist()[0] == warehouse.build_in_use.current(data).stem


def test_the_history_is_only_added_to(tmp_path: Path):
    first, second = (HistoryEntry(history.now(), who, "导入", ("甲.csv",), "批次") for who in ("甲", "乙"))
    history.add(tmp_path, first)
    before = (tmp_path / history.FILE).read_text(encoding="utf-8")
    history.add(tmp_path, second)

    assert (tmp_path / history.FILE).read_text(encoding="utf-8").startswith(before)
    assert history.entries(tmp_path) == [second, first]


def box(page: AppTest, label: str):
    return next(box for box in page.selectbox if box.label.startswith(label))


def field(page: AppTest, label: str):
    return next(field for field in page.text_input if field.label.startswith(label))


def hours(data: Path) -> float:
    build = Build(warehouse.build_in_use.current(data))
    return build.rows("select sum(service_hours) from volunteer_service")[0][0]


def zipped(members: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return stream.getvalue()
