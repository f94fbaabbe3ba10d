"""Tells the keys of people and organisations from names: downloads of ours hold keys, and are loaded back."""

import re

# A person's key in hexadecimal digits; behind a mark of the community in builds, and so in downloads of their records.
KEY_LENGTH, COMMUNITY_MARK_LENGTH = 24, 6
AS_ORGANISATION = "(单位)"  # behind a key: of an organisation whose name does not read as one, in downloads
KEY = re.compile(rf"(?:[0-9a-f]{{{COMMUNITY_MARK_LENGTH}}})?([0-9a-f]{{{KEY_LENGTH}}})(\(单位\))?")


def is_person_key(text: str) -> bool:
    """Tell whether a text is no name but already the key of a person: a download of records that is loaded back."""
    return KEY.fullmatch(text.strip()) is not None


def bare_key(text: str) -> str | None:
    """Return the key that a text is, without the marks that downloads of ours put around it; None of a name."""
    key = KEY.fullmatch(text.strip())
    return key and key[1]


def is_keyed_organisation(text: str) -> bool:
    """Tell whether a text is the key of an organisation in a download of ours."""
    key = KEY.fullmatch(text)
    return key is not None and key[2] is not None
