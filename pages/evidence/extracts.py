"""数据导出"""

from ui.evidence import extracts
from ui.frame import view

page = view.open_page("数据导出")
extracts.figures(page)
extracts.records(page)
