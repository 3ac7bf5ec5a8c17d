"""Who may do what, as a table for people: made from the rules themselves, so that it cannot be out of date."""

from expertteam.accounts.models import Role

from .rules import Rule, all_rules

INTRO = """# Wie mag wat

Gemaakt uit de regels in de code met `manage.py permissions`; een test bewaakt dat het klopt.

- **ja**: voor alles van het eigen team.
- **gegeven**: alleen voor casussen die aan deze persoon zijn gegeven, of (voor de zorgadviseur) waarin
  om bemiddeling is gevraagd.
- Een belang gaat voor alles: wie een belang heeft bij een jongere, komt in geen rol meer in een casus van die jongere.
- Niemand ziet iets van een ander team: voor hen bestaat een casus niet (404). Een collega zonder recht krijgt 403.
- Elke keer lezen, zoeken, wijzigen, ophalen en weigeren wordt bijgehouden.
- Pagina's die een bezoeker mag zien: inloggen, uitloggen, een nieuw wachtwoord vragen, `/gezond/`.

"""


def permissions_document() -> str:
    """The whole page, in Markdown."""
    heads = ["recht", *(str(role.label) for role in Role), "naam in de code"]
    lines = [row_of(heads), row_of(["---"] * len(heads)), *(row_of(cells_of(right)) for right in all_rules())]
    return INTRO + "\n".join(lines) + "\n"


def cells_of(right: Rule) -> list[str]:
    answers = {True: "gegeven", False: "ja"}
    given = [answers[role in right.granted_only] if role in right.roles else "" for role in Role]
    return [right.description, *given, f"`{right.name}`"]


def row_of(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
