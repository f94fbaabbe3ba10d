"""Writes the pack as one HTML file that opens anywhere, requests nothing from a network and prints well."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from documents import axis, chart_tables
from documents.document import printed
from documents.svg import svg
from evidence.pack import tables
from evidence.pack.content import Pack
from wording.notices import DEMO


def html_page(pack: Pack) -> bytes:
    """Return the page as UTF-8. Jinja escapes every text; only the charts, which escape their own, go in as markup."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["printed"] = printed
    template = environment.get_template("page.html")
    return template.render(
        pack=pack, tables=tables, chart_tables=chart_tables, axis=axis, svg=svg, demo_notice=DEMO
    ).encode("utf-8")
