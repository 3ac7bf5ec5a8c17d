"""Answers about consent: on what else than consent a team may go on (Jeugdwet, Wmo 2015, AVG)."""

from cases.choices.seed_case import OTHER
from cases.choices.seed_types import Answer, Question

OTHER_GROUNDS = (
    Answer("wettelijke_taak", "Wettelijke taak: de GI voert een maatregel uit"),
    Answer("vervangende_toestemming", "De kinderrechter gaf vervangende toestemming"),
    Answer("veilig_thuis", "Melding bij Veilig Thuis: meldrecht of meldcode"),
    Answer("vitaal_belang", "Acuut gevaar: het kan niet wachten"),
    Answer("conflict_van_plichten", "Niets doen is schadelijker dan delen: afgewogen in het team"),
    OTHER,
)

CONSENT_QUESTIONS: dict[str, Question] = {"andere_grondslag": Question("Andere grondslag", OTHER_GROUNDS)}
