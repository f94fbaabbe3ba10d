"""数据导出"""

from ui.evidence import extracts
from ui.frame import opening

page = opening.open_page(__doc__)
extracts.draw_figures(page)
extracts.draw_records(page)
