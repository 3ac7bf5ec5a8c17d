"""Who may do what with the shared explanatory analysis. The secretary plans and files, and does not read analyses."""

from expertteam.access.rules import declare
from expertteam.accounts.models import Role

P, E, Z, C = Role.PROCESS_DIRECTOR, Role.EXPERT, Role.CARE_ADVISOR, Role.COORDINATOR

declare("analysis.read", "Een analyse lezen", [P, C], [E, Z])
declare("analysis.change", "Een analyse wijzigen", [P], [E])
declare("sharing.change", "De analyse aan mensen voorleggen en hun antwoord opschrijven", [P])
declare("report.read", "Adviesrapporten lezen en ophalen", [P, C], [E, Z])
declare("report.create", "Een adviesrapport laten maken", [P])
declare("matching.read", "Zien welke plekken passen en wat er gevraagd is", [P, C], [E, Z])
declare("matching.change", "Een plek zoeken en vragen", [P], [Z])
declare("matching.seek", "Op Vandaag zien voor wie een plek gezocht wordt", [], [Z])
