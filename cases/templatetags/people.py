"""Tags for the people around a young person: `{% load people %}`."""

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def in_a_row(names: list[str]) -> SafeString:
    """Names in a sentence: «Anja», «Anja en Henk», «Anja, Henk en Bea»; each in its own direction of writing."""
    joints = [""] + [", "] * (len(names) - 2) + [" en "] * (len(names) > 1)
    return format_html_join("", "{}<bdi>{}</bdi>", zip(joints, names, strict=False))
