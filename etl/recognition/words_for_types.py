"""Says which record types the words around a table speak for, where its headers are near to another one."""

from etl.declarations import record_types
from etl.recognition.candidate_rows import CandidateRow
from etl.schema import RecordType

MOST_NAMED = 3  # record types


def words_for_types(candidate: CandidateRow, besides: RecordType) -> str:
    """Return in brackets what to write for those record types, the one named already left out; "" where no word speaks for any.

    None is named that other words there speak against: 捐赠 in the name of a list of what was bought with gifts.
    """
    others = [record for record in record_types().values() if candidate.hint(record) and record.id != besides.id]
    open_to = sorted((r for r in others if not candidate.contrary_word(r)), key=lambda r: -candidate.hint(r))
    labels = [f"是“{record.label}”的写 --record {record.label}" for record in open_to[:MOST_NAMED]]
    return f"（{'，'.join(labels)}）" if labels else ""
