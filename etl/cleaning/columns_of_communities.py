"""Says which column names several communities where none was read as the community: all rows are then those of one, or of none."""

from collections.abc import Iterator

import numpy as np

from etl import parse
from etl.cleaning.table_body import TableBody
from etl.columns import COMMUNITY
from etl.parse.community_words import ENDING, ENDS_LIKE_COMMUNITY
from etl.problem import Problem
from etl.recognition.header_cell import is_personal
from etl.recognition.ledger_tables import LedgerTable

COLUMN_OF_COMMUNITIES = "column_of_communities"  # code of the hint
_NAME = rf"^\s*[一-鿿A-Za-z\d]{{2,8}}?{ENDING}\s*$"
_MOST_NAMED = 3


def columns_of_communities(body: TableBody, is_loaded: np.ndarray) -> Iterator[Problem]:
    """Yield a hint on each column that names communities in most of the stored rows, at least two: one that was not read, or only splits figures."""
    if body.table.sources.get(COMMUNITY.name):
        return
    needed = _needed(body.table)
    for match in body.table.header.matches:
        if match.index in needed or is_personal(match.header):
            continue
        header, column = match.header, body.columns[match.index]
        rows = column.rows_where(_NAME) & is_loaded
        texts = column.used_texts(rows) if rows.sum() * 2 > is_loaded.sum() else []
        names = list({ENDS_LIKE_COMMUNITY.sub("", text.strip()): text.strip() for text in texts}.values())
        if len(names) > 1:
            more = f"等{len(names)}个社区" if len(names) > _MOST_NAMED else ""
            shown = parse.without_personal_data(header)
            message = (
                f"“{shown}”写着{'、'.join(names[:_MOST_NAMED])}{more}，没有当作社区读。"
                f"各行是这一列写的社区的，请加 --map {shown}=社区 再导入（已经入库的先撤回）；不是的，不用改。"
            )
            yield body.problem(COLUMN_OF_COMMUNITIES, "提示", message, int(np.flatnonzero(rows)[0]), header)


def _needed(table: LedgerTable) -> set[int]:
    """Return the grid columns that are read and must not be read as something else: all but optional ones that split figures."""
    columns = {name: table.record.column(name) for name in table.sources}
    optional = {name for name in table.record.groups if name in columns and not columns[name].is_required}
    return {index for name, indices in table.sources.items() if name not in optional for index in indices}
