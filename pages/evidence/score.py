"""评分预演"""

from ui.evidence import score
from ui.frame import view

page = view.open_page("评分预演")
rubric = score.chosen()
score.show(page, score.scored(page, rubric))
