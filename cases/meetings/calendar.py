"""A meeting as a calendar file (RFC 5545), and how it is asked, changed and called off (RFC 5546). Pure.

Nothing in it says anything of a person: no name, no case number. An invitation names the address it is sent to,
because calendars answer nobody else; a file to fetch names nobody at all.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from icalendar import Calendar, Event, vCalAddress, vText

REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"
TITLE = "Bijeenkomst expertteam"
PRODUCT = "-//Expertteam Jeugd//Bijeenkomsten//NL"


@dataclass(frozen=True)
class Appointment:
    """What stands in somebody's calendar. The moments are aware; `uid` stays, `sequence` rises with every change."""

    uid: UUID
    sequence: int
    starts_at: datetime
    ends_at: datetime
    place: str = ""
    link: str = ""
    changed_at: datetime | None = None


def calendar_file(
    appointment: Appointment, *, method: str, organiser: str = "", organiser_name: str = "", to: str = ""
) -> bytes:
    """The file. `organiser` is the mailbox of the site, `to` who gets it; both empty for a file to fetch."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    event = event_of(appointment)
    event.add("status", "CANCELLED" if method == CANCEL else "CONFIRMED")
    if organiser:
        event["organizer"] = address_of(organiser, cn=organiser_name)
    if to:
        event.add("attendee", address_of(to, role="REQ-PARTICIPANT", rsvp="FALSE"))
    calendar.add_component(event)
    return calendar.to_ical()


def event_of(appointment: Appointment) -> Event:
    """The event itself; times in UTC, which every calendar shows in its own time."""
    event = Event()
    event.add("uid", str(appointment.uid))
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", (appointment.changed_at or datetime.now(UTC)).astimezone(UTC))
    event.add("dtstart", appointment.starts_at.astimezone(UTC))
    event.add("dtend", appointment.ends_at.astimezone(UTC))
    event.add("summary", TITLE)
    event.add("class", "PRIVATE")
    if appointment.place:
        event.add("location", appointment.place)
    if appointment.link:
        event.add("url", appointment.link)
        event.add("description", f"Meedoen op afstand: {appointment.link}")
    return event


def address_of(email: str, **parameters: str) -> vCalAddress:
    """`mailto:` with parameters such as CN and ROLE; empty ones are left out."""
    address = vCalAddress(f"mailto:{email}")
    for name, value in parameters.items():
        if value:
            address.params[name.upper()] = vText(value)
    return address
