"""Keeps pyarrow from importing pandas: it does so wherever pandas is installed, which takes longer than a small load."""

import sys
from typing import Any


class _NoPandas:
    """An import finder to which pandas is not installed."""

    @staticmethod
    def find_spec(name: str, *_: Any) -> None:
        """Raise ModuleNotFoundError for pandas; leave every other module to the next finder."""
        if name == "pandas":
            raise ModuleNotFoundError(name, name=name)


def without_pandas() -> None:
    """Make pandas unavailable in this process: for commands and workers, which end soon and use no data frames."""
    sys.meta_path.insert(0, _NoPandas)
