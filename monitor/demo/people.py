"""The demo people: at least one per role and team, everybody invented, one password for all."""

from dataclasses import dataclass

from expertteam.accounts.models import Membership, Role, Team, User

# Only in the demo, and printed at every start.
PASSWORD = "samen-verder-kijken"  # nosec B105


@dataclass(frozen=True)
class DemoTeam:
    """A team with its municipalities (CBS codes) and (first name, whole name, role) of its people."""

    code: str
    region: str
    municipalities: tuple[str, ...]
    people: tuple[tuple[str, str, Role], ...]


TEAMS = (
    DemoTeam(
        "groningen",
        "Groningen",
        ("GM1979", "GM0014", "GM1966", "GM1952", "GM1895", "GM0765", "GM0037", "GM0047", "GM1969", "GM1950"),
        (
            ("petra", "Petra Nijboer", Role.PROCESS_DIRECTOR),
            ("jan", "Jan Bouma", Role.PROCESS_DIRECTOR),
            ("emre", "Emre Kaya", Role.EXPERT),
            ("zora", "Zora Adelaar", Role.CARE_ADVISOR),
            ("carla", "Carla Wiersma", Role.COORDINATOR),
            ("sietske", "Sietske Bos", Role.SECRETARY),
            ("bas", "Bas Drenth", Role.ADMINISTRATOR),
            ("lies", "Lies Mulder", Role.READER),
        ),
    ),
    DemoTeam(
        "friesland",
        "Friesland",
        ("GM0059", "GM0060", "GM1891", "GM1940", "GM0072", "GM0074", "GM0080", "GM1970", "GM0085",
         "GM0086", "GM0088", "GM0090", "GM1900", "GM0093", "GM0737", "GM0096", "GM1949", "GM0098"),
        (
            ("fokke", "Fokke Hoekema", Role.PROCESS_DIRECTOR),
            ("anouk", "Anouk de Vries", Role.EXPERT),
            ("tjitske", "Tjitske Hofstra", Role.CARE_ADVISOR),
            ("wytse", "Wytse Dijkstra", Role.COORDINATOR),
            ("margje", "Margje Postma", Role.SECRETARY),
            ("sjoerd", "Sjoerd Visser", Role.ADMINISTRATOR),
            ("ilse", "Ilse Brouwer", Role.READER),
        ),
    ),
)  # fmt: skip


def ensure_people() -> None:
    """Make the teams and people that are not there yet; somebody who is there keeps their password."""
    for demo in TEAMS:
        fields = {"region": demo.region, "municipalities": list(demo.municipalities)}
        team, _ = Team.objects.get_or_create(code=demo.code, defaults=fields)
        for first, name, role in demo.people:
            email = f"{first}@{demo.code}.example"
            user = User.objects.filter(email=email).first() or User.objects.create_user(
                email, PASSWORD, name=name
            )
            Membership.objects.get_or_create(user=user, team=team, role=role)


def table() -> list[tuple[str, str, str]]:
    """(team, role, e-mail address) of every demo person."""
    return [
        (demo.region, str(role.label), f"{first}@{demo.code}.example")
        for demo in TEAMS
        for first, _, role in demo.people
    ]
