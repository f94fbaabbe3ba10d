"""Says which columns a table lacks: of one that another would replace, both, so that a list without numbers is not asked for its numbers."""

from etl.schema import RecordType

MOST_NAMED = 2  # of the columns of which a table must have one


def labels_of_lacking(record: RecordType, name: str) -> list[str]:
    """Return the label of a column that is lacking, and of the next that would do as well: 金额 or 数量."""
    names = record.either[:MOST_NAMED] if name in record.either else (name,)
    return [record.column(name).label for name in names]


def where_it_stands(record: RecordType, name: str) -> str:
    """Return the question which header heads a column that is lacking, with what to write."""
    labels = labels_of_lacking(record, name)
    question = f"哪一列是{'或'.join(labels)}，请用 {' 或 '.join(f'--map 表头={label}' for label in labels)} 指明。"
    is_number_alone = name in record.key and record.column(name).kind.is_identity and len(labels) == 1
    return question + (_how_to_number(record, labels[0]) if is_number_alone else "")


def _how_to_number(record: RecordType, label: str) -> str:
    """Say what a clerk does whose list goes by names alone: the number tells one case from another, over all lists."""
    what = record.row.removeprefix("一行是一")
    return f"表里没有编号的，请加一列“{label}”：每{what}写一个自己的号（如2025-001）。同一{what}在几份台账里都写同一个号，只算一次。"
