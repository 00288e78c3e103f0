"""`python -m petr_advisor` is `petr-advisor`."""

from petr_advisor.cli import main

if __name__ == "__main__":
    main()
