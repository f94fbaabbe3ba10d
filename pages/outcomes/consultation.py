"""协商议事"""

from ui.charts import bars, lines, panel, topic_stages
from ui.frame import opening
from ui.frame.grid import pairs
from ui.outcomes import cards, further_figures, topic_board

IDS = (
    "deliberation_meetings",
    "deliberation_attendances",
    "topics_raised",
    "topics_resolved",
    "topic_resolution_rate",
    "mean_days_to_resolve",
)

page = opening.open_page(__doc__, IDS, "协商")
panel.draw_row_beneath(page, "consultation", "协商议事主要指标", cards.draw_cards(page, IDS))

panel.draw(page, topic_stages.stages(page))
topic_board.draw(page)
with pairs("consultation"):
    panel.draw(page, lines.communities(page, "deliberation_meetings"))
    panel.draw(page, bars.groups(page, "deliberation_attendances", "identity", "身份"))
    panel.draw(page, bars.groups(page, "topics_raised", "category", "议题类别"))
    panel.draw(page, bars.communities(page, "topics_resolved"))

further_figures.draw(page)
