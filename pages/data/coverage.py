"""报送情况"""

from indicators.coverage import expected_records
from ui.charts import coverage_map
from ui.frame import opening, query
from ui.frame.grid import pairs
from ui.ledgers import sum_comparison

page = opening.open_page(__doc__)
coverage_map.draw_key(page)
with pairs("coverage"):
    for record in query.answer(page.build, expected_records):
        coverage_map.draw_record(page, record)
coverage_map.draw_never_sent(page)
sum_comparison.draw(page)
