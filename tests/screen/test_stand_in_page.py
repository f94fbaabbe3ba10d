"""Every page says that the build in use cannot be read, and 数据导入 loads the ledgers once more."""

from pathlib import Path

import pytest

from tests.screen.conftest import Open
from tests.screen.test_intake_page import everything, press
from tests.support.ledgers import GIFTS, command, loaded, received
from tests.support.shards import flip_a_byte, shard_files_in
from warehouse import shard_tables
from warehouse.build_in_use import current


def test_pages_say_it_and_the_ledgers_are_loaded_again_at_a_press(app: Open, office_in_use: Path):
    received(office_in_use, {"社东志愿服务.csv": "姓名,日期,时长（小时）\n丁演示,2024-04-01,8\n"})
    loaded(office_in_use)
    current(office_in_use).write_bytes(b"")
    overview = app(office_in_use)
    assert any("现用较早的一批" in warning.value and "数据导入" in warning.value for warning in overview.warning)

    press(page := app(office_in_use, "data/intake.py"), "重新载入台账")
    assert "已重新载入" in everything(page)
    assert not [warning for warning in app(office_in_use).warning if "现用" in warning.value]


def test_pages_name_the_community_whose_rows_are_damaged_where_no_build_can_stand_in(
    app: Open, office: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(shard_tables, "MOST_COPIED", 0)
    received(office, {"社东善款.csv": GIFTS})
    _, build = loaded(office)
    flip_a_byte(office / next(file.path for file in shard_files_in(build.path) if file.table == "donation"))
    for page in ("outcomes/overview.py", "data/intake.py"):
        words = [warning.value for warning in app(office, page).warning]
        assert any(word.startswith("“社东社区（演示）”的数据分片坏了：汇总好的数照常") for word in words), page
        assert not [word for word in words if "没有数可看" in word]


def test_ledgers_that_gave_nothing_are_no_broken_build(app: Open, tmp_path: Path):
    received(tmp_path, {"菜单.csv": "星期,主食\n周一,米饭\n"})
    command("load", "--data", tmp_path)

    page = everything(app(tmp_path, "data/intake.py"))
    assert "收到的台账还没有一份入库，各页现在没有数可看。" in page
    assert "读不出来" not in page
