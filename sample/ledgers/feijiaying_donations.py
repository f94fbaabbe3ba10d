"""费家营社区's donations: a sheet a year, but for 2023, which came as a file of its own and then once more."""

from collections.abc import Iterator

from sample import cells
from sample.blocks import Block, Field, body, head, line, stack, title, total
from sample.books import Book, Sheet
from sample.names import registered
from sample.office import Office, numbered, of_year, year_words
from sample.records import Gift
from sample.stories.feijiaying import story


def books() -> Iterator[Book]:
    years = [Sheet(year_words(year), _gifts(year)) for year in (2021, 2022, 2024, 2025, 2026)]
    yield Book("费家营社区爱心捐赠公示（演示）.xlsx", "xlsx", years)
    yield Book("费家营社区2023年爱心捐赠公示（演示）.xlsx", "xlsx", [Sheet("公示", _gifts(2023))])
    again = _gifts(2023, "费家营社区2023年度善款善物接收名单（演示）")
    yield Book("费家营社区2023年善款善物名单（演示）的副本.xlsx", "xlsx", [Sheet("Sheet1", again)])


def _gifts(year: int, caption: str | None = None) -> Block:
    fields = [
        numbered(),
        Field("受赠社区", lambda record: "费家营社区"),
        Field("捐赠单位及个人", _registered_name if year >= 2025 else "donor", cells.padded),
        Field("单位/个人", "donor_kind"),
        Field("款/物", "form", cells.worded({"现金": "款", "物资": "物", "时间": "服务"})),
        Field("接收日期", "donated_on", cells.one_of(cells.unchanged, cells.dotted, cells.serial)),
        Field("折算金额(元）", "amount_yuan", cells.one_of(cells.unchanged, cells.commas), is_summed=True),
        Field("作价依据", "valuation_basis", cells.blank_as("暂无")),
        Field("品名", "goods", cells.blank_as("/")),
        Field("数量总计", _quantity),
        Field("捐赠渠道", "channel", cells.worded({"线上": "腾讯公益", "线下": "募捐箱"})),
        Field("捐赠意向", "purpose", cells.blank_as("无")),
        Field("捐赠票据号", "receipt_no"),
    ]
    gifts = of_year(story().gifts, "donated_on", year)
    heading = title(caption or f"费家营社区{year_words(year)}爱心捐赠公示（演示）", len(fields))
    note = line("注：以上为社区及社工站接收的善款善物，感谢爱心企业和爱心人士。")
    return stack(heading, head(fields), body(fields, gifts), total("总计", fields, gifts), note)


def _registered_name(gift: Gift) -> str:
    return registered(gift.donor)


def _quantity(gift: Gift) -> str | None:
    """Number and unit in one cell."""
    return f"{gift.quantity}{gift.unit}" if gift.quantity else None


OFFICE = Office("费家营社区（演示）", books)
