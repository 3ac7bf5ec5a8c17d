"""Answers about the young person, the request and the situation at referral."""

from cases.choices.seed_types import Answer, Question

YES = Answer("ja", "Ja", ("J", "Waar"))
NO = Answer("nee", "Nee", ("N", "Onwaar"))
UNKNOWN = Answer("onbekend", "Onbekend", ("Onb.", "Weet niet", "Niet bekend", "?"))
OTHER = Answer("anders", "Anders", ("Anders, namelijk", "Overig"))


def _municipality(code: str, label: str, *synonyms: str) -> Answer:
    return Answer(code, label, (f"Gemeente {label}", f"Gem. {label}", *synonyms))


# CBS codes of the municipalities of the two regions.
MUNICIPALITIES = (
    _municipality("GM1979", "Eemsdelta"),
    _municipality("GM0014", "Groningen", "Stad Groningen", "Groningen (stad)"),
    _municipality("GM1966", "Het Hogeland", "Hogeland"),
    _municipality("GM1952", "Midden-Groningen", "Middengroningen"),
    _municipality("GM1895", "Oldambt", "Het Oldambt"),
    _municipality("GM0765", "Pekela"),
    _municipality("GM0037", "Stadskanaal"),
    _municipality("GM0047", "Veendam"),
    _municipality("GM1969", "Westerkwartier", "Het Westerkwartier"),
    _municipality("GM1950", "Westerwolde"),
    _municipality("GM0059", "Achtkarspelen"),
    _municipality("GM0060", "Ameland"),
    _municipality("GM1891", "Dantumadiel", "Dantumadeel"),
    _municipality("GM1940", "De Fryske Marren", "De Friese Meren"),
    _municipality("GM0072", "Harlingen"),
    _municipality("GM0074", "Heerenveen"),
    _municipality("GM0080", "Leeuwarden"),
    _municipality("GM1970", "Noardeast-Fryslân", "Noordoost-Friesland", "Noardeast Fryslan"),
    _municipality("GM0085", "Ooststellingwerf"),
    _municipality("GM0086", "Opsterland"),
    _municipality("GM0088", "Schiermonnikoog"),
    _municipality("GM0090", "Smallingerland"),
    _municipality("GM1900", "Súdwest-Fryslân", "Zuidwest-Friesland", "Sudwest Fryslan"),
    _municipality("GM0093", "Terschelling"),
    _municipality("GM0737", "Tytsjerksteradiel", "Tietjerksteradeel"),
    _municipality("GM0096", "Vlieland"),
    _municipality("GM1949", "Waadhoeke"),
    _municipality("GM0098", "Weststellingwerf"),
)

ASKERS = (
    Answer("jeugdige", "Jeugdige", ("Jongere", "Kind")),
    Answer("ouders", "Ouder(s)", ("Ouder", "Ouders", "Vader", "Moeder")),
    Answer(
        "lokaal_team_gemeente",
        "Lokaal team / gemeente",
        ("Lokaal team", "Gemeente", "Wijkteam", "WIJ-team", "Lokaal team of gemeente"),
    ),
    Answer("gecertificeerde_instelling", "Gecertificeerde instelling", ("GI", "Jeugdbescherming")),
    Answer("jeugdhulpaanbieder", "Jeugdhulpaanbieder", ("Zorgaanbieder", "Aanbieder")),
    Answer("jeugd_ggz", "Jeugd-ggz", ("GGZ", "JeugdGGZ", "Kinder- en jeugdpsychiatrie")),
    Answer("onderwijs", "Onderwijs", ("School", "Samenwerkingsverband")),
    Answer("huisarts", "Huisarts", ("Huisartsenpraktijk", "POH")),
    Answer("raad_voor_de_kinderbescherming", "Raad voor de Kinderbescherming", ("RvdK", "Raad", "De Raad")),
    Answer("veilig_thuis", "Veilig Thuis", ("VT",)),
    OTHER,
)

REQUESTS = (
    Answer(
        "meedenken_va",
        "Meedenken / verklarende analyse",
        ("Meedenken", "Verklarende analyse", "VA", "Meedenken of verklarende analyse"),
    ),
    Answer("toets_eigen_oplossing", "Toets op eigen oplossing", ("Toets eigen oplossing", "Toets")),
    Answer("bemiddeling_visieverschil", "Bemiddeling bij visieverschil", ("Bemiddeling", "Visieverschil")),
    Answer("doorstroom_in_verblijf", "Doorstroom in verblijf", ("Doorstroom", "Doorstroom verblijf")),
    Answer(
        "onderwijs_of_dagbesteding",
        "Onderwijs of dagbesteding",
        ("Onderwijs", "Dagbesteding", "Onderwijs/dagbesteding"),
    ),
    Answer(
        "overgang_18", "Overgang 18-/18+ of Wlz", ("Overgang 18-/18+", "18-/18+", "Wlz", "Overgang 18- 18+")
    ),
    OTHER,
)

LEGAL_FRAMEWORKS = (
    Answer("vrijwillig", "Vrijwillig", ("Vrijwillig kader", "Geen maatregel")),
    Answer("ondertoezichtstelling", "Ondertoezichtstelling", ("OTS",)),
    Answer(
        "voorlopige_ondertoezichtstelling",
        "Voorlopige ondertoezichtstelling",
        ("VOTS", "Voorlopige OTS", "Spoed-OTS"),
    ),
    Answer("voogdij", "Voogdij", ("Voogdijmaatregel",)),
    Answer("voorlopige_voogdij", "Voorlopige voogdij", ("VoVo",)),
    Answer("jeugdreclassering", "Jeugdreclassering", ("JR",)),
    Answer("gesloten_machtiging", "Gesloten machtiging", ("Machtiging gesloten jeugdhulp", "MGJ")),
)

STAYS = (
    Answer("thuis", "Thuis", ("Bij ouders", "Ouderlijk huis")),
    Answer("netwerk", "Netwerk", ("In het netwerk", "Netwerkplaatsing")),
    Answer("pleeggezin", "Pleeggezin", ("Pleegzorg",)),
    Answer("gezinshuis", "Gezinshuis"),
    Answer("leefgroep", "Leefgroep", ("Woongroep",)),
    Answer("behandelgroep", "Behandelgroep"),
    Answer("jeugdzorgplus", "JeugdzorgPlus", ("JZ+", "Jeugdzorg Plus", "Gesloten jeugdhulp")),
    Answer("ggz_kliniek", "GGZ-kliniek", ("Kliniek", "Opname GGZ")),
    Answer("zelfstandig", "Zelfstandig", ("Zelfstandig wonen", "Op zichzelf", "Kamertraining")),
    Answer(
        "een_op_een_plek",
        "Tijdelijke plek met één-op-één",
        ("Vakantiehuisje met 1-op-1", "Vakantiehuisje met één-op-één", "Tijdelijke plek met 1-op-1"),
    ),
    OTHER,
)

BOTTLENECKS = (
    Answer(
        "va_onvoldoende",
        "Verklarende analyse onvoldoende",
        ("VA onvoldoende", "Onvoldoende verklarende analyse"),
    ),
    Answer(
        "onderwijs_weggevallen",
        "Onderwijs of dagbesteding weggevallen",
        ("Onderwijs weggevallen", "Dagbesteding weggevallen", "Onderwijs/dagbesteding weggevallen"),
    ),
    Answer("afgewezen", "Afgewezen of uitgesloten", ("Afgewezen", "Uitgesloten")),
    Answer("visieverschil", "Visieverschil", ("Verschil van visie", "Visieverschillen")),
    Answer("wachtlijst", "Wachtlijst", ("Wachtlijsten", "Wachttijd")),
    Answer("financiering", "Financiering", ("Financiën",)),
    Answer("onveiligheid", "Onveiligheid", ("Onveilig",)),
    Answer("ouderperspectief_ontbreekt", "Ouderperspectief ontbreekt", ("Geen ouderperspectief",)),
    Answer("regie_ontbreekt", "Regie ontbreekt", ("Geen regie",)),
    Answer("basale_levensvoorwaarden_ontbreken", "Basale levensvoorwaarden ontbreken"),
    Answer("wisselende_hulpverleners", "Wisselende hulpverleners", ("Wisseling van hulpverleners",)),
    OTHER,
)

CASE_QUESTIONS: dict[str, Question] = {
    "geslacht": Question(
        "Geslacht",
        (
            Answer("meisje", "Meisje", ("V", "Vrouw", "Vrouwelijk", "Meisjes")),
            Answer("jongen", "Jongen", ("M", "Man", "Mannelijk", "Jongetje", "Jongens")),
            Answer("anders", "Anders", ("X", "Non-binair", "Genderneutraal")),
        ),
    ),
    "gemeente": Question("Gemeente", MUNICIPALITIES),
    "wie_stelt_de_vraag": Question("Wie stelt de vraag", ASKERS),
    "wat_is_de_vraag": Question("Wat is de vraag", REQUESTS),
    "soort_casus": Question(
        "Soort casus",
        (
            Answer("consultatie", "Consultatie", ("Consult",)),
            Answer("advies", "Advies"),
            Answer("procesregie", "Procesregie"),
        ),
    ),
    "urgentie": Question(
        "Urgentie", (Answer("regulier", "Regulier"), Answer("spoed", "Spoed"), Answer("crisis", "Crisis"))
    ),
    "juridisch_kader": Question("Juridisch kader", LEGAL_FRAMEWORKS),
    "verblijf": Question("Verblijf", STAYS),
    "doorstroom_verblijf": Question("Doorstroom in verblijf", (YES, NO)),
    "type_onderwijs": Question(
        "Type onderwijs",
        (
            Answer("geen", "Geen", ("Geen onderwijs", "Geen school")),
            Answer("regulier", "Regulier", ("Regulier onderwijs",)),
            Answer("speciaal", "Speciaal", ("Speciaal onderwijs", "SO", "VSO", "SBO")),
            OTHER,
        ),
    ),
    "problemen_op_school": Question("Problemen op school", (YES, NO, UNKNOWN)),
    "va_vooraf": Question("Verklarende analyse vooraf", (YES, NO)),
    "va_gemaakt_door": Question(
        "Verklarende analyse gemaakt door",
        (
            Answer("expertteam", "Expertteam", ("Het expertteam", "RET")),
            Answer(
                "verwijzer_of_hulpverlening",
                "Verwijzer of hulpverlening",
                ("Verwijzer", "Hulpverlening", "Verwijzer / hulpverlening"),
            ),
        ),
    ),
    "heraanmelding": Question("Heraanmelding", (YES, NO)),
    "knelpunten_vooraf": Question("Knelpunten vooraf", BOTTLENECKS, multiple=True),
}
