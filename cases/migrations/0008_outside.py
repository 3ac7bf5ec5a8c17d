"""Signed links for people without an account."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0007_timeline"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OutsideLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("purpose", models.SlugField(max_length=40)),
                ("subject_id", models.PositiveBigIntegerField()),
                ("token_hash", models.CharField(blank=True, max_length=64, null=True, unique=True)),
                ("code_hash", models.CharField(blank=True, max_length=200)),
                ("wrong_codes", models.PositiveSmallIntegerField(default=0)),
                ("expires_at", models.DateTimeField(verbose_name="geldig tot")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="beantwoord op")),
                (
                    "given_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="gegeven op"),
                ),
            ],
            options={
                "ordering": ["-given_at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="outsidelink",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="outside_links", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="outsidelink",
            name="given_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddIndex(
            model_name="outsidelink",
            index=models.Index(fields=["purpose", "subject_id"], name="outside_link_by_subject"),
        ),
        migrations.AddConstraint(
            model_name="outsidelink",
            constraint=models.CheckConstraint(
                condition=models.Q(("wrong_codes__lte", 5)), name="outside_link_limited_codes"
            ),
        ),
        migrations.AddConstraint(
            model_name="outsidelink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("token_hash", None), ("token_hash__regex", "^[0-9a-f]{64}$"), _connector="OR"
                ),
                name="outside_link_keeps_a_hash",
            ),
        ),
    ]
