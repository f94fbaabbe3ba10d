"""评分预演"""

from ui import scoring, view

page = view.opened("评分预演")
rubric = scoring.chosen()
scoring.show(page, scoring.scored(page, rubric))
