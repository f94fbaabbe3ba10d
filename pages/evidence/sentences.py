"""成句"""

from ui.evidence import sentences
from ui.frame import view

page = view.open_page("成句")
sentences.show(page, sentences.chosen())
