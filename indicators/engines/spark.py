"""Counts records with Apache Spark: a cluster reached by SPARK_REMOTE (Spark Connect) or SPARK_MASTER, else this machine."""

import os
import socket
from contextlib import AbstractContextManager
from importlib.util import find_spec
from urllib.parse import urlsplit

from pyspark.sql import SparkSession

from command_line import UserError
from indicators.engines.session import session_engine
from indicators.lake import Lake
from warehouse.row_engine import RowEngine

NAME = "community-outcomes"
PORT = 15002  # of Spark Connect, where an address names none
LONGEST_WAIT = 10  # seconds until a cluster answers; its own client would try for ten minutes without a word


def engine(lake: Lake) -> AbstractContextManager[RowEngine]:
    """Give Spark over the tables of a lake. What else a cluster needs is read from Spark's own settings (spark-defaults.conf)."""
    remote = os.environ.get("SPARK_REMOTE")
    if remote:
        _check_reachable(remote)
    elif find_spec("py4j") is None:  # the client of a cluster alone, which starts nothing on this machine
        raise UserError(
            "没有装在本机上运行 Spark 的软件包。请运行：pip install -r requirements-spark.txt；用集群的，请设 SPARK_REMOTE=sc://主机:15002。"
        )
    builder = SparkSession.builder.appName(NAME)
    return session_engine(
        builder.remote(remote) if remote else builder.master(os.environ.get("SPARK_MASTER", "local[*]")), lake
    )


def _check_reachable(remote: str) -> None:
    """Raise UserError where nothing listens at the address of a cluster, sc://host:port/."""
    address = urlsplit(remote)
    try:
        socket.create_connection((address.hostname or "", address.port or PORT), LONGEST_WAIT).close()
    except (OSError, ValueError):
        raise UserError(
            f"SPARK_REMOTE 写的集群（{address.hostname}）连不上。请核对地址和端口，以及那里的 Spark Connect 是否在运行。"
        ) from None
