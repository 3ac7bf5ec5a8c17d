"""For what is surely there, though the type cannot know it."""

from typing import TypeVar

Thing = TypeVar("Thing")


def there(thing: Thing | None) -> Thing:
    """The same thing; LookupError when it is missing after all, instead of going on without it."""
    if thing is None:
        raise LookupError("something that must be there is missing")
    return thing
