"""积分与星级"""

from ui.charts import bars, lines, panel
from ui.frame import opening
from ui.frame.grid import pairs
from ui.outcomes import cards, further_figures, voucher_list

IDS = (
    "points_awarded",
    "points_redeemed",
    "points_balance",
    "star_volunteers",
    "vouchers_on_offer",
    "vouchers_left",
)

page = opening.open_page(__doc__, IDS, "积分")
panel.draw_row_beneath(page, "points", "积分主要指标", cards.draw_cards(page, IDS))

panel.draw(page, lines.whole(page, "points_for_service"))
voucher_list.draw(page)
with pairs("points"):
    panel.draw(page, lines.whole(page, "points_redeemed"))
    panel.draw(page, bars.groups(page, "points_awarded", "item", "积分项目"))
    panel.draw(page, bars.groups(page, "points_redeemed", "voucher", "兑换项目"))
    panel.draw(page, bars.communities(page, "star_volunteers"))

further_figures.draw(page)
