from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "expertteam.accounts"
    label = "accounts"
