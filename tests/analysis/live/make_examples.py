"""The table of examples both merges are held to; `python -m tests.analysis.live.make_examples` writes it again.

Only for a new example: an answer that changes is a rule that changes, and then the browser changes with it.
"""

import json
from pathlib import Path

from expertteam.texts.merge import merge

FILE = Path(__file__).with_name("merge_examples.json")

# name, base, mine, theirs
EXAMPLES = [
    ("nobody changed anything", "ligt op de bank", "ligt op de bank", "ligt op de bank"),
    ("only mine", "ligt op de bank", "ligt veel op de bank", "ligt op de bank"),
    ("only theirs", "ligt op de bank", "ligt op de bank", "ligt veel op de bank"),
    ("both the same, once", "ligt op de bank", "ligt veel op de bank", "ligt veel op de bank"),
    ("begin and end", "ligt op de bank", "Ruben ligt op de bank", "ligt op de bank na school"),
    ("two words, one apart", "een twee drie vier", "EEN twee drie vier", "een twee DRIE vier"),
    ("neighbouring words", "een twee drie", "EEN twee drie", "een TWEE drie"),
    ("the same word, other words", "ligt op de bank", "ligt op de vloer", "ligt op de grond"),
    ("both at the end", "ligt op de bank", "ligt op de bank thuis", "ligt op de bank overdag"),
    ("both into an empty text", "", "moe", "boos"),
    ("the same into an empty text", "", "moe", "moe"),
    ("mine into an empty text", "", "moe", ""),
    ("one removes, the other adds elsewhere", "een twee drie vier vijf", "een vijf", "een twee drie vier vijf zes"),
    ("one removes what the other changes", "een twee drie vier vijf", "een vijf", "een twee DRIE vier vijf"),
    ("one removes everything, the other adds", "een twee drie", "", "een twee drie vier"),
    ("both remove the same", "een twee drie", "een drie", "een drie"),
    ("both remove something else", "a b c d e f g", "a c d e f g", "a b c d e g"),
    ("a word that is there twice", "de hond en de kat", "de hond en de grote kat", "de oude hond en de kat"),
    ("spaces kept", "een  twee drie", "een  twee drie vier", "nul een  twee drie"),
    ("one changes only spaces", "een twee drie", "een  twee drie", "een twee drie vier"),
    ("spaces where the other writes", "een twee", "een twee ", "een twee drie"),
    ("both only spaces", "een twee", "een  twee", "een   twee"),
    ("line ends kept", "een\ntwee\ndrie", "een\ntwee\ndrie\nvier", "nul\neen\ntwee\ndrie"),
    ("an empty line in between", "een\ntwee", "een\n\ntwee", "een\ntwee drie"),
    ("windows line ends", "een\r\ntwee\r\ndrie", "EEN\r\ntwee\r\ndrie", "een\r\ntwee\r\nDRIE"),
    ("a paragraph each", "een\n\ntwee\n\ndrie", "een en meer\n\ntwee\n\ndrie", "een\n\ntwee\n\ndrie en meer"),
    ("emoji", "blij 🙂 kind", "blij 🙂 kind 🐴", "heel blij 🙂 kind"),
    ("emoji replaced by both", "blij 🙂 kind", "blij 🐴 kind", "blij 🎈 kind"),
    ("emoji of several signs", "gezin 👨‍👩‍👧 thuis", "gezin 👨‍👩‍👧 vaak thuis", "ons gezin 👨‍👩‍👧 thuis"),
    ("right to left", "الولد حزين", "الولد حزين جدا", "هذا الولد حزين"),
    ("right to left, the same word", "الولد حزين", "الولد سعيد", "الولد غاضب"),
    ("a comma belongs to its word", "moe, boos en bang", "moe, boos en erg bang", "heel moe, boos en bang"),
    ("capital letters differ", "moe en boos", "Moe en boos", "moe en Boos"),
    ("hostile text is only text", "'; DROP TABLE", "'; DROP TABLE casus;", "<b>'; DROP TABLE"),
    ("a non-breaking space", "op\u00a0de bank", "op\u00a0de rode bank", "op\u00a0de bank thuis"),
    ("words put together", "een twee drie", "eentwee drie", "een twee drie vier"),
    ("theirs went on where mine stopped", "een", "een twee", "een twee drie"),
    ("mine went on where theirs stopped", "een vier", "een twee drie vier", "een twee vier"),
    ("a word half written is another word", "een", "een twe", "een twee"),
    ("swapped by one, changed by the other", "een twee drie", "drie twee een", "een twee drie!"),
    ("everything new on both sides", "een twee", "drie vier", "vijf zes"),
]  # fmt: skip


def rows() -> list[dict[str, str | None]]:
    """The examples with what the merge makes of them; `merged` is null where they overlap."""
    return [
        {"name": name, "base": base, "mine": mine, "theirs": theirs, "merged": merge(base, mine, theirs)}
        for name, base, mine, theirs in EXAMPLES
    ]


if __name__ == "__main__":
    FILE.write_text(json.dumps(rows(), ensure_ascii=False, indent=1) + "\n")
