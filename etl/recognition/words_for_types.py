"""Says which record types the words around a table speak for, where its headers are near to another one."""

from etl.declarations import record_types
from etl.recognition.candidate_rows import CandidateRow
from etl.schema import RecordType


def words_for_types(candidate: CandidateRow, besides: RecordType) -> str:
    """Return in brackets what to write for those record types, the one named already left out; "" where no word speaks for any."""
    others = [record for record in record_types().values() if candidate.hint(record) and record.id != besides.id]
    labels = [f"是“{record.label}”的写 --record {record.label}" for record in others]
    return f"（{'，'.join(labels)}）" if labels else ""
