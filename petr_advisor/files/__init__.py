"""Files: where they are, reading and writing them safely, the log of faults."""
