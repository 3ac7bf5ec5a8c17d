"""On which paper a picture can be read best. Pure; sizes of pictures in px, of paper in mm."""

from dataclasses import dataclass

PX = 25.4 / 96
LEGIBLE = 0.72


@dataclass(frozen=True)
class Paper:
    """Room for a picture on a page: `name` is that of the @page in report-pdf.css."""

    name: str
    width: float
    height: float

    def scale(self, width: float, height: float) -> float:
        """How large a picture becomes in this room; never larger than it is drawn."""
        return min(self.width / (width * PX), self.height / (height * PX), 1.0)


# A4 upright and lying, A3 lying and upright; what the heading and its sentence take is left out.
PAPERS = (
    Paper("portrait", 166, 205),
    Paper("landscape", 253, 132),
    Paper("large", 380, 218),
    Paper("tall", 257, 340),
)


def paper_for(width: float, height: float) -> str:
    """The first paper on which the words in the picture are large enough; else the one where they are largest."""
    for paper in PAPERS:
        if paper.scale(width, height) >= LEGIBLE:
            return paper.name
    return max(PAPERS, key=lambda paper: paper.scale(width, height)).name
