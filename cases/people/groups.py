"""In which circle around the young person somebody stands: pure."""

from dataclasses import dataclass

FAMILY, NETWORK, PROFESSIONALS = "gezin", "netwerk", "professionals"
TITLES = {FAMILY: "Gezin", NETWORK: "Netwerk", PROFESSIONALS: "Professionals"}
ALWAYS = {
    "jeugdige": FAMILY,
    "ouder": FAMILY,
    "pleegouder": FAMILY,
    "belangrijke_ander": NETWORK,
    "woordvoerder": NETWORK,
    "ervaringsdeskundige": NETWORK,
}
# A guardian can be an institution, who called can be a neighbour: the organisation tells.
NEAR_WITHOUT_ORGANISATION = {"voogd": FAMILY, "aanmelder": NETWORK, "anders": NETWORK}
WITH_AUTHORITY = {"ja": "heeft gezag", "gedeeld": "deelt het gezag", "voogd": "is voogd"}


@dataclass(frozen=True)
class Standing:
    """A role with the organisation one comes from."""

    role: str
    organisation: str = ""


def circle_of(role: str, organisation: str = "") -> str:
    """The circle of one role: a code of TITLES."""
    near = NEAR_WITHOUT_ORGANISATION.get(role, PROFESSIONALS) if not organisation else PROFESSIONALS
    return ALWAYS.get(role, near)


def nearest(roles: list[Standing]) -> str:
    """The circle of somebody with several roles: the one nearest to the young person."""
    circles = {circle_of(one.role, one.organisation) for one in roles}
    return next(circle for circle in TITLES if circle in circles)


def authority_in_words(role: str, authority: str) -> str:
    """Who decides, in words; «gezag onbekend» asks for attention, empty when it was not asked."""
    if authority == "onbekend":
        return "gezag onbekend"
    if authority == "nee":
        return "geen gezag"
    return WITH_AUTHORITY.get(authority, "")


def holds_authority(role: str, authority: str) -> bool:
    """Whether somebody decides for the young person (as in cases/consent/rules.py)."""
    return authority in WITH_AUTHORITY or (role == "voogd" and authority != "nee")
