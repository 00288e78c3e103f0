"""A paper of a vote goes out with its notice; a meeting of a known day says by when; what no act meets is listed."""

import pytest

from petr_advisor.drafting.model import Draft, Line
from petr_advisor.planning.convening import meeting_notice
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice
from tests.documents.conftest import real_base
from tests.drafting.conftest import COURSES, RESEATED_AND_ENTERED, VALLEY, case, drafts, of, words

Course = tuple[str, Language, str | None]
ALL = pytest.mark.parametrize("course", COURSES, ids=lambda course: f"{course[0]}-{course[2]}")
PAPERS = {"document", "statutes"}


def voted(draft: Draft) -> bool:
    """Tell whether the act of a draft is a vote."""
    return real_base().act(draft.act).vote is not None


@ALL
def test_a_paper_of_a_vote_is_said_to_go_out_with_the_notice(course: Course) -> None:
    said = Voice(course[1]).phrase("draft.enclosed")
    for draft in drafts(*course).made:
        template = real_base().templates[draft.template]
        if template.kind in PAPERS and voted(draft):
            assert said in words(draft), draft.name
        assert said not in words(draft) or template.kind in PAPERS, draft.name


def test_a_paper_drawn_up_for_the_day_of_a_request_goes_out_with_its_notice() -> None:
    said = Voice("fr").phrase("draft.enclosed")
    assert all(said in words(each) for each in of(RESEATED_AND_ENTERED, "impact-document", "statutes-compared"))


@ALL
def test_a_vote_of_a_day_that_the_case_gives_says_by_when_it_is_called(course: Course) -> None:
    held, voice = case(course[0]), Voice(course[1])
    head, _, _ = voice.phrase("draft.last-notice", span="§", last=["§"]).partition("§")
    planned = voice.phrase("draft.on-planned-day", day="§").partition("§")[0]
    for draft in drafts(*course).made:
        kind, who = real_base().templates[draft.template].kind, held.base.act_under(draft.act, held.followed).who
        if kind not in {"resolution", "minutes"} or not voted(draft) or planned not in words(draft):
            continue
        if meeting_notice(held.base, who, draft.day, lambda when: when is None) is not None:
            assert head in words(draft), draft.name


def test_the_candidate_whose_vote_is_planned_is_told_by_when_to_call_its_council() -> None:
    (vote,) = of(RESEATED_AND_ENTERED, "joining-request")
    assert "cinq jours francs avant la séance : 2 décembre 2026" in words(vote).replace("\u00a0", " ")


@ALL
def test_the_contents_tell_each_day_of_the_law_that_no_act_meets(course: Course) -> None:
    name, language, option = course
    found, held, voice = drafts(*course).contents, case(name), Voice(language)
    dates = roadmap(held, held.as_of, option).key_dates
    told = "\n".join(part.text for part in found.parts if isinstance(part, Line)) if found is not None else ""
    for each in dates if found is not None else ():
        due = voice.phrase("draft.contents.due", what=voice.say(each.title), day=each.day)
        owed = each.unmet and each.origin == "law" and not (each.past or each.beside or each.clock)
        assert (due in told) == owed, each.id


def test_what_the_bearer_of_a_scot_owes_has_no_draft_and_is_told() -> None:
    contents = drafts(VALLEY).contents
    assert contents is not None
    told = [part.text for part in contents.parts if isinstance(part, Line) and "Pas de projet" in part.text]
    assert len(told) == 1
    assert "SCoT" in told[0]
