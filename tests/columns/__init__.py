"""The columns held against the engines; `python -m tests.columns 100000` holds as many random dossiers."""
