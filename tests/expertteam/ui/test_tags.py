"""Filters and components on their own."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from expertteam.ui.navigation import items_for


def render(source: str, path: str = "/", **values: object) -> str:
    context = Context({"request": RequestFactory().get(path), **values})
    return " ".join(Template(source).render(context).split())


@pytest.mark.parametrize(
    ("source", "value", "expected"),
    [
        ("{{ v|dutch_date }}", date(2024, 3, 12), "12 maart 2024"),
        ("{{ v|dutch_date }}", datetime(2024, 3, 11, 23, 30, tzinfo=UTC), "12 maart 2024"),
        ("{{ v|dutch_datetime }}", datetime(2024, 3, 12, 9, 42, tzinfo=UTC), "12 maart 2024 om 10:42"),
        ("{{ v|dutch_date }}", None, ""),
        ("{{ v|initials }}", "Petra Nijland", "PN"),
        ("{{ v|initials }}", "Jan van der Berg", "JB"),
        ("{{ v|initials }}", "Gea", "G"),
        ("{{ v|initials }}", "", ""),
        ("{{ v|percent }}", 42, "42%"),
        ("{{ v|percent:1 }}", 19.35, "19,4%"),
        ("{{ v|percent }}", 0, "0%"),
        ("{{ v|percent }}", None, ""),
    ],
)
def test_filters(source, value, expected):
    assert render(source, v=value) == expected


@time_machine.travel(date(2026, 3, 14), tick=False)
def test_a_birth_date_stands_beside_the_age():
    assert render("{{ v|birth_date }}", v=date(2011, 3, 14)) == "14 maart 2011 (15 jaar)"


def test_age_on_a_day():
    assert render("{{ v|age_on:d }}", v=date(2011, 3, 14), d=date(2022, 3, 13)) == "10"
    assert render("{{ v|age_on:d }}", v=None, d=date(2022, 3, 13)) == ""


@pytest.mark.parametrize(
    ("changes", "query"),
    [
        ("pagina=3", "?q=Fenna+H&amp;fase=a&amp;fase=b&amp;pagina=3"),
        ("q=None", "?fase=a&amp;fase=b"),
        ("fase=None q=''", "?"),
        ("fase=list", "?q=Fenna+H&amp;fase=x&amp;fase=y"),
    ],
)
def test_one_parameter_changes_the_others_stay(changes, query):
    source = f"{{% querystring_with {changes} %}}"
    assert render(source, "/?q=Fenna+H&fase=a&fase=b", list=["x", "y"]) == query


def test_paging_keeps_the_filters_and_hides_on_one_page():
    middle = render("{% pagination page %}", "/?fase=a&pagina=2", page=Paginator(range(9), 3).page(2))
    assert 'href="?fase=a&amp;pagina=1"' in middle
    assert 'href="?fase=a&amp;pagina=3"' in middle
    assert "Pagina 2 van 3" in middle
    assert render("{% pagination page %}", page=Paginator(range(3), 3).page(1)) == ""


def test_a_notice_keeps_markup_of_the_page_and_escapes_values():
    html = render(
        '{% notice "attention" title="Was hier eerder" %}<p>{{ name }}</p>{% endnotice %}', name="<b>"
    )
    assert "<p>&lt;b&gt;</p>" in html
    assert "et-notice--attention" in html


def test_progress_says_how_far_in_words():
    html = render('{% progress_bar 40 "Adviesrapport maken" step="Tekening" %}')
    assert 'value="40" max="100"' in html
    assert "Tekening · 40%" in html


def test_an_icon_is_silent_unless_it_has_a_label():
    assert 'aria-hidden="true"' in render('{% icon "plus" %}')
    assert 'role="img" aria-label="Weghalen"' in render('{% icon "close" "Weghalen" %}')


def test_tabs_mark_the_current_page_in_both_forms():
    items = [
        {"label": "Mensen", "url": "/m/", "current": True},
        {"label": "Advies", "url": "/a/", "badge": 2},
    ]
    html = render('{% tabs items "Casus" %}', items=items)
    assert html.count('<a href="/m/" aria-current="page">') == 1
    assert html.count('aria-current="page"') == 2
    assert "<summary" in html


def test_a_visitor_has_no_navigation():
    assert items_for(None, "/") == []
