"""Says in one line which data the app stands on now, and what the page is for."""

from ui.frame import query
from warehouse.build import NoBuild
from wording import dates

PURPOSE = "把台账拖进来，先看会怎样入库，确认后才存。"


def words() -> str:
    """Return the line under the title of the page."""
    try:
        build = query.current()
    except NoBuild as reason:
        return f"{reason.finding}{PURPOSE}"
    demo = "演示数据 · " if build.is_demo else ""
    return f"现在使用：{demo}{dates.batch(build.created_at)}。{PURPOSE}"
