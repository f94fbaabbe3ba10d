"""数据导入 takes many files, files of one name and locked workbooks; nothing is lost on the way."""

from pathlib import Path

from etl.inbox.folder import Inbox
from tests.attack.test_passwords import PASSWORD
from tests.screen.conftest import Open
from tests.screen.test_intake_page import MORE_HOURS, PAGE, drop, everything, hours, press
from tests.support.ledgers import locked_workbook


def test_files_of_one_name_dropped_together_are_all_taken_in(app: Open, data: Path):
    files = [("凤二村5月.csv", MORE_HOURS), ("凤二村5月.csv", MORE_HOURS.replace("-05-", "-06-"))]
    page = press(drop(app(data, PAGE), *files), "确认导入2份")

    assert not page.exception
    assert Inbox(data).names() == ["凤二村5月-2.csv", "凤二村5月.csv", "凤二村志愿服务.csv", "名册.csv"]
    assert hours(data) == 6.5 + 30


def test_100_small_files_are_looked_at_and_taken_in_at_once(app: Open, data: Path):
    files = [(f"凤二村{n}.csv", f"姓名,日期,时长（小时）\n演示{n},2024-05-01,2\n") for n in range(1, 101)]
    page = drop(app(data, PAGE), *files)
    assert "100份没有疑问" in everything(page)

    press(page, "确认导入100份")
    assert not page.exception
    assert "已入库100行" in everything(page)
    assert hours(data) == 6.5 + 200


def test_a_locked_workbook_asks_for_its_password_and_keeps_it_nowhere(app: Open, data: Path):
    page = drop(app(data, PAGE), ("凤二村服务.xlsx", locked_workbook(PASSWORD)))
    assert "文件有密码" in everything(page)
    assert not [button for button in page.button if button.label.startswith("确认导入")]

    page.text_input[0].set_value(PASSWORD)
    press(page, "用这个密码打开")
    press(page, "确认导入1份")
    assert not page.exception
    assert "凤二村服务.xlsx" in Inbox(data).names()
    stored = [path for path in data.rglob("*") if path.is_file() and PASSWORD.encode() in path.read_bytes()]
    assert stored == []
