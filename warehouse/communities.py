"""The communities of a build, and which one a reader means."""

import difflib
import re
import unicodedata

from warehouse.build import Build


class UnknownCommunity(Exception):
    """No community of the build is written like that. Carries a Chinese sentence with a suggestion."""


def names(build: Build) -> tuple[str, ...]:
    """Return all communities, those of the register in its order first."""
    registered = [name for (name,) in build.rows("select community from place")]
    others = [name for (name,) in build.rows("select distinct community from coverage order by 1")]
    return tuple(dict.fromkeys((*registered, *others)))


def find(build: Build, spelling: str) -> str:
    """Return the community of this name or alias, with or without（演示）; UnknownCommunity for another."""
    known = {_plain(name): name for name in names(build)}
    for name, aliases in build.rows("select community, aliases from community where aliases is not null order by 1, 2"):
        for alias in re.split(r"[、,，;；\s]+", aliases):
            known.setdefault(_plain(alias), name)
    if found := known.get(_plain(spelling)):
        return found
    near = difflib.get_close_matches(_plain(spelling), [*known], n=1, cutoff=0.4)
    meant = f"是不是“{known[near[0]]}”？" if near else f"现有社区：{'、'.join(names(build))}。"
    raise UnknownCommunity(f"没有社区“{spelling}”。{meant}")


def _plain(spelling: str) -> str:
    return re.sub(r"\s|\(演示\)", "", unicodedata.normalize("NFKC", spelling))
