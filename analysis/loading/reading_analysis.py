"""The analysis and the advice of a case file, with the rules for links («Link rules» of the field's glossary). Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from analysis.board.graph import ElementKind, LinkKind

from .casefile import FileAdvice, FileElement, FileExplanation, FileLink
from .sheet import LONG_SENTENCE, SENTENCE, TEXT, Section


@dataclass(frozen=True)
class FileAnalysis:
    """The analysis of a file. `kinds`: key of every element, also of one with a problem, → the code of its kind."""

    elements: tuple[FileElement, ...] = ()
    links: tuple[FileLink, ...] = ()
    explanations: tuple[FileExplanation, ...] = ()
    care: Mapping[str, Any] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)


def read_analysis(section: Section) -> FileAnalysis:
    """Elements, links, explanations and the rest of `analyse`."""
    elements = [
        _element(one) for one in section.sections("elementen", lambda values: str(values.get("id") or ""))
    ]
    kinds: dict[str, str] = {}
    for number, one in enumerate(elements, 1):
        if one.key in kinds:
            section.wrong(
                f"“{one.key}” is al de id van een ander element.", f"elementen → {number}e ({one.key})"
            )
        elif one.key:
            kinds[one.key] = one.kind
    links = _links(section.sections("verbanden", _ends), kinds)
    explanations = _explanations(section)
    care = {
        "harmful_care": section.answers("schadelijke_zorg", "schadelijke_zorg"),
        "positive_pattern": section.answers("positief_patroon", "positief_patroon"),
        "profile": section.answer("profiel", "profiel"),
        "climate": section.answers("klimaat", "klimaat"),
    }
    section.close()
    return FileAnalysis(tuple(elements), links, explanations, care, kinds)


def _element(section: Section) -> FileElement:
    element = FileElement(
        key=section.text("id", required=True),
        kind=section.answer("soort", "element_soort", required=True),
        domain=section.answer("domein", "domein", required=True),
        source=section.answer("bron", "bron"),
        said_by=section.text("wie"),
        text=section.text("tekst", required=True, limit=SENTENCE),
    )
    section.close()
    return element


def _ends(values: Mapping[str, Any]) -> str:
    return f"{values.get('van') or '?'} → {values.get('naar') or '?'}"


def _links(sections: list[Section], kinds: Mapping[str, str]) -> tuple[FileLink, ...]:
    found: dict[tuple[str, str], int] = {}
    links = []
    for number, section in enumerate(sections, 1):
        link = FileLink(
            source=section.text("van", required=True),
            target=section.text("naar", required=True),
            kind=section.answer("soort", "link_soort", required=True),
        )
        section.close()
        if not (link.source and link.target):
            continue
        first = found.setdefault((link.source, link.target), number)
        if first != number:
            section.wrong(
                f"dit verband staat er al: {first}e. Tussen twee elementen ligt er in één richting maar één."
            )
        _refuse(section, link, kinds)
        links.append(link)
    return tuple(links)


def _refuse(section: Section, link: FileLink, kinds: Mapping[str, str]) -> None:
    for key in dict.fromkeys((link.source, link.target)):
        if key not in kinds:
            section.wrong(f"er is geen element “{key}”.")
    if link.source == link.target:
        section.wrong("een element kan geen verband met zichzelf hebben.")
    target = kinds.get(link.target)
    if link.kind == LinkKind.HELPS and target and target != ElementKind.PROTECTIVE:
        section.wrong(
            "“helpt” wijst alleen naar een beschermend element. Wordt een probleem minder? Kies “dempt”."
        )


def _explanations(section: Section) -> tuple[FileExplanation, ...]:
    """One under `verklaring`, or several under `verklaringen`, each with `tekst`, `zekerheid` and `toets`."""
    one = section.text("verklaring", limit=TEXT)
    found = [FileExplanation(one)] if one else []
    for part in section.sections("verklaringen"):
        text = part.text("tekst", required=True, limit=TEXT)
        certainty = part.answer("zekerheid", "zekerheid") or "hypothese"
        found.append(FileExplanation(text, certainty, part.text("toets", limit=SENTENCE)))
        part.close()
    return tuple(found)


def read_advices(sections: list[Section], kinds: Mapping[str, str]) -> tuple[FileAdvice, ...]:
    """The advices in their order: by `volgorde` where it is given, else as they stand in the file."""
    found: list[tuple[int, FileAdvice]] = []
    for number, section in enumerate(sections, 1):
        order = section.value("volgorde", int)
        found.append((number if order is None else order, _advice(section, kinds)))
    return tuple(advice for _, advice in sorted(found, key=lambda pair: pair[0]))


def _advice(section: Section, kinds: Mapping[str, str]) -> FileAdvice:
    keys = tuple(dict.fromkeys(section.texts("elementen")))
    for key in keys:
        if key not in kinds:
            section.wrong(f"er is geen element “{key}”.", "elementen")
    advice = FileAdvice(
        text=section.text("tekst", required=True, limit=LONG_SENTENCE),
        life_area=section.answer("leefgebied", "leefgebied", required=True),
        owner_name=section.text("wie"),
        variant=section.text("versie").upper(),
        elements=keys,
    )
    if advice.variant not in ("", "A", "B", "C"):
        section.wrong(f"“{advice.variant}” kennen we niet. Kies uit: A, B, C.", "versie")
    section.close()
    return advice
