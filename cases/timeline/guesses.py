"""What the words of an event say besides when: its kind, its mark, who helped, what for, what came of it. Pure.

Guesses, shown to who typed them and easily put right; so a word that may mean two things says nothing.
"""

import re
from dataclasses import dataclass, replace

# In a tie the first kind wins; otherwise the kind of the word that comes first in the line.
KIND_WORDS = {
    "maatregel": (
        r"ots\b|muhp\b|vots\b|ondertoezicht|onder toezicht|voogdij|rechter|rechtbank|rechtszitting"
        r"|machtiging|jeugdreclassering"
        r"|jeugdbescherm|raadsonderzoek|onderzoek (?:door |van )?(?:de )?raad"
        r"|raad voor de kinderbescherming|gezagsbe[eë]indig"
        r"|uit de ouderlijke macht|veilig thuis|strafzaak|taakstraf|gezinsvoogd"
    ),
    "verblijf": (
        r"opname|opgenomen|leefgroep|behandelgroep|woongroep|gezinshuis|pleeggezin|pleegzorg"
        r"|pleegouders|netwerkpleeg"
        r"|crisisopvang|crisisplek|crisisplaats|crisisgroep|jeugdzorgplus|kliniek"
        r"|gesloten (?:groep|plaatsing|jeugd)|kamertraining"
        r"|uit huis geplaatst|uhp\b|uithuisplaatsing|uithuisgeplaatst|geplaatst|plaatsing\b"
        r"|overplaatsing|thuisgeplaatst|thuisplaatsing"
        r"|weer thuis|terug thuis|bij (?:zijn |haar )?(?:oma|opa|tante|oom|moeder|vader|pleeg)\w*"
        r"|thuis(?! ?zit| te zitten|onderwijs|begeleiding|hulp)\b|woont (?:zelfstandig|bij|in"
        r"|weer)|woonde|vakantiehuisje"
        r"|internaat|verblijf|begeleid wonen|beschermd wonen|zelfstandig wonen|logeerhuis"
        r"|op een groep|de groep op"
    ),
    "verhuizing": (
        r"verhuis|verhuiz|verhuisd|verhuisden|trok in bij|ingetrokken bij|naar (?:oma|opa|tante|oom"
        r"|vader|moeder)\b|ging wonen|gaat wonen"
    ),
    "school": (
        r"\w*school\b|\w*scholen\b|\w*onderwijs\b|basisschool|vmbo|havo|vwo|mavo|mbo\b|vso\b|sbo\b"
        r"|cluster ?[1-4]|brugklas|\w*klas\b|groep [1-8]\b"
        r"|kleuter|leerplicht|stage\b|dagbesteding|thuiszit|thuis ?zit|thuis te zitten|schors"
        r"|geschorst|juf\b|meester\b|gymnasium|praktijkonderwijs"
        r"|schooluitval|schooldiploma|opleiding|leerwerk|kinderdagverblijf|peuterspeelzaal|kdc\b"
    ),
    "hulp": (
        r"\w*hulp\b|\w*hulpverlening\b|\w*begeleid(?:ing|er|ers|ster)?\b|\w*behandel(?:ing|d"
        r"|aar)?\b|\w*therap(?:ie|eut)\b|emdr|ggz\b|\w*onderzoek\b|onderzocht"
        r"|\w*diagnos\w*|medicatie|medicijnen|\w*psycholoog|psychiater|\w*training\b|ambulant\w*"
        r"|coach\w*|mst\b|mdft\b|fact\b|iag\b|wijkteam|buurtteam|basisteam|lokaal team"
        r"|maatschappelijk werk|logopedie|fysiotherapie|consult\w*|poh\b|pgb\b|respijt\w*"
        r"|logeeropvang|kinderarts|schoolarts|jeugdarts|intake|wachtlijst|crisisdienst"
        r"|praktijkondersteuner|mentor\b|jongerenwerk\w*|gezinsplan|opvoedondersteuning"
        r"|systeemgesprek\w*|dagopvang|zorgboerderij"
    ),
    "levensgebeurtenis": (
        r"geboren|geboorte|overl(?:eden|ijden|eed)|dood\b|stierf|scheid\w*|gescheiden|uit elkaar"
        r"|ziek\w*|ongeluk|ongeval|ontslag|corona|lockdown|gepest|pesten"
        r"|misbruik|mishandel\w*|geweld|trouw\w*|zusje|broertje|schulden|detentie|gevangenis"
        r"|gevlucht|aangifte|weggelopen|su[iï]cid\w*|verliefd|vrienden?\b"
    ),
}  # fmt: skip
KINDS = {kind: re.compile(rf"(?<!\w)(?:{words})", re.I) for kind, words in KIND_WORDS.items()}
SAID_KIND = {
    **{kind: kind for kind in KINDS},
    "gebeurtenis": "levensgebeurtenis", "gezin": "levensgebeurtenis", "onderwijs": "school",
    "hulpverlening": "hulp", "wonen": "verblijf", "woonplek": "verblijf", "rechter": "maatregel",
}  # fmt: skip
_SAID_KIND = re.compile(rf"^({'|'.join(SAID_KIND)})\s?:\s*(?=\S)", re.I)
_OF_OTHERS = re.compile(
    r"^(?:(?:zijn|haar|de|hun|z'n)\s)?(?:stief|half|pleeg)?(?:moeder|vader|ouders|mama|papa"
    r"|zus(?:je)?|broer(?:tje)?|oma|opa|tante|oom|mam|pap)\b(?!\s*:)",
    re.I,
)

HAS_COURSE = ("hulp", "verblijf", "school", "maatregel")
_FINDS = re.compile(r"\w*(?:onderzoek|diagnos)", re.I)
_IN_ORDER_TO = re.compile(r"\s(om (?:\w+ ){0,3}te .+)$", re.I)

MARKS = {
    "knooppunt": r"knooppunt|knoop",
    "succesmoment": r"succesmoment|(?:groot )?succes",
    "schakelmoment": r"schakelmoment|schakel|keerpunt|kantelpunt|kantelmoment",
}
MORE_MARKS = {"knooppunt": r"vastgelopen|liep vast|loopt vast", "succesmoment": r"succesvol"}
_NOT = r"(?<!geen )(?<!geen echt )(?<!niet )(?<!zonder )(?<!weinig )"
_MARK_ALONE = {mark: re.compile(rf"(?:een )?(?:{words})!*", re.I) for mark, words in MARKS.items()}
_MARK = {
    mark: re.compile(rf"{_NOT}\b(?:{'|'.join([words, *filter(None, [MORE_MARKS.get(mark)])])})\b", re.I)
    for mark, words in MARKS.items()
}

_FAMILY = re.compile(
    r"(?:mijn |zijn |haar |de )?(?:stief|groot|schoon|pleeg)?(?:oma|opa|vader|moeder|mama|papa"
    r"|tante|oom|ouders|huis|familie|buren|buurvrouw|vriend(?:en|in)?)\b",
    re.I,
)
_WORD = r"[A-ZÀ-Ý][\w&'’]*(?:[./-]\w+)*"
_NAME = rf"(?:(?:de|het|'t|’t|een)\s)?{_WORD}(?:\s(?:(?:van|de|den|der|het|en|voor|in|'t|’t|&)\s)*{_WORD})*"
_BY = {
    kind: re.compile(rf"(?:^|\s)(?:(?:bij|door|via|vanuit|{also})\s)(?P<who>{_NAME})(?=$|[\s,;:.()!])")
    for kind, also in {"hulp": "van", "verblijf": "op|in", "school": "op", "maatregel": "van"}.items()
}
RESULT = re.compile(
    r"(?:daarna |weer |maar |is |werd |helaas |vroegtijdig |voortijdig )?(?:gestopt"
    r"|stopte|afgerond|afgebroken|afgesloten|be[eë]indigd|gelukt|lukte|niet gelukt|mislukt"
    r"|geslaagd|hielp|helpt|werkte"
    r"|werkt|leverde|opgelost|terugval|teruggevallen|uitgevallen|weggelopen|verlengd|afgewezen"
    r"|kwam niet|kwamen niet|geen resultaat|zonder resultaat"
    r"|resultaat|diploma|geen klik|wel een klik|niet passend|doorverwezen|overgedragen"
    r"|overgeplaatst|teruggeplaatst|wilde niet|weigerde|nooit gestart|niet gestart)\b",
    re.I,
)
_LABEL = re.compile(
    r"^(?P<what>doel|resultaat|uitkomst|effect|wat kwam ervan|bron|erbij|wie erbij was"
    r"|aanbieder)\s?(?:was|is)?\s?:?\s+(?=\S)|^(?P<to>om te)\s",
    re.I,
)
_ENDS_IN_LABEL = re.compile(
    r"(?:^|[,;.(]\s*)(?:doel|resultaat|uitkomst|effect|bron|erbij|wie erbij was|aanbieder)\s?$", re.I
)
_BEHIND = re.compile(r"[,;.(]\s*(?:doel|resultaat|uitkomst|effect|bron|erbij|wie erbij)\b", re.I)
_SAYS = re.compile(
    r"(?:^|[\s(])(?:volgens|aldus|zegt|vertelt|zei|vertelde|bron:?)\s(?P<who>[^,;:()]{2,60})\)?$", re.I
)
SOURCES = {
    "ouder": r"ouder|moeder|vader|mama|papa|ouders",
    "netwerk": r"oma|opa|tante|oom|buurvrouw|buurman|buren|zus|broer|vriend|vriendin|familie|netwerk",
    "onderwijs": r"school|juf|meester|leerkracht|leraar|lerares|mentor|ib'er|intern begeleider|onderwijs",
    "dossier": r"dossier|verslag|rapport|brief|beschikking|register",
    "hulpverlener": (
        r"\w*begeleider|\w*begeleidster|hulpverlener|hulpverlening|behandelaar|therapeut|psycholoog"
        r"|psychiater|gezinsvoogd|jeugdbeschermer|huisarts|wijkteam|ggz|gi"
    ),
    "jeugdige": r"hij zelf|zij zelf|hijzelf|zijzelf|hemzelf|haarzelf|zelf|jongere|jeugdige",
    "expert": r"expert|expertteam",
}  # fmt: skip
_SOURCES = {
    code: re.compile(rf"(?:de |het |een |zijn |haar |zijn eigen )?(?:{words})\b", re.I)
    for code, words in SOURCES.items()
}


@dataclass(frozen=True)
class Guessed:
    """What was taken from the words; `kind` is empty when none of them says it."""

    text: str
    kind: str = ""
    mark: str = ""
    provider: str = ""
    goal: str = ""
    result: str = ""
    present: str = ""
    source: str = ""
    ongoing: bool = False


def guess(text: str, name: str = "") -> Guessed:
    """Take apart what happened. `name` is the first name of who it is about."""
    said = _SAID_KIND.match(text)
    rest = text[said.end() :] if said else text
    found = Guessed(rest, SAID_KIND[said[1].lower()] if said else "")
    found = take_source(found, name)
    found = found if found.kind else replace(found, kind=find_kind(_BEHIND.split(found.text)[0]))
    found = take_segments(take_provider(found))
    return found if found.mark else replace(found, mark=find_mark(rest))


def find_kind(text: str) -> str:
    """The kind of which a word comes first; what happens to somebody of the family is a life event."""
    if _OF_OTHERS.match(text):
        return "levensgebeurtenis"
    places = [
        (one.start(), -len(one[0]), kind) for kind, words in KINDS.items() if (one := words.search(text))
    ]
    first = min((place for place, _, _ in places), default=None)
    # Words of the same place: «onderzoek door de raad» says more than «onderzoek».
    return next((kind for place, _, kind in sorted(places, key=lambda p: p[:2]) if place == first), "")


def find_mark(text: str) -> str:
    """The mark a word of the text says; «geen succes» says none."""
    return next((mark for mark, words in _MARK.items() if words.search(text)), "")


def take_source(found: Guessed, name: str) -> Guessed:
    """«…, volgens moeder» at the end says who told it."""
    says = _SAYS.search(found.text)
    who = says["who"].strip(" .") if says else ""
    code = _source_of(who)
    if name and who.lower() == name.lower():
        code = "jeugdige"
    return (
        replace(found, text=found.text[: says.start()].rstrip(" ,;(–-"), source=code)
        if says and code
        else found
    )


def take_segments(found: Guessed) -> Guessed:
    """Marks that stand by themselves; for help the goal behind a colon or «om te»; how it ended."""
    parts = _split(found.text, colon=found.kind == "hulp" and not _FINDS.match(found.text))
    kept: list[Part] = []
    for part in parts:
        found, stays = _place(found, part, bool(kept))
        kept += [part] if stays else []
    text = "".join(part.raw if place else part.words for place, part in enumerate(kept))
    if found.kind == "hulp" and not found.goal and (goal := _IN_ORDER_TO.search(text)) and goal.start():
        found, text = replace(found, goal=goal[1]), text[: goal.start()]
    return replace(found, text=text)


def _place(found: Guessed, part: "Part", after_text: bool) -> tuple[Guessed, bool]:
    """Put one part of the line where it belongs; whether it stays in the text instead."""
    words, has_course = part.words, found.kind in HAS_COURSE
    if mark := next((mark for mark, alone in _MARK_ALONE.items() if alone.fullmatch(words)), ""):
        return replace(found, mark=found.mark or mark), False
    if words.lower() in ("loopt nog", "nog steeds", "lopend"):
        return replace(found, ongoing=True), False
    label = _LABEL.match(words)
    value = words[label.end() if label["what"] else 0 :] if label else ""
    if label and (said := _labelled(found, (label["what"] or "doel").lower(), value)):
        return said, False
    if has_course and after_text and (found.result or RESULT.match(words)):
        return replace(found, result=_joined(found.result, words)), False
    if part.after_colon or (found.goal and has_course):
        return replace(found, goal=_joined(found.goal, words)), False
    return found, True


def _labelled(found: Guessed, label: str, words: str) -> Guessed | None:
    """What a label says outright; None for a source we do not know."""
    if label == "bron":
        code = _source_of(words)
        return replace(found, source=code) if code else None
    if label == "doel":
        return replace(found, goal=_joined(found.goal, words))
    if label == "aanbieder":
        return replace(found, provider=_joined(found.provider, words))
    if label in ("erbij", "wie erbij was"):
        return replace(found, present=_joined(found.present, words))
    return replace(found, result=_joined(found.result, words))


def _source_of(words: str) -> str:
    return next((code for code, known in _SOURCES.items() if known.match(words)), "")


def take_provider(found: Guessed) -> Guessed:
    """«bij Molendrift»: a name with a capital, for what is done by an organisation."""
    by = _BY.get(found.kind)
    match = by.search(found.text) if by and not found.provider else None
    if match is None or _FAMILY.match(match["who"]):
        return found
    text = f"{found.text[: match.start()]}{found.text[match.end() :]}".strip(" ,")
    return replace(found, text=text, provider=match["who"]) if text and len(match["who"]) <= 200 else found


@dataclass(frozen=True)
class Part:
    """A part of a line between commas, brackets or full stops; `raw` with what stood before it."""

    words: str
    raw: str
    after_colon: bool = False


_SPLIT = re.compile(r"(\s*[;,]\s+|\.\s+|\s*\(|\)\s*)")


def _split(text: str, *, colon: bool) -> list[Part]:
    """The parts of a line; with `colon` what stands behind the first colon is marked."""
    head, _, tail = text.partition(":") if colon else (text, "", "")
    if _ENDS_IN_LABEL.search(head):
        return _parts(text)
    parts = [] if not tail.strip() or not head.strip() else _parts(tail, after_colon=True)
    return [*_parts(head if parts else text), *parts]


def _parts(text: str, *, after_colon: bool = False) -> list[Part]:
    pieces = ["", *_SPLIT.split(text)]
    parts: list[Part] = []
    for before, words in zip(pieces[::2], pieces[1::2], strict=False):
        if clean := words.strip(" ,;:-–—."):
            raw = f" ({clean})" if "(" in before else f"{before or ', '}{clean}".replace(")", "")
            parts.append(Part(clean, raw, after_colon and not parts))
    return parts


def _joined(before: str, more: str) -> str:
    return f"{before}, {more}" if before else more
