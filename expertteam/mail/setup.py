"""What this app adds to the site."""

from expertteam.jobs.daily import register_daily

from .forgetting import forget_old_mail


def setup() -> None:
    """Called once, when the app starts."""
    register_daily("mail.forget", "Adressen van verstuurde mail vergeten", forget_old_mail, hour=3)
