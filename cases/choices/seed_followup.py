"""Answers about what came of an advice. Seeded by the migration of the follow-up."""

from cases.choices.seed_types import Answer, Question

FOLLOWUP_QUESTIONS: dict[str, Question] = {
    "advies_gevolgd": Question(
        "Is het advies gevolgd?",
        (
            Answer("ja", "Ja"),
            Answer("deels", "Deels", ("Gedeeltelijk",)),
            Answer("nee", "Nee"),
        ),
    ),
}
