"""绩效自评表"""

from ui.evidence import self_evaluation
from ui.frame import opening

page = opening.open_page(__doc__)
self_evaluation.draw(page, self_evaluation.ask_form(page))
