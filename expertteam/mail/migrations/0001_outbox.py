"""The outbox: mail that has to go, went, or could not go."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='OutgoingMail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('bekijken', 'wacht op jouw akkoord'), ('wacht', 'wacht op een vrije plek'), ('bezig', 'wordt gemaakt'), ('klaar', 'klaar'), ('mislukt', 'niet gelukt')], default='wacht', max_length=10)),
                ('progress', models.PositiveSmallIntegerField(default=0, help_text='0 tot 100')),
                ('step', models.CharField(blank=True, help_text='Wat er nu gebeurt, in gewone woorden', max_length=120)),
                ('error', models.CharField(blank=True, help_text='Wat er misging, in gewone woorden', max_length=500)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('alive_until', models.DateTimeField(blank=True, null=True)),
                ('requested_at', models.DateTimeField(auto_now_add=True)),
                ('queued_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('to', models.EmailField(blank=True, max_length=254, verbose_name='aan')),
                ('kind', models.SlugField(max_length=40, verbose_name='soort')),
                ('subject', models.CharField(max_length=200, verbose_name='onderwerp')),
                ('about', models.JSONField(default=dict)),
                ('case_number', models.CharField(blank=True, max_length=12, verbose_name='casusnummer')),
                ('tries', models.PositiveSmallIntegerField(default=0, verbose_name='keer geprobeerd')),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='verstuurd op')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('requested_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.team')),
            ],
            options={
                'ordering': ['-requested_at', '-pk'],
                'indexes': [models.Index(fields=['team', '-requested_at', '-id'], name='mail_by_team'), models.Index(condition=models.Q(('status__in', ['wacht', 'bezig'])), fields=['status'], name='mail_to_send')],
                'constraints': [models.CheckConstraint(condition=models.Q(('team__isnull', False), ('kind', 'nieuw-wachtwoord'), _connector='OR'), name='mail_of_a_team'), models.CheckConstraint(condition=models.Q(('status__in', ['bekijken', 'wacht', 'bezig', 'klaar', 'mislukt'])), name='mail_known_status'), models.CheckConstraint(condition=models.Q(models.Q(('to', ''), _negated=True), ('status__in', ['klaar', 'mislukt']), _connector='OR'), name='mail_has_an_address')],
            },
        ),
    ]
