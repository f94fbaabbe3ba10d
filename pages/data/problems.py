"""未入库问题"""

from ui import problems, view

problems.page(view.whole("未入库问题"))
