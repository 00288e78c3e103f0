"""Many cases in one go: a table of dossiers in, tables of conclusions out."""
