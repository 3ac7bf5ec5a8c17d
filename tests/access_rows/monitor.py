"""Monitor."""

from .row import MONITOR, OWN_MONITOR, REGISTER, Row

ROWS: dict[str, Row] = {
    "monitor:registers": Row(REGISTER),
    "monitor:register": Row(REGISTER, token=lambda w: w.register.token),
    "monitor:register_progress": Row(REGISTER, token=lambda w: w.register.token),
    "monitor:register_accept": Row(REGISTER, only_post=True, token=lambda w: w.register.token),
    "monitor:register_retry": Row(REGISTER, only_post=True, token=lambda w: w.register.token),
    "monitor:register_discard": Row(REGISTER, only_post=True, token=lambda w: w.register.token),
    "monitor:years": Row(MONITOR),
    "monitor:year": Row(MONITOR, year=lambda w: 2024),
    "monitor:year_make": Row(MONITOR, only_post=True, year=lambda w: 2024, data=lambda w: {"soort": "pdf"}),
    "monitor:year_file": Row(OWN_MONITOR, token=lambda w: w.year_file.token),
    "monitor:year_download": Row(OWN_MONITOR, token=lambda w: w.year_file.token),
}
