"""How a report becomes a document: the order of its parts, its tables and its set phrases."""
