"""趋势与对比"""

from ui import comparing, view

page = view.opened("趋势与对比")
comparing.trends(page)
comparing.surveys(page)
comparing.communities(page)
