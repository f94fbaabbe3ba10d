"""成句"""

from ui.evidence import sentences
from ui.frame import opening

page = opening.open_page(__doc__)
sentences.draw(page, sentences.ask_indicators())
