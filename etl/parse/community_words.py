"""How the names of communities are written: what may stand behind one, and what parts its aliases. Patterns that Python and SQL read alike."""

import re

# 社东|社区, 社东|社区居民委员会, 凤二|村, 凤二|村村民委员会: without it, spellings of one community are equal.
ENDING = "(社区居委会|社区居民委员会|居民委员会|居委会|村?村民委员会|村?村委会|社区|村)"
ENDS_LIKE_COMMUNITY = re.compile(f"{ENDING}$")
ALIAS_SEPARATORS = r"[、,，;；/\s]+"
