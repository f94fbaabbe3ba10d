"""数据导出"""

from ui import extracting, view

page = view.opened("数据导出")
extracting.figures(page)
extracting.records(page)
