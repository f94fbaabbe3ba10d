"""Counts records with Apache Spark: a cluster reached by SPARK_REMOTE (Spark Connect) or SPARK_MASTER, else this machine."""

import os
from contextlib import AbstractContextManager

from pyspark.sql import SparkSession

from indicators.engines.session import session_engine
from indicators.lake import Lake
from warehouse.row_engine import RowEngine

NAME = "community-outcomes"


def engine(lake: Lake) -> AbstractContextManager[RowEngine]:
    """Give Spark over the tables of a lake. What else a cluster needs is read from Spark's own settings (spark-defaults.conf)."""
    remote = os.environ.get("SPARK_REMOTE")
    builder = SparkSession.builder.appName(NAME)
    return session_engine(
        builder.remote(remote) if remote else builder.master(os.environ.get("SPARK_MASTER", "local[*]")), lake
    )
