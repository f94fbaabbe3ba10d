"""Tells what units say of other columns, 评分（10分制） of the scale, 数量（件） of the unit: of a header's own it holds against a constant."""

from collections.abc import Iterator, Mapping

from etl.cleaning.table_body import TableBody


def constants_for(body: TableBody) -> dict[str, str]:
    """Return {column: text} for empty cells: as units of the table say, over them as stated, over both as the header's own unit says."""
    return {**_constants(body, body.table.units), **body.table.constants, **_constants(body, _own_units(body))}


def overruled(body: TableBody) -> Iterator[str]:
    """Yield which stated constant is not used since the header itself says another, in a sentence for the clerk."""
    for name, text in _constants(body, _own_units(body)).items():
        stated = body.table.constants.get(name, text)
        if stated != text:
            label = body.table.record.column(name).label
            yield f"表头里写着{label}是“{text}”的，按表头读；整份的{label}“{stated}”只用在表头没有写的列。"


def _own_units(body: TableBody) -> dict[str, str]:
    """Return {column: unit} for the columns of which each header has the same unit of its own."""
    units = {
        name: {body.table.header.units_of_cells.get(i) for i in indices} for name, indices in body.table.sources.items()
    }
    return {name: unit for name, own in units.items() if len(own) == 1 and (unit := next(iter(own)))}


def _constants(body: TableBody, units: Mapping[str, str]) -> dict[str, str]:
    constants: dict[str, str] = {}
    for name, unit in units.items():
        column = body.table.record.column(name)
        if unit in column.unit_sets:
            filled, constant = column.unit_sets[unit]
            constants[filled] = constant
        elif column.fills and body.table.record.column(column.fills[0]).kind.sql_type == "varchar":
            constants[column.fills[0]] = unit
    return constants
