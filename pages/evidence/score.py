"""评分预演"""

from ui.evidence import score
from ui.frame import view

page = view.open_page(__doc__)
rubric = score.chosen()
score.show(page, score.scored(page, rubric))
