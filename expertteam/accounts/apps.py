from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "expertteam.accounts"
    label = "accounts"

    def ready(self) -> None:
        from expertteam.mail.kinds import register_kind  # noqa: PLC0415
        from expertteam.mail.models import ACCOUNT_KIND  # noqa: PLC0415

        from .entering import listen  # noqa: PLC0415
        from .mails import new_password  # noqa: PLC0415

        listen()
        register_kind(ACCOUNT_KIND, new_password)
