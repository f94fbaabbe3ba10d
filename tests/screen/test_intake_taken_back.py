"""数据导入 takes a ledger back: what goes, what comes in again and what stays is said before and after."""

from pathlib import Path

from etl.inbox.folder import Inbox
from tests.screen.conftest import Open
from tests.screen.test_intake_page import PAGE, box, everything, hours, press
from tests.support.ledgers import HOURS, loaded, received


def test_a_ledger_is_taken_back_with_what_goes_and_what_stays_said_before(app: Open, data: Path):
    page = app(data, PAGE)
    box(page, "撤回哪一份").set_value("凤二村志愿服务.csv").run()
    assert "会拿走志愿服务3行（凤二村）；其余1份台账不动" in everything(page)

    press(page, "撤回这一份")
    assert not page.exception
    assert "已撤回" in everything(page)
    assert Inbox(data).names() == ["名册.csv"]


def test_rows_that_come_in_again_are_said_before_and_after_a_ledger_is_taken_back(app: Open, data: Path):
    copy, title = (
        "凤二村志愿服务副本.csv",
        "凤二村志愿者服务时长公示,,\n",
    )  # the very bytes, and the same list under a title
    received(data, {"凤二村志愿服务新.csv": HOURS.replace("合计,,6.5", "丁演示,2024-03-10,4"), copy: HOURS})
    received(data, {"服务公示.csv": title + HOURS})
    loaded(data)
    page = app(data, PAGE)
    box(page, "撤回哪一份").set_value("凤二村志愿服务.csv").run()
    ledgers = "凤二村志愿服务副本\\.csv整份、凤二村志愿服务新\\.csv的志愿服务至多3行、服务公示\\.csv整份"
    assert f"因为和它重复、没有入库的会再入库：{ledgers}（彼此也重复的仍只入一次）；其余4份" in everything(page)

    press(page, "先看撤回后会改变什么")
    assert "记录和各项数字都不会变" in everything(page)
    assert "凤二村志愿服务.csv" in Inbox(data).names()

    press(page, "撤回这一份")
    assert "已撤回" in everything(page) and "记录和各项数字都不会变" in everything(page)
    assert hours(data) == 6.5 + 4
