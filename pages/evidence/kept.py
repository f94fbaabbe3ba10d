"""那时与现在"""

from ui.evidence import kept
from ui.frame import view

page = view.open_filtered(__doc__)
kept.offer_archiving(page)
kept.draw_archive(page)
