"""趋势与对比"""

from ui.evidence import comparison
from ui.frame import opening

page = opening.open_page(__doc__)
comparison.draw_trends(page)
comparison.draw_surveys(page)
comparison.draw_communities(page)
