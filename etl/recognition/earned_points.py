"""Asks about points that may be earned rather than redeemed: 积分 beside 积分来源 or 服务时长, and nowhere a word of what they bought."""

import re
from collections.abc import Iterator

from etl.reading.grid import Sheet
from etl.recognition import title
from etl.recognition.header_cell import name_and_unit
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import UNFED, TableHeader

_REDEEMED = re.compile("[兑换领扣减消耗花用支]|商品|奖品")
_EARNED = re.compile("来源|获得|所得|得分|加分|增加|奖励|时长|时数|服务|参加|参与")


def earned_points(header: TableHeader, sheet: Sheet, file: str) -> Iterator[str]:
    """Yield why points under a header that does not say so are not taken as redeemed, in a sentence with what to write."""
    tells_what = {"voucher", "pieces"} & {*header.filled_columns, *header.constants}
    if header.record.id != "redemption" or tells_what or header.only:
        return
    around = (sheet.name, *title.lines_over(sheet, header.rows[0]), file)
    names = [match.header for match in header.matches]
    if any(map(_REDEEMED.search, (*around, *names))):
        return
    beside = [match.header for match in header.matches if match.how in UNFED and _EARNED.search(match.header)]
    for index in header.sources.get("redeemed_points", ()):
        own = name_and_unit(header.text(index))[0]
        told = f"旁边有“{'”“'.join(beside)}”，像挣到的积分" if beside else "看不出是挣到的还是兑换用掉的"
        yield (
            f"“{own}”{told}，没有入库：积分兑换只登记用掉的。挣到的不用登记，导入志愿服务等台账和积分规则，会自动算出来；"
            f"确实是兑换用掉的，加 --set {CHECKED}=是。"
        )
