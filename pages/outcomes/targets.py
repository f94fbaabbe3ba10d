"""项目指标完成"""

from ui.frame import view
from ui.outcomes import promises

promises.draw(view.open_page(__doc__))
