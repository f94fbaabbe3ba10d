"""Tells rows of money taken back: a negative amount under the number of the row that it takes back, which is no second entry of it."""

from dataclasses import dataclass

from etl import kinds
from etl.schema import RecordType

ADVICE = "这一行是负数，像冲销或退回，但捐赠人（收款人）和登记过的那一笔不同，或退回的合计超过了那一笔，请核对；同一笔冲销登记了两次的，请去掉一行。"


@dataclass(frozen=True)
class Reversal:
    """SQL conditions on a row among those of one key, in the window `same`: rows of negative amounts come last in it."""

    is_negative: str = "false"
    is_allowed: str = "false"


def of(record: RecordType) -> Reversal:
    """Return how rows of a record type that moves money take back another one: of the same people, and in all no more than it gave."""
    amount = next((column.name for column in record.columns if column.kind is kinds.AMOUNT), "")
    if not (amount and record.direction):
        return Reversal()
    people = [column.key_name for column in record.columns if column.kind.is_personal]
    is_negative = f"coalesce({amount} < 0, false)"
    is_same = "".join(f" and {name} is not distinct from first_value({name}) over same" for name in people)
    left = f"sum(case when {is_negative} then {amount} end) over same + first_value({amount}) over same"
    return Reversal(is_negative, f"({is_negative} and coalesce({left} >= 0, false){is_same})")
