"""With whom the work of a case may be shared now, told where something is about to be shared."""

from dataclasses import dataclass

from cases.casefile.models import Case

from .purposes import Purpose
from .queries import Missing, covered, missing_in, standing_of
from .shown import Lack, lacks


@dataclass(frozen=True)
class Sharing:
    """`missing` is empty when it may be shared with somebody; `everybody` when another basis covers all parties."""

    missing: list[Missing]
    everybody: bool
    may: list[str]
    may_not: list[str]
    stopped: list[str]

    @property
    def lacks(self) -> list[Lack]:
        """What is missing, per person."""
        return lacks(self.missing)


def sharing_of(case: Case) -> Sharing:
    """Who may have it and who not; `stopped` are sentences about a yes that was taken back. Four queries."""
    standing = standing_of(case)
    parties = [
        (one.name, standing.missing(Purpose.SHARE, one)) for one in standing.parties_for(Purpose.SHARE)
    ]
    taken_back = [one.sentence for _, missing in parties for one in missing if one.state == "ingetrokken"]
    return Sharing(
        missing=missing_in(standing, Purpose.SHARE),
        everybody=covered(standing, Purpose.SHARE),
        may=[name for name, missing in parties if not missing],
        may_not=[name for name, missing in parties if missing],
        stopped=list(dict.fromkeys(taken_back)),
    )
