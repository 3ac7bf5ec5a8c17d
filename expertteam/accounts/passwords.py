"""What a password must be, said as the rest of the site says things."""

from typing import Any

from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError


class LongEnough(password_validation.MinimumLengthValidator):
    """At least so many characters."""

    def validate(self, password: str, user: Any = None) -> None:
        if len(password) < self.min_length:
            missing = self.min_length - len(password)
            characters = "teken" if missing == 1 else "tekens"
            raise ValidationError(
                f"Dit wachtwoord is nog {missing} {characters} te kort.", code="password_too_short"
            )

    def get_help_text(self) -> str:
        return f"Je wachtwoord heeft minstens {self.min_length} tekens."


class NotLikeYou(password_validation.UserAttributeSimilarityValidator):
    """Not nearly one's name or e-mail address."""

    def validate(self, password: str, user: Any = None) -> None:
        try:
            super().validate(password, user)
        except ValidationError as problem:
            raise ValidationError(
                "Dit wachtwoord lijkt te veel op je naam of e-mailadres.", code="password_too_similar"
            ) from problem

    def get_help_text(self) -> str:
        return "Het lijkt niet op je naam of e-mailadres."


class NotOftenUsed(password_validation.CommonPasswordValidator):
    """Not one of the passwords everybody tries first."""

    def validate(self, password: str, user: Any = None) -> None:
        try:
            super().validate(password, user)
        except ValidationError as problem:
            raise ValidationError(
                "Dit wachtwoord gebruiken te veel mensen.", code="password_too_common"
            ) from problem

    def get_help_text(self) -> str:
        return "Het is geen wachtwoord dat veel mensen gebruiken."
