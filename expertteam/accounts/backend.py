"""Who is logged in, found with a question that is worded once: every request asks it."""

from allauth.account.auth_backends import AuthenticationBackend

from expertteam.connections.asked_often import AskedOften

from .models import User

WITH_KEY = AskedOften(lambda pk: User.objects.filter(pk=pk)[:1])


class Backend(AuthenticationBackend):
    """That of allauth."""

    def get_user(self, user_id: int) -> User | None:
        """The user with this key who may log in."""
        user = WITH_KEY.first(pk=user_id)
        return user if user is not None and self.user_can_authenticate(user) else None
