"""Who may do what with cases. The descriptions appear in docs/permissions.md and in the access matrix."""

from expertteam.access.rules import declare
from expertteam.accounts.models import Role

P, E, Z, C, S = (
    Role.PROCESS_DIRECTOR,
    Role.EXPERT,
    Role.CARE_ADVISOR,
    Role.COORDINATOR,
    Role.SECRETARY,
)

declare("case.list", "De lijst met casussen zien", [P, C, S], [E, Z])
declare("case.read", "Een casus lezen", [P, C, S], [E, Z])
declare("case.log", "Zien wie een casus inzag", [P, C])
declare("case.grant", "Iemand toegang geven tot een casus", [P])
declare("referral.create", "Een aanmelding inschrijven", [P, S])
declare("referral.change", "Een aanmelding wijzigen", [P, S])
declare("referral.triage", "Beslissen over een aanmelding", [P])
declare("consultation.create", "Een korte consultatie vastleggen", [P, Z, S])
declare("consultation.read", "De korte consultaties zien", [P, Z, S, C])
declare("people.change", "De mensen rond de jongere wijzigen", [P, S])
declare("people.secret", "Een geheim adres of nummer laten zien, met een reden", [P, S])
declare("consent.change", "Toestemming vragen en vastleggen", [P, S])
declare("consent.decide", "Besluiten om op een andere grondslag verder te gaan", [P, C])
declare("timeline.change", "De tijdlijn aanvullen", [P, S], [E])
declare("steering.change", "Acties maken en bijhouden", [P])
declare("steering.settings", "Kiezen wanneer aan acties herinnerd wordt", [P, C, Role.ADMINISTRATOR])
declare("plans.read", "De plannen van een casus lezen", [P, C], [E, Z])
declare("plans.change", "Plannen maken en bijhouden", [P], [E, Z])
declare("followup.change", "Opvolgen wat er van het advies kwam", [P])
declare("closure.change", "Vastleggen hoe het afliep", [P])
declare("document.read", "Documenten van een casus zien en ophalen", [P, C, S], [E, Z])
declare("document.change", "Documenten toevoegen, labelen en weghalen", [P, S])
declare("management.read", "Het beheer van het team zien", [C, Role.ADMINISTRATOR])
declare("provider.read", "De aanbieders en hun plekken zien", [P, Z, C])
declare("provider.change", "De aanbieders en hun plekken bijhouden", [P, Z])
declare("refusals.read", "Zien hoe vaak plekken afwezen, en waarom", [P, Z, C])
declare("retention.read", "Zien wat bewaard en vernietigd wordt", [P, C])
declare("retention.hold", "Het vernietigen van een casus tegenhouden", [P, C])
declare("retention.change", "Afspreken hoe lang bewaard wordt, en een register vrijgeven", [C])
declare("meeting.read", "De bijeenkomsten van het team zien", [P, C, S], [E, Z])
declare("meeting.plan", "Bijeenkomsten plannen en mensen uitnodigen", [P, S])
declare("meeting.pattern", "Het gesprekspatroon van ons team wijzigen", [P, C])
declare("meeting.talk", "Het gesprek over een casus volgen en het verslag lezen", [P, C], [E, Z])
declare(
    "meeting.lead", "Het gesprek leiden (naast de procesregisseur: wie voorzit of opschrijft)", [P, C], [E, Z]
)
declare("conflict.declare", "Zeggen dat iemand een belang heeft bij een casus", [P, C], [E, Z])
declare("conflict.lift", "Een belang van een ander vastleggen of opheffen", [P, C])
declare("process.template", "De stappen van ons team wijzigen", [P, C])
declare("journal.read", "Het journaal van een casus lezen", [P, C, S], [E, Z])
declare("journal.write", "In het journaal van een casus schrijven", [P, C, S], [E, Z])
declare("going_up.read", "Lezen wat hogerop gevraagd is", [P, C], [E, Z])
declare("hours.read", "De uren van een casus zien", [P, C, S], [E, Z])
declare("hours.write", "Eigen uren bij een casus schrijven", [P, C, S], [E, Z])
declare("hours.others", "Uren van een ander schrijven", [P])
