"""The weekly meeting: agenda, who comes, the conversation, its minutes; and who has a stake in a case."""

import cases.choices.fields
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
import uuid
from cases.choices.triggers import check_codes
from django.conf import settings
from django.db import migrations, models

# What hangs on an agenda item belongs to its case; who is asked to the table stands with the people of that case.
SAME_CASE = """
CREATE FUNCTION cases_meeting_same_case() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE value jsonb := to_jsonb(NEW);
BEGIN
  IF NOT EXISTS (SELECT FROM cases_agendaitem i WHERE i.id = NEW.item_id AND i.case_id = NEW.case_id) THEN
    RAISE check_violation USING MESSAGE = 'an agenda item of another case';
  END IF;
  IF value ->> 'participant_id' IS NOT NULL AND NOT EXISTS (
      SELECT FROM cases_participant p WHERE p.id = (value ->> 'participant_id')::bigint AND p.case_id = NEW.case_id)
  THEN
    RAISE check_violation USING MESSAGE = 'somebody of another case';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_guest_fits BEFORE INSERT OR UPDATE ON cases_guest
  FOR EACH ROW EXECUTE FUNCTION cases_meeting_same_case();
CREATE TRIGGER cases_presence_fits BEFORE INSERT OR UPDATE ON cases_presence
  FOR EACH ROW EXECUTE FUNCTION cases_meeting_same_case();
CREATE TRIGGER cases_checkout_fits BEFORE INSERT OR UPDATE ON cases_checkout
  FOR EACH ROW EXECUTE FUNCTION cases_meeting_same_case();
CREATE TRIGGER cases_caseminutes_fits BEFORE INSERT ON cases_caseminutes
  FOR EACH ROW EXECUTE FUNCTION cases_meeting_same_case();
"""
REVERSE = """
DROP TRIGGER cases_caseminutes_fits ON cases_caseminutes;
DROP TRIGGER cases_checkout_fits ON cases_checkout;
DROP TRIGGER cases_presence_fits ON cases_presence;
DROP TRIGGER cases_guest_fits ON cases_guest;
DROP FUNCTION cases_meeting_same_case();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('cases', '0017_retention'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slot', models.PositiveSmallIntegerField()),
                ('starts_at', models.DateTimeField(verbose_name='vanaf')),
                ('minutes', models.PositiveSmallIntegerField(default=60, verbose_name='minuten')),
                ('state', models.CharField(choices=[('op_agenda', 'op de agenda'), ('besproken', 'besproken'), ('verplaatst', 'verplaatst'), ('van_agenda', 'van de agenda'), ('niet_besproken', 'niet besproken')], default='op_agenda', max_length=15, verbose_name='stand')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('sequence', models.PositiveIntegerField(default=0)),
                ('at_table', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='aan_tafel', verbose_name='aan tafel')),
                ('table_reason', models.CharField(blank=True, max_length=300, verbose_name='waarom niet aan tafel')),
                ('spokesperson', models.CharField(blank=True, max_length=200, verbose_name='wie het woord deed')),
                ('step', models.PositiveSmallIntegerField(default=0)),
                ('started_at', models.DateTimeField(blank=True, null=True, verbose_name='gesprek begon om')),
                ('discussed_at', models.DateTimeField(blank=True, null=True, verbose_name='besproken om')),
                ('notes', models.TextField(blank=True, max_length=10000, verbose_name='wat er is gezegd en besloten')),
                ('notes_version', models.PositiveIntegerField(default=0)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agenda_items', to='cases.case')),
            ],
            options={
                'ordering': ['starts_at', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='casegrant',
            name='agenda_item',
            field=models.ForeignKey(blank=True, help_text='Het agendapunt waarvoor de casus openging', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='cases.agendaitem'),
        ),
        migrations.CreateModel(
            name='AgreedAction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('action', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='agreed_in', to='cases.action')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agreed', to='cases.agendaitem')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Guest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('invited_at', models.DateTimeField(blank=True, null=True, verbose_name='uitgenodigd op')),
                ('mailed', models.BooleanField(default=False, verbose_name='uitgenodigd per mail')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='uitnodiging ingetrokken op')),
                ('there', models.CharField(blank=True, choices=[('ja', 'ja'), ('nee', 'nee')], max_length=3, verbose_name='aan tafel')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='guests', to='cases.agendaitem')),
                ('participant', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.participant')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='CheckOut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('heard', models.CharField(choices=[('ja', 'ja'), ('deels', 'deels'), ('nee', 'nee')], max_length=5, verbose_name='kon zeggen wat nodig was')),
                ('about', models.CharField(choices=[('ja', 'ja'), ('deels', 'deels'), ('nee', 'nee')], max_length=5, verbose_name='ging over wat ertoe doet')),
                ('words', models.TextField(blank=True, max_length=1000, verbose_name='wat anders kan')),
                ('answered_at', models.DateTimeField(auto_now=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='check_outs', to='cases.agendaitem')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('guest', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.guest')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalConflictOfInterest',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('reason', models.CharField(max_length=300, verbose_name='welk belang')),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='opgeheven op')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.case')),
                ('declared_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ended_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='wie')),
            ],
            options={
                'verbose_name': 'historical conflict of interest',
                'verbose_name_plural': 'historical conflict of interests',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalGuest',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('invited_at', models.DateTimeField(blank=True, null=True, verbose_name='uitgenodigd op')),
                ('mailed', models.BooleanField(default=False, verbose_name='uitgenodigd per mail')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='uitnodiging ingetrokken op')),
                ('there', models.CharField(blank=True, choices=[('ja', 'ja'), ('nee', 'nee')], max_length=3, verbose_name='aan tafel')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.case')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.agendaitem')),
                ('participant', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.participant')),
            ],
            options={
                'verbose_name': 'historical guest',
                'verbose_name_plural': 'historical guests',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalTalkStep',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('text', models.CharField(max_length=120, verbose_name='stap')),
                ('minutes', models.PositiveSmallIntegerField(default=10, verbose_name='minuten')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='accounts.team')),
            ],
            options={
                'verbose_name': 'historical talk step',
                'verbose_name_plural': 'historical talk steps',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_at', models.DateTimeField(verbose_name='begint om')),
                ('ends_at', models.DateTimeField(verbose_name='duurt tot')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='plaats')),
                ('link', models.URLField(blank=True, max_length=500, verbose_name='link om mee te doen')),
                ('state', models.CharField(choices=[('gepland', 'gepland'), ('afgerond', 'afgerond'), ('afgezegd', 'afgezegd')], default='gepland', max_length=10)),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('sequence', models.PositiveIntegerField(default=0)),
                ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='afgerond op')),
                ('form_token', models.UUIDField(blank=True, help_text='Vangt een dubbele klik op', null=True, unique=True)),
                ('chair', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='voorzitter')),
                ('note_taker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='wie opschrijft')),
                ('planned_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='accounts.team')),
            ],
            options={
                'ordering': ['-starts_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalAgendaItem',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('starts_at', models.DateTimeField(verbose_name='vanaf')),
                ('minutes', models.PositiveSmallIntegerField(default=60, verbose_name='minuten')),
                ('state', models.CharField(choices=[('op_agenda', 'op de agenda'), ('besproken', 'besproken'), ('verplaatst', 'verplaatst'), ('van_agenda', 'van de agenda'), ('niet_besproken', 'niet besproken')], default='op_agenda', max_length=15, verbose_name='stand')),
                ('at_table', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='aan_tafel', verbose_name='aan tafel')),
                ('table_reason', models.CharField(blank=True, max_length=300, verbose_name='waarom niet aan tafel')),
                ('spokesperson', models.CharField(blank=True, max_length=200, verbose_name='wie het woord deed')),
                ('discussed_at', models.DateTimeField(blank=True, null=True, verbose_name='besproken om')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.case')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('meeting', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.meeting')),
                ('moved_to', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.meeting', verbose_name='verplaatst naar')),
            ],
            options={
                'verbose_name': 'historical agenda item',
                'verbose_name_plural': 'historical agenda items',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Attendee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('invited_at', models.DateTimeField(blank=True, null=True, verbose_name='uitgenodigd op')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='uitnodiging ingetrokken op')),
                ('there', models.CharField(blank=True, choices=[('ja', 'ja'), ('nee', 'nee')], max_length=3, verbose_name='aanwezig')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendees', to='cases.meeting')),
            ],
            options={
                'ordering': ['user__name', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='cases.meeting'),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='moved_to',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.meeting', verbose_name='verplaatst naar'),
        ),
        migrations.CreateModel(
            name='Presence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('minutes', models.PositiveSmallIntegerField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='presences', to='cases.agendaitem')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['user__name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='TalkStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=120, verbose_name='stap')),
                ('minutes', models.PositiveSmallIntegerField(default=10, verbose_name='minuten')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='talk_steps', to='accounts.team')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='CaseMinutes',
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
                ('content', models.JSONField()),
                ('pdf', models.BinaryField(blank=True, null=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='minutes', to='cases.case')),
                ('item', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='minutes_of', to='cases.agendaitem')),
                ('requested_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['bekijken', 'wacht', 'bezig', 'klaar', 'mislukt'])), name='minutes_known_status'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'klaar'), _negated=True), models.Q(('pdf', None), _negated=True), _connector='OR'), name='minutes_done_has_pdf')],
            },
        ),
        migrations.CreateModel(
            name='ConflictOfInterest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=300, verbose_name='welk belang')),
                ('declared_at', models.DateTimeField(auto_now_add=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='opgeheven op')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conflicts', to='cases.case')),
                ('declared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='wie')),
            ],
            options={
                'ordering': ['declared_at'],
                'indexes': [models.Index(condition=models.Q(('ended_at', None)), fields=['user'], name='conflict_by_user')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('case', 'user'), name='conflict_of_interest_open_once'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='conflict_has_reason')],
            },
        ),
        migrations.AddConstraint(
            model_name='guest',
            constraint=models.UniqueConstraint(fields=('item', 'participant'), name='guest_once', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='guest',
            constraint=models.CheckConstraint(condition=models.Q(('participant__isnull', False), ('mailed', False), _connector='OR'), name='guest_with_an_address'),
        ),
        migrations.AddConstraint(
            model_name='guest',
            constraint=models.CheckConstraint(condition=models.Q(('there__in', ['', 'ja', 'nee'])), name='guest_yes_or_no'),
        ),
        migrations.AddConstraint(
            model_name='checkout',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('guest__isnull', False), ('user', None)), models.Q(('guest', None), ('user__isnull', False)), _connector='OR'), name='check_out_of_one_person'),
        ),
        migrations.AddConstraint(
            model_name='checkout',
            constraint=models.UniqueConstraint(fields=('item', 'user'), name='check_out_of_member_once'),
        ),
        migrations.AddConstraint(
            model_name='checkout',
            constraint=models.UniqueConstraint(fields=('item', 'guest'), name='check_out_of_guest_once'),
        ),
        migrations.AddConstraint(
            model_name='checkout',
            constraint=models.CheckConstraint(condition=models.Q(('heard__in', ['ja', 'deels', 'nee']), ('about__in', ['ja', 'deels', 'nee'])), name='check_out_known_degree'),
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['team', '-starts_at'], name='meeting_by_day'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='meeting_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['gepland', 'afgerond', 'afgezegd'])), name='meeting_known_state'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('link', ''), ('link__startswith', 'https://'), _connector='OR'), name='meeting_safe_link'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', False), ('state', 'afgerond')), models.Q(models.Q(('state', 'afgerond'), _negated=True), ('closed_at', None)), _connector='OR'), name='meeting_closed_with_moment'),
        ),
        migrations.AddConstraint(
            model_name='attendee',
            constraint=models.UniqueConstraint(fields=('meeting', 'user'), name='attendee_once'),
        ),
        migrations.AddConstraint(
            model_name='attendee',
            constraint=models.CheckConstraint(condition=models.Q(('there__in', ['', 'ja', 'nee'])), name='attendee_yes_or_no'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'op_agenda')), fields=('case',), name='case_on_one_open_agenda'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['op_agenda', 'besproken'])), fields=('meeting', 'slot'), name='agenda_slot_once'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['op_agenda', 'besproken'])), fields=('meeting', 'case'), name='case_once_in_a_meeting'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(('slot__gte', 1), ('slot__lte', 4)), name='agenda_at_most_four'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(('minutes__gte', 10), ('minutes__lte', 240)), name='agenda_reasonable_minutes'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['op_agenda', 'besproken', 'verplaatst', 'van_agenda', 'niet_besproken'])), name='agenda_known_state'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('discussed_at__isnull', False), ('state', 'besproken')), models.Q(models.Q(('state', 'besproken'), _negated=True), ('discussed_at', None)), _connector='OR'), name='agenda_discussed_with_moment'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(('moved_to', None), ('state', 'verplaatst'), _connector='OR'), name='agenda_moved_says_where'),
        ),
        migrations.AddConstraint(
            model_name='presence',
            constraint=models.UniqueConstraint(fields=('item', 'user'), name='presence_once'),
        ),
        migrations.AddConstraint(
            model_name='presence',
            constraint=models.CheckConstraint(condition=models.Q(('minutes__gte', 1), ('minutes__lte', 1440)), name='presence_minutes'),
        ),
        migrations.AddConstraint(
            model_name='talkstep',
            constraint=models.UniqueConstraint(fields=('team', 'text'), name='talk_step_once'),
        ),
        migrations.AddConstraint(
            model_name='talkstep',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='talk_step_filled'),
        ),
        migrations.AddConstraint(
            model_name='talkstep',
            constraint=models.CheckConstraint(condition=models.Q(('minutes__gte', 1), ('minutes__lte', 120)), name='talk_step_minutes'),
        ),
        check_codes('cases_agendaitem', {'at_table': 'aan_tafel'}),
        migrations.RunSQL(SAME_CASE, REVERSE),
    ]
