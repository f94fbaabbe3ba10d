"""数据导入 gives refused rows back, takes them in corrected, and takes ledgers and corrections back."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

import warehouse.build
import warehouse.build_in_use
from tests.screen.conftest import Open
from tests.screen.test_intake_page import PAGE, box, drop, everything, hours, press
from tests.support.corrections import NAME, corrected, fetched, make_office, mend_all
from tests.support.ledgers import HOURS, REGISTER, lay_sample_ready, loaded, received, share_secret


def words(page: AppTest) -> str:
    """All that the page says, without the signs that keep names from being taken for markup."""
    return everything(page).replace("\\", "")


def test_refused_rows_are_fetched_corrected_and_dropped_in_again(app: Open, tmp_path: Path):
    data = make_office(tmp_path) / "data"
    page = app(data, PAGE)
    assert "3行没有入库，可以取出来改" in words(page)
    box(page, "取出哪一份台账的").set_value(NAME).run()
    assert not page.exception
    assert "拒收1处：日期“2024.3.32”" in words(page)

    content = corrected(fetched(data, tmp_path / "改.xlsx"), mend_all).read_bytes()
    drop(page, ("改.xlsx", content))
    assert f"更正“{NAME}”后，志愿服务，读5行＝入库5＋拒收0＋跳过0" in str(page.dataframe[0].value["认作"].tolist())
    press(page, "确认导入")
    assert not page.exception
    assert "已入库3行" in words(page)
    assert hours(data) == 15.5

    drop(page, (NAME, (data / "inbox" / NAME).read_bytes() + b" "))
    assert "原来那一份的更正单，换成新的以后就用不上了" in words(page)
    press(page, "全部取消")

    box(page, "撤回哪一份").set_value("改.xlsx").run()
    assert f"“{NAME}”又和原件一样" in words(page)
    press(page, "撤回这一份")
    assert "3行没有入库" in words(page)


def test_the_last_ledger_taken_back_leaves_the_sample(app: Open, tmp_path: Path, sample_folder: Path):
    data = tmp_path / "data"
    received(data, {"名册.csv": REGISTER, "凤二村志愿服务.csv": HOURS})
    share_secret(data, sample_folder)
    loaded(data)
    page = app(data, PAGE)
    for name in ("名册.csv", "凤二村志愿服务.csv"):
        lay_sample_ready(data, sample_folder)  # a load that publishes sweeps it away
        box(page, "撤回哪一份").set_value(name).run()
        press(page, "撤回这一份")

    assert "已没有自己的台账，又显示演示数据" in words(page)
    assert warehouse.build.Build(warehouse.build_in_use.current(data)).is_demo
    drop(page, ("名册.csv", REGISTER.encode()))
    assert "导入后只显示自己的台账，演示数据不再显示" in words(page)
