"""What it would take: the smallest alterations of a case after which an option is open."""
