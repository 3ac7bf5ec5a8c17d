"""Answers about providers and their places: work conditions, exclusions, reasons to refuse."""

from cases.choices.seed_case import OTHER
from cases.choices.seed_types import Answer, Question

CONDITIONS = (
    Answer("vaste_bezetting", "Vaste bezetting"),
    Answer("kleine_caseload", "Kleine caseload"),
    Answer("intervisie", "Intervisie"),
    Answer("ruimte_om_af_te_wijken", "Ruimte om van regels af te wijken"),
    Answer("tijd_voor_ouders", "Tijd voor ouders en netwerk"),
    Answer("gedragswetenschapper_dichtbij", "Gedragswetenschapper dichtbij"),
    Answer("achterwacht", "Achterwacht dag en nacht"),
    Answer("ervaren_team", "Ervaren team"),
    Answer("vasthouden_bij_tegenslag", "Houdt vol bij tegenslag"),
)

EXCLUSIONS = (
    Answer("agressie", "Agressie"),
    Answer("middelengebruik", "Middelengebruik"),
    Answer("weglopen", "Weglopen"),
    Answer("lvb", "Licht verstandelijke beperking (LVB)", ("LVB",)),
    Answer("autisme", "Autisme"),
    Answer("eetproblematiek", "Eetproblematiek"),
    Answer("suicidaliteit", "Suïcidaliteit"),
    Answer("zelfbeschadiging", "Zelfbeschadiging"),
    Answer("medicatie_weigeren", "Medicatie weigeren"),
    Answer("seksueel_grensoverschrijdend", "Seksueel grensoverschrijdend gedrag"),
    Answer("brandstichting", "Brandstichting"),
    Answer("psychose", "Psychose"),
    Answer("geen_dagbesteding", "Geen school of dagbesteding"),
    Answer("geen_motivatie", "Geen motivatie voor behandeling"),
    OTHER,
)

REFUSALS = (
    Answer("vol", "Vol of te lange wachttijd"),
    Answer("uitsluiting", "Uitsluitingsgrond"),
    Answer("te_zwaar", "Te zware zorg"),
    Answer("te_licht", "Te lichte zorg"),
    Answer("groep_past_niet", "Past nu niet bij de groep"),
    Answer("leeftijd", "Leeftijd"),
    Answer("te_weinig_personeel", "Te weinig personeel"),
    Answer("financiering", "Financiering of indicatie"),
    Answer("buiten_de_regio", "Buiten de regio"),
    Answer("geen_antwoord", "Geen antwoord gekregen"),
    Answer("geen_reden", "Geen reden gegeven"),
    OTHER,
)

PROVIDER_QUESTIONS: dict[str, Question] = {
    "werkcondities": Question("Werkcondities", CONDITIONS, multiple=True),
    "uitsluiting": Question("Uitsluiting", EXCLUSIONS, multiple=True),
    "weigerreden": Question("Reden van afwijzing", REFUSALS),
}
