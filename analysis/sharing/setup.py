"""What this room adds to the site."""

from cases.outside.purposes import Speaks, add_purpose
from cases.people.reached import when_reached_otherwise
from expertteam.mail.kinds import register_kind

from . import answering, mails
from .asking import PURPOSE, close_pages_of


def setup() -> None:
    """Called once, when the app starts."""
    speaks = Speaks(answering.language_of, answering.choose_language)
    add_purpose(PURPOSE, "analysis:party", "de analyse", again=True, speaks=speaks)
    register_kind(PURPOSE, mails.fill)
    when_reached_otherwise(close_pages_of)
