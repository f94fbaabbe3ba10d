"""How full a column must be that rows are counted by: half empty, it tells how much was written and not how much was done."""

from etl import declarations

LEAST_KNOWN = 1 / 2  # of the rows of a sheet that have a value: below, it is not known how many there are of a kind
LEAST_COMPARED = 19 / 20  # below, a change between two sheets may be one of writing

ACTIVITY_TERM = "activity.term"  # the months whose activities say what their community's taxonomy sorts by


def filled_ledger(ledger: str) -> str:
    """Return what the coverage calls the ledgers that tell a column in nearly every row, the ledger itself where that is not asked."""
    record, _, column = ledger.partition(".")
    columns = {each.name: each for each in declarations.record_types()[record].columns}
    is_of_every_row = ledger == ACTIVITY_TERM or (column in columns and columns[column].counted_by == "every_row")
    return f"{ledger}.filled" if is_of_every_row else ledger
