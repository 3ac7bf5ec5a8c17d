"""Answers about the shared analysis, the advice and the timeline."""

from cases.choices.seed_case import OTHER
from cases.choices.seed_types import Answer, Question

DOMAINS = (
    Answer("jeugdige", "Jeugdige", ("Jongere", "Kind")),
    Answer("ouders", "Ouders en opvoeding", ("Ouders", "Opvoeding")),
    Answer("gezin", "Gezin"),
    Answer("school", "School en dagbesteding", ("School", "Onderwijs", "Dagbesteding")),
    Answer("netwerk", "Netwerk en omgeving", ("Netwerk", "Omgeving")),
    Answer("hulpverlening", "Hulpverlening", ("Hulp",)),
)

AREAS_OF_LIFE = (
    *DOMAINS,
    Answer("wonen", "Wonen"),
    Answer("gezondheid", "Gezondheid"),
    Answer("financien", "Financiën", ("Geld",)),
    Answer("veiligheid", "Veiligheid"),
)

CLIMATE = (
    Answer("vast_gezicht", "Vast gezicht"),
    Answer("weinig_eisen", "Weinig eisen"),
    Answer("voorspelbaar_ritme", "Voorspelbaar ritme"),
    Answer("kleine_groep", "Kleine groep"),
    Answer("ruimte_en_rust", "Ruimte en rust"),
    Answer("dieren_en_buiten", "Dieren en buiten"),
    Answer("aansluiten_bij_interesse", "Aansluiten bij interesse"),
    Answer("dicht_bij_huis", "Dicht bij huis"),
    Answer("eigen_taal_en_cultuur", "Eigen taal en cultuur"),
    Answer("stevige_grenzen", "Stevige grenzen"),
    Answer("nabijheid_dag_en_nacht", "Nabijheid dag en nacht"),
    Answer("werken_of_leren_op_de_plek", "Werken of leren op de plek"),
    OTHER,
)

PROFILES = (
    Answer(
        "ernstig_autisme",
        "Ernstig autisme met bijkomende aandoeningen",
        ("Ernstig autisme", "Autisme met bijkomende aandoeningen"),
    ),
    Answer("emotioneel_verwaarloosd", "Emotioneel verwaarloosd", ("Emotionele verwaarlozing",)),
    Answer("grens_forensisch", "Grens-forensisch", ("Forensisch", "Grensforensisch")),
    Answer("ernstige_eetproblemen", "Zeer ernstige eetproblemen", ("Eetproblemen", "Ernstige eetproblemen")),
    Answer("ernstige_fasd", "Ernstige FASD", ("FASD",)),
)

ANALYSIS_QUESTIONS: dict[str, Question] = {
    "element_soort": Question(
        "Soort element",
        (
            Answer("klacht", "Klacht"),
            Answer("ontstaan", "Ontstaan"),
            Answer("uitlokkend", "Uitlokkend"),
            Answer("in_stand_houdend", "In stand houdend", ("Instandhoudend",)),
            Answer("beschermend", "Beschermend"),
        ),
    ),
    "link_soort": Question(
        "Soort verband",
        (
            Answer("veroorzaakt", "Veroorzaakt"),
            Answer("lokt_uit", "Lokt uit"),
            Answer("houdt_in_stand", "Houdt in stand"),
            Answer("versterkt", "Versterkt"),
            Answer("helpt", "Helpt"),
            Answer("dempt", "Dempt"),
        ),
    ),
    "domein": Question("Domein", DOMAINS),
    "leefgebied": Question("Leefgebied", AREAS_OF_LIFE),
    "zekerheid": Question(
        "Zekerheid",
        (
            Answer("hypothese", "Hypothese"),
            Answer("getoetst", "Getoetst"),
            Answer("gedeeld", "Gedeeld"),
            Answer("betwist", "Betwist"),
        ),
    ),
    "bron": Question(
        "Bron",
        (
            Answer("jeugdige", "Jeugdige", ("Jongere",)),
            Answer("ouder", "Ouder", ("Ouders",)),
            Answer("netwerk", "Netwerk"),
            Answer("hulpverlener", "Hulpverlener", ("Hulpverlening",)),
            Answer("onderwijs", "Onderwijs", ("School",)),
            Answer("dossier", "Dossier"),
            Answer("expert", "Expert"),
        ),
    ),
    "schadelijke_zorg": Question(
        "Schadelijke zorg",
        (
            Answer(
                "inperken_van_vrijheden",
                "Inperken van vrijheden en isolatie",
                ("Inperken van vrijheden", "Isolatie"),
            ),
            Answer("aanpakken_zonder_analyse", "Aanpakken zonder analyse"),
            Answer("lijden_niet_verdragen", "Lijden niet kunnen verdragen", ("Lijden niet verdragen",)),
        ),
        multiple=True,
    ),
    "positief_patroon": Question(
        "Positief patroon",
        (
            Answer("veerkracht", "Veerkracht"),
            Answer("zelfvertrouwen", "Zelfvertrouwen"),
            Answer("sociale_relaties", "Sociale relaties"),
            Answer("gezonde_en_veilige_omgeving", "Gezonde en veilige omgeving"),
            Answer("constructieve_tijdsbesteding", "Constructieve tijdsbesteding"),
        ),
        multiple=True,
    ),
    "profiel": Question("Profiel", PROFILES),
    "klimaat": Question("Klimaat", CLIMATE, multiple=True),
    "gebeurtenis_soort": Question(
        "Soort gebeurtenis",
        (
            Answer("levensgebeurtenis", "Levensgebeurtenis"),
            Answer("verhuizing", "Verhuizing"),
            Answer("school", "School", ("Onderwijs",)),
            Answer("hulp", "Hulp", ("Hulpverlening",)),
            Answer("verblijf", "Verblijf"),
            Answer("maatregel", "Maatregel"),
        ),
    ),
    "markering": Question(
        "Markering",
        (
            Answer("schakelmoment", "Schakelmoment"),
            Answer("succesmoment", "Succesmoment", ("Succes",)),
            Answer("knooppunt", "Knooppunt"),
        ),
    ),
}
