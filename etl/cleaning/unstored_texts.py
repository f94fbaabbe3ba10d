"""Lets the hash of a row tell texts apart that are not stored: two requests of a day are no copies, and nothing of either is kept."""

import hmac
from collections.abc import Mapping, Sequence

import numpy as np

from etl.cleaning.coded_column import CodedColumn
from etl.kinds import UNSTORED_TEXT
from etl.schema import RecordType

_SIZE = 8  # bytes of a digest, as of the hash of a row


def told_apart(
    hashes: np.ndarray,
    record: RecordType,
    sources: Mapping[str, Sequence[int]],
    columns: Mapping[int, CodedColumn],
    key: bytes,
) -> np.ndarray:
    """Return the hashes of rows with those of their unstored texts in them; the secret keeps a text from being guessed by its hash."""
    for column in record.columns:
        for index in sources.get(column.name, ()) if column.kind is UNSTORED_TEXT else ():
            hashes = hashes ^ _digests(columns[index], key)
    return hashes


def _digests(column: CodedColumn, key: bytes) -> np.ndarray:
    """Return a number for each row, equal where its text is; 0 of an empty cell."""
    digests = [
        int.from_bytes(hmac.digest(key, b"text " + text.strip().encode(), "sha256")[:_SIZE])
        for text in column.texts.to_pylist()
    ]
    return np.array([*digests, 0], np.uint64)[column.codes]
