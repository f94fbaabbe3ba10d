"""What a report tells a command line to write is said on the page as the boxes that take the same."""

import pytest

from ui.intake.sheet_report import CHECKED_BOX, without_commands


@pytest.mark.parametrize(
    ("sentence", "on_page"),
    [
        (
            "会少算。都要的请都指明：--map 折合金额（元）=金额 --map 捐款（元）=金额；不要的，写 --map 捐款（元）=不读；确实只读一列的，加 --set 已核对=是。",
            f"会少算。都要的请都指明：“折合金额（元）”选“金额”、“捐款（元）”选“金额”；不要的，“捐款（元）”选“不读”；确实只读一列的，勾选“{CHECKED_BOX}”。",
        ),
        (
            "像一行一个月的合计。是汇总表的，请用 --record 汇总上报，并用 --map 表头=数值 指明各列；不是的，请导入一笔一行的台账。",
            "像一行一个月的合计。是汇总表的，请在“是哪一种台账”里选“汇总上报”，并在下面把各列选“数值”；不是的，请导入一笔一行的台账。",
        ),
        (
            "请用 --record 指明是哪一种台账，用 --map 表头=列 指明各列（没有表头的写 --header-row 0），或用空白模板整理后再导入。",
            "请在“是哪一种台账”里选是哪一种台账，在下面指明各列（没有表头的在“表头在第几行”里写 0），或用空白模板整理后再导入。",
        ),
        (
            "哪一列是签到日期，请用 --map 表头=签到日期 指明；整份都是同一天的，用 --set 签到日期=2025-03-05。",
            "哪一列是签到日期，请在下面把那一列选“签到日期”；整份都是同一天的，在“整份都一样的签到日期”里写 2025-03-05。",
        ),
        ("--set 满分=甲 不能用：请写数字。", "“整份都一样的满分”里写的“甲”不能用：请写数字。"),
        ("有两张表。命令行写 --header-row 5。", "有两张表。"),
    ],
)
def test_every_option_of_a_command_line_is_said_as_its_box_on_the_page(sentence: str, on_page: str):
    assert without_commands(sentence) == on_page
