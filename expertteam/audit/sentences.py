"""One Dutch sentence per event; filled from `details`, which hold codes and counts only."""

from collections import defaultdict

SENTENCES: dict[str, str] = {
    "access.refused": "mocht dit niet zien of doen",
    "account.logged_in": "logde in",
    "account.logged_out": "logde uit",
    "account.login_failed": "probeerde in te loggen, maar dat lukte niet",
    "account.password_changed": "wijzigde het eigen wachtwoord",
    "account.password_reset": "koos een nieuw wachtwoord met een link uit een mail",
    "case.listed": "bekeek de lijst met casussen",
    "case.searched": "zocht in de casussen",
    "case.read": "las de casus",
    "case.history_read": "bekeek de geschiedenis van de casus",
    "case.log_read": "bekeek wie deze casus inzag",
    "case.registered": "schreef de aanmelding in",
    "case.loaded": "laadde de casus uit een bestand",
    "case.imported": "nam de casus over uit een register",
    "case.import_overwritten": "overschreef de casus met een register",
    "case.earlier_linked": "koppelde de eerdere casus {number}",
    "case.granted": "gaf iemand toegang tot de casus",
    "case.phase_changed": "zette de casus op ‘{phase}’",
    "case.owner_changed": "nam de procesregie over",
    "case.matching_changed": "wijzigde de vraag om bemiddeling door de zorgadviseur",
    "case.revoked": "trok iemands toegang tot de casus in",
    "referral.read": "las de aanmelding",
    "referral.changed": "wijzigde de aanmelding",
    "referral.triaged": "besliste over de aanmelding: {decision}",
    "referral.earlier_looked_up": "keek of iemand hier eerder was",
    "draft.saved": "bewaarde een concept",
    "draft.read": "opende een eigen concept",
    "draft.discarded": "gooide een concept weg",
    "consultation.recorded": "legde een consultatie vast",
    "consultation.listed": "bekeek de consultaties",
    "people.read": "bekeek de mensen rond de jongere",
    "people.changed": "wijzigde de mensen rond de jongere",
    "analysis.read": "las de analyse",
    "analysis.changed": "wijzigde de analyse ({what})",
    "analysis.edit_started": "begon te schrijven in de analyse",
    "analysis.shared_read": "las wie zich in de analyse herkent",
    "analysis.answered": "legde een antwoord op de analyse vast",
    "analysis.answer_withdrawn": "haalde een antwoord op de analyse weg",
    "action.changed": "wijzigde een afspraak",
    "closure.changed": "wijzigde de afsluiting",
    "timeline.read": "bekeek de tijdlijn",
    "timeline.changed": "wijzigde de tijdlijn",
    "action.read": "bekeek de afspraken",
    "closure.read": "bekeek hoe het afliep",
    "report.listed": "bekeek de adviesrapporten",
    "report.previewed": "bekeek een voorbeeld van het adviesrapport",
    "report.read": "las adviesrapport {number}",
    "report.requested": "vroeg adviesrapport {number} aan",
    "report.downloaded": "haalde adviesrapport {number} op",
    "report.finished": "maakte adviesrapport {number}",
    "report.failed": "kreeg adviesrapport {number} niet gemaakt",
    "register.uploaded": "las een register in om te bekijken",
    "register.previewed": "zag wat een ingelezen register aan de casus zou veranderen",
    "register.agreed": "gaf akkoord om een register over te nemen",
    "register.imported": "nam een register over ({created} nieuw, {changed} gewijzigd)",
    "register.failed": "kreeg een register niet overgenomen",
    "register.discarded": "gooide een ingelezen register weg",
    "monitor.read": "bekeek de monitor van {year}",
    "monitor.requested": "vroeg de monitor van {year} aan ({kind})",
    "monitor.downloaded": "haalde de monitor van {year} op ({kind})",
    "management.read": "bekeek het beheer",
    "team.chosen": "koos een ander team",
    "today.read": "bekeek de startpagina",
    "today.listed": "bekeek een lijst van de startpagina ({list})",
}

LOOKS = (".read", "_read", ".previewed", ".listed", ".searched", ".downloaded", "_looked_up")
READING = frozenset(event for event in SENTENCES if event == "access.refused" or event.endswith(LOOKS))
"""Events after which nothing is different: looking, and being refused."""


def sentence(event: str, details: dict[str, object]) -> str:
    """The sentence of an event; a detail that is missing reads as «…»."""
    return SENTENCES[event].format_map(defaultdict(lambda: "…", details))
