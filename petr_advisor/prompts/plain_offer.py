"""What is offered below a plain prompt once the ways are known: the details, by number."""

from collections.abc import Callable

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.texts import statuses_text
from petr_advisor.explaining.progress_words import with_never_put
from petr_advisor.words.speech import told
from petr_advisor.words.voice import Voice


def offer(write: Callable[[str], None], voice: Voice, held: Consultation) -> None:
    """Write the ways as they are known, the details left with how many questions each, and what may be typed."""
    write("")
    write(voice.phrase("plain.known"))
    write(statuses_text(held, voice.language))
    if (left := held.left).to_check:
        write(
            voice.say(
                with_never_put(told(left.either("plain.to-check", "plain.to-check-ways"), count=left.to_check), left)
            )
        )
    write(voice.phrase("plain.optional"))
    for number, (detail, count) in enumerate(held.left.details.items(), 1):
        write(f"  {number}. {voice.phrase(f'detail.{detail}')} ({count})")
    write(voice.phrase("plain.wish"))
