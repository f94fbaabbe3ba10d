"""The palette of the code and that of Streamlit's settings are one."""

import tomllib
from pathlib import Path

from wording import palette


def test_streamlit_and_the_files_handed_in_use_the_same_colours(root: Path):
    theme = tomllib.loads((root / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]

    assert tuple(theme["chartCategoricalColors"]) == palette.PALETTE
