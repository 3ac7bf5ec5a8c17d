"""Which page lies above another: `/casussen/2024-007/mensen/` above `/casussen/2024-007/mensen/nieuw/`."""

from django.urls import Resolver404, resolve


def page_above(path: str) -> str:
    """The nearest address above this one that leads somewhere; `/` in the end."""
    while path != "/":
        path = f"{path.rstrip('/').rpartition('/')[0]}/"
        if name_at(path):
            break
    return path


def name_at(path: str) -> str:
    """The name of the view at this address; an empty text where there is none."""
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""
