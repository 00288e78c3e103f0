"""How a report is built from a consultation, part by part."""
