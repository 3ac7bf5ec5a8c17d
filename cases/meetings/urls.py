"""Addresses of this room: meetings, and what of them belongs to one case."""

from django.urls import URLPattern, path

from . import back_views, conflict_views, item_views, note_views, step_views, talk_views, views

ITEM = "casussen/<case:number>/bijeenkomsten/<int:pk>"
MEETING = "bijeenkomsten/<int:pk>"

urlpatterns: list[URLPattern] = [
    path("bijeenkomsten/", views.meetings, name="meetings"),
    path("bijeenkomsten/nieuw/", views.meeting_new, name="meeting_new"),
    path("bijeenkomsten/gesprekspatroon/", step_views.talk_steps, name="talk_steps"),
    path("bijeenkomsten/gesprekspatroon/nieuw/", step_views.talk_step_add, name="talk_step_add"),
    path("bijeenkomsten/gesprekspatroon/wijzigen/", step_views.talk_step_change, name="talk_step_change"),
    path(f"{MEETING}/", views.meeting, name="meeting"),
    path(f"{MEETING}/wijzigen/", views.meeting_change, name="meeting_change"),
    path(f"{MEETING}/afzeggen/", views.meeting_cancel, name="meeting_cancel"),
    path(f"{MEETING}/agenda/", views.agenda_add, name="agenda_add"),
    path(f"{MEETING}/uitnodigen/", views.meeting_invite, name="meeting_invite"),
    path(f"{MEETING}/aanwezig/<int:attendee>/", views.meeting_there, name="meeting_there"),
    path(f"{MEETING}/afronden/", views.meeting_close, name="meeting_close"),
    path(f"{MEETING}/bijeenkomst.ics", views.meeting_calendar, name="meeting_calendar"),
    path("casussen/<case:number>/bijeenkomsten/", item_views.case_meetings, name="case_meetings"),
    path("casussen/<case:number>/bijeenkomsten/op-agenda/", item_views.case_on_agenda, name="case_on_agenda"),
    path("casussen/<case:number>/belang/", conflict_views.conflict, name="conflict"),
    path(
        "casussen/<case:number>/belang/<int:pk>/opheffen/", conflict_views.conflict_lift, name="conflict_lift"
    ),
    path(f"{ITEM}/", talk_views.talk, name="talk"),
    path(f"{ITEM}/stap/", talk_views.talk_step, name="talk_step"),
    path(f"{ITEM}/aan-tafel/<int:guest>/", talk_views.talk_guest, name="talk_guest"),
    path(f"{ITEM}/tafel/", talk_views.talk_table, name="talk_table"),
    path(f"{ITEM}/notities/", note_views.talk_notes, name="talk_notes"),
    path(f"{ITEM}/afspraak/", talk_views.talk_action, name="talk_action"),
    path(f"{ITEM}/besproken/", talk_views.talk_discussed, name="talk_discussed"),
    path(f"{ITEM}/terugblik/", back_views.talk_back, name="talk_back"),
    path(f"{ITEM}/verslag/", back_views.minutes, name="minutes"),
    path(f"{ITEM}/verslag/opnieuw/", back_views.minutes_again, name="minutes_again"),
    path(f"{ITEM}/verslag/pdf/", back_views.minutes_pdf, name="minutes_pdf"),
    path(f"{ITEM}/voorbereiden/", item_views.item_guests, name="item_guests"),
    path(f"{ITEM}/uitnodigen/", item_views.guest_invite, name="guest_invite"),
    path(f"{ITEM}/uitnodigen/<int:guest>/weg/", item_views.guest_withdraw, name="guest_withdraw"),
    path(f"{ITEM}/verplaatsen/", item_views.item_move, name="item_move"),
    path(f"{ITEM}/eraf/", item_views.item_drop, name="item_drop"),
    path(f"{ITEM}/tijd/", item_views.item_time, name="item_time"),
    path(f"{ITEM}/openen/", item_views.item_open, name="item_open"),
    path(f"{ITEM}/bijeenkomst.ics", item_views.item_calendar, name="item_calendar"),
    path("antwoord/gesprek/<str:token>/", back_views.talk_outside, name="talk_outside"),
]
