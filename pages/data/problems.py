"""未入库问题"""

from ui.frame import opening
from ui.ledgers import problems

problems.draw(opening.open_unfiltered(__doc__))
