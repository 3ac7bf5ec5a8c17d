"""Answers about plans: what money pays a tailored solution, and what has to be arranged before somebody turns 18.

Seeded by the migration of the plans. The areas are those of a toekomstplan (domain.md, «Advies»).
"""

from cases.choices.seed_types import Answer, Question

OTHER = Answer("anders", "Anders")

PLAN_QUESTIONS: dict[str, Question] = {
    "geldbron": Question(
        "Waaruit wordt het betaald?",
        (
            Answer("jeugdwet", "Jeugdwet", ("Jeugdhulp",)),
            Answer("wmo", "Wmo", ("Wet maatschappelijke ondersteuning",)),
            Answer("wlz", "Wlz", ("Wet langdurige zorg",)),
            Answer("zvw", "Zorgverzekering", ("Zvw", "Zorgverzekeringswet")),
            Answer(
                "onderwijs",
                "Onderwijs",
                ("Passend onderwijs", "Samenwerkingsverband", "Onderwijszorgarrangement"),
            ),
            Answer("participatiewet", "Participatiewet", ("Bijzondere bijstand",)),
            Answer("pgb", "Persoonsgebonden budget", ("Pgb",)),
            Answer("maatwerkbudget", "Maatwerkbudget van de gemeente", ("Doorbraakbudget",)),
            Answer("fonds", "Fonds of vereniging", ("Jeugdfonds",)),
            OTHER,
        ),
    ),
    "toekomst_gebied": Question(
        "Waar gaat deze stap over?",
        (
            Answer("wonen", "Wonen"),
            Answer("school_werk", "School en werk"),
            Answer("geld", "Geld"),
            Answer("netwerk", "Netwerk"),
            Answer("hulp_na_18", "Hulp na 18"),
            Answer("overdracht", "Overdracht naar Wlz of Wmo"),
            Answer("wie_blijft", "Wie blijft"),
            OTHER,
        ),
    ),
    "hulp_na_18": Question(
        "Welke hulp komt er na 18?",
        (
            Answer("verlengde_jeugdhulp", "Jeugdhulp loopt door", ("Verlengde jeugdhulp",)),
            Answer("wmo", "Wmo", ("Wet maatschappelijke ondersteuning",)),
            Answer("wlz", "Wlz", ("Wet langdurige zorg",)),
            Answer("zvw", "Zorgverzekering (ggz)", ("Zvw",)),
            Answer("geen", "Geen hulp meer nodig"),
        ),
        multiple=True,
    ),
}
