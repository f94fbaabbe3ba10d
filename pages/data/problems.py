"""未入库问题"""

from ui.frame import view
from ui.ledgers import problems

problems.draw(view.open_unfiltered(__doc__))
