"""What was stated for one file becomes the recipe of the layouts in which it was used, so that next month asks nothing."""

from collections.abc import Iterator, Mapping, Sequence

from etl import clock
from etl.cleaning.sheet_report import SheetReport
from etl.columns import COMMUNITY
from etl.declarations import record_types
from etl.inbox.folder import Ledger
from etl.inbox.recipes import DATE_ORDERS, Recipe
from etl.inbox.settings import Settings
from etl.recognition.meanings import AS_ABOVE, DATE_ORDER, LEFT_OUT, find_column
from etl.recognition.stated_people import personal_texts, without_people
from etl.schema import Column, RecordType


def settled_recipes(ledger: Ledger, sheets: Sequence[SheetReport]) -> Iterator[Recipe]:
    """Yield a recipe for each layout that was taken with settings; none for a file about which nothing was stated.

    A layout that two sheets of the file use in two ways tells nothing of the next ledger, and is not remembered; nor is one of
    which only the rows of a person are taken, since no recipe names people.
    """
    digests: dict[str, set[str]] = {}
    recipes = list(_of_sheets(ledger, sheets))
    for recipe in recipes:
        digests.setdefault(recipe.fingerprint, set()).add(recipe.digest)
    yield from (recipe for recipe in recipes if len(digests[recipe.fingerprint]) == 1)


def _of_sheets(ledger: Ledger, sheets: Sequence[SheetReport]) -> Iterator[Recipe]:
    tables: dict[tuple[str, tuple[str, ...]], list[SheetReport]] = {}  # one of both directions has a report for each
    for sheet in sheets:
        settings = ledger.settings.of_sheet(sheet.sheet)
        if sheet.record and sheet.layout and _states_something(settings) and not _takes_rows_of_people(settings):
            tables.setdefault((sheet.sheet, tuple(sheet.layout)), []).append(sheet)
    for (name, layout), reports in tables.items():
        yield _recipe(ledger, name, layout, reports)


def _recipe(ledger: Ledger, name: str, layout: tuple[str, ...], reports: Sequence[SheetReport]) -> Recipe:
    """Return what was settled for the table of a sheet; read as two record types it is recognised again as both."""
    settings = ledger.settings.of_sheet(name)
    records = [record_types()[report.record] for report in reports if report.record]
    return Recipe(
        header=layout,
        record=records[0].id if len(records) == 1 else "",
        columns=_columns(reports[0]) if len(reports) == 1 else _columns_of_both(reports, settings),
        constants={n: text for record in records for n, text in _lasting(record, settings.constants).items()},
        only=dict(settings.only),
        date_order=DATE_ORDERS.get(settings.constants.get(DATE_ORDER, "")),
        settled_on=clock.today(),
        settled_by=settings.settled_by,
        file=ledger.name,
    )


def _states_something(settings: Settings) -> bool:
    return bool(settings.record or settings.columns or settings.constants or settings.only)


def _takes_rows_of_people(settings: Settings) -> bool:
    return any(personal_texts([], {}, settings.only))


def _columns(sheet: SheetReport) -> dict[str, str]:
    """Return {header: column} of what a person said, now or before; headers are named by their place where they have no words."""
    named = ("stated", "remembered")
    columns = {match["header"]: match["column"] for match in sheet.matches if match["how"] in named}
    return columns | {match["header"]: LEFT_OUT for match in sheet.matches if match["how"] == "left_out"}


def _columns_of_both(reports: Sequence[SheetReport], settings: Settings) -> dict[str, str]:
    """Return {header: column} of a table read as two record types, as the person named it: 日期 is a column of both, by another id."""
    remembered = {
        match["header"]: match["column"]
        for report in reports
        for match in report.matches
        if match["how"] == "remembered"
    }
    return remembered | dict(settings.columns)


def _lasting(record: RecordType, constants: Mapping[str, str]) -> dict[str, str]:
    """Return the constants that hold for the next ledger, too.

    Days, months and years do not, nor people, who stay in their ledger, nor what tells one record from another: the next sign-in
    is of another activity.
    """
    named = ((find_column(record, name), text) for name, text in constants.items())
    lasting = ((column, text) for column, text in named if column and text and not _is_of_one_ledger(column, text))
    return {column.name: without_people(column.name, text) for column, text in lasting}


def _is_of_one_ledger(column: Column, text: str) -> bool:
    """Tell whether a constant says when, who or which record of its kind; that cells mean what stands above them lasts."""
    if text == AS_ABOVE and not column.kind.is_personal:
        return False
    return column.kind.sql_type == "date" or column.kind.is_personal or _names_record(column)


def _names_record(column: Column) -> bool:
    """Tell whether a column tells one record from another: by a number, or by required free text such as the name of an activity."""
    is_free_text = column.kind.sql_type == "varchar" and not column.choices and not column.merged_name
    return column.kind.is_identity or (column.is_required and is_free_text and column.name != COMMUNITY.name)
