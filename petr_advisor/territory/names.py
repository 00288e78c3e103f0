"""Names of places as people type them: accents, case, hyphens, apostrophes and saint/st do not count."""

import re
import unicodedata
from itertools import dropwhile

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_LONG_FORMS = re.compile(r"\b(communautes? (de communes|d agglomeration|urbaine))\b")
_SHORT_FORMS = {"de communes": "cc", "d agglomeration": "ca", "urbaine": "cu"}
_SAINTS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
_KIND_WORDS = {"cc", "ca", "cu", "comcom", "communaute", "agglo", "agglomeration", "metropole"}
_LITTLE_WORDS = {"de", "du", "des", "d", "la", "le", "les", "l"}
_SHORT_SAINTS = {long: short for short, long in _SAINTS.items()}


def fold(text: str) -> tuple[str, ...]:
    """Give the words of a text in plain lower-case letters and digits; « communauté de communes » becomes `cc`."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    spaced = _NOT_LETTERS.sub(" ", plain)
    return tuple(_LONG_FORMS.sub(lambda found: _SHORT_FORMS[found[2]], spaced).split())


def spellings(words: tuple[str, ...]) -> frozenset[str]:
    """Give the folded words of a name and, for saint and sainte, both the full and the short spelling."""
    full = {_SAINTS.get(word, word) for word in words}
    return frozenset(words) | full | {_SHORT_SAINTS[word] for word in full if word in _SHORT_SAINTS}


def joined(words: tuple[str, ...]) -> str:
    """Give folded words as one run of letters, saint written in full."""
    return "".join(_SAINTS.get(word, word) for word in words)


def bare(text: str) -> str:
    """Give the letters of a name but for its kind and its article: « CC du Pays X » and « pays x » agree."""
    return joined(but_for_kind(fold(text)))


def but_for_kind(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give the folded words of a name but for its kind and its article; all of them where nothing else is left."""
    return tuple(dropwhile((_KIND_WORDS | _LITTLE_WORDS).__contains__, words)) or words


def begins_words(typed: tuple[str, ...], known: frozenset[str]) -> bool:
    """Tell whether each word typed begins a word of a name, each a different one (« pays p » wants two words)."""
    left = set(known)
    for start in sorted(set(typed), key=len, reverse=True):
        found = next((word for word in left if word.startswith(start)), None)
        if found is None:
            return False
        left.remove(found)
    return True
