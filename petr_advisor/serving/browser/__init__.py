"""The consultation of the terminal in a browser: each page has a process of its own, which ends with it."""
