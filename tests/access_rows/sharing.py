"""Gedeeld, and the page on which a party answers."""

from typing import Any

from analysis.sharing.asking import make_letter, put_before
from analysis.sharing.models import Endorsement, PartAnswer
from analysis.versions.actions import fix_version
from tests.access_world import World

from .row import ANALYSIS_READ, EVERYBODY, ONLY_P, Row, case


def furnish(world: World) -> None:
    """A version that lies before the mother in a letter, and what she said of it and of a part."""
    petra = world.people["P"]
    assert petra
    analysis = world.element.analysis
    version = fix_version(by=petra, analysis=analysis, why="voorgelegd")
    asking = put_before(
        by=petra, case=world.case, version=version, participant=world.mother, way="brief"
    ).asking
    world.things["asking"] = asking
    world.things["party_token"] = make_letter(by=petra, asking=asking).path.rstrip("/").rpartition("/")[2]
    answer = Endorsement.objects.create(
        analysis=analysis, version=version, participant=world.mother, verdict="deels", via="link",
        words="Zijn vader mist hierin", statement="Zet erbij dat hij op woensdag bij opa eet", helper="Zus Fenke",
    )  # fmt: skip
    PartAnswer.objects.create(
        endorsement=answer, part=f"kaartje-{world.element.pk}", words="Hij ligt niet, hij wacht"
    )
    world.things["endorsement"] = answer


def asked(signs: str, **more: Any) -> Row:
    return case(signs, pk=lambda w: w.things["asking"].pk, **more)


ROWS: dict[str, Row] = {
    "analysis:shared": case(ANALYSIS_READ),
    "analysis:sharing_ask": case(ONLY_P),
    "analysis:sharing_beside": case(ANALYSIS_READ),
    "analysis:sharing_code": asked(ONLY_P, only_post=True),
    "analysis:sharing_mail": asked(ONLY_P, only_post=True),
    "analysis:sharing_longer": asked(ONLY_P, only_post=True),
    "analysis:sharing_take_back": asked(ONLY_P, only_post=True),
    "analysis:sharing_letter": asked(ONLY_P, only_post=True),
    "analysis:sharing_code_letter": asked(ONLY_P, only_post=True),
    "analysis:sharing_paper": asked(ONLY_P),
    "analysis:sharing_seen": case(ONLY_P, only_post=True, pk=lambda w: w.things["endorsement"].pk),
    "analysis:sharing_talk": case(ONLY_P, only_post=True, pk=lambda w: w.things["endorsement"].pk),
    "analysis:answer": case(ONLY_P, who=lambda w: "jeugdige"),
    "analysis:answer_withdraw": case(ONLY_P, only_post=True, who=lambda w: "jeugdige"),
    "analysis:party": Row(EVERYBODY, token=lambda w: w.things["party_token"]),
}
