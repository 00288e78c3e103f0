"""The same program in other engines: an exporter a file, one process each, so that memory and faults are their own."""
