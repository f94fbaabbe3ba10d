"""Asks about points that may be earned rather than redeemed: 积分 beside 积分来源 or 服务时长, and nowhere a word of what they bought."""

import re
from collections.abc import Iterator

from etl.reading.grid import Sheet
from etl.recognition import title
from etl.recognition.header_cell import name_and_unit
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import UNFED, TableHeader

# 兑换物品, 换了什么, 扣积分, 使用登记; not 所属支部, 用户名, 领队, 花园社区, 认领, 耗时, which hold single characters of them
_REDEEMED = re.compile(
    "[兑扣]|换[领取购了成得什]|(?<![认带])领[取用到了走物奖]|[申所]领|(?<!加)减[分少去除]|消[费耗]|核销|花(?:费(?!时)|[掉去了])"
    "|使用(?!时)|已用|所用积?分|用[掉去了途于]|支[出取付]|商品|奖品"
)
_EARNED = re.compile("来源|获得|所得|得分|加分|增加|奖励|时长|时数|服务|参加|参与")


def earned_points(header: TableHeader, sheet: Sheet, file: str) -> Iterator[str]:
    """Yield why points under a header that does not say so are not taken as redeemed, in a sentence with what to write."""
    tells_what = {"voucher", "pieces"} & {*header.filled_columns, *header.constants}
    if "redeemed" not in header.record.deeds or tells_what or header.only:
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
