"""成句"""

from ui.evidence import sentences
from ui.frame import view

page = view.open_page(__doc__)
sentences.draw(page, sentences.ask_indicators())
