"""数据导入 says of a new build that it is held back, whoever loaded, and lets a person use it all the same."""

from pathlib import Path

from etl import history
from etl.load import bring_up_to_date
from tests.screen.conftest import Open
from tests.screen.test_intake_page import MORE_HOURS, drop, everything, press
from tests.support.ledgers import GIFTS, hours, loaded, received
from warehouse.build import Build
from warehouse.build_in_use import current

PAGE = "data/intake.py"
LEDGER = "凤二村志愿服务.csv"


def test_a_build_held_back_is_said_and_used_once_accepted(app: Open, office: Path):
    received(office, {"社东善款.csv": GIFTS})
    loaded(office)
    (office / "inbox" / LEDGER).unlink()
    assert bring_up_to_date(office).path is None

    page = app(office, PAGE)
    assert "新的数据批次没有采用，各页仍用原来的：" in everything(page)
    assert "不在 inbox 里了，没有人撤回（原有3行）" in everything(page)
    assert hours(Build(current(office))) == [(LEDGER, 3, 6.5)]

    press(drop(page, ("凤二村志愿服务5月.csv", MORE_HOURS)), "先看会改变什么")
    assert "照这样导入，新的数据批次不会采用，各页仍用原来的：" in everything(page)
    press(page, "全部取消")

    press(page, "仍然采用")
    assert "已采用，各页现在用的是新的数据批次。" in everything(page)
    assert hours(Build(current(office))) == []
    assert [entry.act for entry in history.entries(office)] == ["仍然采用"]
    assert not [button for button in page.button if button.label == "仍然采用"]
