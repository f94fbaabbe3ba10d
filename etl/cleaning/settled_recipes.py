"""What was stated for one file becomes the recipe of the layouts in which it was used, so that next month asks nothing."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from etl.cleaning.sheet_report import SheetReport
from etl.declarations import record_types
from etl.inbox.folder import Ledger
from etl.inbox.recipes import DATE_ORDERS, Recipe
from etl.inbox.settings import Settings
from etl.recognition.meanings import AS_ABOVE, DATE_ORDER, LEFT_OUT, find_column
from etl.schema import RecordType


def settled_recipes(ledger: Ledger, sheets: Sequence[SheetReport]) -> Iterator[Recipe]:
    """Yield a recipe for each layout that was taken with settings; none for a file about which nothing was stated.

    A layout that two sheets of the file use in two ways tells nothing of the next ledger, and is not remembered.
    """
    digests: dict[str, set[str]] = {}
    recipes = list(_of_sheets(ledger, sheets))
    for recipe in recipes:
        digests.setdefault(recipe.fingerprint, set()).add(recipe.digest)
    yield from (recipe for recipe in recipes if len(digests[recipe.fingerprint]) == 1)


def _of_sheets(ledger: Ledger, sheets: Sequence[SheetReport]) -> Iterator[Recipe]:
    for sheet in sheets:
        settings = ledger.settings.of_sheet(sheet.sheet)
        if sheet.record is None or not sheet.layout or not _states_something(settings):
            continue
        record = record_types()[sheet.record]
        yield Recipe(
            header=tuple(sheet.layout),
            record=record.id,
            columns=_columns(sheet),
            constants=_lasting(record, settings.constants),
            only=dict(settings.only),
            date_order=DATE_ORDERS.get(settings.constants.get(DATE_ORDER, "")),
            settled_on=datetime.now().astimezone().date(),
            settled_by=settings.settled_by,
            file=ledger.name,
        )


def _states_something(settings: Settings) -> bool:
    return bool(settings.record or settings.columns or settings.constants or settings.only)


def _columns(sheet: SheetReport) -> dict[str, str]:
    """Return {header: column} of what a person said, now or before; headers are named by their place where they have no words."""
    named = ("stated", "remembered")
    columns = {match["header"]: match["column"] for match in sheet.matches if match["how"] in named}
    return columns | {match["header"]: LEFT_OUT for match in sheet.matches if match["how"] == "left_out"}


def _lasting(record: RecordType, constants: Mapping[str, str]) -> dict[str, str]:
    """Return the constants that hold for the next ledger, too: all but days, months and years."""
    named = ((find_column(record, name), text) for name, text in constants.items())
    lasting = ((column, text) for column, text in named if column and text)
    return {column.name: text for column, text in lasting if column.kind.sql_type != "date" or text == AS_ABOVE}
