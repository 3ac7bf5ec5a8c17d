"""The steps a new case of a team starts with: those of the team itself, or the ones everybody starts with."""

from expertteam.accounts.models import Team

from .models import STAGE_ORDER, Stage, TeamStep

# Written so that each reads as what to do next; source: the four parts of the work (shared/domain.md, «Procesregie»).
MEETING = "Houd de bijeenkomst, met jongere en ouders aan tafel"
DEFAULT_STEPS: dict[Stage, tuple[str, ...]] = {
    Stage.INTAKE: (
        "Spreek de jongere, de ouders en wie aanmeldt",
        "Vraag toestemming",
        "Breng in beeld wie er om de jongere heen staan",
        "Spreek af wie casusregisseur is",
    ),
    Stage.ANALYSIS: (
        "Zet de levensloop op de tijdlijn",
        MEETING,
        "Vraag iedereen of de analyse klopt",
        "Spreek koers en kernteam af",
        "Bespreek het advies en verstuur het rapport",
    ),
    Stage.FOLLOWING: (
        "Zorg dat elke actie een eigenaar en een dag heeft",
        "Kijk na twee maanden of het advies is gevolgd",
        "Vraag na drie, zes en twaalf maanden hoe het gaat",
    ),
    Stage.CLOSING: (
        "Vraag hoe tevreden jongere, ouders en hulpverleners zijn",
        "Kijk samen terug: wat hielp, en wat liep vast",
        "Vertel iedereen bij wie ze terechtkunnen",
    ),
}


def default_steps(team: Team) -> list[TeamStep]:
    """The steps everybody starts with, not stored."""
    return [
        TeamStep(team=team, stage=stage, text=text, position=place)
        for stage, texts in DEFAULT_STEPS.items()
        for place, text in enumerate(texts, start=1)
    ]


def template_of(team: Team) -> list[TeamStep]:
    """What a new case starts with, in order; rows without a key when the team never changed anything. One query."""
    return sorted(team.steps.all(), key=place_of) or default_steps(team)


def place_of(step: TeamStep) -> tuple[int, int, int]:
    """Where a step stands among all of a team."""
    return STAGE_ORDER[step.stage], step.position, step.pk or 0
