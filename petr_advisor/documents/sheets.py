"""Short texts that stand alone: a proof as a tree, the sheet of a norm."""

from datetime import date

from petr_advisor.documents.places import norms_on, place_name, reference_on
from petr_advisor.explaining.explanations import Explanation
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.law import Norm
from petr_advisor.words.places import place_in
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice


def explanation_text(explanation: Explanation, base: KnowledgeBase, language: Language, depth: int = 0) -> str:
    """Write a tree of explanation, one sentence a line."""
    voice = Voice(language, in_print=False)
    origin = f" ({voice.origin(explanation.origin)})" if explanation.origin else ""
    places = f" [{articles(base, explanation.norms, voice)}]" if explanation.norms else ""
    lines = [f"{'  ' * depth}{'- ' if depth else ''}{voice.say(explanation.text)}{origin}{places}"]
    lines += [explanation_text(child, base, language, depth + 1) for child in explanation.children]
    return "\n".join(lines)


def norm_text(base: KnowledgeBase, key: str, language: Language) -> str:
    """Write the sheet of a norm: what it says, where, when, how sure."""
    voice = Voice(language, in_print=False)
    norm = base.norms[key]
    lines = [
        voice.say(norm.statement),
        f"  {source_line(base, norm, voice)}",
        f"  {voice.period(norm.in_force)}",
    ]
    lines.append(f"  {' · '.join(voice.drawn(norm.confidence, norm.reading))}")
    lines += [f"  {voice.label('site-to-check')} {voice.say(norm.check)}"] if norm.check else []
    lines += [f"  {voice.say(norm.note)}"] if norm.note else []
    return "\n".join(lines)


def source_line(base: KnowledgeBase, norm: Norm, voice: Voice) -> str:
    """Name the sources of a norm, with their paragraphs."""
    return "; ".join(
        voice.say(base.sources[reference.id].title)
        + (f", {place_in(reference.paragraph, voice.language)}" if reference.paragraph else "")
        for reference in norm.sources
    )


def articles(base: KnowledgeBase, norms: tuple[str, ...], voice: Voice, on: date | None = None) -> str:
    """Name in short the places of some norms: in the texts in force on a day, where there is one."""
    kept = norms_on(base, norms, on) if on else norms
    cited = [norm for key in kept if (norm := base.norms[key]).sources]
    references = (reference_on(base, norm, on) if on else norm.sources[0] for norm in cited)
    return voice.listed(dict.fromkeys(place_name(base, each, voice) for each in references))
