"""数据导出"""

from ui.evidence import extracts
from ui.frame import view

page = view.open_page(__doc__)
extracts.figures(page)
extracts.records(page)
