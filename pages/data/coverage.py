"""报送情况"""

from indicators import reporting
from ui import heatmap, view
from ui.grid import pairs

page = view.opened("报送情况")
heatmap.key()
with pairs("coverage"):
    for record in reporting.record_types():
        heatmap.record(page, record)
