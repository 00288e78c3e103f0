"""Which neighbours could form a PETR: every grouping in one piece, what follows in each, compared."""
