from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "expertteam.mail"
    label = "mail"

    def ready(self) -> None:
        from .setup import setup  # noqa: PLC0415

        setup()
