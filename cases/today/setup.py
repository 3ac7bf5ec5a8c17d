"""What this room adds to the site."""


def setup() -> None:
    """Called once, when the app starts."""
