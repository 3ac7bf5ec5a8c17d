"""Answers about the people at the table and what came of a case."""

from cases.choices.seed_case import OTHER
from cases.choices.seed_types import Answer, Question

ROLES = (
    Answer("jeugdige", "Jeugdige", ("Jongere",)),
    Answer("ouder", "Ouder", ("Vader", "Moeder", "Ouders")),
    Answer("pleegouder", "Pleegouder", ("Pleegvader", "Pleegmoeder", "Gezinshuisouder")),
    Answer("voogd", "Voogd"),
    Answer("belangrijke_ander", "Belangrijke ander", ("Steunfiguur", "Opa", "Oma")),
    Answer("woordvoerder", "Woordvoerder"),
    Answer("ervaringsdeskundige", "Ervaringsdeskundige"),
    Answer("aanmelder", "Aanmelder"),
    Answer("casusregisseur", "Casusregisseur", ("Casemanager", "Regisseur")),
    Answer("hulpverlener", "Hulpverlener", ("Begeleider",)),
    Answer("behandelaar", "Behandelaar"),
    Answer("school", "School", ("Mentor", "Leerkracht", "Intern begeleider")),
    Answer("lokaal_team", "Lokaal team", ("Wijkteam",)),
    Answer("gi", "GI", ("Gecertificeerde instelling", "Jeugdbeschermer")),
    Answer("raad_voor_de_kinderbescherming", "Raad voor de Kinderbescherming", ("RvdK", "Raad")),
    Answer("veilig_thuis", "Veilig Thuis", ("VT",)),
    Answer("politie_justitie", "Politie/justitie", ("Politie", "Justitie")),
    OTHER,
)

EFFECTS = (
    Answer("uithuisplaatsing_voorkomen", "Uithuisplaatsing voorkomen", ("UHP voorkomen",)),
    Answer(
        "raadsonderzoek_voorkomen",
        "Onderzoek Raad voor de Kinderbescherming voorkomen",
        ("Raadsonderzoek voorkomen", "Onderzoek RvdK voorkomen"),
    ),
    Answer("hoppen_voorkomen", "Hoppen van plek naar plek voorkomen", ("Hoppen voorkomen",)),
    Answer("minder_partijen", "Minder hulpverlenende partijen", ("Minder partijen",)),
    Answer("afschalen_voorkomen", "Afschalen van hulp voorkomen", ("Afschalen voorkomen",)),
    Answer("toegeleid_naar_onderwijs", "Toegeleid naar onderwijs", ("Toeleiding naar onderwijs",)),
)

CONTRIBUTIONS = (
    Answer("gedeelde_va", "Gedeelde verklarende analyse", ("Gedeelde VA",)),
    Answer("positieve_samenhang", "Positieve samenhang"),
    Answer(
        "gezin_aan_tafel", "Jeugdige en ouders aan tafel", ("Jeugdige/ouders aan tafel", "Gezin aan tafel")
    ),
    Answer("procesregie", "Procesregie"),
    Answer("inzet_zorgadviseur", "Inzet zorgadviseur", ("Zorgadviseur",)),
    Answer("doorbraak_financiering", "Doorbraak in financiering", ("Doorbraak financiering",)),
    Answer("lang_betrokken", "Lang betrokken gebleven", ("Lang betrokken",)),
)

OUTCOME_QUESTIONS: dict[str, Question] = {
    "rol": Question("Rol", ROLES),
    "gezag": Question(
        "Gezag",
        (
            Answer("ja", "Ja", ("J", "Heeft gezag")),
            Answer("nee", "Nee", ("N", "Geen gezag")),
            Answer("gedeeld", "Gedeeld", ("Gezamenlijk", "Samen met de andere ouder")),
            Answer("voogd", "Voogd", ("Voogdij",)),
            Answer("onbekend", "Onbekend", ("Weet niet", "?")),
        ),
    ),
    "aan_tafel": Question(
        "Jeugdige en ouders aan tafel",
        (
            Answer("jeugdige_en_ouders", "Jeugdige en ouders", ("Beiden", "Allebei")),
            Answer("alleen_ouders", "Alleen ouders", ("Ouders",)),
            Answer("alleen_jeugdige", "Alleen jeugdige", ("Jeugdige",)),
            Answer("niet", "Niet", ("Nee", "Geen van beiden", "Niemand")),
        ),
    ),
    "tevreden": Question(
        "Tevreden",
        (
            Answer("tevreden", "Tevreden"),
            Answer("deels_tevreden", "Deels tevreden", ("Deels", "Gedeeltelijk tevreden")),
            Answer("niet_tevreden", "Niet tevreden", ("Ontevreden",)),
            Answer(
                "loopt_nog",
                "Casus loopt nog of geen betrokkenheid",
                ("Casus loopt nog", "Loopt nog", "Geen betrokkenheid"),
            ),
        ),
    ),
    "effecten": Question("Effecten", EFFECTS, multiple=True),
    "kosten": Question(
        "Kosten",
        (
            Answer("lager", "Lager", ("Minder",)),
            Answer("gelijk", "Gelijk", ("Hetzelfde", "Gelijk gebleven")),
            Answer("hoger", "Hoger", ("Meer",)),
        ),
    ),
    "bijdrage": Question("Bijdrage aan welslagen", CONTRIBUTIONS, multiple=True),
    "patronen": Question(
        "Patronen",
        (
            Answer("onderwijs_weggevallen", "Onderwijs weggevallen"),
            Answer("noodzaak_tot_handelen", "Noodzaak tot handelen overheerst", ("Noodzaak tot handelen",)),
            Answer("ouderperspectief_ontbreekt", "Ouderperspectief ontbreekt"),
            Answer("handelen_vanuit_eindgedrag", "Handelen vanuit eindgedrag"),
            Answer("verklarende_analyse_ontbreekt", "Verklarende analyse ontbreekt", ("VA ontbreekt",)),
        ),
        multiple=True,
    ),
}
