"""What has to hold between the cells of one row (mistakes) and what deserves a second look (remarks).

Each check gets the values that could be read, keyed by field, and today; a value that could not be read is
absent and is then not judged.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from expertteam.ui.dates import age_on, long_date
from monitor.register.cells import CellProblem

# Nobody older than this is a case of a youth team; it is a year of birth that was mistyped.
OLDEST = 27

Values = Mapping[str, Any]
Check = Callable[[Values, date], CellProblem | None]


def _referral_date(values: Values, today: date) -> CellProblem | None:
    if _later(values.get("referred_on"), today):
        return CellProblem("De aanmelding ligt in de toekomst.", f"Een dag tot en met {long_date(today)}.")
    return None


def _birth_date(values: Values, today: date) -> CellProblem | None:
    birth, referred = values.get("birth_date"), values.get("referred_on")
    if _later(birth, today):
        return CellProblem("De geboortedatum ligt in de toekomst.", "Een geboortedatum in het verleden.")
    if not birth or not referred:
        return None
    if birth > referred:
        return CellProblem(
            "De geboortedatum ligt na de aanmelding.", f"Een dag tot en met {long_date(referred)}."
        )
    age = age_on(birth, referred)
    if age > OLDEST:
        return CellProblem(
            f"Met deze geboortedatum was de jeugdige {age} jaar bij de aanmelding.",
            f"Een geboortedatum waarmee de jeugdige hoogstens {OLDEST} jaar was.",
        )
    return None


def _closing_date(values: Values, today: date) -> CellProblem | None:
    closed, referred = values.get("closed_on"), values.get("referred_on")
    if closed and referred and closed < referred:
        return CellProblem(
            "De afsluiting ligt voor de aanmelding.", f"Een dag vanaf {long_date(referred)}, of een lege cel."
        )
    if _later(closed, today):
        return CellProblem(
            "De afsluiting ligt in de toekomst.", "Een lege cel zolang de casus niet is afgesloten."
        )
    return None


def _earlier_number(values: Values, today: date) -> CellProblem | None:
    if values.get("earlier_number") and values["earlier_number"] == values.get("case_number"):
        return CellProblem("Dit is het nummer van deze casus zelf.", "Het nummer van de eerdere casus.")
    return None


def _number_of_another_year(values: Values, today: date) -> CellProblem | None:
    number, referred = values.get("case_number"), values.get("referred_on")
    if number and referred and int(number[:4]) != referred.year:
        return CellProblem(
            f"Het jaar in het nummer is anders dan het jaar van de aanmelding ({referred.year}).",
            "De casus telt mee in het jaar van de aanmelding.",
        )
    return None


def _repeat_without_number(values: Values, today: date) -> CellProblem | None:
    if values.get("heraanmelding") == "ja" and "earlier_number" in values and not values["earlier_number"]:
        return CellProblem(
            "Dit is een heraanmelding, maar het eerdere casusnummer ontbreekt.",
            "Het eerdere nummer, als dat bekend is. Nu wordt er niets gekoppeld.",
        )
    return None


def _number_without_repeat(values: Values, today: date) -> CellProblem | None:
    if values.get("earlier_number") and "heraanmelding" in values and values["heraanmelding"] != "ja":
        return CellProblem(
            "Er staat een eerder casusnummer, maar bij Heraanmelding staat geen ja.",
            "Heraanmelding: ja. Nu telt de casus niet als heraanmelding.",
        )
    return None


def _maker_without_analysis(values: Values, today: date) -> CellProblem | None:
    if values.get("va_gemaakt_door") and values.get("va_vooraf") == "nee":
        return CellProblem(
            "Hier staat wie de analyse maakte, maar bij VA vooraf staat nee.",
            "VA vooraf: ja, of een lege cel hier.",
        )
    return None


def _later(day: date | None, today: date) -> bool:
    return day is not None and day > today


MISTAKES: Mapping[str, Check] = {
    "referred_on": _referral_date,
    "birth_date": _birth_date,
    "closed_on": _closing_date,
    "earlier_number": _earlier_number,
}
REMARKS: Mapping[str, Check] = {
    "case_number": _number_of_another_year,
    "heraanmelding": _repeat_without_number,
    "earlier_number": _number_without_repeat,
    "va_gemaakt_door": _maker_without_analysis,
}
