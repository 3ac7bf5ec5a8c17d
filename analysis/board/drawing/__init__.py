"""How the picture of an analysis is laid out: text measured, boxes placed, links and rings drawn as curves. Pure."""
