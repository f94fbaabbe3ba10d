"""The app as it is served, which adds a dot to the file QUERY_DOTS for each query it asks: `python -m bench.counting_server PORT`."""

import os
import sys
from collections.abc import Callable
from typing import Any

os.environ.setdefault("MIMALLOC_ALLOW_THP", "0")  # as app.py does, which is read after Arrow is imported here

from streamlit.web import cli

from warehouse.build import Build


def _counted(ask: Callable[..., Any], dots: int) -> Callable[..., Any]:
    def ask_and_count(*arguments: Any) -> Any:
        os.write(dots, b".")
        return ask(*arguments)

    return ask_and_count


def main(port: str) -> None:
    """Serve the app on a port of this machine."""
    dots = os.open(os.environ["QUERY_DOTS"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for name in ("rows", "table"):
        setattr(Build, name, _counted(getattr(Build, name), dots))
    sys.argv = ["streamlit", "run", "app.py", "--server.port", port, "--server.headless", "true"]
    cli.main()


if __name__ == "__main__":
    main(sys.argv[1])
