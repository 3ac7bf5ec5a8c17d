"""Text made comparable: for finding somebody whatever the capitals, accents and spaces."""

import unicodedata


def folded(text: str) -> str:
    """Lower case, without accents, single spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())
