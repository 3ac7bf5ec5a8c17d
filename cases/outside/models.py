"""Links for people without an account: one page, for one thing, for a while."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from cases.casefile.models import Case
from expertteam.access.person import Person

MOST_WRONG_CODES = 5


class OutsideLink(models.Model):
    """Somebody outside the team may open one page with it, until it expires, is withdrawn or (mostly) answered.

    Of the token only a hash is kept; it is empty until the link is given or mailed, and a mail that goes again gets a
    new token. `purpose` is a code of `cases.outside.purposes`, `subject_id` the key of what the page is about.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="outside_links")
    purpose = models.SlugField(max_length=40)
    subject_id = models.PositiveBigIntegerField()
    token_hash = models.CharField(max_length=64, null=True, blank=True, unique=True)
    code_hash = models.CharField(max_length=200, blank=True)
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    expires_at = models.DateTimeField("geldig tot")
    withdrawn_at = models.DateTimeField("ingetrokken op", null=True, blank=True)
    answered_at = models.DateTimeField("beantwoord op", null=True, blank=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField("gegeven op", default=timezone.now)

    by: Person  # who acts with it: set by the guard

    class Meta:
        ordering = ["-given_at", "-pk"]
        indexes = [models.Index(fields=["purpose", "subject_id"], name="outside_link_by_subject")]
        constraints = [
            models.CheckConstraint(
                condition=Q(wrong_codes__lte=MOST_WRONG_CODES), name="outside_link_limited_codes"
            ),
            models.CheckConstraint(
                condition=Q(token_hash=None) | Q(token_hash__regex=r"^[0-9a-f]{64}$"),  # nosec B106
                name="outside_link_keeps_a_hash",
            ),
        ]

    def __str__(self) -> str:
        return f"link {self.pk}"

    @property
    def needs_code(self) -> bool:
        return bool(self.code_hash)

    @property
    def is_locked(self) -> bool:
        """Too many wrong codes: the team has to give a new one."""
        return self.needs_code and self.wrong_codes >= MOST_WRONG_CODES

    @property
    def is_open(self) -> bool:
        """Whether it can still be used, as far as time and the team are concerned."""
        return self.withdrawn_at is None and self.expires_at > timezone.now()
