"""Asks about a sheet whose name is to be the community of its rows and is the name of none: 合计."""

import re
from collections.abc import Iterator

from etl.columns import COMMUNITY
from etl.reading.grid import Sheet
from etl.recognition.meanings import SHEET_NAME
from etl.recognition.table_header import TableHeader

_OF_ALL = re.compile(
    r"(?:全部|全街道?|各社区|街道|所有|数据|年度|月度)?(?:合计|总计|汇总|总表|总览|小计|全部|台账|目录|封面|说明)(?:表|页)?|(?i:sheet)\s*\d*"
)


def sheet_as_community(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield why the rows of a sheet are not read under its name, in a sentence with what to write."""
    is_named_so = header.constants.get(COMMUNITY.name) == SHEET_NAME and COMMUNITY.name not in header.sources
    if is_named_so and _OF_ALL.fullmatch(sheet.name.strip()):
        yield (
            f"说明里写着社区是工作表名，这张工作表叫“{sheet.name}”，不是社区，像是各社区的合计，没有入库，以免算两次。"
            "确实是一个社区的，请把工作表改成社区的名字。"
        )
