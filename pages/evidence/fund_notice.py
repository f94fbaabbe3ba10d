"""收支公示表"""

from ui.evidence import fund_notice
from ui.frame import opening

fund_notice.draw(opening.open_page(__doc__, ("cash_received", "money_spent")))
