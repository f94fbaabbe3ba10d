"""社东社区's incomes before and after, in 万元, a sheet a round, with the basis in other words."""

from collections.abc import Iterator
from dataclasses import replace

from sample import cells
from sample.blocks import Block, Field, body, head, line, stack, title
from sample.books import Book, Sheet
from sample.office import Office, numbered, of_year, spoilt
from sample.stories.incomes import of_shedong

YEARS = (2021, 2022, 2023, 2025)


def books() -> Iterator[Book]:
    yield Book("社东社区挂面带动增收登记（演示）.xlsx", "xlsx", [Sheet(f"{year}年", _incomes(year)) for year in YEARS])


def _incomes(year: int) -> Block:
    """In 2023 one income is a guess, and one line does not say what its income rests on."""
    fields = [
        numbered(),
        Field("村民姓名", "name", cells.aligned),
        Field("增收项目", "project"),
        Field("带动前年收入（万元）", "before_yuan", cells.in_ten_thousands),
        Field("带动后年收入（万元）", "after_yuan", cells.in_ten_thousands),
        Field("依据", "basis", cells.worded({"本人申报": "自报", "入户核定": "入户测算"})),
        Field("登记时间", "measured_on", cells.one_of(cells.unchanged, cells.chinese)),
    ]
    incomes = of_year(of_shedong(), "measured_on", year)
    if year == 2023:
        incomes = [
            replace(incomes[0], basis=""),
            *incomes[1:],
            spoilt(replace(incomes[1], name="仿样禾"), after_yuan="三四万"),
        ]
    heading = title(f"社东社区{year}年文旅产业带动增收登记表（演示）", len(fields))
    return stack(heading, head(fields), body(fields, incomes), line("填表：社东社工站"))


OFFICE = Office("社东社区（演示）", books)
