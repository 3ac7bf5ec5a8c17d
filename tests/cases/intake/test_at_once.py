"""Two people, or two tabs, at the very same moment."""

from uuid import uuid4

import pytest

from cases.casefile.models import Case, Phase
from cases.intake.actions import ReferralChanged, change_referral
from cases.intake.consultations.actions import record_consultation
from cases.intake.drafts.actions import save_draft
from cases.intake.models import Consultation, Decision, ReferralDraft
from cases.intake.queries import answers_of, version_of
from cases.intake.triage.actions import DecidedMeanwhile, Verdict, decide, seen
from expertteam.audit.models import AuditEvent
from tests.cases.at_once import all_at_once
from tests.factories import make_case

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_of_two_decisions_one_stands_and_the_other_hears_of_it(petra) -> None:
    case = make_case(petra, phase=Phase.TRIAGE, owner=None)
    before = seen(case)

    def work(number: int) -> str:
        try:
            verdict = Verdict(Decision.DECLINED, reason=f"reden {number}")
            decide(by=petra, case=case, verdict=verdict, seen_before=before)
        except DecidedMeanwhile:
            return "intussen"
        return verdict.reason

    said = all_at_once(work, 6)
    assert said.count("intussen") == 5
    assert Case.objects.get().referral.decision_reason in said


def test_of_two_changes_one_is_stored_and_the_other_is_asked(petra) -> None:
    case = make_case(petra)
    begun, version = answers_of(case), version_of(case)

    def work(number: int) -> bool:
        try:
            answers = {**begun, "question_line": f"vraag {number}"}
            change_referral(by=petra, case=case, answers=answers, version=version)
        except ReferralChanged as conflict:
            return conflict.merged.clashing != ["question_line"]
        return True

    assert all_at_once(work, 6).count(True) == 1


def test_a_draft_saved_twice_at_once_is_one_draft(petra) -> None:
    token = uuid4()
    all_at_once(lambda n: save_draft(by=petra, token=token, fields={"first_name": f"Fenna {n}"}), 6)
    assert ReferralDraft.objects.get().title.startswith("Fenna")
    assert AuditEvent.objects.filter(event="draft.saved").count() == 1


def test_a_consultation_sent_twice_at_once_is_one(petra) -> None:
    token = uuid4()
    answers = {
        "asked_on": "2026-03-02",
        "asker": "ouders",
        "question": "Mag dat?",
        "answer": "Ja.",
        "minutes": 5,
    }
    made = all_at_once(lambda _: record_consultation(by=petra, answers=dict(answers), token=token), 6)
    assert [is_new for _, is_new in made].count(True) == 1
    assert Consultation.objects.count() == 1
