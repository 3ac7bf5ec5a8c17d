"""Forms in our look: what a person and a screen reader get."""

from datetime import date

import time_machine
from crispy_forms.utils import render_crispy_form
from django import forms
from lxml import html as lxml_html

from expertteam.ui.dates import VagueDate
from expertteam.ui.forms import (
    Block,
    CheckChips,
    Columns,
    DutchDateField,
    PageForm,
    PeriodField,
    RadioPills,
    Voice,
)

PLACES = [("thuis", "Thuis"), ("netwerk", "Netwerk"), ("leefgroep", "Leefgroep"), ("anders", "Anders")]


class SampleForm(PageForm):
    why = {"wish": "Zo begint het gesprek bij wat iemand zelf wil."}
    name = forms.CharField(label="Roepnaam")
    born_on = DutchDateField(label="Geboortedatum", future=False, show_age=True)
    since = PeriodField(label="Sinds wanneer?", required=False, help_text="“2019” mag ook.")
    place = forms.ChoiceField(label="Waar woon je?", choices=PLACES, widget=RadioPills(visible=2))
    school = forms.ChoiceField(label="School", choices=PLACES, widget=RadioPills, required=False)
    causes = forms.MultipleChoiceField(label="Oorzaken", choices=PLACES, widget=CheckChips, required=False)
    wish = forms.CharField(label="Wat wil je zelf?", widget=forms.Textarea, required=False)

    def blocks(self):
        return [
            Block(
                "De jongere",
                "Zoals je heet.",
                Columns("name", "born_on"),
                "since",
                "place",
                "school",
                "causes",
            ),
            Block("De vraag", "", Voice("jeugdige", "wish")),
        ]


def page_of(form):
    return lxml_html.fromstring(f"<main>{render_crispy_form(form)}</main>")


def test_every_input_has_a_label_and_every_id_is_once():
    page = page_of(SampleForm())
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    labelled = set(page.xpath("//label/@for"))
    assert all(field in labelled for field in page.xpath("//*[self::input or self::textarea][@name]/@id"))


def test_optional_is_said_in_words():
    page = page_of(SampleForm())
    assert "niet verplicht" in page.xpath("string(//label[@for='id_since'])")
    assert "niet verplicht" not in page.xpath("string(//label[@for='id_name'])")


def test_errors_stand_at_the_field_and_on_top():
    page = page_of(SampleForm({"born_on": "31-2-2011"}))
    assert page.get_element_by_id("id_born_on").get("aria-invalid") == "true"
    described = page.get_element_by_id("id_born_on").get("aria-describedby")
    assert "31 februari bestaat niet" in page.xpath(f"string(//*[@id='{described}'])")
    links = page.xpath("//*[@role='alert']//a")
    assert [link.get("href") for link in links] == ["#id_name", "#id_born_on", "#id_place_0"]
    assert links[2].text_content() == "Waar woon je? Kies een antwoord."
    assert page.xpath("//*[@role='alert']/@tabindex") == ["-1"]


def test_help_and_error_are_both_announced():
    page = page_of(SampleForm({"since": "ooit"}))
    described = page.get_element_by_id("id_since").get("aria-describedby").split()
    assert described == ["id_since_helptext", "id_since_error"]
    assert all(page.get_element_by_id(one) is not None for one in described)


def test_answers_beyond_the_first_wait_behind_more():
    page = page_of(SampleForm())
    assert page.xpath("//details[summary='Meer…']//input/@value") == ["leefgroep", "anders"]
    assert not page.xpath("//details[summary='Meer…']/@open")


def test_more_is_open_when_the_answer_is_in_it():
    page = page_of(SampleForm({"place": "anders"}))
    assert len(page.xpath("//details[summary='Meer…'][@open]//input[@checked]")) == 1


def test_an_optional_answer_can_be_taken_back():
    page = page_of(SampleForm())
    assert page.xpath("//input[@name='school'][@checked]/@value") == [""]
    assert page.xpath("//input[@name='place'][@value='']") == []


def test_why_opens_at_its_field():
    page = page_of(SampleForm())
    assert "wat iemand zelf wil" in page.xpath("string(//*[@id='div_id_wish']//details)")


def test_blocks_carry_anchor_and_heading():
    form = SampleForm()
    assert form.block_links()[0] == {"id": "blok-de-jongere", "title": "De jongere"}
    assert page_of(form).xpath("//section[@id='blok-de-vraag']/h2/text()") == ["De vraag"]


@time_machine.travel(date(2024, 3, 12), tick=False)
def test_dates_are_cleaned():
    form = SampleForm({"name": "Sam", "born_on": "gisteren", "since": "voorjaar 2019", "place": "thuis"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["born_on"] == date(2024, 3, 11)
    assert form.cleaned_data["since"] == VagueDate(date(2019, 3, 1), "season")


@time_machine.travel(date(2024, 3, 12), tick=False)
def test_a_birth_date_is_not_tomorrow():
    form = SampleForm({"born_on": "13-3-2024"})
    assert form.errors["born_on"] == ["Deze datum ligt in de toekomst. Kijk het jaar nog eens na."]


def test_a_known_date_is_shown_as_people_type_it():
    initial = {"born_on": date(2011, 3, 14), "since": VagueDate(date(2019, 3, 1), "season")}
    page = page_of(SampleForm(initial=initial))
    assert page.get_element_by_id("id_born_on").value == "14-3-2011"
    assert page.get_element_by_id("id_since").value == "voorjaar 2019"


def test_another_notation_is_no_change():
    initial = {"name": "", "born_on": date(2011, 3, 14), "since": VagueDate(date(2019, 3, 1), "season")}
    form = SampleForm({"born_on": "14 maart 2011", "since": "lente 2019"}, initial=initial)
    assert not form.has_changed()
