"""What no single field of the aanmelding can say: dates that do not fit, no question, answers that clash."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from expertteam.ui.dates import age_on, long_date

from .form_fields import NOBODY
from .queries import tidy_number

if TYPE_CHECKING:
    from cases.casefile.models import Case

    from .queries import Notices

OLDEST, FIRST_DAY = 27, date(2010, 1, 1)
VOICES = ("question_line", "voice_young_person", "voice_parents", "voice_referrer")


class ReferralChecks(forms.Form):
    """Checks over several fields; used by `ReferralForm`, which knows the case and the notices."""

    if TYPE_CHECKING:
        case: Case | None

        @property
        def notices(self) -> Notices: ...

    def clean(self) -> dict[str, Any]:
        """The answers, with what follows from them filled in."""
        data = {**(super().clean() or {})}
        self.check_days(data.get("referred_on"), data.get("birth_date"))
        self.check_question(data)
        self.check_prior_analysis(data)
        self.check_earlier(data)
        return data

    @property
    def who(self) -> str:
        """The name as it was typed."""
        return str(self["first_name"].value() or "").strip() or NOBODY

    def check_question(self, data: dict[str, Any]) -> None:
        """Somebody must have asked something."""
        if not any(data.get(name) or name in self.errors for name in VOICES):
            self.add_error(
                "voice_young_person", "Schrijf de vraag op, in de woorden van minstens één van hen."
            )

    def check_prior_analysis(self, data: dict[str, Any]) -> None:
        """Who made the analysis says that there is one."""
        if not data.get("prior_analysis_by"):
            return
        if data.get("prior_analysis") == "nee":
            text = "Je koos dat er geen verklarende analyse is. Kies daar ‘Ja’, of haal dit antwoord weg."
            self.add_error("prior_analysis_by", text)
        data["prior_analysis"] = data.get("prior_analysis") or "ja"

    def check_days(self, referred_on: date | None, birth_date: date | None) -> None:
        """A referral lies in the past and after the birth; who is older than 27 is helped elsewhere."""
        today = timezone.localdate()
        if birth_date and birth_date > today:
            self.add_error("birth_date", "Deze geboortedatum ligt in de toekomst. Kijk het jaar nog eens na.")
        elif referred_on and (text := self.wrong_day(referred_on, today)):
            self.add_error("referred_on", text)
        elif referred_on and birth_date and referred_on < birth_date:
            text = "Deze datum ligt vóór de geboortedatum. Kijk beide data nog eens na."
            self.add_error("referred_on", text)
        elif referred_on and birth_date and (age := age_on(birth_date, referred_on)) > OLDEST:
            text = (
                f"Dan was {self.who} bij de aanmelding {age} jaar. Het team helpt tot en met {OLDEST} jaar."
            )
            self.add_error("birth_date", f"{text} Kijk het jaar nog eens na.")

    def wrong_day(self, referred_on: date, today: date) -> str:
        """What is wrong with the day of the referral itself."""
        if referred_on > today:
            return "Deze datum ligt in de toekomst. Vul de dag in waarop de vraag binnenkwam."
        if referred_on < FIRST_DAY:
            return "Deze datum is te lang geleden. Kijk het jaar nog eens na."
        moved = self.case is not None and referred_on != self.case.referral.referred_on
        if self.case is not None and moved and referred_on.year != self.case.year:
            return f"Casusnummer {self.case.number} hoort bij {self.case.year}. Kies een dag in dat jaar."
        return ""

    def check_earlier(self, data: dict[str, Any]) -> None:
        """Here before, or not: said once, and fitting the number. Fills in what follows from it."""
        typed, answer = data.get("earlier_number") or "", data.get("re_referral")
        data["earlier_number"] = number = tidy_number(typed)
        if typed and not number:
            self.add_error("earlier_number", "Schrijf een casusnummer zo: 2022-014.")
        elif number and answer == "nee":
            text = "Je koos dat dit geen heraanmelding is. Haal het nummer weg, of kies daar ‘Ja’."
            self.add_error("earlier_number", text)
        elif number:
            data["re_referral"] = "ja"
            self.check_number(number, data.get("birth_date"))
        elif answer == "ja":
            data["earlier_number"] = self.notices.earlier[0].number if self.notices.earlier else ""
        else:
            self.ask_about_earlier(answer)

    def check_number(self, number: str, birth_date: date | None) -> None:
        """The earlier case is another one, older, and about somebody born on the same day. Unknown is allowed."""
        named = self.notices.named
        if self.case and tuple(map(int, number.split("-"))) >= (self.case.year, self.case.sequence):
            text = f"Een eerdere casus heeft een nummer van vóór {self.case.number}. Kijk het nummer nog eens na."
            self.add_error("earlier_number", text)
        elif named and birth_date and named.young_person.birth_date != birth_date:
            text = (
                f"Casus {number} gaat over iemand met een andere geboortedatum. Kijk het nummer nog eens na."
            )
            self.add_error("earlier_number", text)

    def ask_about_earlier(self, answer: str | None) -> None:
        """Somebody with this name and birth date was here: a «nee» counts only from who saw that."""
        numbers = self.notices.shown
        seen = set(self.data.get("earlier_shown", "").split())
        settled = self.case is not None and answer == self.case.referral.re_referral
        if not numbers or settled or (answer == "nee" and set(numbers.split()) <= seen):
            return
        day = long_date(self.notices.birth_date) if self.notices.birth_date else ""
        who = f"{self.who} {self['last_name'].value()}, {day},"
        text = f"{who} was hier eerder ({numbers.replace(' ', ', ')}). Kies of dit een heraanmelding is."
        self.add_error("re_referral", text)
