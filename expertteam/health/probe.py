"""`python -m expertteam.health.probe`: whether the web server in this container serves; for the container engine.

A worker that is gone does not make the web server unwell: its own check tells that.
"""

import json
import sys
import urllib.error
import urllib.request

ADDRESS = "http://127.0.0.1:8000/gezond/"


def serves(address: str = ADDRESS) -> bool:
    """Whether the site answers and reaches database and broker."""
    try:
        with urllib.request.urlopen(address, timeout=8) as answer:  # nosec B310
            found = json.load(answer)
    except urllib.error.HTTPError as refusal:
        found = json.load(refusal)
    except OSError:
        return False
    return found["database"] == found["broker"] == "ok"


if __name__ == "__main__":
    sys.exit(0 if serves() else 1)
