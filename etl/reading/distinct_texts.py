"""Looks at the distinct texts of several columns in one call: with few of them, making a pattern ready takes longer than looking."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pyarrow as pa


def matches(columns: Sequence[pa.Array], test: Callable[[pa.Array], pa.Array]) -> Iterator[np.ndarray]:
    """Yield for each column which of its texts pass a test, and False behind them, which the code -1 of an empty cell takes."""
    if columns:
        is_match = test(pa.concat_arrays(columns)).to_numpy(zero_copy_only=False).astype(bool)
        ends = np.cumsum([len(texts) for texts in columns])
        yield from (np.append(of_column, False) for of_column in np.split(is_match, ends[:-1]))
