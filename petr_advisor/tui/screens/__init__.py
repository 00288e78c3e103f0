"""One file a screen. Those that others open are given here, and each is loaded when it is first asked for.

The first one is so painted before the libraries of the others are loaded.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
