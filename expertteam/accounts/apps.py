from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "expertteam.accounts"
    label = "accounts"

    def ready(self) -> None:
        from .entering import listen  # noqa: PLC0415

        listen()
