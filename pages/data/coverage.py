"""报送情况"""

from etl.declarations import monthly_records
from ui.charts import coverage_map
from ui.frame import view
from ui.frame.grid import pairs

page = view.open_page("报送情况")
coverage_map.key()
with pairs("coverage"):
    for record in monthly_records():
        coverage_map.record(page, record)
