"""Rules of points and what was redeemed in 凤二村 and 费家营社区, each in its own words."""

from collections.abc import Iterator, Sequence

from sample import cells
from sample.blocks import Block, Field, body, head, stack, title, total
from sample.books import Book, Sheet
from sample.office import Office, numbered
from sample.stories.hour_points import (
    FEIJIAYING_REPORTS,
    FEIJIAYING_RULES,
    FENGER_RULES,
    feijiaying_redemptions,
    fenger_redemptions,
)
from sample.stories.points import Redemption, Rule


def books() -> Iterator[Book]:
    yield Book("凤二村志愿积分规则（演示）.xlsx", "xlsx", [Sheet("规则", _rules("凤二村", FENGER_RULES))])
    yield Book("凤二村爱心超市兑换登记（演示）.xls", "xls", [Sheet("兑换", _fenger(fenger_redemptions()))])
    yield Book(
        "费家营社区志愿积分规则（演示）.xlsx",
        "xlsx",
        [Sheet("规则", _rules("费家营社区", [*FEIJIAYING_RULES, *FEIJIAYING_REPORTS]))],
    )
    yield Book(
        "费家营社区积分超市兑换（演示）.xlsx", "xlsx", [Sheet("积分兑换", _feijiaying(feijiaying_redemptions()))]
    )


def _rules(place: str, rules: Sequence[Rule]) -> Block:
    fields = [
        Field("社区", lambda rule: place),
        Field("执行日期", "effective_on"),
        Field("积分项目", "item"),
        Field("每单位积分", "points"),
        Field("单次封顶", "most_hours", cells.blank_as("")),
        Field("星级评定门槛", "star_points"),
    ]
    return stack(title(f"{place}志愿积分规则（演示）", len(fields)), head(fields), body(fields, rules))


def _fenger(redeemed: Sequence[Redemption]) -> Block:
    fields = [
        numbered(),
        Field("社区", lambda redemption: "凤二村"),
        Field("兑换日期", "redeemed_on"),
        Field("姓名", "person", cells.aligned),
        Field("兑换物品", "voucher"),
        Field("扣减积分", "points", is_summed=True),
    ]
    heading = title("凤二村爱心超市积分兑换登记（演示）", len(fields))
    return stack(heading, head(fields), body(fields, redeemed), total("合计", fields, redeemed, at=1))


def _feijiaying(redeemed: Sequence[Redemption]) -> Block:
    fields = [
        Field("日期", "redeemed_on", cells.one_of(cells.unchanged, cells.dotted)),
        Field("志愿者", "person"),
        Field("兑换项目", "voucher"),
        Field("使用积分", "points"),
        Field("所属社区", lambda redemption: "费家营社区"),
    ]
    return stack(head(fields), body(fields, redeemed))


OFFICE = Office("凤二村（演示）", books)
