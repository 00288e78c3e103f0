"""What each command does, one file a command; the command line only reads arguments and prints."""
