"""评分预演"""

from ui.evidence import score
from ui.frame import opening

page = opening.open_page(__doc__)
rubric = score.ask_rubric()
score.draw(page, rubric, score.ask_assessor(page, rubric))
