"""Dossiers: consultations saved in a database after every answer, and taken up again by name.

Nothing said is written over, each change is on the disk before it is acknowledged, and a dossier is held by one process
at a time. What is given here is loaded when it is first asked for: the first screen needs none of it.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
