"""The form on paper, filled in with the case; and what consent means, for everybody."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_GET

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest, public
from expertteam.audit.actions import record
from expertteam.jobs.models import JobFailed
from expertteam.pdf.maker import make_pdf
from expertteam.ui.dates import age_on, long_date

from .coming import next_change
from .page import columns_of
from .purposes import PER_PARTY, Purpose
from .queries import Standing, standing_of
from .rules import ADULT, ASKED_TOO, DECIDES, YOUNG_PERSON

TEMPLATE = "cases/consent/form_pdf.html"
EXPLAINED = {
    Purpose.DISCUSS: (
        "Bespreken in het expertteam",
        "Het team denkt samen na over wat er speelt en wat kan helpen. In het team zitten mensen van verschillende "
        "organisaties. Zij houden voor zich wat ze horen.",
    ),
    Purpose.REQUEST: (
        "Informatie opvragen bij {party}",
        "Het team vraagt daar wat er eerder is gedaan en wat daarvan te leren is.",
    ),
    Purpose.SHARE: (
        "Delen met {party}",
        "Zij mogen lezen hoe het team het ziet, wat het advies is en wie wat doet.",
    ),
    Purpose.MONITOR: (
        "Meetellen in de cijfers van het jaar",
        "Zo leren gemeenten wat er beter moet. Namen staan er nooit in, en niemand kan zien om wie het gaat.",
    ),
}
BLANK = "………………………………"


@require_GET
@case_page("consent.change", shows=False)
def form_pdf(request: PersonRequest, case: Case) -> HttpResponse:
    """The form as it is asked today."""
    return paper(request, case, timezone.localdate())


@require_GET
@case_page("consent.change", shows=False)
def form_pdf_soon(request: PersonRequest, case: Case) -> HttpResponse:
    """The form as it is asked after the next birthday of 12, 16 or 18; not when that is more than six weeks away."""
    coming = next_change(case.young_person.birth_date, timezone.localdate())
    if coming is None or not coming.soon:
        return redirect("cases:consent", case.number)
    return paper(request, case, coming.on)


def paper(request: PersonRequest, case: Case, day: date) -> HttpResponse:
    """The file. Its name holds the number only, and no browser or proxy keeps it."""
    context = content_of(case, standing_of(case, day))
    try:
        pdf = make_pdf(TEMPLATE, context, title=f"Toestemming bij casus {case.number}")
    except JobFailed as failed:
        context = {"case": case, "tabs": tabs_for(case, "cases:consent"), "why": str(failed)}
        return render(request, "cases/consent/no_form.html", context, status=503)
    record(request.person, "consent.downloaded", case_number=case.number)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="toestemming-{case.number}.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(response, no_store=True, private=True)
    return response


def content_of(case: Case, standing: Standing) -> dict[str, Any]:
    """What is filled in: who signs, what is asked, and the words that fit the age on that day."""
    columns = columns_of(standing)
    age, name = age_on(case.young_person.birth_date, standing.day), case.young_person.first_name
    today = timezone.localdate()
    return {
        "case": case,
        "day": standing.day,
        "from_day": long_date(standing.day) if standing.day > today else "",
        "age": age,
        "first_name": name,
        "signers": [{"name": one.name, "who": title_of(one.key, one.who, name, age)} for one in columns],
        "asked": asked(standing),
        "stage": stage_of(age),
        "asked_again": next_change(case.young_person.birth_date, standing.day),
        "elders": [one.name for one in columns if one.key != YOUNG_PERSON and one.name],
    }


def stage_of(age: int) -> str:
    """«kind» under 12, «samen» from 12, «zelf» from 16, «volwassen» from 18: which words the form uses."""
    if age < ASKED_TOO:
        return "kind"
    if age < DECIDES:
        return "samen"
    return "zelf" if age < ADULT else "volwassen"


def title_of(key: str, who: str, name: str, age: int) -> str:
    """What somebody who signs is, as the form says it."""
    if key == YOUNG_PERSON:
        return f"{age} jaar"
    return {"Voogd": f"voogd van {name}"}.get(who, f"ouder met gezag over {name}")


def asked(standing: Standing) -> list[dict[str, str]]:
    """The purposes to tick: of one per party a row for each, explained once; to fill in when none was named."""
    rows = []
    for purpose, (title, text) in EXPLAINED.items():
        parties = [one.name for one in standing.parties_for(purpose)] if purpose in PER_PARTY else [""]
        named = parties or [BLANK]
        rows += [{"title": title.format(party=one), "text": text if one is named[0] else ""} for one in named]
    return rows


@require_GET
@public("wat toestemming betekent, zonder gegevens van iemand")
def about(request: HttpRequest) -> HttpResponse:
    """What consent is, from whom it is asked and what withdrawing does."""
    return render(request, "cases/consent/about.html")
