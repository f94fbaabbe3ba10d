"""那时与现在"""

from ui.evidence import archive
from ui.frame import view

page = view.open_filtered(__doc__)
archive.offer_archiving(page)
archive.draw_archive(page)
