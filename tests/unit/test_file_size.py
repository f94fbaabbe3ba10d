import pytest

from documents.file_size import size_text


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 KB"),
        (1, "1 KB"),
        (84_000, "84 KB"),
        (999_001, "1,000 KB"),
        (5_840_000, "5.8 MB"),
        (4_000_000, "4 MB"),
        (2_100_000_000, "2,100 MB"),
    ],
)
def test_a_size_is_said_in_steps_of_a_thousand(size: int, text: str) -> None:
    assert size_text(size) == text
