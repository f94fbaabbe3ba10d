"""Counts records with Sail, an engine that speaks Spark's protocol and needs no Java: within this process, on this machine."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from pysail.spark import SparkConnectServer
from pyspark.sql.connect.session import SparkSession

from indicators.engines.session import session_engine
from indicators.lake import Lake
from warehouse.row_engine import RowEngine


@contextmanager
def engine(lake: Lake) -> Iterator[RowEngine]:
    """Give Sail over the tables of a lake; it listens on a free port of this machine alone."""
    os.environ.setdefault("RUST_LOG", "off")  # else it tells stderr of every start
    server = SparkConnectServer("127.0.0.1", 0)
    server.start(background=True)
    try:
        address, port = server.listening_address or ("", 0)
        with session_engine(SparkSession.builder.remote(f"sc://{address}:{port}"), lake) as session:
            yield session
    finally:
        server.stop()
