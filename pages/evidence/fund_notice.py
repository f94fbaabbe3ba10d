"""收支公示表"""

from ui.evidence import fund_notice
from ui.frame import view

fund_notice.draw(view.open_page(__doc__, ("cash_received", "money_spent")))
