"""Every indicator of the monitor, declared once: what is asked, where the answer stands, how it is shown.

Source: the published monitor of 2024 and shared choices of the teams (docs/glossary.md, «Cijfers»).
"""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How the answers of a question add up."""

    SINGLE = "één antwoord"
    SEVERAL = "meer antwoorden"
    BANDS = "banden"
    YEARS = "jaren"


@dataclass(frozen=True)
class Indicator:
    """One question of the monitor.

    `source` is an SQL expression over the aliases c (case), y (young person), r (referral), k (closure) and
    a (analysis) that gives a code, an array of codes (SEVERAL) or a whole number (YEARS). `question` names the
    list of answers; empty when the expression gives the label itself. `merged` are codes shown as one answer on pages
    and in the PDF; the data keep them apart. `decimals` is the rounding that was published.
    """

    key: str
    title: str
    intro: str
    definition: str
    source: str
    form: Form = Form.SINGLE
    question: str = ""
    chapter: str = ""
    decimals: int = 0
    merged: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ordered: bool = False
    chart: str = "bars"
    published: bool = True


HOURS = """CASE WHEN k.hours IS NULL THEN 'onbekend / open' WHEN k.hours <= 5 THEN '0-5' WHEN k.hours <= 10 THEN '6-10'
 WHEN k.hours <= 15 THEN '11-15' WHEN k.hours <= 20 THEN '16-20' ELSE '>20' END"""
HOUR_BANDS = ["0-5", "6-10", "11-15", "16-20", ">20", "onbekend / open"]
AGE = "date_part('year', age(r.referred_on, y.birth_date))::int"
AGE_BAND = f"""CASE WHEN {AGE} <= 5 THEN '0-5' WHEN {AGE} <= 11 THEN '6-11' WHEN {AGE} <= 15 THEN '12-15'
 WHEN {AGE} <= 17 THEN '16-17' ELSE '18+' END"""
AGE_BANDS = ["0-5", "6-11", "12-15", "16-17", "18+"]
FIXED_ORDER = {"uren": HOUR_BANDS, "leeftijdsgroep": AGE_BANDS}

WHO, QUESTION, BEFORE, TEAM, RESULT = (
    "Wie kwamen er",
    "Wat was de vraag",
    "Wat ging eraan vooraf",
    "Wat deed het team",
    "Wat kwam ervan",
)
CHAPTERS = [WHO, QUESTION, BEFORE, TEAM, RESULT]

INDICATORS: list[Indicator] = [
    Indicator("leeftijd_bij_aanmelding", "Hoe oud waren zij?", "In hele jaren, op de dag van aanmelding",
              "Leeftijd in hele jaren op de datum van aanmelding.",
              AGE, Form.YEARS, chapter=WHO, chart="columns"),
    Indicator("leeftijdsgroep", "In welke leeftijdsgroep?", "Op de dag van aanmelding",
              "Leeftijd op de datum van aanmelding, in de groepen 0-5, 6-11, 12-15, 16-17 en 18 of ouder.",
              AGE_BAND, Form.BANDS, chapter=WHO, ordered=True, published=False),
    Indicator("geslacht", "Jongen, meisje of anders?", "Zoals bij de aanmelding opgegeven",
              "Geslacht zoals vastgelegd bij de aanmelding.",
              "y.gender", question="geslacht", chapter=WHO),
    Indicator("gemeente", "Uit welke gemeente?", "Gemeente die de jongere aanmeldde of waar die woont",
              "Gemeente bij de aanmelding, met de naam van het CBS.",
              "r.municipality", question="gemeente", chapter=WHO),
    Indicator("type_onderwijs", "Naar welk onderwijs?", "Op de dag van aanmelding",
              "Type onderwijs op de dag van aanmelding. ‘Geen’ betekent: stond nergens ingeschreven of ging niet.",
              "r.education", question="type_onderwijs", chapter=WHO, ordered=True),
    Indicator("problemen_op_school", "Problemen op school geweest?", "Volgens jongere, ouders of school",
              "Of er problemen op school waren voor de aanmelding. Pagina en PDF tonen ‘nee’ en ‘onbekend’ samen.",
              "r.school_problems", question="problemen_op_school", chapter=WHO, ordered=True, chart="split",
              merged=(("Nee of onbekend", ("nee", "onbekend")),)),
    Indicator("juridisch_kader", "In welk juridisch kader?", "Op de dag van aanmelding",
              "Juridisch kader op de dag van aanmelding.",
              "r.legal_frame", question="juridisch_kader", chapter=WHO),
    Indicator("verblijf", "Waar woonden zij?", "Op de dag van aanmelding",
              "Verblijf op de dag van aanmelding.",
              "r.residence", question="verblijf", chapter=WHO, published=False),
    Indicator("wie_stelt_de_vraag", "Wie stelde de vraag?", "Degene die het team erbij haalde",
              "Wie de vraag aan het expertteam stelde.",
              "r.asker", question="wie_stelt_de_vraag", chapter=QUESTION),
    Indicator("wat_is_de_vraag", "Wat was de vraag?", "De belangrijkste vraag bij de aanmelding",
              "De belangrijkste vraag aan het team, één per casus.",
              "r.question_kind", question="wat_is_de_vraag", chapter=QUESTION),
    Indicator("doorstroom_verblijf", "Ging het om een andere plek?", "Doorstroom in verblijf",
              "Of doorstroom naar een andere verblijfsplek deel was van de vraag.",
              "r.transfer", question="doorstroom_verblijf", chapter=QUESTION, ordered=True, chart="split"),
    Indicator("heraanmelding", "Was de jongere hier eerder?", "Heraanmeldingen",
              "Of voor deze jongere eerder een casus bij het team liep.",
              "r.re_referral", question="heraanmelding", chapter=QUESTION, ordered=True, chart="split"),
    Indicator("urgentie", "Hoeveel haast was er?", "Bij de aanmelding",
              "Urgentie zoals bij de aanmelding vastgelegd.",
              "c.urgency", question="urgentie", chapter=QUESTION, ordered=True, published=False),
    Indicator("va_vooraf", "Was er vooraf een verklarende analyse?", "Op de dag van aanmelding",
              "Of er bij de aanmelding al een verklarende analyse was.",
              "r.prior_analysis", question="va_vooraf", chapter=BEFORE, ordered=True, chart="split"),
    Indicator("va_gemaakt_door", "Wie had die analyse gemaakt?", "Als er een analyse was",
              "Wie de analyse maakte die er bij de aanmelding al was. ‘Expertteam’: bij een eerdere aanmelding.",
              "r.prior_analysis_by", question="va_gemaakt_door", chapter=BEFORE),
    Indicator("knelpunten_vooraf", "Waar liep het op vast?", "Meer antwoorden per casus mogelijk",
              "Knelpunten voor de aanmelding; deel van alle casussen waarin het speelde.",
              "r.bottlenecks", Form.SEVERAL, "knelpunten_vooraf", BEFORE),
    Indicator("schadelijke_zorg", "Welke schadelijke zorg zagen we?", "Meer antwoorden per casus mogelijk",
              "Schadelijke zorg zoals in de analyse vastgesteld; deel van alle casussen.",
              "a.harmful_care", Form.SEVERAL, "schadelijke_zorg", BEFORE),
    Indicator("positief_patroon", "Wat was er sterk?", "Meer antwoorden per casus mogelijk",
              "Positief patroon zoals in de analyse vastgesteld; deel van alle casussen.",
              "a.positive_pattern", Form.SEVERAL, "positief_patroon", BEFORE, published=False),
    Indicator("profiel", "Welk profiel?", "Als er een profiel is vastgesteld",
              "Profiel zoals in de analyse vastgesteld. Geen antwoord telt niet mee en is niet ‘geen’.",
              "a.profile", question="profiel", chapter=BEFORE),
    Indicator("aan_tafel", "Zaten jongere en ouders aan tafel?", "Bij het gesprek met het team",
              "Wie van het gezin bij het gesprek met het team was.",
              "k.at_table", question="aan_tafel", chapter=TEAM, ordered=True),
    Indicator("uren", "Hoeveel uur per casus?", "Inzet van het hele team",
              "Uren van het hele team per casus, in banden. ‘Onbekend / open’: nog geen uren vastgelegd.",
              HOURS, Form.BANDS, chapter=TEAM, decimals=1, ordered=True),
    Indicator("soort_casus", "Advies of procesregie?", "Soort casus, na de triage",
              "Advies of procesregie, zoals bij de triage gekozen. Korte consultaties tellen apart.",
              "c.kind", question="soort_casus", chapter=TEAM, ordered=True, published=False),
    Indicator("tevreden_jeugdige_ouder", "Hoe tevreden zijn jongere en ouders?", "Gevraagd bij het afsluiten",
              "Tevredenheid van jongere en ouders bij het afsluiten.",
              "k.satisfaction_family", question="tevreden", chapter=RESULT, ordered=True),
    Indicator("tevreden_hulpverlener", "Hoe tevreden zijn hulpverleners?", "Gevraagd bij het afsluiten",
              "Tevredenheid van betrokken hulpverleners bij het afsluiten.",
              "k.satisfaction_professionals", question="tevreden", chapter=RESULT, ordered=True),
    Indicator("effecten", "Wat is voorkomen of bereikt?", "Meer antwoorden per casus mogelijk",
              "Effecten bij het afsluiten; deel van alle casussen.",
              "k.effects", Form.SEVERAL, "effecten", RESULT),
    Indicator("kosten", "Werd het duurder of goedkoper?", "Volgens het team, bij het afsluiten",
              "Of de kosten van de hulp na het advies lager, gelijk of hoger zijn.",
              "k.costs", question="kosten", chapter=RESULT, ordered=True),
    Indicator("bijdrage", "Wat droeg bij aan welslagen?", "Meer antwoorden per casus mogelijk",
              "Wat volgens het team bijdroeg; deel van alle casussen.",
              "k.contributions", Form.SEVERAL, "bijdrage", RESULT),
]  # fmt: skip

BY_KEY = {indicator.key: indicator for indicator in INDICATORS}
