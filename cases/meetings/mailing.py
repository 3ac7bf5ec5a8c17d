"""Invitations by mail with a calendar file, their changes and cancellations. A mail and its file name nobody.

A mail is made when it goes, from the rows as they are then: so the newest time always wins, whatever waited longest.
"""

from email.utils import parseaddr

from django.conf import settings

from expertteam.access.person import Person
from expertteam.mail.actions import queue_mail
from expertteam.mail.attachments import Attachment
from expertteam.mail.kinds import Context
from expertteam.mail.models import OutgoingMail

from .calendar import CANCEL, PUBLISH, REQUEST, Appointment, calendar_file
from .models import AgendaItem, Attendee, Guest, Meeting

INVITATION, CANCELLATION = "uitnodiging", "uitnodiging-ingetrokken"


def appointment_of(meeting: Meeting) -> Appointment:
    """The whole meeting, for who belongs to the team."""
    return Appointment(
        meeting.uid, meeting.sequence, meeting.starts_at, meeting.ends_at, meeting.place, meeting.link
    )


def appointment_of_item(item: AgendaItem) -> Appointment:
    """The time of one case, for who comes for that case."""
    meeting = item.meeting
    return Appointment(item.uid, item.sequence, item.starts_at, item.ends_at, meeting.place, meeting.link)


def file_to_fetch(appointment: Appointment) -> bytes:
    """For a calendar of one's own: nobody is named in it."""
    return calendar_file(appointment, method=PUBLISH)


def mail_member(by: Person, attendee: Attendee, kind: str = INVITATION) -> None:
    """Queue a mail to somebody of the team."""
    queue_mail(
        team=attendee.meeting.team,
        to=attendee.user.email,
        kind=kind,
        by=by,
        context={"attendee": attendee.pk},
    )


def mail_guest(by: Person, guest: Guest, kind: str = INVITATION) -> None:
    """Queue a mail to somebody around the young person; it knows the case by its number, and does not say it."""
    if guest.participant is None:
        return
    queue_mail(
        team=guest.item.meeting.team, to=guest.participant.email, kind=kind, by=by,
        case_number=guest.case.number, context={"guest": guest.pk},
    )  # fmt: skip


def tell_again(by: Person, meeting: Meeting) -> None:
    """After a new time or place: everybody who was invited gets the meeting again, with a higher sequence."""
    for attendee in invited_members(meeting):
        mail_member(by, attendee)
    for item in meeting.items.still_open():
        tell_guests_again(by, item)


def tell_guests_again(by: Person, item: AgendaItem, kind: str = INVITATION) -> None:
    """Every guest of this item who was invited by mail and not called off."""
    mailed = item.guests.filter(mailed=True, withdrawn_at=None).filter(participant__email__gt="")
    for guest in mailed.select_related("participant", "case", "item__meeting__team"):
        mail_guest(by, guest, kind)


def invited_members(meeting: Meeting) -> list[Attendee]:
    attendees = meeting.attendees.filter(withdrawn_at=None, invited_at__isnull=False)
    return list(attendees.select_related("user", "meeting__team"))


def call_off_members(by: Person, meeting: Meeting) -> None:
    for attendee in invited_members(meeting):
        mail_member(by, attendee, CANCELLATION)


def call_off_guests(by: Person, item: AgendaItem) -> None:
    tell_guests_again(by, item, CANCELLATION)


def fill(mail: OutgoingMail) -> Context | None:
    """What a mail needs when it goes; None when the invitation was withdrawn or called off meanwhile, or is gone."""
    found = of_member(mail) if "attendee" in mail.about else of_guest(mail)
    if found is None:
        return None
    appointment, still_on = found
    if still_on != (mail.kind == INVITATION):
        return None
    method = REQUEST if still_on else CANCEL
    organiser = parseaddr(str(settings.DEFAULT_FROM_EMAIL))[1]
    content = calendar_file(
        appointment, method=method, organiser=organiser, organiser_name=str(mail.team), to=mail.to
    )
    return {
        "appointment": appointment,
        "attachments": [Attachment("bijeenkomst.ics", "text/calendar", content, {"method": method})],
    }


def of_member(mail: OutgoingMail) -> tuple[Appointment, bool] | None:
    """The meeting, and whether this person is still expected there."""
    attendees = Attendee.objects.select_related("meeting", "user").filter(user__is_active=True)
    attendee = attendees.filter(pk=mail.about.get("attendee")).first()
    if attendee is None:
        return None
    return appointment_of(attendee.meeting), attendee.withdrawn_at is None and attendee.meeting.is_planned


def of_guest(mail: OutgoingMail) -> tuple[Appointment, bool] | None:
    """The time of the case, and whether this guest is still expected."""
    guest = Guest.objects.select_related("item__meeting").filter(pk=mail.about.get("guest")).first()
    if guest is None:
        return None
    return appointment_of_item(guest.item), guest.withdrawn_at is None and guest.item.is_open
