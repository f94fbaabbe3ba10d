"""Gathers what is remarked of the rows that are stored, for a clerk to look at: columns of communities, hidden rows, far years, groups of people, remarks, rows without a number."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from etl.cleaning.columns_of_communities import columns_of_communities
from etl.cleaning.groups_as_persons import doubtful_people
from etl.cleaning.groups_of_people import groups_of_people
from etl.cleaning.lone_years import lone_years
from etl.cleaning.marked_records import marked_records
from etl.cleaning.table_body import TableBody
from etl.cleaning.unnumbered_rows import unnumbered_rows
from etl.cleaning.unread_remarks import unread_remarks
from etl.problem import Problem


def remarks_on_loaded(body: TableBody, rows: pa.Table, is_loaded: np.ndarray) -> Iterator[Problem]:
    """Yield what is to be looked at in the stored rows of a table; `rows` are all its rows, typed."""
    yield from columns_of_communities(body, is_loaded)
    yield from marked_records(body, is_loaded)
    yield from lone_years(body, rows, is_loaded)
    yield from groups_of_people(body, is_loaded)
    yield from doubtful_people(body, is_loaded)
    yield from unread_remarks(body, is_loaded)
    yield from unnumbered_rows(body, rows, is_loaded)
