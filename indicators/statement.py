"""An SQL statement whose values are bound, never written into its text; for readers it can be shown with them written out."""

from dataclasses import dataclass
from datetime import date

BoundValue = str | int | date


@dataclass(frozen=True)
class Statement:
    """An SQL statement, `?` for each of its values in the order of `parameters`."""

    sql: str
    parameters: tuple[BoundValue, ...]

    @property
    def shown(self) -> str:
        """The statement with its values written out, as a reader can run it in the DuckDB shell."""
        texts = self.sql.split("?")
        return "".join(text + _literal(value) for text, value in zip(texts, self.parameters, strict=False)) + texts[-1]


def _literal(value: BoundValue) -> str:
    if isinstance(value, int):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"
