"""绩效自评表"""

from ui.evidence import self_evaluation
from ui.frame import view

page = view.open_page(__doc__)
self_evaluation.draw(page, self_evaluation.ask_form(page))
