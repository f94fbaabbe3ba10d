"""Says who reads, until sign-in exists: alone on this machine a clerk of all communities, from elsewhere a leader."""

from collections.abc import Collection

import streamlit as st

from indicators.disclosure import rows
from indicators.disclosure.rows import Role

LOOPBACK = ("127.0.0.1", "::1", "localhost")
WITHHELD = "这里的一行是一个人、一例个案，或写着几个人受益，原始记录只给本社区的录入人员和评估人员看。"


def role() -> Role:
    """Return the role of whoever reads: the ledgers themselves lie open to a reader alone on the machine."""
    return "clerk" if st.get_option("server.address") in LOOPBACK else "leader"


def may_see_rows(table: str, communities: Collection[str]) -> bool:
    """Return whether the reader may see the rows of a table; until accounts exist, every community is the reader's own."""
    return rows.may_see_rows(role(), communities, table, communities)


def sees_people() -> bool:
    """Return whether the reader sees rows that are persons at all."""
    return rows.sees_people(role())


def say_withheld() -> None:
    """Draw the sentence that stands in place of rows."""
    st.info(WITHHELD, icon=":material/lock:")
