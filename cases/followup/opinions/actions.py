"""Asking people what they thought of the help of the team, and keeping what they say."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from cases.casefile.models import Case
from cases.followup.models import Opinion, Via
from cases.outside.actions import GivenLink, give_link, mail_link, mark_answered, withdraw_links
from cases.outside.models import OutsideLink
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.audit.actions import record

PURPOSE = "tevredenheid"
DAYS = 30


@dataclass(frozen=True)
class Answer:
    """What somebody says: a code of question `tevreden`, what helped and what could be better."""

    satisfied: str
    helped: str = ""
    better: str = ""


@transaction.atomic
def ask_opinion(
    *, by: Person, case: Case, side: str, name: str, participant: Participant | None = None
) -> Opinion:
    """Put somebody on the list of who is asked; asking twice is the same as once."""
    Case.objects.select_for_update().get(pk=case.pk)
    defaults = {"asked_on": timezone.localdate(), "participant": participant}
    opinion, created = Opinion.objects.get_or_create(case=case, side=side, name=name, defaults=defaults)
    if created:
        record(by, "opinion.asked", case_number=case.number)
    return opinion


@transaction.atomic
def give_opinion_link(*, by: Person, opinion: Opinion) -> GivenLink:
    """A link to the page with three questions, to show once; an earlier link of this person opens nothing now."""
    case = opinion.case
    withdraw_links(by=by, case=case, purpose=PURPOSE, subject_id=opinion.pk)
    return give_link(by=by, case=case, purpose=PURPOSE, subject_id=opinion.pk, days=DAYS)


@transaction.atomic
def mail_opinion_link(*, by: Person, opinion: Opinion, to: str) -> GivenLink:
    """The same by mail. The mail holds no name and nothing of the case."""
    case = opinion.case
    withdraw_links(by=by, case=case, purpose=PURPOSE, subject_id=opinion.pk)
    return mail_link(by=by, case=case, purpose=PURPOSE, subject_id=opinion.pk, to=to, kind=PURPOSE, days=DAYS)


@transaction.atomic
def answer_by_link(*, link: OutsideLink, answer: Answer) -> bool:
    """Keep what somebody answered on their own page; False for a double click, or a link that is closed meanwhile."""
    opinion = Opinion.objects.select_for_update().filter(case=link.case, pk=link.subject_id).first()
    held = OutsideLink.objects.select_for_update().get(pk=link.pk)
    if opinion is None or held.answered_at is not None or not held.is_open:
        return False
    _keep(opinion, answer, Via.LINK, timezone.localdate())
    record(link.by, "opinion.answered", case_number=link.case.number)
    mark_answered(link)
    return True


@transaction.atomic
def enter_answer(*, by: Person, opinion: Opinion, answer: Answer, via: str, answered_on: date) -> bool:
    """Write down what somebody said on paper or by telephone; False when nothing is new."""
    row = Opinion.objects.select_for_update(of=("self",)).select_related("case").get(pk=opinion.pk)
    said = {**asdict(answer), "via": via, "answered_on": answered_on}
    if all(getattr(row, name) == value for name, value in said.items()):
        return False
    _keep(row, answer, via, answered_on)
    withdraw_links(by=by, case=row.case, purpose=PURPOSE, subject_id=row.pk)
    record(by, "opinion.changed", case_number=row.case.number)
    return True


def _keep(opinion: Opinion, answer: Answer, via: str, day: date) -> None:
    for name, value in asdict(answer).items():
        setattr(opinion, name, value)
    opinion.via, opinion.answered_on = via, day
    opinion.save()


def close_page_of(by: Person, participant: Participant) -> None:
    """Withdraw the link of somebody who is reached at another address from now on: the earlier one may be wrong."""
    for opinion in Opinion.objects.filter(participant=participant).select_related("case"):
        withdraw_links(by=by, case=opinion.case, purpose=PURPOSE, subject_id=opinion.pk)


@transaction.atomic
def remove_question(*, by: Person, opinion: Opinion) -> bool:
    """Take somebody off the list while they did not answer; False when they did."""
    row = Opinion.objects.select_for_update(of=("self",)).select_related("case").filter(pk=opinion.pk).first()
    if row is None or row.answered_on:
        return False
    withdraw_links(by=by, case=row.case, purpose=PURPOSE, subject_id=row.pk)
    record(by, "opinion.removed", case_number=row.case.number)
    row.delete()
    return True
