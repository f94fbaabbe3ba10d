"""社东社区's donation day: one list in two sheets, organisations in 万元 and individuals in yuan."""

from collections.abc import Iterator

from sample import cells
from sample.blocks import Field, beside, blank, body, head, line, spaced, stack, title
from sample.books import Book, Sheet
from sample.office import Office, numbered
from sample.records import Gift
from sample.stories.shedong import EVENT_DAY, FUND, story


def books() -> Iterator[Book]:
    yield Book("社东社区五美益集现场捐赠名单（演示）.xlsx", "xlsx", [_firms(), _people()])


def _event(kind: str) -> list[Gift]:
    return [gift for gift in story().gifts if gift.donated_on == EVENT_DAY and gift.donor_kind == kind]


def _firms() -> Sheet:
    """Organisations in 万元, the day in a cell merged down, a grand total beside the table without a header."""
    gifts = _event("单位")
    fields = [
        numbered(),
        Field("捐赠单位", "donor", cells.padded),
        Field("捐赠日期", "donated_on", cells.chinese),
        Field("捐赠金额（万元）", "amount_yuan", cells.in_ten_thousands),
        Field("渠道", lambda gift: "现场"),
        Field("专项基金", lambda gift: FUND),
        Field("票据号", "receipt_no"),
    ]
    caption = title("社东社区五美益集现场捐赠名单——爱心企业（5月20日）（演示）", len(fields))
    rows = body(fields, gifts, merged=("捐赠日期",))
    grand = cells.in_ten_thousands(sum(gift.amount_yuan or 0 for gift in gifts))
    return Sheet("爱心企业", stack(caption, line("单位：万元"), head(fields), beside(rows, 3, "总计", grand)))


def _people() -> Sheet:
    """Individuals in yuan, text with thousands commas, and the total said in a sentence."""
    gifts = _event("个人")
    fields = [
        numbered(),
        Field("姓名", "donor", cells.padded),
        Field("捐款日期", "donated_on", cells.serial),
        Field("捐款金额（单位：元）", "amount_yuan", cells.one_of(cells.commas, cells.framed)),
        Field("方式", lambda gift: "现场募捐"),
        Field("所属基金", lambda gift: FUND),
        Field("收据号", "receipt_no"),
    ]
    caption = title("社东社区五美益集现场捐赠名单——爱心人士（5月20日）（演示）", len(fields))
    sentence = f"共计{len(gifts)}人次 | 总金额{sum(gift.amount_yuan or 0 for gift in gifts):.2f}"
    rows = spaced(body(fields, gifts), 25)
    return Sheet("爱心人士", stack(caption, blank(), head(fields), rows, line(sentence)))


OFFICE = Office("社东社区（演示）", books)
