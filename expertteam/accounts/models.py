"""Who can log in, in which team, in which role."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower


class Role(models.TextChoices):
    """The seven roles of a team (shared/domain.md, «Access and trace»)."""

    PROCESS_DIRECTOR = "procesregisseur", "procesregisseur"
    EXPERT = "expert", "expert"
    CARE_ADVISOR = "zorgadviseur", "zorgadviseur"
    COORDINATOR = "coordinator", "coördinator"
    SECRETARY = "secretaris", "secretaris"
    ADMINISTRATOR = "beheerder", "functioneel beheerder"
    READER = "lezer", "lezer van de monitor"


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail address, which is stored in lower case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """A person with a login; the e-mail address is the user name."""

    email = models.EmailField(
        "e-mailadres", unique=True, error_messages={"unique": "Er is al iemand met dit e-mailadres."}
    )
    name = models.CharField("naam", max_length=200)
    is_active = models.BooleanField("actief", default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    is_staff = False
    is_superuser = False

    objects = UserManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_once")]
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """A regional expert team. One installation serves many; they never see each other."""

    code = models.SlugField("code", unique=True, max_length=40)
    region = models.CharField("regio", max_length=100)
    municipalities = ArrayField(
        models.CharField(max_length=10), default=list, help_text="CBS-codes van de gemeenten"
    )

    class Meta:
        ordering = ["region"]

    def __str__(self) -> str:
        return f"Expertteam {self.region}"


class Membership(models.Model):
    """One role of one user in one team."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField("rol", max_length=20, choices=Role.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "team", "role"], name="membership_once"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="membership_known_role"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role}"
