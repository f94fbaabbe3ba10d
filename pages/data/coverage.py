"""报送情况"""

from etl.declarations import monthly_records
from ui.charts import coverage_map
from ui.frame import view
from ui.frame.grid import pairs

page = view.open_page(__doc__)
coverage_map.draw_key(page)
with pairs("coverage"):
    for record in monthly_records():
        coverage_map.draw_record(page, record)
