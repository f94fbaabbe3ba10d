"""Tells which rows of the sample contradict themselves, for the second reader."""

from typing import Any

from tests.oracle.second_headers import IDENTITIES, LISTS


def is_refused(kind: str, row: dict[str, Any], quantity: str) -> bool:
    """Whether a row contradicts itself: worked out from the ledgers, where each such row was put on purpose; `quantity` is that cell as written."""
    if kind == "service":
        return not 0 < row["hours"] <= 24 or len(row["name"]) > 6
    if kind == "case":
        is_undated = row.get("stage") in ("结案", "已结", "办结", "已结案") and row["closed"] is None
        return is_undated or (row["closed"] is not None and row["closed"] < row["opened"])
    if kind == "council":
        return row.get("whole") is not None and row["whole"] < sum(row.get(name) or 0 for name in IDENTITIES)
    if kind == "topic":
        is_outvoted = row.get("result") == "通过" and (row.get("for") or 1) <= (row.get("against") or 0)
        return is_outvoted or (row["done"] is not None and row["done"] < row["day"])
    if kind == "venue" and row["area"] == 0:
        return True
    if kind in ("organisation", "leader", "venue"):
        return row["ended"] is not None and row["ended"] < row["day"]
    if kind == "staff":
        return row["certified"] is not None and row["certified"].year < 2008
    if kind == "wish":
        is_undated = row.get("status") == "是" and row["fulfilled"] is None
        return is_undated or (row["fulfilled"] is not None and row["fulfilled"] < row["day"])
    if kind == "order":
        return row["company"] < 0
    if kind == "need":
        return row["linked"] is not None and (row.get("resource") is None or row["linked"] < row["day"])
    if kind in LISTS:
        return _is_refused_in_list(row)
    if kind == "service_order":
        return _is_refused_order(row)
    if kind == "answer":
        return row["score"] > row["scale"]
    if kind == "gift":
        return row.get("yuan") is None and row.get("quantity") is None
    if kind == "handed_out":
        return row["quantity"] is None and bool(quantity)
    days = [row[name] for name in ("due", "finished") if kind == "request" and row[name] is not None]
    return any(day < row["received"] for day in days)


def _is_refused_in_list(row: dict[str, Any]) -> bool:
    is_late = row.get("collected") is not None and (row["collected"] - row["version"]).days > 365
    ends = row.get("available"), row.get("expired")
    return is_late or (None not in ends and ends[1] < ends[0]) or (row.get("money") or 0) < 0


def _is_refused_order(row: dict[str, Any]) -> bool:
    taken = [row[step] for step in ("day", "accepted", "completed", "rated") if row[step]]
    is_undated = row["status"] == "已完成" and row["completed"] is None
    return is_undated or taken != sorted(taken) or row["rating"] == "7星"
