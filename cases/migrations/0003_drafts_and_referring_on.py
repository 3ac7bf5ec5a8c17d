"""Who a request was referred on to; drafts of a change and of a consultation."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('cases', '0002_answers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='historicalreferral',
            name='referred_to',
            field=models.CharField(blank=True, max_length=200, verbose_name='doorverwezen naar'),
        ),
        migrations.AddField(
            model_name='referral',
            name='referred_to',
            field=models.CharField(blank=True, max_length=200, verbose_name='doorverwezen naar'),
        ),
        migrations.AddField(
            model_name='referraldraft',
            name='case',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case'),
        ),
        migrations.AddField(
            model_name='referraldraft',
            name='purpose',
            field=models.CharField(choices=[('aanmelding', 'nieuwe aanmelding'), ('wijziging', 'wijziging van een aanmelding'), ('consultatie', 'korte consultatie')], default='aanmelding', max_length=20, verbose_name='soort'),
        ),
        migrations.AddConstraint(
            model_name='referraldraft',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('purpose__in', ['aanmelding', 'consultatie'])), models.Q(('case__isnull', False), ('purpose', 'wijziging')), _connector='OR'), name='draft_of_a_change_names_its_case'),
        ),
        migrations.AddConstraint(
            model_name='referraldraft',
            constraint=models.UniqueConstraint(fields=('user', 'case'), name='draft_once_per_case'),
        ),
    ]
