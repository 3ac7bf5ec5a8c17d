"""Every list of answers the application starts with: pure data, read by the migration that seeds the table.

Source: the choices of the expert teams (docs/glossary). A code never changes, because it is what is stored;
a label is what people see; synonyms are other spellings that an import understands. Later changes to the
lists are made in the table, not here.
"""

from cases.choices.seed_analysis import ANALYSIS_QUESTIONS
from cases.choices.seed_case import CASE_QUESTIONS
from cases.choices.seed_outcome import OUTCOME_QUESTIONS
from cases.choices.seed_types import Answer, Question

QUESTIONS: dict[str, Question] = {**CASE_QUESTIONS, **OUTCOME_QUESTIONS, **ANALYSIS_QUESTIONS}

__all__ = ["QUESTIONS", "Answer", "Question"]
