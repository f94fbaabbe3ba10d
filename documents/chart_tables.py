"""Derives the tables of a chart: in words as readers see them, and as the numbers that it is drawn from."""

from documents import axis
from documents.document import Chart, Table


def points(chart: Chart) -> Table:
    """Return the table beneath a chart, in words. The longer side runs down the page."""
    names = tuple(series.name for series in chart.series)
    columns = tuple(series.words for series in chart.series)
    title = axis.title(chart)
    if len(names) > len(chart.categories):
        return Table(
            title, ("", *chart.categories), tuple((n, *words) for n, words in zip(names, columns, strict=True))
        )
    return Table(title, ("", *names), tuple(zip(chart.categories, *columns, strict=True)))


def numbers(chart: Chart) -> Table:
    """Return what a chart is drawn from: categories down, one column a series, None where there is no number."""
    header = (axis.title(chart), *(series.name for series in chart.series))
    return Table(chart.title, header, tuple(zip(chart.categories, *(s.values for s in chart.series), strict=True)))


def gaps(chart: Chart) -> str:
    """Return the words that stand in a chart's gaps and where: 未报送：2021年（费家营社区）、2022年（费家营社区）."""
    places: dict[str, list[str]] = {}
    for series in chart.series:
        for category, value, word in zip(chart.categories, series.values, series.words, strict=True):
            if value is None:
                places.setdefault(word, []).append(f"{category}（{series.name}）")
    return "；".join(f"{word}：{'、'.join(where)}" for word, where in places.items())
