"""Kinds of documents: pure data, read by the migration of the documents."""

from cases.choices.seed_types import Answer, Question

DOCUMENT_QUESTIONS: dict[str, Question] = {
    "document_soort": Question(
        "Wat is het?",
        (
            Answer("eerder_verslag", "Eerder verslag"),
            Answer("onderzoek", "Onderzoek of diagnostiek"),
            Answer("plan", "Plan"),
            Answer("beschikking", "Beschikking"),
            Answer("toestemming", "Toestemming"),
            Answer("brief", "Brief of mail"),
            Answer("anders", "Anders"),
        ),
    ),
}
