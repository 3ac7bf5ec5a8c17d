"""When the team reminds people of what they said they would do."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from expertteam.access.guards import PersonRequest, page

from .reminders import settings_of
from .settings_actions import change_reminders
from .settings_forms import ReminderSettingsForm


@page("steering.settings")
def reminder_settings(request: PersonRequest) -> HttpResponse:
    """The series of reminders of the team."""
    chosen = settings_of(request.person.team)
    form = ReminderSettingsForm(request.POST if request.method == "POST" else None, chosen=chosen)
    if form.is_valid():
        change_reminders(
            by=request.person, days=form.days(), escalate_after=form.cleaned_data["escalate_after"]
        )
        messages.success(request, "Bewaard. Het geldt vanaf morgen.")
        return redirect("cases:reminder_settings")
    status = 422 if form.errors else 200
    return render(request, "cases/steering/settings.html", {"form": form}, status=status)
