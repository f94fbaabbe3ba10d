"""Writes out the defaults in a chart part, because programs disagree on what an element left out by XlsxWriter means.

Without them LibreOffice draws gaps as 0, bends lines into curves and writes series names beside every value.
"""

from lxml import etree

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_NAMES = {"c": _CHART, "a": _DRAWING}

# Parent (XPath), element, value, and the elements it has to precede in the schema; where none of them is present it comes last.
_DEFAULTS = (
    ("/c:chartSpace", "roundedCorners", "0", ("style", "chart")),
    ("//c:chart", "autoTitleDeleted", "0", ("plotArea",)),
    ("//c:chart", "dispBlanksAs", "gap", ()),
    ("//c:title | //c:legend", "overlay", "0", ("spPr", "txPr")),
    ("//c:barChart | //c:lineChart", "varyColors", "0", ("ser",)),
    ("//c:barChart/c:ser", "invertIfNegative", "0", ("dLbls", "cat")),
    ("//c:lineChart/c:ser", "smooth", "0", ()),
    ("//c:catAx | //c:valAx", "delete", "0", ("axPos",)),
    ("//c:dLbls", "showLegendKey", "0", ("showVal",)),
    ("//c:dLbls", "showCatName", "0", ()),
    ("//c:dLbls", "showSerName", "0", ()),
    ("//c:dLbls", "showPercent", "0", ()),
    ("//c:dLbls", "showBubbleSize", "0", ()),
)


def with_defaults(chart_xml: bytes) -> bytes:
    """Return the chart part with every default written out and each typeface named for Chinese text too."""
    root = etree.fromstring(chart_xml)
    for parents, name, value, followers in _DEFAULTS:
        for parent in root.xpath(parents, namespaces=_NAMES):
            _set_default(parent, name, value, followers)
    for latin in root.iter(f"{{{_DRAWING}}}latin"):
        latin.addnext(etree.Element(f"{{{_DRAWING}}}ea", typeface=latin.get("typeface")))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set_default(parent: etree._Element, name: str, value: str, followers: tuple[str, ...]) -> None:
    if parent.find(f"c:{name}", _NAMES) is not None:
        return
    element = etree.Element(f"{{{_CHART}}}{name}", val=value)
    following = [child for child in parent if etree.QName(child).localname in followers]
    if following:
        following[0].addprevious(element)
    else:
        parent.append(element)
