"""Lists in three communities: 阳明山庄社区 each quarter since 2022, sixty-odd projects supported in 2023, 社东社区 since 2024, one quarter left out,
and 费家营社区 a library of resources and micro-grants since 2025."""

from datetime import date
from functools import cache
from random import Random

from sample import names
from sample.lists import Lists, needs_listed, projects_listed, resources_listed, versions
from sample.stories.five_parties import HUB, KINDS

SUPPORTED = {2022: 52, 2023: 64, 2024: 71, 2025: 76, 2026: 58}
MICRO_GRANTS = {2025: 5, 2026: 6}
NOT_RENEWED = (date(2025, 7, 1),)


@cache
def of_yangming() -> Lists:
    """Return lists of every quarter; 64 projects of 2023 were supported, which the article calls sixty-odd."""
    rng, issued = Random("阳明/清单"), versions(2022)
    projects = projects_listed(rng, issued, [HUB, *KINDS], SUPPORTED)
    resources = resources_listed(rng, issued, names.organisations(rng, 10))
    return Lists(needs_listed(rng, issued, resources, projects), resources, projects)


@cache
def of_shedong() -> Lists:
    """Return lists since 2024; those of the summer of 2025 were never made."""
    rng, issued = Random("社东/清单"), versions(2024, NOT_RENEWED)
    projects = projects_listed(
        rng, issued, ("社东社工站", "乡伴学堂妈妈队", "社东义工队"), {2024: 9, 2025: 11, 2026: 12}
    )
    resources = resources_listed(rng, issued, names.organisations(rng, 6))
    return Lists(needs_listed(rng, issued, resources, projects), resources, projects)


@cache
def of_feijiaying() -> Lists:
    """Return the library of resources and the micro-grants of residents' groups; needs are on no list."""
    rng, issued = Random("费家营/资源库"), versions(2025)
    groups = ("向阳舞蹈队", "巧手编织社", "银龄合唱团", "雏鹰家长互助会")
    return Lists(
        [],
        resources_listed(rng, issued, names.organisations(rng, 6)),
        projects_listed(rng, issued, groups, MICRO_GRANTS),
    )
