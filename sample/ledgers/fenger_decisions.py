"""凤二村's register of what the committee and the supervisors of its charity fund decided: a sheet a year, votes under one header."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from sample import cells
from sample.blocks import Block, Field, body, head, line, stack, title
from sample.books import Book, Sheet
from sample.office import Office, numbered, of_year, spoilt, year_words
from sample.stories.decisions import FIRST_YEAR, Decision, of_fenger


def books() -> Iterator[Book]:
    years = range(FIRST_YEAR - 1, 2027)
    sheets = [Sheet(year_words(year), _decisions(year)) for year in years]
    yield Book("凤二村社区慈善基金管委会决议登记（演示）.xlsx", "xlsx", sheets)


def _decisions(year: int) -> Block:
    """In 2025 one has more votes than people, one no day, one a body there is not; at the first meeting of 2024 there were six members."""
    fields = [
        numbered(),
        Field("纪要编号", "decision_no"),
        Field("会议日期", "decided_on", cells.one_of(cells.unchanged, cells.chinese, cells.dotted)),
        Field("会议类型", "body", cells.worded({"管理委员会": "管委会会议", "监督委员会": "监委会"})),
        Field("议定事项", "subject", cells.padded),
        Field("资助项目", "project", cells.blank_as("/")),
        Field("批准金额（元）", "amount_yuan", cells.one_of(cells.unchanged, cells.commas)),
        Field("应到委员", "members"),
        Field("实到委员", "present"),
        Field("列席监督员", "supervisors", lambda number: number or None),
        *(Field(f"表决|{name}", _votes(place)) for place, name in enumerate(("同意", "反对", "弃权"))),
        Field("责任人", "responsible", cells.aligned),
    ]
    rows = [_with_six(decision) for decision in of_year(of_fenger(), "decided_on", year)]
    heading = title(f"凤二村社区慈善基金管委会{year_words(year)}决议登记表（演示）", len(fields))
    signed = line("记录人：        主任委员：")
    return stack(heading, head(fields), body(fields, [*rows, *(_slips(rows) if year == 2025 else [])]), signed)


def _votes(place: int) -> Callable[[Decision], int | None]:
    return lambda decision: decision.votes[place] or None


def _with_six(decision: Decision) -> Decision:
    return replace(decision, members=6) if decision.decision_no.startswith("凤管〔2023〕") else decision


def _slips(rows: list[Decision]) -> list[Decision]:
    return [
        replace(rows[1], decision_no="凤管〔2025〕错1号", votes=(5, 1, 0), present=5),
        spoilt(replace(rows[1], decision_no="凤管〔2025〕错2号"), decided_on="另行通知"),
        spoilt(replace(rows[1], decision_no="凤管〔2025〕错3号", project=None, amount_yuan=None), body="村民大会"),
    ]


OFFICE = Office("凤二村（演示）", books)
