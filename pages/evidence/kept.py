"""那时与现在"""

from ui.evidence import kept
from ui.frame import opening

page = opening.open_filtered(__doc__)
kept.offer_archiving(page)
kept.draw_archive(page)
