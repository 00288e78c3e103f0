"""How an option's title becomes a sentence that a council could vote on, in each language."""

import re

from petr_advisor.words.texts import Language
from petr_advisor.words.typography import no_capital

_INFINITIVE = re.compile(r"(?:s['’]|n['’]|se |ne pas |en |y )*\w+(?:er|ir|re)\b", re.IGNORECASE)


def proposed(title: str, language: Language) -> str | None:
    """Give what is proposed, to stand after « il est proposé » or “it is proposed”; None when it is no act."""
    text = no_capital(title)
    if language == "en":
        return f"not to {text[4:]}" if text.startswith("not ") else f"to {text}"
    if not _INFINITIVE.match(text):
        return None
    return ", puis ".join(_after_de(act) for act in text.split(", puis "))


def _after_de(act: str) -> str:
    """Put « de » before an infinitive, with its elision."""
    return f"d’{act}" if act[:1] in "aeiouyéèêhâîô" else f"de {act}"


def contracted(phrase: str) -> str:
    """Write « de le » and « de les » in one word, as French does before an article; English has nothing like it."""
    return re.sub(r"\bde (le|les) ", lambda found: {"le": "du ", "les": "des "}[found[1]], phrase)
