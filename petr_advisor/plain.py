"""The consultation as plain prompts: for pipes, screen readers and terminals without a full screen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, get_args

from petr_advisor.asking import Detail, Question
from petr_advisor.consultation import MAX_ENTITIES, AnswerError, Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.explaining.clash_words import answer_text
from petr_advisor.explanations import entity_name, why
from petr_advisor.knowledge.texts import Language, Text
from petr_advisor.report.plain import clash_lines, explanation_text, norm_text, outcomes_text
from petr_advisor.territory.register import Register
from petr_advisor.wording import DETAIL, NO, STATUS_SYMBOL, YES

HELP = Text(
    fr="Répondez par le numéro ou la valeur. Commandes : ? je ne sais pas · p pourquoi · d droit · r retour · s passer "
    "· c conclusions · q quitter",
    en="Answer with the number or the value. Commands: ? I do not know · p why · d law · r back · s skip "
    "· c conclusions · q quit",
)
END = Text(
    fr="Plus aucune question utile. Voici ce qui en résulte.", en="No useful question is left. Here is what follows."
)
NOTICE = Text(
    fr="Aide à la décision : ceci n’est pas un conseil juridique.", en="Decision support: this is not legal advice."
)
STOPPED = Text(fr="Voici ce qui en résulte.", en="Here is what follows.")
KNOWN = Text(fr="Voici où en sont les voies possibles :", en="Here is where the possible ways stand:")
OPTIONAL = Text(
    fr="Vous pouvez vous arrêter là, ou préciser (nombre de questions) :",
    en="You may stop here, or go further (number of questions):",
)
WISH = Text(
    fr="Un numéro, t pour tout préciser, r pour revenir, Entrée pour lire les conclusions.",
    en="A number, a for all of them, r to go back, Enter to read the conclusions.",
)
TO_SETTLE = Text(fr="à trancher : {}", en="to settle: {}")
TO_REFINE = Text(fr="facultatif", en="optional")
WHICH = Text(
    fr="Laquelle est à corriger ? Son numéro, ou Entrée pour continuer et y revenir plus tard.",
    en="Which one is to be corrected? Its number, or Enter to go on and come back to it later.",
)
MEMBERS = Text(
    fr="Un membre par ligne : trois lettres de son nom puis son numéro, ou « nom ; nature ; population ». "
    "Ligne vide pour finir.",
    en="One member a line: three letters of its name then its number, or “name; kind; population”. Empty line to end.",
)


MAX_TYPED = 500
TOO_LONG = Text(fr=f"trop long : {MAX_TYPED} caractères au plus", en=f"too long: {MAX_TYPED} characters at most")
ADDED = Text(fr="+ {} ({} dans la liste)", en="+ {} ({} in the list)")


class Quit(Exception):  # noqa: N818 - a request, not an error
    """The person wants to stop; everything said so far is kept."""


@dataclass
class Plain:
    """A consultation held line by line."""

    consultation: Consultation
    language: Language
    read: Callable[[], str]
    """Gives the next line typed; raises EOFError at the end."""
    write: Callable[[str], None]
    keep: Callable[[Consultation], object]
    """Called after every answer, to save; a PetrAdvisorError is told, and the answer stays."""
    register: Register | None = None
    kept: bool = False
    """Whether what was said last is saved."""
    _told: set[str] = field(default_factory=set)
    """The clashes told already."""
    _wanted: tuple[Detail, ...] = ()
    """The details wished for so far."""
    _subject: str | None = None
    """The key question that the last question helps to answer."""

    def hold(self) -> Consultation:
        """Ask until nothing useful is left or the person stops, then give the conclusions."""
        self.write(self._say(NOTICE))
        self.write(self._say(HELP))
        try:
            while (question := self.consultation.next_question_for(*self._wanted)) is not None or self._offer():
                if question is not None:
                    self._ask(question)
                    self._tell_clashes()
        except (Quit, EOFError):
            pass
        else:
            self.write(self._say(STOPPED if self.consultation.next_question else END))
        self.write(outcomes_text(self.consultation, self.language))
        return self.consultation

    def _say(self, text: Text) -> str:
        return text.in_(self.language)

    def _ask(self, question: Question) -> None:
        self._present(question)
        typed = self.read().strip()
        if len(typed) > MAX_TYPED:
            self.write(f"! {self._say(TOO_LONG)}")
            return
        command = {"p": self._why, "d": self._law, "c": self._conclusions, "s": self._skip}.get(typed.lower())
        try:
            if typed.lower() == "q":
                raise Quit
            if typed.lower() == "r":
                self._then(self.consultation.undo())
            elif typed == "?":
                self._then(self.consultation.dont_know(*question.key))
            elif command is not None:
                command(question)
            elif question.kind.entity:
                self._list(question, typed)
            elif typed:
                self._then(self.consultation.answer(question.fact, self._value(question, typed), question.of))
        except PetrAdvisorError as error:
            self.write(f"! {error.told(self.language)}")

    def _then(self, consultation: Consultation) -> None:
        self.consultation = consultation
        try:
            self.keep(consultation)
        except PetrAdvisorError as error:
            self.kept = False
            self.write(f"! {error.told(self.language)}")
        else:
            self.kept = True

    def _offer(self) -> bool:
        """Offer the details once the ways are known; tell whether some are wished for."""
        left = self.consultation.agenda.details
        if not left or self.consultation.clashes:
            return False
        self.write("")
        self.write(self._say(KNOWN))
        self._statuses()
        self.write(self._say(OPTIONAL))
        for number, (detail, questions) in enumerate(left.items(), 1):
            self.write(f"  {number}. {self._say(DETAIL[detail])} ({len(questions)})")
        self.write(self._say(WISH))
        typed = self.read().strip().lower()
        if typed.isdigit() and 1 <= int(typed) <= len(left):
            self._wanted = (*self._wanted, list(left)[int(typed) - 1])
        elif typed in {"t", "a"}:
            self._wanted = get_args(Detail)
        elif typed == "r":
            self._then(self.consultation.undo())
        else:
            return False
        return True

    def _tell_clashes(self) -> None:
        """Tell at once which answers exclude each other, and offer to change one; each clash is told once."""
        clashes = [clash for clash in self.consultation.clashes if clash.id not in self._told]
        self._told = {clash.id for clash in self.consultation.clashes}
        if not clashes:
            return
        self.write("")
        for line in clash_lines(self.consultation, self.language):
            self.write(line)
        keys = list(dict.fromkeys(key for clash in clashes for key in clash.answers))
        self.write(self._say(WHICH))
        for number, key in enumerate(keys, 1):
            self.write(f"  {number}. {self._say(answer_text(self.consultation, key))}")
        typed = self.read().strip()
        if typed.isdigit() and 1 <= int(typed) <= len(keys):
            fact, of = keys[int(typed) - 1]
            self._told -= {clash.id for clash in clashes}
            self._ask(Question(fact, of, self.consultation.base.facts[fact], 1))
            self._tell_clashes()
        elif typed.lower() == "q":
            raise Quit

    def _present(self, question: Question) -> None:
        of = f"{entity_name(self.consultation, question.kind.of or '', question.of)} — " if question.of else ""
        self._announce(question)
        self.write("")
        left = sum(other.tier == 1 for other in self.consultation.agenda.questions)
        to_settle = self._say(TO_SETTLE).format(left) if question.tier == 1 else self._say(TO_REFINE)
        self.write(f"{of}{self._say(question.text)}  [{to_settle}]")
        if question.kind.ask:
            if question.kind.ask.term:
                self.write(f"  ({self._say(question.kind.ask.term)})")
            self.write(f"  {self._say(question.kind.ask.help)}")
        hint = self.consultation.hint(question.fact)
        if hint is not None:
            self.write(f"  → {self._say(hint.note)}")
        for number, (_, label) in enumerate(self._choices(question), 1):
            self.write(f"  {number}. {label}")
        if question.kind.entity:
            self.write(f"  {self._say(MEMBERS)}")

    def _announce(self, question: Question) -> None:
        """Say which key question is dealt with, when it changes and there are several."""
        subject = self.consultation.agenda.key_question_of(question)
        if subject is None or subject == self._subject or len(self.consultation.key_questions) == 1:
            return
        self._subject = subject
        title = self._say(self.consultation.base.key_questions[subject].title)
        self.write(f"\n── {title} ──")

    def _choices(self, question: Question) -> Iterator[tuple[str, str]]:
        if question.kind.type == "yes_no":
            yield from (("yes", self._say(YES)), ("no", self._say(NO)))
        for key, choice in question.kind.choices.items():
            yield key, self._say(choice.label)

    def _value(self, question: Question, typed: str) -> Any:
        """Read what was typed: a number of the list, a word of either language, or a value."""
        choices = list(self._choices(question))
        if choices:
            if typed.isdigit() and 1 <= int(typed) <= len(choices):
                return choices[int(typed) - 1][0]
            for key, label in choices:
                if typed.lower() in {key, label.lower()}:
                    return key
            return typed
        if question.kind.type in {"count", "amount"}:
            figures = "".join(typed.split()).replace(",", "")
            return int(figures) if figures.lstrip("-").isdigit() else typed
        if question.kind.type == "date" and typed.count("/") == 2:
            day, month, year = typed.split("/")
            return f"{year}-{month:0>2}-{day:0>2}"
        return typed

    def _why(self, question: Question) -> None:
        self.write(explanation_text(why(self.consultation, question), self.consultation.base, self.language))

    def _law(self, question: Question) -> None:
        for norm in question.kind.norms:
            self.write(norm_text(self.consultation.base, norm, self.language))

    def _conclusions(self, _question: Question) -> None:
        if self.consultation.clashes:
            for line in clash_lines(self.consultation, self.language):
                self.write(line)
            return
        self._statuses()

    def _statuses(self) -> None:
        for outcome in self.consultation.outcomes:
            for route in (*outcome.routes, *(stay for stay in outcome.staying if stay.status != "closed")):
                self.write(f"  {STATUS_SYMBOL[route.status]} {self._say(route.option.title)}")

    def _skip(self, question: Question) -> None:
        self._then(self.consultation.skip(*question.key))

    def _list(self, question: Question, typed: str) -> None:
        """Read members one a line, until an empty one."""
        entity = question.kind.entity or ""
        rows: dict[str, list[tuple[str, Any, Any]]] = {}
        while typed:
            if typed.lower() == "q":
                raise Quit
            try:
                if len(typed) > MAX_TYPED:
                    raise AnswerError(TOO_LONG.en, fr=TOO_LONG.fr)
                if len(rows) >= MAX_ENTITIES:  # told now: once the list is ended all of it would be refused
                    raise AnswerError(
                        f"the list holds {MAX_ENTITIES} members at most",
                        fr=f"la liste admet {MAX_ENTITIES} membres au plus",
                    )
                identifier, facts = self._member(entity, typed)
                if identifier in rows:
                    raise AnswerError(f"{identifier}: listed twice", fr=f"{identifier} : déjà dans la liste")
                rows[identifier] = facts
                name = next((str(value) for fact, value, _ in facts if fact == f"{entity}.name"), identifier)
                self.write(f"  {self._say(ADDED).format(name, len(rows))}")
            except PetrAdvisorError as error:
                self.write(f"! {error.told(self.language)}")
            typed = self.read().strip()
        if rows:
            self._then(self.consultation.list_entities_as_given(entity, rows))

    def _member(self, entity: str, typed: str) -> tuple[str, list[tuple[str, Any, Any]]]:
        facts = self.consultation.base.facts
        if ";" in typed:
            name, kind, population = (part.strip() for part in (*typed.split(";"), "", "")[:3])
            figures = "".join(population.split()).replace(",", "")
            given: list[tuple[str, Any, Any]] = [(f"{entity}.name", name, "user"), (f"{entity}.kind", kind, "user")]
            if figures:
                given.append((f"{entity}.population", int(figures) if figures.isdigit() else figures, "user"))
            return name, [row for row in given if row[0] in facts]
        found = self.register.search(typed) if self.register else ()
        if not found:
            raise AnswerError(
                f"{typed}: not in the register; type “name; kind; population”",
                fr=f"{typed} : pas dans le registre ; taper « nom ; nature ; population »",
            )
        for number, epci in enumerate(found, 1):
            self.write(f"    {number}. {epci.name}")
        choice = self.read().strip() if len(found) > 1 else "1"
        if not choice.isdigit() or not 1 <= int(choice) <= len(found):
            raise AnswerError(f"{choice}: not a number of the list", fr=f"{choice} : pas un numéro de la liste")
        epci = found[int(choice) - 1]
        known = {"name": epci.name, "kind": epci.kind_of_member, "population": epci.population_municipal}
        known["departement"] = epci.departements[0] if epci.departements else ""
        return epci.siren, [(f"{entity}.{k}", v, "register") for k, v in known.items() if f"{entity}.{k}" in facts]
