"""Without consent nothing is discussed by name, shared, reported or counted; and it says of whom it is missing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from analysis.board.actions import analysis_of
from analysis.report.actions import request_report
from analysis.report.models import AdviceReport, Edition
from analysis.sharing.actions import record_answer
from analysis.sharing.models import Endorsement
from cases.casefile.actions import grant_case
from cases.casefile.models import Case, LegalBasis, Phase
from cases.casefile.moves import request_matching
from cases.consent.actions import About, Ground, add_basis
from cases.consent.queries import ConsentMissing, missing_for, require
from cases.intake.actions import change_referral
from cases.intake.queries import answers_of, version_of
from cases.people.actions import change_participant, given
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.jobs.models import JobStatus
from monitor.figures import figures_of
from monitor.kept.actions import keep_figures
from monitor.kept.models import KeptCase
from tests.factories import make_analysis, make_case

from .saying import DISCUSS, MONITOR, REQUEST, SHARE, everybody, party, say

As = Callable[[Person], Client]


def follow(client: Client, url: str, **data: object) -> str:
    return client.post(url, data, follow=True).content.decode()


def test_no_expert_reads_along_without_a_yes(
    case: Case, anja: Participant, henk: Participant, petra: Person, emre: Person, as_: As
) -> None:
    say(petra, case, None, "gegeven")
    say(petra, case, anja, "gegeven")
    page = follow(as_(petra), f"/casussen/{case.number}/toegang/", user=emre.user.pk)
    assert "Emre Kaya leest nog niet mee. Henk Oosterhuis gaf nog geen toestemming" in page
    assert f"/casussen/{case.number}/toestemming/formulier/" in page and not case.grants.exists()
    say(petra, case, henk, "gegeven")
    assert "Emre Kaya kan deze casus nu lezen" in follow(
        as_(petra), f"/casussen/{case.number}/toegang/", user=emre.user.pk
    )


def test_no_zorgadviseur_searches_along_without_a_yes(case: Case, anja: Participant, petra: Person) -> None:
    with pytest.raises(
        ConsentMissing, match="Met wie Anja Oosterhuis het gezag deelt, staat nog niet bij Mensen"
    ):
        request_matching(by=petra, case=case, wanted=True)
    assert not Case.objects.get(pk=case.pk).matching_requested


def test_a_no_shows_everybody_the_door(
    case: Case, anja: Participant, henk: Participant, petra: Person, emre: Person, zora: Person, as_: As
) -> None:
    everybody(petra, case, "gegeven")
    grant_case(by=petra, case=case, user=emre.user)
    request_matching(by=petra, case=case, wanted=True)
    done = say(petra, case, henk, "ingetrokken", on=date(2026, 11, 20))
    assert done.closed_to == ("Emre Kaya", "de zorgadviseur")
    assert as_(emre).get(f"/casussen/{case.number}/").status_code == 403
    assert as_(zora).get(f"/casussen/{case.number}/").status_code == 403


def test_a_yes_that_was_a_mistake_shows_the_door_again(
    case: Case, anja: Participant, henk: Participant, petra: Person, emre: Person, as_: As
) -> None:
    everybody(petra, case, "gegeven")
    say(petra, case, henk, "ingetrokken", on=date(2026, 11, 10))
    say(petra, case, henk, "gegeven", on=date(2026, 11, 20))
    grant_case(by=petra, case=case, user=emre.user)
    mistake = case.consents.get(participant=henk, said_on=date(2026, 11, 20))
    page = follow(as_(petra), f"/casussen/{case.number}/toestemming/antwoord/{mistake.pk}/weg/")
    assert "Zonder toestemming om te bespreken leest niet meer mee: Emre Kaya." in page
    assert as_(emre).get(f"/casussen/{case.number}/").status_code == 403


def test_a_basis_that_ends_says_who_reads_along_no_longer(
    case: Case, anja: Participant, henk: Participant, petra: Person, emre: Person, as_: As
) -> None:
    say(petra, case, henk, "geweigerd")
    ground = Ground("vitaal_belang", "Er is acuut gevaar.", "Carla", date(2026, 11, 20))
    add_basis(by=petra, case=case, about=[About(DISCUSS)], ground=ground)
    grant_case(by=petra, case=case, user=emre.user)
    page = follow(
        as_(petra), f"/casussen/{case.number}/toestemming/andere-grondslag/{case.other_bases.get().pk}/stopt/"
    )
    assert "leest niet meer mee: Emre Kaya." in page and not case.grants.filter(ended_at=None).exists()


def test_who_gets_authority_later_and_said_no_shows_the_door(
    case: Case, anja: Participant, petra: Person, emre: Person, as_: As
) -> None:
    """A no of who decided nothing stopped nothing; the day they decide it does."""
    change_participant(by=petra, participant=anja, data=replace(given(anja), parental_authority="ja"))
    henk = Participant.objects.create(case=case, name="Henk", role="ouder", parental_authority="nee")
    everybody(petra, case, "gegeven")
    say(petra, case, henk, "geweigerd", on=date(2026, 11, 10))
    grant_case(by=petra, case=case, user=emre.user)
    change_participant(by=petra, participant=henk, data=replace(given(henk), parental_authority="gedeeld"))
    assert as_(emre).get(f"/casussen/{case.number}/").status_code == 403


def test_a_corrected_birth_date_says_who_decides(petra: Person, emre: Person) -> None:
    """Sixteen by mistake, she decided alone; fourteen, her mother's no counts."""
    case = make_case(petra, birth_date=date(2010, 3, 14), consent=False)
    mother = Participant.objects.create(case=case, name="Anja", role="ouder", parental_authority="ja")
    say(petra, case, None, "gegeven")
    say(petra, case, mother, "geweigerd")
    grant_case(by=petra, case=case, user=emre.user)
    answers = {**answers_of(case), "birth_date": date(2012, 3, 14)}
    change_referral(by=petra, case=case, answers=answers, version=version_of(case))
    assert not case.grants.filter(ended_at=None).exists()


def test_a_no_to_counting_leaves_who_reads_along(
    case: Case, anja: Participant, henk: Participant, petra: Person, emre: Person
) -> None:
    everybody(petra, case, "gegeven", DISCUSS, MONITOR)
    grant_case(by=petra, case=case, user=emre.user)
    assert say(petra, case, henk, "geweigerd", MONITOR, on=date(2026, 11, 20)).closed_to == ()
    assert case.grants.filter(ended_at=None).exists()


@pytest.mark.parametrize("edition", list(Edition))
def test_no_report_without_a_yes_to_sharing(
    edition: Edition, case: Case, anja: Participant, henk: Participant, petra: Person, as_: As
) -> None:
    make_analysis(case)
    client, url = as_(petra), f"/casussen/{case.number}/rapporten/"
    page = client.get(url).content.decode()
    assert "Er kan nog geen rapport gemaakt worden" in page and "Rapport maken" not in page
    assert "Er is nog niet gevraagd met wie we mogen delen." in page
    assert "Er kan nog geen rapport" in follow(client, f"{url}maken/", voor=edition.value)
    party(petra, case)
    everybody(petra, case, "gegeven", SHARE)
    report, new = request_report(by=petra, case=case, edition=edition)
    assert new and "Dit mag naar: <strong><bdi>De Toren" in client.get(url).content.decode()
    say(petra, case, anja, "ingetrokken", SHARE, on=date(2026, 11, 20))
    with pytest.raises(ConsentMissing, match="Anja Oosterhuis trok op 20 november 2026 de toestemming in"):
        request_report(by=petra, case=case, edition=edition)


def test_a_report_that_was_issued_stays_and_says_to_whom_it_may_not_go(
    case: Case, anja: Participant, henk: Participant, petra: Person, as_: As
) -> None:
    make_analysis(case)
    party(petra, case)
    everybody(petra, case, "gegeven", SHARE)
    report, _ = request_report(by=petra, case=case, edition=Edition.FAMILY)
    AdviceReport.objects.filter(pk=report.pk).update(status=JobStatus.DONE, pdf=b"%PDF-")
    say(petra, case, anja, "ingetrokken", SHARE, on=date(2026, 11, 20))
    page = as_(petra).get(f"/casussen/{case.number}/rapporten/{report.number}/").content.decode()
    assert "Geef dit rapport nu aan niemand buiten het team" in page and "trok de toestemming in voor" in page
    assert as_(petra).get(f"/casussen/{case.number}/rapporten/{report.number}/pdf/").status_code == 200


def test_an_analysis_is_put_only_before_parties_with_whom_it_may_be_shared(
    case: Case, anja: Participant, henk: Participant, petra: Person, as_: As
) -> None:
    make_analysis(case)
    school = Participant.objects.create(case=case, name="Wessel", role="school", organisation="De Toren")
    url = f"/casussen/{case.number}/analyse/gedeeld/{school.pk}/"
    refused = as_(petra).post(url, {"verdict": "ja", "words": "Klopt helemaal", "answered_on": "20-11-2026"})
    page = refused.content.decode()
    assert refused.status_code == 422 and "Delen met De Toren is nog niet gevraagd." in page
    assert "Klopt helemaal" in page and f"/casussen/{case.number}/toestemming/" in page
    party(petra, case)
    everybody(petra, case, "gegeven", SHARE)
    assert record_answer(by=petra, analysis=analysis_of(case), participant=school, verdict="ja")


def test_who_is_asked_for_consent_always_speaks_for_themselves(
    case: Case, anja: Participant, henk: Participant, petra: Person
) -> None:
    make_analysis(case)
    record_answer(by=petra, analysis=analysis_of(case), participant=anja, verdict="nee")
    assert Endorsement.objects.get().verdict == "nee"


def test_from_sixteen_a_parent_is_a_party(petra: Person) -> None:
    case = make_case(petra, birth_date=date(2010, 1, 1), consent=False)
    make_analysis(case)
    anja = Participant.objects.create(case=case, name="Anja", role="ouder", parental_authority="ja")
    with pytest.raises(ConsentMissing, match="Delen met Anja is nog niet gevraagd"):
        record_answer(by=petra, analysis=analysis_of(case), participant=anja, verdict="ja")


def test_only_with_consent_it_counts(
    case: Case, anja: Participant, henk: Participant, petra: Person, django_assert_num_queries: Callable
) -> None:
    def counted() -> tuple[int, int, dict]:
        figures = figures_of(case.team, 2026)[0]
        return figures.total, Case.objects.counted().count(), dict(figures.counts["geslacht"])

    assert counted() == (0, 0, {})
    everybody(petra, case, "gegeven", MONITOR)
    assert counted() == (1, 1, {"jongen": 1})
    say(petra, case, anja, "ingetrokken", MONITOR, on=date(2026, 11, 20))
    assert counted() == (0, 0, {})
    with django_assert_num_queries(2):
        figures_of(case.team, 2026)


@pytest.mark.parametrize(("says", "kept"), [("gegeven", 1), ("geweigerd", 0)])
def test_what_stays_of_a_destroyed_case_had_consent(
    says: str, kept: int, case: Case, anja: Participant, henk: Participant, petra: Person
) -> None:
    everybody(petra, case, says, MONITOR)
    keep_figures(petra, case)
    assert KeptCase.objects.count() == kept


def test_a_register_counts_until_somebody_says_no(petra: Person) -> None:
    case = make_case(
        petra, birth_date=date(2009, 1, 1), consent=False, phase=Phase.CLOSED, legal_basis=LegalBasis.REGISTER
    )
    assert Case.objects.counted().count() == 1
    say(petra, case, None, "geweigerd", MONITOR)
    assert Case.objects.counted().count() == 0


def test_requesting_and_sharing_are_asked_per_party(
    case: Case, anja: Participant, henk: Participant, petra: Person
) -> None:
    party(petra, case, "Kompas Jeugd", REQUEST)
    everybody(petra, case, "gegeven", REQUEST)
    require(case, REQUEST, "kompas  jeugd")
    require(case, REQUEST)
    assert [one.sentence for one in missing_for(case, REQUEST, party="De Toren")] == [
        "Informatie opvragen bij De Toren is nog niet gevraagd."
    ]
    assert [one.sentence for one in missing_for(case, SHARE, party="Kompas Jeugd")] == [
        "Delen met Kompas Jeugd is nog niet gevraagd."
    ]


def test_missing_says_of_whom_on_a_day(
    case: Case, anja: Participant, henk: Participant, petra: Person
) -> None:
    everybody(petra, case, "gegeven", on=date(2026, 11, 10))
    assert missing_for(case, DISCUSS) == []
    assert [one.who for one in missing_for(case, DISCUSS, date(2026, 11, 9))] == [
        "Ruben", "Anja Oosterhuis", "Henk Oosterhuis",
    ]  # fmt: skip
    assert [one.sentence for one in missing_for(case, DISCUSS, date(2028, 3, 14))] == [
        "Ruben is inmiddels 16. Vraag Ruben opnieuw toestemming om de casus in het team te bespreken."
    ]


def test_the_monitor_says_how_many_do_not_count_and_leads_to_them(case: Case, petra: Person, as_: As) -> None:
    client = as_(petra)
    page = client.get("/monitor/2026/").content.decode()
    assert "1 casus telt niet mee: er is geen toestemming voor de monitor." in page
    assert "/casussen/?jaar=2026&amp;toestemming=monitor" in page
    make_case(petra, first_name="Fenna")
    found = client.get("/casussen/?jaar=2026&toestemming=monitor").content.decode()
    assert case.number in found and "Fenna" not in found
