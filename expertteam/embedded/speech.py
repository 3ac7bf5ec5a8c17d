"""What the launcher says to the person who started it, and the one error it raises."""

import sys


class EmbeddedError(Exception):
    """Something that stops the start; the text is Dutch and says what the person can do."""


def say(text: str) -> None:
    """Write a line for the person, at once and even when the output is a pipe."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """Write a line for the person about something that went wrong."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
