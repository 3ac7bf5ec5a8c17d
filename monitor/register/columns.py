"""The columns of a register: their names, other names people give them, and what each holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from monitor.register.text import comparable

Kind = Literal["number", "date", "name", "text", "hours", "single", "several"]


@dataclass(frozen=True)
class Column:
    """One column: the field of RegisterRow it fills, its name, and the question whose answers it holds."""

    field: str
    name: str
    kind: Kind
    question: str = ""
    required: bool = False
    max_length: int = 0
    other_names: tuple[str, ...] = ()


COLUMNS: tuple[Column, ...] = (
    Column("case_number", "Casusnummer", "number", required=True, other_names=("Nummer", "Casus", "Casusnr")),
    Column(
        "referred_on", "Datum aanmelding", "date", required=True, other_names=("Aanmelddatum", "Aangemeld op")
    ),
    Column(
        "first_name",
        "Roepnaam",
        "name",
        required=True,
        max_length=100,
        other_names=("Voornaam",),
    ),
    Column(
        "last_name",
        "Achternaam",
        "name",
        required=True,
        max_length=100,
        other_names=("Familienaam", "Geslachtsnaam"),
    ),
    Column(
        "birth_date",
        "Geboortedatum",
        "date",
        required=True,
        other_names=("Geb. datum", "Geb.datum", "Gebdatum", "Geboren", "Geboren op"),
    ),
    Column("geslacht", "Geslacht", "single", "geslacht", other_names=("M/V", "Jongen/meisje")),
    Column("gemeente", "Gemeente", "single", "gemeente", other_names=("Woongemeente", "Woonplaatsgemeente")),
    Column("referrer", "Aanmelder", "text", max_length=200, other_names=("Aangemeld door", "Verwijzer")),
    Column(
        "organisation",
        "Organisatie aanmelder",
        "text",
        max_length=200,
        other_names=("Organisatie", "Organisatie van aanmelder", "Instelling"),
    ),
    Column(
        "wie_stelt_de_vraag",
        "Wie stelt de vraag",
        "single",
        "wie_stelt_de_vraag",
        other_names=("Vraagsteller",),
    ),
    Column("wat_is_de_vraag", "Wat is de vraag", "single", "wat_is_de_vraag", other_names=("Soort vraag",)),
    Column(
        "question_line",
        "Vraag in één zin",
        "text",
        max_length=500,
        other_names=("Vraag in 1 zin", "Vraag in een zin", "Vraag kort"),
    ),
    Column(
        "doorstroom_verblijf",
        "Doorstroom verblijf",
        "single",
        "doorstroom_verblijf",
        other_names=("Doorstroom in verblijf", "Doorstroom"),
    ),
    Column(
        "juridisch_kader", "Juridisch kader", "single", "juridisch_kader", other_names=("Maatregel", "Kader")
    ),
    Column(
        "verblijf", "Verblijf", "single", "verblijf", other_names=("Verblijfplaats", "Woont", "Woonsituatie")
    ),
    Column(
        "type_onderwijs",
        "Type onderwijs",
        "single",
        "type_onderwijs",
        other_names=("Soort onderwijs", "Onderwijs"),
    ),
    Column(
        "problemen_op_school",
        "Problemen op school",
        "single",
        "problemen_op_school",
        other_names=("Schoolproblemen", "Problemen school"),
    ),
    Column(
        "va_vooraf",
        "VA vooraf",
        "single",
        "va_vooraf",
        other_names=("Verklarende analyse vooraf", "VA aanwezig"),
    ),
    Column(
        "va_gemaakt_door",
        "VA gemaakt door",
        "single",
        "va_gemaakt_door",
        other_names=("Verklarende analyse gemaakt door", "VA door"),
    ),
    Column("heraanmelding", "Heraanmelding", "single", "heraanmelding", other_names=("Her-aanmelding",)),
    Column(
        "earlier_number",
        "Eerder casusnummer",
        "number",
        other_names=("Vorig casusnummer", "Eerdere casus", "Eerder nummer"),
    ),
    Column(
        "knelpunten_vooraf", "Knelpunten vooraf", "several", "knelpunten_vooraf", other_names=("Knelpunten",)
    ),
    Column(
        "aan_tafel",
        "Jeugdige/ouders aan tafel",
        "single",
        "aan_tafel",
        other_names=("Jeugdige en ouders aan tafel", "Aan tafel"),
    ),
    Column(
        "hours", "Uren inzet", "hours", other_names=("Uren", "Aantal uren", "Inzet uren", "Inzet in uren")
    ),
    Column(
        "tevreden_jeugdige_ouder",
        "Tevreden jeugdige/ouder",
        "single",
        "tevreden",
        other_names=(
            "Tevredenheid jeugdige/ouder",
            "Tevreden jeugdige en ouders",
            "Tevredenheid jeugdige en ouders",
        ),
    ),
    Column(
        "tevreden_hulpverlener",
        "Tevreden hulpverlener",
        "single",
        "tevreden",
        other_names=("Tevredenheid hulpverlener", "Tevreden hulpverleners", "Tevreden professional"),
    ),
    Column("effecten", "Effecten", "several", "effecten", other_names=("Effect",)),
    Column("kosten", "Kosten", "single", "kosten", other_names=("Kosten hulp",)),
    Column(
        "bijdrage", "Bijdrage aan welslagen", "several", "bijdrage", other_names=("Bijdrage", "Wat droeg bij")
    ),
    Column("profiel", "Profiel", "single", "profiel", other_names=("Profiel jeugdige",)),
    Column("schadelijke_zorg", "Schadelijke zorg", "several", "schadelijke_zorg"),
    Column(
        "closed_on",
        "Datum afsluiting",
        "date",
        other_names=("Afsluitdatum", "Afgesloten op", "Datum afgesloten"),
    ),
)
BY_FIELD: Mapping[str, Column] = {column.field: column for column in COLUMNS}

BY_NAME: Mapping[str, Column] = {
    comparable(name): column for column in COLUMNS for name in (column.name, *column.other_names)
}
