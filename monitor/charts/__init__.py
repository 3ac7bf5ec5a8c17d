"""Our own small charts: rows in, a drawing out that one SVG template shows alike on the page and in the PDF.

`bars`, `split` and `columns` work out where everything stands; `render` gives the SVG, and a template does the
same with `{% include chart.template %}` where the chart is called `chart`. Every chart has a title and a
description in words; a table belongs beside it.
"""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from monitor.charts.bars import bars
from monitor.charts.columns import columns
from monitor.charts.parts import Chart, ChartRow
from monitor.charts.split import split


def render(chart: Chart) -> SafeString:
    """The chart as inline SVG; every text in it is escaped by the template."""
    return render_to_string(chart.template, {"chart": chart})


__all__ = ["Chart", "ChartRow", "bars", "columns", "render", "split"]
