"""Masks what tells of a person inside any text: every string that leaves the reading of a ledger passes here."""

import re
from collections.abc import Callable, Collection, Iterable
from functools import wraps
from typing import Concatenate, ParamSpec

from etl.parse.name_evidence import LEAST_IN_A_FILE_NAME
from etl.parse.padded_names import without_gaps
from etl.parse.personal_names import names_in, told_names_in, without_names
from etl.parse.personal_numbers import without_dwellings, without_identifiers
from etl.parse.texts import INVISIBLE

Tag = Callable[[str], str]
MaskOptions = ParamSpec("MaskOptions")
_SPACE = re.compile(r"\s")


def untagged(_: str) -> str:
    """Return the tag of what is masked only to be shown: none."""
    return ""


def _of_what_is_seen(
    mask: Callable[Concatenate[str, MaskOptions], str],
) -> Callable[Concatenate[str, MaskOptions], str]:
    """Make a mask look at a text as people see it: signs that show nothing and ends of lines break up no number or name."""

    @wraps(mask)
    def masked(text: str, /, *args: MaskOptions.args, **options: MaskOptions.kwargs) -> str:
        seen = _SPACE.sub(" ", INVISIBLE.sub("", text))
        result = mask(seen, *args, **options)
        return text if result == seen else result

    return masked


@_of_what_is_seen
def without_personal_data(
    text: str, no_names: Collection[str] = (), tag: Tag = untagged, places: Collection[str] = ()
) -> str:
    """Return a text with names as 张某某, numbers of people masked (138****5678) and no house numbers, and all else as written.

    `no_names` are words that a clerk has confirmed to be no names; `places` are names of places, which name a person only where
    words beside them tell it. `tag` returns what stands behind a masked name, or behind a
    text with masked numbers, to tell it from another that is masked alike.
    """
    names = [name for name in names_in(text) if name not in places or name in told_names_in(text)]
    named = _without_names(text, names, no_names, tag)
    masked = without_identifiers(named)
    return masked if masked == named else masked + tag(named)


@_of_what_is_seen
def file_name_without_personal_data(text: str) -> str:
    """Return the name of a file or folder without names and numbers of people; less has to speak for a name there."""
    return without_identifiers(_without_names(text, names_in(text, LEAST_IN_A_FILE_NAME), (), untagged))


@_of_what_is_seen
def place_without_personal_data(text: str, no_names: Collection[str] = ()) -> str:
    """Return the name of a community, masked only where words beside a name tell it: 白石洲 and 王家坪 are places."""
    return without_identifiers(_without_names(text, told_names_in(text), no_names, untagged))


@_of_what_is_seen
def address_without_personal_data(text: str, no_names: Collection[str] = (), places: Collection[str] = ()) -> str:
    """Return a text that says where something took place; a code such as 58-2-301 is a dwelling there."""
    return without_dwellings(without_personal_data(text, no_names, places=places))


def _without_names(text: str, names: Iterable[str], no_names: Collection[str], tag: Tag) -> str:
    return without_names(text, (name for name in names if without_gaps(name) not in no_names), tag)
