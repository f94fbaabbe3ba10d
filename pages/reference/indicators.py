"""指标字典"""

from ui.frame import opening
from ui.ledgers import dictionary

opening.open_reference(__doc__, "每个指标的口径：数什么、怎么数、谁负责。看板、导出和佐证材料用的是同一份口径。")
dictionary.draw_indicators()
