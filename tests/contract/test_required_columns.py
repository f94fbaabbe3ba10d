"""What figures show where ledgers have nothing but the columns that they must have: no number that those do not tell."""

from pathlib import Path

from etl.declarations import record_types, register
from etl.schema import Column, RecordType
from indicators.catalogue import catalogue
from indicators.engine import figures
from tests.support.builds import year
from tests.support.ledgers import loaded, received

PLACE = "甲社区"
# Rows of dates alone are no records: one column more that tells nothing of what is counted.
BESIDE = {"service_order": ("order_no",), "wish": ("item",)}
# Checked by hand: each of these rests on columns without which a ledger is refused, or shows a range where people are not named.
TOLD = {
    "activities", "cases_opened", "deliberation_meetings", "topics_raised", "requests_received", "relief_needs", "wishes_raised",
    "orders_placed", "orders_accepted", "mean_days_to_accept", "help_orders", "company_subsidies", "project_subsidies", "households_helped",
    "volunteer_hours", "hours_per_volunteer", "volunteers_active", "volunteers_registered", "people_with_income_gain",
    "cash_received", "gifts", "donors", "money_spent", "fund_balance", "use_ratio", "fund_decisions", "fund_decided_amount",
    "distributions", "goods_kinds_distributed", "people_given_goods",
    "satisfaction_answers", "satisfied_share", "overall_satisfied_share", "mean_score_5",
    "needs_listed", "resources_listed", "projects_listed", "lists_issued", "projects_supported", "vouchers_on_offer", "vouchers_redeemed",
    "points_awarded", "points_for_service", "points_entries", "points_entries_to_date", "points_redeemed", "points_balance",
    "staff", "venues", "organisations", "honours", "leaders_recognised", "resident_leaders",
}  # fmt: skip


def test_a_figure_needs_no_column_that_its_ledgers_may_lack(tmp_path: Path):
    records = [record for record in record_types().values() if record is not register() and not is_of_any_kind(record)]
    received(tmp_path, {f"{PLACE}{record.label}.csv": ledger(record) for record in records})
    outcome, build = loaded(tmp_path)
    shown = {figure.indicator for figure in figures(build, [*catalogue()], year(2025, PLACE)) if figure.state == "ok"}

    assert (outcome.failed, build.rows("select file from source_file where loaded = 0")) == ((), [])
    assert shown == TOLD


def is_of_any_kind(record: RecordType) -> bool:
    """Whether its rows say themselves which figure they are of."""
    return record.is_reported_sum or record.id == "target"


def ledger(record: RecordType) -> str:
    names = (*record.either[:1], *BESIDE.get(record.id, ()))
    columns = [column for column in record.columns if column.is_required or column.name in ("community", *names)]
    lines = [[cell(column, number) for column in columns] for number in range(24)]
    return "\n".join(",".join(line) for line in [[column.label for column in columns], *lines])


def cell(column: Column, number: int) -> str:
    """Return what a clerk may write in the row of this number; two rows are of each month."""
    if column.name == "community":
        return PLACE
    if column.kind.sql_type == "date":
        return f"2025-{number // 2 + 1:02}-05"
    if column.choices:
        return next(iter(column.choices))
    is_number = column.kind.sql_type in ("double", "bigint", "integer") or column.kind.is_sum
    return "5" if is_number else f"{column.example or column.kind.example}{number}".replace(",", "，")
