"""What ends the help of a command: lines that run as they are, in any folder, on what comes with the program."""


def examples(*lines: str) -> str:
    """Give the end of a help from command lines without the name of the program; they run in this order."""
    return "\n".join(("\b", "Examples:", *(f"  petr-advisor {line}".rstrip() for line in lines)))
