"""What a consultation held to its end says: what is missing can be told, and its last words are those of the screen."""

import re
from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.to_find_out import points
from petr_advisor.consulting.weighing import LIVE
from petr_advisor.explaining.left_words import provisional_words
from petr_advisor.explaining.progress_words import progress_moved
from petr_advisor.planning.model import NothingToPlanError
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.prompts.plain_offer import offer
from petr_advisor.tui.evaluator import evaluate
from petr_advisor.tui.pauses import Pauses, settled
from petr_advisor.words.voice import screen_voice
from tests.documents.conftest import report_of
from tests.tui.test_checklists import HELD, answered, begun, held_to_the_end

SUPPORT = "a PETR with its SCoT, contracts and a shared support function"
LITTLE_KNOWN = "a syndicate of 2014 of which little is known"


@pytest.fixture(scope="module")
def support() -> Consultation:
    return held_to_the_end(SUPPORT)


@pytest.mark.parametrize("name", HELD)
def test_each_answer_said_to_be_missing_can_be_given(name: str) -> None:
    """« Années sans activité » is not missing of a PETR that nobody dissolves: no list has the question."""
    case = held_to_the_end(name)
    listed = {point.fact for point in points(case)}
    missing = {fact for sure in case.sureness.values() for fact, _ in sure.answers}
    assert missing - listed == set()


@pytest.mark.parametrize("name", [name for name, told in HELD.items() if "members" in told])
def test_what_can_change_an_answer_was_put(name: str) -> None:
    """« 1 réponse manque » was said of what no screen ever put: it is put, or it changes no answer."""
    case = held_to_the_end(name)
    never = {point.fact for point in points(case) if point.decisive and not point.asked}
    assert never == set()
    assert not case.left.never_put


def test_what_changes_no_answer_is_no_doubt_about_it() -> None:
    """No way may pass before « créer un PETR »: a project that is not shared yet speaks against it, and it stays."""
    case = held_to_the_end("an association of real members")
    (line,) = case.course.of("evolution")
    for fact in ("project.exists", "project.duplicate", "association.kept"):
        for value in (True, False):
            (found,) = case.answer(fact, value).course.of("evolution")
            assert (found.state, found.options[0].id) == (line.state, line.options[0].id)
    assert case.sureness["evolution", None].answers == ()


def test_what_was_asked_of_such_arguments_is_listed_and_changes_nothing() -> None:
    """« Je ne sais pas » made « 2 questions peuvent encore changer la proposition » of one that no answer changes."""
    case = held_to_the_end("an association of real members").dont_know("project.exists")
    assert case.sureness["evolution", None].answers == ()
    assert "project.exists" not in case.left.unasked
    (listed,) = (point for point in points(case) if point.fact == "project.exists")
    assert (listed.asked, listed.decisive) == (True, False)


def test_a_petr_that_plans_something_is_told_which_question_has_it() -> None:
    """« Rester comme aujourd'hui » is no answer then, and it is asked with where the structure stands."""
    told = HELD["a PETR without a SCoT that shares an engineer"]
    case = answered({**told, "answers": {**told["answers"], "petr.change_planned": "joining"}})
    (line,) = case.course.of("evolution")
    assert line.state == "moot"


def test_the_map_is_looked_at_though_nobody_counted_the_members() -> None:
    """« Je ne sais pas » to the number of EPCIs left one piece and no enclave neither asked nor to be found out."""
    case = held_to_the_end(LITTLE_KNOWN).cannot_list("member").dont_know("members.epci")
    listed = [point.fact for point in points(case) if point.decisive and not point.asked]
    assert {"perimeter.one_piece", "perimeter.no_enclave"} <= set(listed)
    assert case.left.never_put
    assert "committee.proposed" not in listed  # nobody finds it out before it is known whether anything is under way
    found = case.answer("perimeter.one_piece", value=True)
    assert found.set_aside == case.set_aside  # taken from the list, it stands
    assert found.left.to_check == case.left.to_check - 1
    assert "perimeter.no_enclave" not in {point.fact for point in points(case.answer("members.epci", 1))}


def test_what_was_never_asked_is_told_where_the_consultation_ends(capsys: pytest.CaptureFixture[str]) -> None:
    """It stopped in 2014 without a word of one piece, of enclaves and of the pays, which a person may well know."""
    case = held_to_the_end(LITTLE_KNOWN)
    assert (case.left.never_put, case.left.wanting) == (3, True)
    said = Pauses("fr").details(evaluate(case)).title, Pauses("en").details(evaluate(case)).title
    assert "3 n’ont pas été posées, car elles ne comptent qu’avec ce que vous ne saviez pas" in said[0]
    assert "3 were not asked, for they count only with what you did not know" in said[1]
    offer(print, screen_voice("fr"), case)
    assert "3 n’ont pas été posées" in capsys.readouterr().out
    for fact in ("perimeter.one_piece", "perimeter.no_enclave", "structure.pays_recognised"):
        case = case.dont_know(fact)
    assert not case.left.never_put
    assert "pas été posée" not in Pauses("fr").details(evaluate(case)).title


def test_what_is_put_off_for_good_is_told_with_the_answer_that_does_it() -> None:
    """One « I do not know » made six questions vanish, and only « 3 questions facultatives de plus » was said."""
    told, case = HELD[LITTLE_KNOWN], begun(HELD[LITTLE_KNOWN])
    case = case.list_entities("member", {of: {"member.name": f"CC {of}", "member.kind": "cc"} for of in ("x", "y")})
    said = []
    while (question := case.agenda.next()) is not None:
        for each in case.agenda.together(question):
            before, value = case, told["answers"].get(each.fact)
            case = case.dont_know(*each.key) if value is None else case.answer(each.fact, value)
            said += [text.in_("fr") for text in progress_moved(before, case, each.fact)]
    assert case.left.never_put
    assert any(
        f"{case.left.never_put} questions de plus à vérifier (f), non posées, car elles ne comptent qu’avec" in s
        for s in said
    )


def test_what_a_list_put_of_all_members_was_asked() -> None:
    """« EPCI déjà membre d'un autre PETR », answered « je ne sais pas », was « jamais demandé » member by member."""
    members = {of: {"member.name": f"CC {of}", "member.kind": "cc"} for of in ("x", "y")}
    case = begun(HELD[LITTLE_KNOWN]).answer("structure.legal_form", "closed_syndicate").list_entities("member", members)
    each = {point.fact: point for point in points(case.dont_know("members.any_in_other_petr"))}
    assert each["member.in_other_petr"].of
    assert each["member.in_other_petr"].asked


def test_a_day_of_the_law_is_told_though_nothing_is_proposed() -> None:
    """Six weeks before 27 July 2014 the head said nothing of it, and the calendar that there was nothing to plan."""
    case = held_to_the_end(LITTLE_KNOWN)
    assert [part.day for part in report_of(case).terms] == [date(2014, 7, 27)]
    with pytest.raises(NothingToPlanError, match="27 July 2014"):
        roadmap(case, case.as_of)


def test_what_is_left_has_one_count() -> None:
    """« 9 questions à vérifier » stood above a list of eleven, and « 12 autres réponses » beside it."""
    case = held_to_the_end(LITTLE_KNOWN)
    assert case.left.to_check == sum(point.decisive for point in points(case))
    (question,) = report_of(case).questions
    assert not re.search(r"\d+ autres? réponses?", question.explanation or "")


def test_what_is_done_waits_for_no_argument(support: Consultation) -> None:
    """The SCoT that the PETR has is not « à confirmer » for a climate plan that somebody may want beside it."""
    (line,) = support.course.of("scot")
    assert line.state == "done"
    assert support.sureness["scot", None].answers == ()
    assert "scot.climate_plan_wanted" not in support.left.unasked


def test_ways_are_not_known_where_none_can_be_proposed() -> None:
    """Ways are not « connues » above « le dossier ne permet pas encore de proposer une voie »."""
    case = answered({**HELD[LITTLE_KNOWN], "members": HELD[SUPPORT]["members"]})
    assert {line.state for line in case.course.lines} == {"to_settle"}
    assert "sont connues" not in settled(evaluate(case)).fr


@pytest.mark.parametrize("known", [False, True])
def test_one_lock_is_not_named_alone_where_there_are_more(*, known: bool) -> None:
    """« Ce que l'on attend de la structure » was named alone; once it was said, ten conditions were still missing."""
    case = held_to_the_end(LITTLE_KNOWN)
    if known:  # what else the first way needs is then named, and nothing is said to come after
        case = case.answer("project.scope", "project")
    (question,) = report_of(case).questions
    assert ("autres réponses manqueraient encore" in (question.explanation or "")) is not known


def test_an_agreement_that_two_questions_want_is_voted_once() -> None:
    """The service's plan voted it before the contract's had it drafted; signed, it is only to hold the mission too."""
    case = held_to_the_end("a PETR with its SCoT, contracts and a service to be created")
    days = {task.id: task.soonest for task in roadmap(case, case.as_of).tasks}
    assert days["territorial-agreement/draft"] < days["territorial-agreement/votes"]
    assert "delegated-missions/vote-territorial-agreement" not in days
    signed = case.answer("petr.agreement_signed", value=True)
    whole = {task.id for task in roadmap(signed, case.as_of).tasks}
    assert "delegated-missions/vote-territorial-agreement" in whole
    delegated = {task.id for task in roadmap(signed.answer("service.power", "delegated"), case.as_of).tasks}
    assert "delegated-missions/vote-territorial-agreement" not in delegated


def test_questions_of_two_kinds_are_counted_by_the_names_of_the_head() -> None:
    """« 9 à trancher · 2 à vérifier » stood above « 11 questions peuvent encore changer la proposition »."""
    said = provisional_words(screen_voice("fr").phrase, 9, 2)
    assert "11 questions (9 à trancher, 2 à vérifier)" in said
    assert "(" not in provisional_words(screen_voice("fr").phrase, 9, 0)


def test_what_is_optional_may_still_move_days() -> None:
    """« Elles précisent seulement »: one of them said the agreement signed, and two dates in danger went away."""
    said = screen_voice("fr").phrase("find-out.optional", counted="12 questions facultatives", count=12)
    assert "elles peuvent dire que c’est déjà fait" in said


@pytest.mark.parametrize("key", ["find-out.optional", "find-out.optional-none"])
def test_what_is_optional_is_so_as_answered_so_far(key: str) -> None:
    """« Elles ne changent pas la voie proposée », and two answers later one of them came as decisive."""
    assert "au vu de ce qui est répondu" in screen_voice("fr").phrase(key, counted="2 questions", count=2)
    assert "as answered so far" in screen_voice("en").phrase(key, counted="2 questions", count=2)


def test_what_is_to_be_checked_from_now_on_or_no_longer_is_told() -> None:
    """« 1 à vérifier » came and went without a word, though nobody had said « je ne sais pas »."""
    case, moves = begun(HELD[SUPPORT]), 0
    while (question := case.agenda.next()) is not None:
        for each in case.agenda.together(question):
            before, value = case, HELD[SUPPORT]["answers"].get(each.fact)
            value = {"yes": True, "no": False}.get(str(value), value) if each.kind.type == "yes_no" else value
            case = case.dont_know(*each.key) if value is None else case.answer(each.fact, value, each.of)
            said = " ".join(text.in_("fr") for text in progress_moved(before, case, each.fact)).replace("\u00a0", " ")
            asked = {each.fact for each in case.agenda.questions if each.tier == 1}
            gone = before.left.unasked - case.left.unasked - asked - {each.fact}
            come = case.left.unasked - before.left.unasked
            moves += bool(gone) + bool(come)
            assert not gone or "plus à vérifier" in said
            assert not come or case.left.to_check <= before.left.to_check or "à vérifier (f)" in said
    assert moves


def test_an_answer_that_proposes_nothing_names_the_ways_that_are_open() -> None:
    """« Celles qui sont ouvertes sont données plus loin », and the note gave none."""
    case = held_to_the_end(LITTLE_KNOWN)
    note = report_of(case).note
    assert note is not None
    (line,) = case.course.lines
    opened = [way.option.title.fr for way in line.weighed if way.status in LIVE]
    assert opened
    assert line.held_up
    assert line.held_up.by == "compared"
    said = " ".join(note.live).replace("\xa0", " ").replace("’", "'").casefold()
    assert [title for title in opened if title.replace("’", "'").casefold() not in said] == []
