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


def test_what_is_remarked_of_files_without_doubt_is_said_without_a_click_before_and_after(app: Open, data: Path):
    """Two of twelve files have the same column that nothing reads; one has another one."""
    columns = {1: ",天气", 2: ",天气", 3: ",路况"}
    files = [
        (
            f"凤二村{n:02}.csv",
            f"姓名,日期,时长（小时）{columns.get(n, '')}\n演示{n},2024-05-01,2{',好' if n in columns else ''}\n",
        )
        for n in range(1, 13)
    ]
    page = drop(app(data, PAGE), *files)
    said = everything(page).replace("\\", "")
    assert "12份没有疑问，其中3份有提醒" in said
    assert "凤二村01.csv、凤二村02.csv：提示1处：这些列没有读取：天气" in said
    assert "凤二村03.csv：提示1处：这些列没有读取：路况" in said

    said = everything(press(page, "确认导入12份")).replace("\\", "")
    assert "12份没有疑问，其中3份有提醒，入库12行" in said
    assert said.count("这些列没有读取：") == 2


def test_of_many_files_taken_in_the_doubtful_stand_first_and_the_others_are_one_line(app: Open, data: Path):
    """Twelve files with n rows refused each, n = 1 … 12, among 20 without doubt of two rows each."""
    clear = [
        (f"凤二村{n}.csv", f"姓名,日期,时长（小时）\n演示{n},2024-05-01,2\n演示{n},2024-05-02,2\n") for n in range(20)
    ]
    refused = [
        (f"凤二村坏{n:02}.csv", "姓名,日期,时长（小时）\n" + f"演示坏{n},2024-05-01,2\n" + f"演示坏{n},五月,2\n" * n)
        for n in range(1, 13)
    ]
    page = press(drop(app(data, PAGE), *clear, *refused), "确认导入32份")

    assert not page.exception
    labels = [expander.label for expander in page.expander]
    assert [label.split("\\")[0] for label in labels[:10]] == [f"凤二村坏{n:02}" for n in range(12, 2, -1)]
    assert labels[10:] == ["还有2份也要看一下", "20份没有疑问，入库40行"]
    left = page.dataframe[0].value
    assert left["文件"].tolist() == ["凤二村坏02.csv", "凤二村坏01.csv"] and "五月" in left["原因"][0]
    assert hours(data) == 6.5 + 40 * 2 + 12 * 2


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
