"""凤二村's gifts for the festivals: signed for by villagers, number and unit in one cell, once only “若干”."""

from collections.abc import Iterator

from sample import cells
from sample.blocks import Block, Field, body, head, line, stack, title
from sample.books import Book, Sheet
from sample.office import Office, numbered, of_year, spoilt, year_words
from sample.records import Handout
from sample.stories.fenger import story


def books() -> Iterator[Book]:
    years = [Sheet(year_words(year), _handouts(year)) for year in range(2021, 2027)]
    yield Book("凤二村慰问品发放签领（演示）.xls", "xls", years)


def _handouts(year: int) -> Block:
    fields = [
        numbered(),
        Field("签领日期", "given_on", cells.one_of(cells.unchanged, cells.chinese)),
        Field("慰问品", "goods"),
        Field("份数", _quantity),
        Field("户主", "recipient", cells.aligned),
        Field("对象类别", "group", cells.worded({"老人": "高龄老人", "困难家庭": "低保户", "儿童青少年": "困境儿童"})),
        Field("捐赠方", "source", cells.padded),
        Field("发放事由", "project"),
    ]
    rows = of_year(story().handouts, "given_on", year)
    slips = [spoilt(rows[2], quantity="若干")] if year == 2024 else []
    heading = title(f"凤二村{year_words(year)}慰问品发放签领表（演示）", len(fields))
    signed = line("发放人签字：　　　　　　日期：")
    return stack(
        heading, head(fields), body(fields, [*rows, *slips]), line("合计", None, None, f"{len(rows)}笔"), signed
    )


def _quantity(handout: Handout) -> object:
    is_number = isinstance(handout.quantity, int)
    return f"{handout.quantity}{handout.unit}" if is_number else handout.quantity


OFFICE = Office("凤二村（演示）", books)
