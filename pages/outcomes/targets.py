"""项目指标完成"""

from ui.frame import view
from ui.outcomes import targets

targets.draw(view.open_page(__doc__))
