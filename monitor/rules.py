"""Who may see the figures and bring in a register."""

from expertteam.access.rules import declare
from expertteam.accounts.models import Role

P, C, L = Role.PROCESS_DIRECTOR, Role.COORDINATOR, Role.READER

declare("monitor.read", "De monitor zien en ophalen", [P, C, L])
declare("register.import", "Een register overnemen", [C])
