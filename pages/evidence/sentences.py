"""成句"""

from ui import saying, view

page = view.opened("成句")
saying.show(page, saying.chosen())
