"""The chapters of the manual, in the order in which one works; the text of each is a template."""

from dataclasses import dataclass

from expertteam.ui.paths import name_at, page_above


@dataclass(frozen=True)
class Chapter:
    """One page of the manual. `tabs` are the addresses of the pages it is about: their «Hulp» leads here."""

    slug: str
    title: str
    about: str
    part: str
    tabs: tuple[str, ...] = ()

    @property
    def template(self) -> str:
        return f"manual/chapters/{self.slug}.html"


# Beside its own tabs a case has pages without a chapter; the list of cases above it is about something else.
CASE_PAGE = "cases:case"
START, CASE, RESULT, TEAM = "Beginnen", "De casus", "Volgen en afronden", "Het team"
CHAPTERS = (
    Chapter("beginnen", "Inloggen en Vandaag", "Wat er op je wacht, en hoe je de lijsten leest.", START,
            ("today", "today_list")),
    Chapter("aanmelden", "Een aanmelding", "Vijf blokken, een concept dat blijft, en beslissen.", START,
            ("cases:referral", "cases:new", "cases:triage", "cases:consultation_new", "cases:consultations")),
    Chapter("zoeken", "Zoeken en lijsten", "Op naam, nummer of een woord, ook met een tikfout.", START,
            ("cases:list", "cases:find")),
    Chapter("mensen", "Mensen", "Wie er om de jongere staat, gezag, geheime adressen, casusregisseur.", CASE,
            ("cases:people",)),
    Chapter("toestemming", "Toestemming", "Van wie, waarvoor, en wat er stopt als die er niet is.", CASE,
            ("cases:consent",)),
    Chapter("tijdlijn", "Tijdlijn", "In één regel, met vage datums, en wat je dan ziet.", CASE,
            ("cases:timeline", "cases:event", "cases:timeline_paste", "cases:timeline_back", "cases:timeline_poster")),
    Chapter("documenten", "Documenten", "Eerdere verslagen bewaren en vinden.", CASE, ("cases:documents",)),
    Chapter("analyse", "Verklarende analyse en advies", "Kaartjes, verbanden, kringen, en het rapport.", CASE,
            ("analysis:board", "analysis:reports", "analysis:shared")),
    Chapter("meeschrijven", "Meeschrijven in een bijeenkomst",
            "Veertig kaartjes en hun verbanden in tien minuten, zonder muis.", CASE, ("analysis:wall",)),
    Chapter("versies", "Versies van de analyse", "Wat er wanneer stond, wie het schreef, en iets terugzetten.", CASE,
            ("analysis:versions",)),
    Chapter("procesregie", "Procesregie", "Koers, stappen, journaal, overdracht.", RESULT,
            ("cases:process", "cases:journal", "cases:team_steps")),
    Chapter("acties", "Acties", "Wie doet wat, herinneringen, en antwoorden van buiten het team.", RESULT,
            ("cases:actions",)),
    Chapter("plannen", "Maatwerk, toekomstplan, dilemma, bindend advies", "Vier korte formulieren op de casus.", RESULT,
            ("cases:plans",)),
    Chapter("uren", "Uren", "In één regel, of met één klik bevestigd.", RESULT, ("cases:hours",)),
    Chapter("plek", "Een plek zoeken", "Wat een jongere nodig heeft naast wat plekken bieden.", RESULT,
            ("analysis:matching", "cases:places", "cases:refusals")),
    Chapter("opvolgen", "Opvolgen en afsluiten", "Na twee maanden en later, tevredenheid, heropenen.", RESULT,
            ("cases:followups", "cases:closure")),
    Chapter("bewaren", "Bewaren en vernietigen", "Hoe lang een dossier blijft, en hoe je het tegenhoudt.", RESULT,
            ("cases:retention", "cases:keeping")),
    Chapter("monitor", "De monitor", "Cijfers van een jaar, en een register overnemen.", TEAM,
            ("monitor:years", "monitor:registers")),
    Chapter("beheer", "Beheer", "Werkt alles, mails die de deur uitgingen, wie er in het team zit.", TEAM,
            ("management", "outbox", "cases:reminder_settings")),
    Chapter("wie-ziet-wat", "Wie ziet wat", "Rollen, delen, en het logboek.", TEAM, ("cases:history", "cases:log")),
)  # fmt: skip
BY_SLUG = {chapter.slug: chapter for chapter in CHAPTERS}
BY_TAB = {tab: chapter for chapter in CHAPTERS for tab in chapter.tabs}


def parts() -> list[tuple[str, list[Chapter]]]:
    """The chapters by part, in order."""
    names = dict.fromkeys(chapter.part for chapter in CHAPTERS)
    return [(name, [chapter for chapter in CHAPTERS if chapter.part == name]) for name in names]


def chapter_about(url_name: str, path: str) -> Chapter | None:
    """The chapter about this page, or about the page it lies under (a form under its tab); None when there is none."""
    while url_name not in BY_TAB:
        path = page_above(path)
        if path == "/" or url_name == CASE_PAGE:
            return None
        url_name = name_at(path)
    return BY_TAB[url_name]
