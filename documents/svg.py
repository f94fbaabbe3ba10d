"""Draws a chart as a still picture in SVG, for a page that works without a network, a program or a colour printer."""

from dataclasses import dataclass
from html import escape

from documents.axis import chart_ticks, label_step
from documents.document import Chart, Series
from documents.text_width import text_width

WIDTH, HEIGHT = 760, 320
TOP, RIGHT, BOTTOM = 16, 24, 34
CHARACTER = 6.6  # pixels of a Latin character in the axes' size
MOST_MARKED = 24  # points on a line that still get a dot each


@dataclass(frozen=True)
class Scale:
    """Values low…high on pixels start…end; `ticks` are round numbers of the value axis."""

    ticks: tuple[float, ...]
    start: float
    end: float

    def at(self, value: float) -> float:
        share = (value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])
        return round(self.start + share * (self.end - self.start), 1)


def svg(chart: Chart) -> str:
    """Return the chart as one <svg> element. Gaps stay gaps, every value has a tooltip."""
    drawing = _horizontal(chart) if chart.kind == "bar" else _vertical(chart)
    return f'<svg viewBox="0 0 {WIDTH} {_height(chart)}" role="img" aria-label="{escape(chart.alt)}">{drawing}</svg>'


def _height(chart: Chart) -> int:
    bars = len(chart.categories) * max(1, len(chart.series))
    return max(120, TOP + BOTTOM + bars * 26) if chart.kind == "bar" else HEIGHT


def _vertical(chart: Chart) -> str:
    values = chart_ticks(chart)
    left = 14 + CHARACTER * max(text_width(_tick_label(tick)) for tick in values)
    scale = Scale(values, HEIGHT - BOTTOM, TOP)
    slot = (WIDTH - RIGHT - left) / max(1, len(chart.categories))
    draw = {"line": _lines, "column": _columns, "stacked": _stacks}[chart.kind]
    return _grid(scale, left) + _names(chart, left, slot) + draw(chart, scale, left, slot)


def _grid(scale: Scale, left: float) -> str:
    return "".join(
        f'<line class="{"zero" if tick == 0 else "grid"}" x1="{left:.1f}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>'
        f'<text class="end" x="{left - 6:.1f}" y="{y + 4}">{_tick_label(tick)}</text>'
        for tick in scale.ticks
        for y in [scale.at(tick)]
    )


def _names(chart: Chart, left: float, slot: float) -> str:
    """Name as many categories as fit; a name too long for its place is shortened, the table beneath has it whole."""
    step = label_step(chart, slot * len(chart.categories) / CHARACTER)
    room = int(slot * step / CHARACTER) - 1
    return "".join(
        f'<text class="mid" x="{left + slot * (place + 0.5):.1f}" y="{HEIGHT - 12}">{escape(_shortened(name, room))}</text>'
        for place, name in enumerate(chart.categories)
        if place % step == 0
    )


def _lines(chart: Chart, scale: Scale, left: float, slot: float) -> str:
    return "".join(_line(chart, series, scale, left, slot) for series in chart.series)


def _line(chart: Chart, series: Series, scale: Scale, left: float, slot: float) -> str:
    """Draw one line in pieces, broken where a value is missing; a lone point between gaps shows as a dot."""
    pieces: list[list[str]] = [[]]
    dots: list[str] = []
    for place, value in enumerate(series.values):
        if value is None:
            pieces.append([])
            continue
        x, y = round(left + slot * (place + 0.5), 1), scale.at(value)
        pieces[-1].append(f"{x},{y}")
        size = 3.2 if len(series.values) <= MOST_MARKED else 1.6
        dots.append(
            f'<circle cx="{x}" cy="{y}" r="{size}" fill="{series.color}">{_tooltip(chart, series, place)}</circle>'
        )
    paths = "".join(
        f'<polyline points="{" ".join(piece)}" stroke="{series.color}"/>' for piece in pieces if len(piece) > 1
    )
    return paths + "".join(dots)


def _columns(chart: Chart, scale: Scale, left: float, slot: float) -> str:
    wide = slot * 0.76 / max(1, len(chart.series))
    return "".join(
        _rect(left + slot * (place + 0.12) + wide * order, wide, scale.at(0), scale.at(value), series, chart, place)
        for order, series in enumerate(chart.series)
        for place, value in enumerate(series.values)
        if value is not None
    )


def _stacks(chart: Chart, scale: Scale, left: float, slot: float) -> str:
    """Draw columns on one another, what is below zero downwards."""
    rectangles = []
    for place in range(len(chart.categories)):
        heights = {True: 0.0, False: 0.0}  # of the stacks above and below zero
        for series in chart.series:
            value = series.values[place]
            if value is None:
                continue
            low = heights[value >= 0]
            heights[value >= 0] = high = low + value
            x = left + slot * (place + 0.2)
            rectangles.append(_rect(x, slot * 0.6, scale.at(low), scale.at(high), series, chart, place))
    return "".join(rectangles)


def _rect(x: float, wide: float, low: float, high: float, series: Series, chart: Chart, place: int) -> str:
    box = f'x="{x:.1f}" width="{wide:.1f}" y="{min(low, high)}" height="{abs(low - high):.1f}"'
    return f'<rect {box} fill="{series.color}">{_tooltip(chart, series, place)}</rect>'


def _horizontal(chart: Chart) -> str:
    """Draw horizontal bars, the first on top, each with its value in words at its end."""
    height, left = _height(chart), 14 + CHARACTER * min(40, max(map(text_width, chart.categories), default=1))
    scale = Scale(chart_ticks(chart), left, WIDTH - 90)
    slot = (height - TOP - BOTTOM) / max(1, len(chart.categories))
    zero, thick = scale.at(0), slot * 0.7 / max(1, len(chart.series))
    elements = [f'<line class="zero" x1="{zero}" x2="{zero}" y1="{TOP}" y2="{height - BOTTOM}"/>']
    for place, name in enumerate(chart.categories):
        middle = TOP + slot * (place + 0.5)
        elements.append(
            f'<text class="end" x="{left - 6:.1f}" y="{middle + 4:.1f}">{escape(_shortened(name, 40))}</text>'
        )
        for order, series in enumerate(chart.series):
            y = TOP + slot * (place + 0.15) + thick * order
            elements.append(_bar(chart, series, place, scale, y, thick))
    return "".join(elements)


def _bar(chart: Chart, series: Series, place: int, scale: Scale, y: float, thick: float) -> str:
    value, zero = series.values[place], scale.at(0)
    end = zero if value is None else scale.at(value)
    box = f'x="{min(zero, end)}" width="{abs(end - zero):.1f}" y="{y:.1f}" height="{thick:.1f}"'
    label = f'<text x="{max(zero, end) + 6}" y="{y + thick / 2 + 4:.1f}">{escape(series.words[place])}</text>'
    return f'<rect {box} fill="{series.color}">{_tooltip(chart, series, place)}</rect>{label}'


def _tooltip(chart: Chart, series: Series, place: int) -> str:
    words = f"{series.name}　{chart.categories[place]}：{series.words[place]}（{chart.unit}）"
    return f"<title>{escape(words)}</title>"


def _tick_label(tick: float) -> str:
    return f"{tick:,.0f}" if tick == int(tick) else f"{tick:,g}"


def _shortened(name: str, room: int) -> str:
    """Return the name, cut with … to `room` Latin characters."""
    if text_width(name) <= room:
        return name
    while name and text_width(name) > room - 2:
        name = name[:-1]
    return f"{name}…"
