"""项目指标完成"""

from ui.frame import opening
from ui.outcomes import targets

targets.draw(opening.open_page(__doc__))
