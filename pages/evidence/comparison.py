"""趋势与对比"""

from ui.evidence import comparison
from ui.frame import view

page = view.open_page(__doc__)
comparison.trends(page)
comparison.surveys(page)
comparison.communities(page)
