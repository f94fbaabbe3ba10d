"""Says which column names several communities where none was read as the community: all rows are then stored as those of one."""

from collections.abc import Iterator

import numpy as np

from etl.cleaning.table_body import TableBody
from etl.columns import COMMUNITY
from etl.parse.community_words import ENDING
from etl.problem import Problem
from etl.recognition.header_cell import is_personal

COLUMN_OF_COMMUNITIES = "column_of_communities"  # code of the hint
_NAME = rf"^\s*[一-鿿A-Za-z\d]{{2,8}}?{ENDING}\s*$"
_MOST_NAMED = 3


def columns_of_communities(body: TableBody, is_loaded: np.ndarray) -> Iterator[Problem]:
    """Yield a hint on each column that names communities in most of the stored rows, at least two: one that was not read, or only splits figures."""
    if body.table.sources.get(COMMUNITY.name):
        return
    of_groups = {i for name in body.table.record.groups for i in body.table.sources.get(name, ())}
    read_otherwise = {*body.table.headed_columns} - of_groups
    for match in body.table.header.matches:
        if match.index in read_otherwise or is_personal(match.header):
            continue
        header, column = match.header, body.columns[match.index]
        rows = column.rows_where(_NAME) & is_loaded
        names = column.used_texts(rows) if rows.sum() * 2 > is_loaded.sum() else []
        if len(names) > 1:
            more = f"等{len(names)}个社区" if len(names) > _MOST_NAMED else ""
            message = (
                f"“{header}”写着{'、'.join(names[:_MOST_NAMED])}{more}，没有当作社区读，整份都按一个社区算。"
                f"各行是这一列写的社区的，请撤回这一份，加 --map {header}=社区 再导入；不是的，不用改。"
            )
            yield body.problem(COLUMN_OF_COMMUNITIES, "提示", message, int(np.flatnonzero(rows)[0]), header)
