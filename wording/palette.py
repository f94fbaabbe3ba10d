"""One colour a community, the same on every screen and in every file."""

from collections.abc import Sequence

# Eight colours that stay apart under colour blindness; .streamlit/config.toml holds the same list, a test keeps them equal.
PALETTE = ("#1464B4", "#E66E00", "#1EAA64", "#9682FA", "#B4320A", "#BE6EAA", "#825078", "#787864")
GREY = "#8A929C"
WHOLE = "#5B7C99"  # all communities together: no community has this colour


def colours(register: Sequence[str]) -> dict[str, str]:
    """Return {community: colour} in the order of the register; beyond the eighth all are grey."""
    return {name: PALETTE[place] if place < len(PALETTE) else GREY for place, name in enumerate(register)}
