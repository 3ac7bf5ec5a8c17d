"""Analyse and adviesrapport."""

from .row import ANALYSIS_CHANGE, ANALYSIS_READ, ONLY_P, Row, case

ROWS: dict[str, Row] = {
    # Analyse
    "analysis:board": case(ANALYSIS_READ),
    "analysis:board_list": case(ANALYSIS_READ),
    "analysis:wall": case(ANALYSIS_READ),
    "analysis:board_undo": case(ANALYSIS_CHANGE, only_post=True),
    "analysis:care": case(ANALYSIS_CHANGE),
    "analysis:new": case(ANALYSIS_CHANGE, piece=lambda w: w.kind),
    "analysis:edit": case(ANALYSIS_CHANGE, piece=lambda w: w.kind, pk=lambda w: w.element.pk),
    "analysis:move": case(ANALYSIS_CHANGE, only_post=True, piece=lambda w: w.kind, pk=lambda w: w.element.pk),
    "analysis:remove": case(
        ANALYSIS_CHANGE, only_post=True, piece=lambda w: w.kind, pk=lambda w: w.element.pk
    ),
    "analysis:shared": case(ANALYSIS_READ),
    "analysis:answer": case(ANALYSIS_CHANGE, who=lambda w: "jeugdige"),
    "analysis:answer_withdraw": case(ANALYSIS_CHANGE, only_post=True, who=lambda w: "jeugdige"),
    # Adviesrapport
    "analysis:reports": case(ANALYSIS_READ),
    "analysis:report_ask": case(ONLY_P, only_post=True, data=lambda w: {"voor": "gezin"}),
    "analysis:report_preview": case(ANALYSIS_READ, edition=lambda w: "gezin"),
    "analysis:report": case(ANALYSIS_READ, report=lambda w: w.report.number),
    "analysis:report_again": case(ONLY_P, only_post=True, report=lambda w: w.report.number),
    "analysis:report_pdf": case(ANALYSIS_READ, report=lambda w: w.report.number),
}
