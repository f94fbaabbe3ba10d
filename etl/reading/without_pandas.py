"""Start light: pyarrow imports pandas wherever it is installed, which takes longer than a small load, and uses none of it here."""

import sys
from typing import Any


class _NoPandas:
    """An import finder that knows one thing: there is no pandas."""

    @staticmethod
    def find_spec(name: str, *_: Any) -> None:
        """Raise for pandas, leave every other module to the next finder."""
        if name == "pandas":
            raise ModuleNotFoundError(name, name=name)


def without_pandas() -> None:
    """Do without pandas in this process: for commands and workers, which end soon and show no tables."""
    sys.meta_path.insert(0, _NoPandas)
