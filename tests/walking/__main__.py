"""`python -m tests.walking`: many walks."""

import sys

from tests.walking.many import main

if __name__ == "__main__":
    sys.exit(main())
