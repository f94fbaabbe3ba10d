"""Small numbers of people are hidden, so that no one can be made out behind a figure: one system for all that is shown.

Rule: a number of people (their cases, answers, attendances) between 1 and k-1 is hidden, and so is a share of which a side, or
what the numerator leaves of the denominator, is one (88 of 90 tells of 2). 0 is shown, and work counts are exempt (`of_people` in
the declaration). A hidden cell must not come back by arithmetic, and hidden cells of one total must not be few together: see
`equations` for sums, `links` for stocks and their flows, `bands` for shares within a limit beside bands, `cumulative` for differences
of running totals, `choices` for days, communities and strands that a reader picks, `rows` for rows and their counts. Communities: all
that are hidden side by side hold at least k together and are counted together only, so that no two choices differ by one of them.
Source: small-cell practice of statistical offices (OECD glossary: 3 or 5; health statistics: fewer than 10) with secondary
suppression. k is 5 inside the office and 10 in what is handed in. One rule for screen, CSV, Excel and Word.
"""

from indicators.disclosure.figures import disclose, disclose_together
from indicators.disclosure.limits import OFFICE, PUBLISHED, is_few, is_small_share

__all__ = ["OFFICE", "PUBLISHED", "disclose", "disclose_together", "is_few", "is_small_share"]
