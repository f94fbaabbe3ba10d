"""Every declared record type and fact by id: what the stages, the warehouse and the indicators may know of etl."""

from functools import cache

import etl.facts
import etl.records
from etl.schema import Fact, RecordType
from registry import collect


@cache
def record_types() -> dict[str, RecordType]:
    """Return every declared record type by id."""
    return collect(etl.records, RecordType)


@cache
def facts() -> dict[str, Fact]:
    """Return every declared fact by id."""
    return collect(etl.facts, Fact)
