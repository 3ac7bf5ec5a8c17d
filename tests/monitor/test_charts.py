"""Charts: what is drawn is what was counted, every text is safe, and page and PDF get the same drawing."""

import io
import re
from decimal import Decimal
from xml.etree import ElementTree

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from expertteam.pdf.maker import html_to_pdf
from monitor.charts import Chart, ChartRow, bars, columns, render, split
from monitor.charts.parts import COLOURS, width_of

SVG = "{http://www.w3.org/2000/svg}"
SCHOOL = [
    ChartRow("Geen", Decimal(42), Decimal(42)),
    ChartRow("Regulier", Decimal(32), Decimal(33)),
    ChartRow("Speciaal", Decimal(19), Decimal(18)),
    ChartRow("Anders", Decimal(7), Decimal(7)),
]
LONG = "Onderzoek Raad voor de Kinderbescherming voorkomen"
YES, NO = ChartRow("Ja", Decimal(81), Decimal(76)), ChartRow("Nee of onbekend", Decimal(19), Decimal(24))


def school(**options: object) -> Chart:
    return bars(SCHOOL, key="school", title="Type onderwijs in 2024", **options)


def widths(chart: Chart, role: str) -> list[float]:
    return [float(box.width) for box in chart.boxes if box.role.startswith(role)]


def said(chart: Chart) -> list[str]:
    return [text.text for text in chart.texts]


def parsed(chart: Chart) -> ElementTree.Element:
    return ElementTree.fromstring(render(chart))


def test_bars_are_as_long_as_their_numbers():
    lengths = widths(school(), "now")
    assert [length / lengths[0] * 42 for length in lengths] == pytest.approx([42, 32, 19, 7], abs=0.1)


def test_the_year_before_is_a_thin_bar_with_a_legend():
    chart = school(year="2024", previous_year="2023")
    heights = {box.role: box.height for box in chart.boxes}
    assert heights["now-accent"] != heights["before-accent"]
    assert len(widths(chart, "before")) == len(SCHOOL) + 1
    assert said(chart)[-2:] == ["2024", "2023"]


def test_without_a_year_before_there_is_no_thin_bar_and_no_legend():
    assert widths(school(), "before") == []
    assert "2023" not in said(school())


def test_percentages_are_written_the_dutch_way():
    chart = columns(
        [ChartRow("6-10", Decimal("19.4")), ChartRow("11-15", Decimal("29.0"))],
        key="u",
        title="Uren",
        unit="%",
    )
    assert {"19,4%", "29,0%"} <= set(said(chart))


def test_a_chart_has_a_name_and_says_its_figures_in_words():
    drawing = parsed(school(year="2024", previous_year="2023"))
    assert drawing.get("role") == "img"
    name, words = drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")
    assert drawing.get("aria-labelledby") == f"{name.get('id')} {words.get('id')}"
    assert name.text == "Type onderwijs in 2024"
    assert words.text.startswith("Geen: 42% (2023: 42%); Regulier: 32% (2023: 33%)")


def test_the_drawing_obeys_the_strict_policy():
    """No style attribute, no style or script element, nothing fetched from elsewhere."""
    svg = render(school(year="2024", previous_year="2023"))
    assert not re.search(r"\sstyle=|<style|<script|href|url\(|\son\w+=", svg)


def test_every_text_is_escaped():
    rows = [ChartRow('<b>"&', None, text="<5"), ChartRow("Ja", 3)]
    svg = render(bars(rows, key="x", title="<i>Onder <5</i>"))
    assert "<b>" not in svg
    assert "<i>" not in svg
    texts = [text.text for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]
    assert {'<b>"&', "<5"} <= set(texts)


def test_a_hidden_value_is_an_open_outline_of_one_size():
    """Nothing about the value can be measured in the drawing."""
    for draw in (bars, columns):
        chart = draw(
            [ChartRow("A", 9), ChartRow("B", None, text="<5"), ChartRow("C", None, text="<5")],
            key="x",
            title="x",
        )
        hidden = [box for box in chart.boxes if box.is_open]
        assert len({(box.width, box.height) for box in hidden}) == 1
        assert len(hidden) == 2


def test_a_hidden_part_hides_the_whole_split():
    chart = split(ChartRow("Ja", Decimal(93)), ChartRow("Nee", None, text="<5"), key="x", title="x")
    assert [box.is_open for box in chart.boxes] == [True]
    assert not any("93" in text for text in said(chart))


def test_long_labels_wrap_and_stay_clear_of_the_bars():
    chart = bars([ChartRow(LONG, Decimal(6)), ChartRow("Ja", Decimal(19))], key="x", title="x")
    lines = [text for text in chart.texts if text.text in LONG]
    assert " ".join(line.text for line in lines) == LONG
    assert len({line.y for line in lines}) == len(lines) > 1


@pytest.mark.parametrize("draw", [bars, columns])
def test_no_rows_and_only_zeros_can_be_drawn(draw):
    assert said(draw([], key="x", title="x")) == ["Er zijn nog geen cijfers."]
    zeros = draw(
        [ChartRow("Ja", 0, 0), ChartRow("Nee", 0, 0)], key="x", title="x", year="2024", previous_year="2023"
    )
    assert len([box for box in zeros.boxes if box.role == "now-accent"]) >= 2


def test_a_split_draws_both_parts_and_what_they_mean():
    chart = split(YES, NO, key="x", title="x", previous_year="2023")
    assert said(chart) == ["81% ja", "19%", "nee of onbekend", "2023: 76% ja"]
    left, right = widths(chart, "now")[0], widths(chart, "rest")[0]
    assert left / (left + right) == pytest.approx(0.81, abs=0.002)


@pytest.mark.parametrize(
    ("yes", "words"), [(3, ["3% ja", "97%", "nee"]), (98, ["98% ja", "2% nee"]), (100, ["100% ja", "0% nee"])]
)
def test_words_that_do_not_fit_in_their_part_stand_under_it(yes, words):
    chart = split(ChartRow("Ja", Decimal(yes)), ChartRow("Nee", Decimal(100 - yes)), key="x", title="x")
    assert said(chart) == words


def test_many_ages_make_the_chart_wider_instead_of_unreadable():
    rows = [ChartRow(str(age), Decimal("12.5"), Decimal("3.5")) for age in range(20)]
    assert columns(rows, key="x", title="x", unit="%", year="2024", previous_year="2023").width > 360


ROWS = st.lists(
    st.builds(
        ChartRow,
        st.text(max_size=60),
        st.none() | st.decimals(0, 100, places=1),
        st.none() | st.decimals(0, 100, places=1),
    ),
    max_size=20,
)


@given(ROWS, st.sampled_from([bars, columns]), st.sampled_from(["", "2023"]))
def test_nothing_is_ever_drawn_outside_the_chart(rows, draw, previous_year):
    chart = draw(rows, key="x", title="x", unit="%", year="2024", previous_year=previous_year)
    for box in chart.boxes:
        right, bottom = float(box.x) + float(box.width), float(box.y) + float(box.height)
        assert min(float(box.x), float(box.y)) >= 0
        assert (right <= chart.width + 0.2, bottom <= chart.height + 0.2) == (True, True)
    for text in chart.texts:
        width = width_of(text.text, float(text.size), bold=text.weight == "600")
        left = float(text.x) - {"start": 0, "middle": width / 2, "end": width}[text.anchor]
        assert (left >= -1, left + width <= chart.width + 1) == (True, True)


@pytest.mark.parametrize("colour", [colour for pair in COLOURS.values() for colour in pair])
def test_colours_stand_out_from_paper(colour):
    """WCAG 2.2, 1.4.11: 3 to 1 at least."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 3


def test_in_a_pdf_the_chart_keeps_its_text_typeface_and_name():
    head = '<link rel="stylesheet" href="fonts/pdf-fonts.css"><title>x</title>'
    pdf = html_to_pdf(f'<!doctype html><html lang="nl">{head}<h1>x</h1>{render(school())}')
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert "42%" in reader.pages[0].extract_text()
    fonts = {
        font["/BaseFont"]
        for font in (one.get_object() for one in reader.pages[0]["/Resources"]["/Font"].values())
    }
    assert any("Source-Sans-3" in font for font in fonts)
    assert any("Type onderwijs in 2024" in str(alternative) for alternative in alternatives(reader))


def alternatives(reader: pypdf.PdfReader) -> list[object]:
    objects = (
        reader.get_object(number)
        for number in range(1, len(reader.xref_objStm) + len(reader.xref.get(0, {})) + 1)
    )
    return [found["/Alt"] for found in objects if isinstance(found, dict) and "/Alt" in found]
