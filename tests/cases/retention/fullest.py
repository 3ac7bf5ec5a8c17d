"""What the case of the access matrix still lacks: a row of every kind that a case can have."""

from django.utils import timezone

from analysis.board.actions import change_element
from analysis.board.models import Advice, Explanation
from analysis.sharing.models import Endorsement
from cases.followup.models import EarlierCaseUse, Reopening
from cases.hours.models import DismissedProposal
from cases.intake.models import Purpose, ReferralDraft
from cases.people.models import Participant, SpokenFor
from cases.process.course import CourseData, set_core_team, set_course
from cases.process.journal_models import JournalDraft
from cases.retention.actions import end_hold, hold, release
from cases.steering.models import ActionReminder, ReminderKind
from monitor.demo.year.opening import Day, year_files
from monitor.demo.year.rounding_off import bind, tailor, work_through
from tests.access_world import World

STORIES = {file["sleutel"]: file for file in year_files("groningen")}


def complete(world: World) -> None:
    """Add the rows that no page of the matrix needs."""
    petra, case, today = world.people["P"], world.case, timezone.localdate()
    assert petra is not None
    day = Day(today)
    tailor(petra, case, STORIES["fenna"]["maatwerk"], day)
    work_through(petra, case, STORIES["milan"]["dilemma"], day)
    bind(petra, case, STORIES["sofie"]["bindend"], day)
    set_course(by=petra, case=case, data=CourseData("Eerst rust en ritme", "Met Noor", "Aan elkaar", today))
    set_core_team(by=petra, case=case, participants=[world.mother.pk], users=[petra.user.pk])
    hold(by=petra, case=case, reason="Er loopt een klacht van de buurvrouw")
    end_hold(by=petra, case=case)
    release(by=petra, cases=[case])
    user = {"case": case, "user": petra.user}
    DismissedProposal.objects.create(**user, source="journal", source_id=1)
    JournalDraft.objects.create(**user, fields={"text": "Gebeld met tante Sjaan over het paard"})
    EarlierCaseUse.objects.create(case=case, allowed=True, said_by="Tante Sjaan uit Delfzijl", said_on=today)
    Reopening.objects.create(
        case=case, opened_on=today, opened_by=petra.user, reason="De buurvrouw belde weer"
    )
    ActionReminder.objects.create(action=world.action, kind=ReminderKind.values[0], day=today)
    ReferralDraft.objects.create(
        case=case, team=petra.team, user=petra.user, purpose=Purpose.CHANGE,
        fields={"voice_parents": "Wij slapen al weken niet meer"},
    )  # fmt: skip
    speaker = Participant.objects.create(case=case, name="Opa Sikke Terpstra", role="woordvoerder")
    SpokenFor.objects.create(case=case, speaker=speaker, person=world.mother)
    write_analysis(world)


def write_analysis(world: World) -> None:
    """An explanation, an advice that hangs on an element, and what the mother said of it."""
    analysis = world.element.analysis
    Explanation.objects.create(
        analysis=analysis, text="Hij wacht tot iemand blijft", certainty="hypothese", position=0
    )
    advice = Advice.objects.create(
        analysis=analysis, text="Laat Harm elke week komen", life_area="netwerk", position=0
    )
    advice.elements.add(world.element)
    change_element(by=world.emre, element=world.element, text="Zit stil bij het raam en telt treinen")
    Endorsement.objects.create(
        analysis=analysis, participant=world.mother, verdict="deels", words="Zijn vader mist hierin"
    )
