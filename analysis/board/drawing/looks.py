"""Colours and measures of the picture. The colours are those of the design tokens (static/css), written out because
the same picture stands in a PDF, where a style sheet does not reach into an SVG."""

from analysis.board.graph import ElementKind
from analysis.board.rings import RingKind

INK, MUTED, LINE, PAPER = "#22262B", "#5D6470", "#E6DFD3", "#FFFFFF"
NEUTRAL, STUCK, HELPS = "#767C86", "#97391F", "#2C6A4D"

DOMAIN_COLOURS = {
    "jeugdige": "#0E4A59",
    "ouders": "#6A3C68",
    "gezin": "#8A5A2B",
    "school": "#34598F",
    "netwerk": "#496A2C",
    "hulpverlening": "#7B4A26",
}

RING_TINTS = {
    RingKind.NEGATIVE: "#F8E6DF",
    RingKind.POSITIVE: "#E3F0E7",
    RingKind.MIXED: "#FBF0D6",
    RingKind.BALANCING: "#ECEDEE",
}

FONT = "'Source Sans 3', 'Source Sans Pro', 'DejaVu Sans', sans-serif"
TEXT_SIZE, TEXT_LINE = 14, 18
LABEL_SIZE, LABEL_LINE = 11, 16
TEXT_WIDTH, TEXT_LINES = 150, 3
SIDE, TOP, BOTTOM = 13, 8, 10
NARROWEST = 92
PAGE, MARGIN, GAP = 620, 18, 34

OUTLINES = {
    ElementKind.COMPLAINT: (2.8, 6),
    ElementKind.ORIGIN: (1.3, 6),
    ElementKind.TRIGGER: (1.3, 6),
    ElementKind.MAINTAINING: (1.3, 6),
    ElementKind.PROTECTIVE: (1.3, 17),
}
