"""Seeds the answers (cases/choices/seed.py) and lets the database guard them and every column that holds a code."""

from django.db import migrations

from cases.choices.seed import QUESTIONS
from cases.choices.triggers import FUNCTION, FUNCTION_REVERSE, check_codes


def seed(apps, schema_editor):
    choice = apps.get_model("cases", "Choice")
    choice.objects.bulk_create(
        choice(question=question, code=answer.code, label=answer.label, synonyms=list(answer.synonyms), position=place)
        for question, content in QUESTIONS.items()
        for place, answer in enumerate(content.answers, start=1)
    )


def unseed(apps, schema_editor):
    apps.get_model("cases", "Choice").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [
        migrations.RunPython(seed, unseed),
        migrations.RunSQL(FUNCTION, FUNCTION_REVERSE),
        check_codes("cases_youngperson", {"gender": "geslacht"}),
        check_codes("cases_participant", {"role": "rol", "parental_authority": "gezag"}),
        check_codes("cases_case", {"kind": "soort_casus", "urgency": "urgentie"}),
        check_codes(
            "cases_referral",
            {
                "asker": "wie_stelt_de_vraag",
                "municipality": "gemeente",
                "residence": "verblijf",
                "education": "type_onderwijs",
                "school_problems": "problemen_op_school",
                "legal_frame": "juridisch_kader",
                "transfer": "doorstroom_verblijf",
                "question_kind": "wat_is_de_vraag",
                "bottlenecks": "knelpunten_vooraf",
                "prior_analysis": "va_vooraf",
                "prior_analysis_by": "va_gemaakt_door",
                "re_referral": "heraanmelding",
            },
        ),
        check_codes("cases_consultation", {"asker": "wie_stelt_de_vraag"}),
        check_codes("cases_timelineevent", {"kind": "gebeurtenis_soort", "mark": "markering"}),
        check_codes(
            "cases_closure",
            {
                "at_table": "aan_tafel",
                "satisfaction_family": "tevreden",
                "satisfaction_professionals": "tevreden",
                "effects": "effecten",
                "costs": "kosten",
                "contributions": "bijdrage",
            },
        ),
    ]
