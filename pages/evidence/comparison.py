"""趋势与对比"""

from ui.evidence import comparison
from ui.frame import view

page = view.open_page("趋势与对比")
comparison.trends(page)
comparison.surveys(page)
comparison.communities(page)
