"""The command line, by what the commands work on; each imports what it does only when it is called."""
