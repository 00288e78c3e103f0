"""A consultation for other programs: plain data in, plain data out, over HTTP, for assistants, in a browser.

`asked.py` and `told.py` give the forms, `operations.py` what can be asked; `http/`, `assistant.py` and `browser/`
are three doors to it.
"""
