"""The registers of the demo, taken over for Groningen so that the monitor has years to show."""

from cases.casefile.models import Case, LegalBasis
from expertteam.access.person import Person
from monitor.demo.cases import DATA
from monitor.register.actions import take_over
from monitor.register.queries import read


def ensure_registers(by: Person) -> int:
    """Take over both registers, unless cases of a register are there already; returns how many cases were new."""
    if Case.objects.filter(team=by.team, legal_basis=LegalBasis.REGISTER).exists():
        return 0
    created = 0
    for path in sorted(DATA.glob("register-*.xlsx")):
        created += take_over(by=by, rows=read(path.read_bytes()).rows).created
    return created
