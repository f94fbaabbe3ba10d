"""数据字典"""

from etl.declarations import record_types
from ui.frame import opening
from ui.ledgers import dictionary

opening.open_reference(
    __doc__,
    f"{len(record_types())}种台账的每一列：怎样读，表头可以怎样写。每种都可以下载空白模板。",
)
dictionary.draw_records()
