"""Chart parts that say everything: programs disagree on what an element left out by XlsxWriter means.

Left unsaid, LibreOffice draws gaps as 0, bends lines into curves and writes series names beside every value.
"""

from lxml import etree

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_NAMES = {"c": _CHART, "a": _DRAWING}

# Where (XPath), which element, its value, and the sisters it has to precede in the schema; without one present it comes last.
_SAID = (
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


def explicit(chart_xml: bytes) -> bytes:
    """Return the chart part with every default written out and each typeface named for Chinese text too."""
    root = etree.fromstring(chart_xml)
    for place, name, value, sisters in _SAID:
        for parent in root.xpath(place, namespaces=_NAMES):
            _say(parent, name, value, sisters)
    for latin in root.iter(f"{{{_DRAWING}}}latin"):
        latin.addnext(etree.Element(f"{{{_DRAWING}}}ea", typeface=latin.get("typeface")))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _say(parent: etree._Element, name: str, value: str, sisters: tuple[str, ...]) -> None:
    if parent.find(f"c:{name}", _NAMES) is not None:
        return
    element = etree.Element(f"{{{_CHART}}}{name}", val=value)
    following = [child for child in parent if etree.QName(child).localname in sisters]
    if following:
        following[0].addprevious(element)
    else:
        parent.append(element)
