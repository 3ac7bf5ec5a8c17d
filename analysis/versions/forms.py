"""The form for fixing a version by hand."""

from analysis.board.fields import OneLine
from expertteam.ui.forms import PageForm


class FixForm(PageForm):
    """Why somebody fixes what stands there now."""

    note = OneLine(label="Waarom leg je dit vast?", required=False, max_length=500, rows=1)
