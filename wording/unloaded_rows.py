"""Says how many rows of ledgers are not in the build and why, in the same words on every screen."""

from warehouse.ledgers import Unloaded

ALL_LOADED = "所有行都已入库"


def sentence(unloaded: Unloaded) -> str:
    """Return 91行没有入库：16行要改正后重新入库，75行在1份整份拒收的文件里（如重复报送）；另有12处提示需要核对."""
    parts = [
        f"{unloaded.rows_to_mend:,}行要改正后重新入库" if unloaded.rows_to_mend else "",
        _files(unloaded) if unloaded.refused_files else "",
    ]
    reasons = "，".join(filter(None, parts)) or ALL_LOADED
    total = f"{unloaded.rows:,}行没有入库：" if unloaded.rows else ""
    hints = f"；另有{unloaded.hints:,}处提示需要核对" if unloaded.hints else ""
    return f"{total}{reasons}{hints}。"


def _files(unloaded: Unloaded) -> str:
    if not unloaded.rows_of_refused_files:
        return f"{unloaded.refused_files:,}份文件没有读成"
    return f"{unloaded.rows_of_refused_files:,}行在{unloaded.refused_files:,}份整份拒收的文件里（如重复报送）"
