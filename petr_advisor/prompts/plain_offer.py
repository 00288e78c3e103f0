"""What is offered below a plain prompt once the ways are known: the details, by number; and what can be done after."""

from collections.abc import Callable, Mapping

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.texts import statuses_text
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.explaining.left_words import changed
from petr_advisor.explaining.progress_words import with_never_put
from petr_advisor.prompts.plain_told import standing
from petr_advisor.prompts.stopping import Quit
from petr_advisor.typed.refusals import quoted
from petr_advisor.words.speech import told
from petr_advisor.words.voice import Voice


def offer(write: Callable[[str], None], voice: Voice, held: Consultation) -> None:
    """Write the ways as they are known, the details left with how many questions each, and what may be typed."""
    write("")
    write(voice.phrase("plain.known"))
    write(statuses_text(held, voice.language))
    if (left := held.left).to_check:
        key, what = left.either("plain.to-check", "plain.to-check-ways"), changed(proposed=left.proposes())
        write(voice.say(with_never_put(told(key, count=left.to_check, what=what), left)))
    write(voice.phrase("plain.optional"))
    for number, (detail, count) in enumerate(held.left.details.items(), 1):
        write(f"  {number}. {voice.phrase(f'detail.{detail}')} ({count})")
    write(voice.phrase("plain.wish"))


def at_end(write: Callable[[str], None], voice: Voice, held: Consultation) -> None:
    """Write where a consultation in which nothing is left to ask stands, and what may still be typed."""
    write("")
    write(voice.phrase("plain.end"))
    write(standing(held, voice.language))
    write(voice.phrase("plain.last"))


def without_question(
    typed: str, commands: Mapping[str, Callable[[], object]], write: Callable[[str], None], refused: str, voice: Voice
) -> bool:
    """Do what was typed where no question stands; tell whether one goes on. Else `refused` says what may be typed."""
    try:
        if typed == "q":
            raise Quit
        if typed in commands:
            commands[typed]()
        elif typed:
            write(f"! {voice.phrase(refused, typed=quoted(typed))}")
    except PetrAdvisorError as error:
        write(f"! {error.told(voice.language)}")
    return bool(typed)
