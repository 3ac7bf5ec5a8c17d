"""How far it is with everybody: what lies before whom, whether the link still works, what can be done about it."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from cases.casefile.models import Case
from cases.consent.queries import Missing
from cases.outside.models import OutsideLink
from expertteam.jobs.models import JobStatus
from expertteam.mail.models import OutgoingMail

from .actions import missing_for_each
from .asking import PURPOSE
from .models import Way
from .queries import Answer, Shared

NEAR = 3
"""Days before a link ends at which the page says so."""


@dataclass(frozen=True)
class Row:
    """One party: what they said, what lies before them, the link they can use, and what stands in the way."""

    one: Answer
    link: OutsideLink | None
    missing: list[Missing]
    mail_failed: bool
    today: date

    @property
    def waits(self) -> bool:
        return self.one.waits

    @property
    def trouble(self) -> str:
        """Why somebody who was asked cannot answer by themselves now; empty when they can."""
        asking = self.one.asking
        if asking is None or not self.waits or asking.way == Way.PAPER:
            return ""
        if self.mail_failed:
            return "De mail kwam niet aan. Kijk het adres na bij Mensen."
        if self.link is None:
            return "De brief is nog niet gemaakt." if asking.way == Way.LETTER else "De link werkt niet meer."
        if self.link.is_locked:
            return "De code is vijf keer verkeerd getypt. Geef een nieuwe code."
        return "" if self.link.is_open else "De link is verlopen."

    @property
    def ends_soon(self) -> bool:
        if self.link is None or not self.waits or not self.link.is_open:
            return False
        return (timezone.localdate(self.link.expires_at) - self.today).days <= NEAR

    @property
    def may_ask(self) -> bool:
        """Whether the newest version can still be put before them."""
        return self.one.participant is None or self.one.participant.is_current


@dataclass(frozen=True)
class Progress:
    """Everybody, family first."""

    shared: Shared
    rows: list[Row]

    @property
    def parted(self) -> list[tuple[str, list[Row]]]:
        """The family first, then the others; a part with nobody is left out."""
        family = [row for row in self.rows if row.one.is_family]
        others = [row for row in self.rows if not row.one.is_family]
        parts = [("Jongere, ouders en wie dichtbij staat", family), ("Professionals en anderen", others)]
        return [(title, rows) for title, rows in parts if rows]

    @property
    def next_up(self) -> list[Row]:
        """Before whom to put it now: the family that decides, then other family, then the others.

        Only of who may have it and has nothing before them; as long as somebody in one ring did not answer, the next
        ring waits.
        """
        for ring in (
            [row for row in self.rows if row.one.decisive],
            [row for row in self.rows if row.one.is_family and not row.one.decisive],
            [row for row in self.rows if not row.one.is_family],
        ):
            open_rows = [row for row in ring if needs_asking(row) and not row.missing]
            if open_rows:
                return open_rows
            if any(row.waits for row in ring):
                return []
        return []


def needs_asking(row: Row) -> bool:
    """Whether the newest version does not lie before them yet, and they said nothing of it."""
    one = row.one
    return row.may_ask and not one.answered_newest and not (one.asking and one.asked_of_newest)


def progress_of(case: Case, shared: Shared) -> Progress:
    """Everybody with their link; a fixed number of queries."""
    asked = [one.asking.pk for one in shared.answers if one.asking]
    links: dict[int, OutsideLink] = {}
    found = OutsideLink.objects.filter(purpose=PURPOSE, subject_id__in=asked, withdrawn_at=None, case=case)
    for link in found.order_by("given_at", "pk"):
        links[link.subject_id] = link
    failed = failed_links(case) if links else set()
    lacking = missing_for_each(case, [one.participant for one in shared.answers])
    today = timezone.localdate()
    rows = []
    for one, missing in zip(shared.answers, lacking, strict=True):
        mine = links.get(one.asking.pk) if one.asking else None
        rows.append(Row(one, mine, missing, bool(mine and mine.pk in failed), today))
    return Progress(shared, rows)


def failed_links(case: Case) -> set[int]:
    """The links of which the mail did not arrive."""
    mails = OutgoingMail.objects.filter(
        team=case.team_id, case_number=case.number, kind=PURPOSE, status=JobStatus.FAILED
    )
    return {about.get("outside_link") for about in mails.values_list("about", flat=True)}
