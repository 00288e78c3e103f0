"""What may stop a course is told: an indispensable member, another's refusal, a time that lapses."""

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml

from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import Note
from petr_advisor.planning.settings import BEST_NOW, PlanSettings
from petr_advisor.words.voice import Voice
from tests.tui.test_checklists import held_to_the_end

from .conftest import READING, case_in, reading, real_base, report_of
from .test_formats import squeezed

BELOW = READING.parent / "evolution" / "members-below-the-threshold-2015.yaml"
MEMBERS = (("Grande", "ca", 41500), ("Moyenne", "cc", 14500), ("Petite", "cc", 8500), ("Menue", "cc", 8000))


def report(wanted: PlanSettings = BEST_NOW, **case: object) -> Report:
    """Give the report of a case written in a file, with the plan asked for."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "x.yaml")
        title = {"title": {"fr": "x", "en": "x"}, "origin": {"kind": "made", "reference": "x"}}
        path.write_text(yaml.safe_dump(title | case, allow_unicode=True), encoding="utf-8")
        return report_of(case_in(path), wanted=wanted)


@cache
def joining(**sizes: int) -> Report:
    """Give the report of a PETR that an EPCI asks to join; sizes replace those of its members."""
    members = [{"name": n, "kind": k, "population": sizes.get(n, p)} for n, k, p in MEMBERS]
    return report(
        as_of=date(2026, 11, 10),
        key_questions=["life"],
        members=members,
        answers={
            "structure.legal_form": "petr",
            "petr.change_planned": "joining",
            "joiner.in_other_scot": "no",
            "joiner.kind": "own_tax_epci",
            "joining.initiative": "candidate",
            "joiner.in_other_petr": False,
            "joiner.perimeter_sound": True,
            "joiner.community": True,
            "joiner.whole": True,
            "joiner.consent_dispensed": False,
            "petr.project_approved": True,
            "project.revision": "due",
        },
    )


@cache
def transforming() -> Report:
    """Give the report of a transformation under way: one member has voted for, two have yet to."""
    members = [{"name": n, "kind": "cc", "population": p} for n, _, p in MEMBERS[:3]]
    act = {"procedure": "petr-transformation"}
    return report(
        as_of=date(2026, 11, 28),
        key_questions=["evolution"],
        members=members,
        answers={
            "structure.legal_form": "closed_syndicate",
            "structure.other_syndicate": False,
            "structure.pays_recognised": True,
            "structure.inactive_years": 0,
            "members.any_partly_in": False,
            "structure.real_estate": False,
            "structure.leader_bearer": False,
            "territory.location": "mainland",
            "project.exists": True,
            "project.transfers_powers": False,
            "members.any_in_other_petr": False,
            "perimeter.one_piece": True,
            "perimeter.no_enclave": True,
            "sdci.contrary": False,
            "procedure.under_way": "l5741_4",
            "project.voters": "epcis_only",
        },
        acts=[
            act | {"act": "proposal", "on": date(2026, 10, 6)},
            act | {"act": "epci-votes", "member": "Grande", "received": date(2026, 10, 13), "on": date(2026, 11, 19)},
            act | {"act": "epci-votes", "member": "Moyenne", "received": date(2026, 10, 14), "on": date(2026, 12, 15)},
            act | {"act": "epci-votes", "member": "Petite", "received": date(2026, 10, 16), "on": date(2027, 1, 12)},
        ],
    )


def note(found: Report) -> Note:
    assert found.note is not None
    return found.note


def test_the_member_without_whom_nothing_passes_is_named_in_both_places() -> None:
    found = note(joining())
    assert any("Grande" in stop.text for stop in found.stops)
    assert any("Grande" in " ".join(vote.how) for vote in found.votes)
    assert not any("Moyenne" in stop.text for stop in found.stops)


def test_no_member_is_named_where_none_is_indispensable() -> None:
    """Of four of one size, each may be outvoted."""
    found = note(joining(Grande=10000, Moyenne=10000, Petite=10000, Menue=10000))
    assert not any(name in stop.text for stop in found.stops for name, _, _ in MEMBERS)


def test_the_time_that_lapses_and_the_other_refusals_are_told() -> None:
    texts = " ".join(stop.text for stop in note(joining()).stops)
    assert "il est trop tard" in texts.replace("\xa0", " ")
    assert "communes" in texts


def test_the_votes_that_decide_stand_before_those_that_follow() -> None:
    found = note(joining())
    assert found.more_votes
    named = {act for stop in found.stops for act in stop.acts}
    assert all(vote.decides or vote.act in named for vote in found.votes)
    assert any("chaque EPCI membre" in vote.who.replace("\xa0", " ") for vote in found.votes)


def test_a_member_that_is_indispensable_by_its_weight_is_said_to_be() -> None:
    """Without the share that the law wants, nobody sees why one council of four should stop the others."""
    found = note(joining())
    assert any("un quart" in stop.text and "population" in stop.text for stop in found.stops)
    agreed = note(joining(Grande=10000, Moyenne=10000, Petite=10000, Menue=10000))
    assert not any("25,0" in stop.text for stop in agreed.stops)


def test_what_an_organ_only_usually_decides_stops_nothing() -> None:
    """That a committee launches a study is habit: its refusal is no refusal of what is asked."""
    for made in (joining(), transforming()):
        assert made.roadmap is not None
        usual = [task.title for task in made.roadmap.tasks if task.origin == "practice"]
        assert usual
        assert not [title for title in usual for stop in note(made).stops if title in stop.text]


def test_an_effect_that_supposes_a_meeting_held_says_so() -> None:
    """A meeting that slips leaves the whole time of the law, and moves the effect."""
    effect, voice = note(transforming()).effect, Voice("fr")
    assert effect is not None
    assert voice.day(date(2027, 1, 16)) in effect


def test_doing_nothing_where_silence_carries_the_vote_does_not_keep_what_is() -> None:
    """The one row of a note that is headed « doing nothing » must not have a council stay by keeping silent."""
    (staying,) = [way for way in note(transforming()).ways if way.kind == "staying"]
    assert "mène ailleurs" in staying.against[0]
    assert "assez de votes contre" in staying.against[0]


def test_one_that_voted_for_blocks_only_by_going_back_on_it() -> None:
    first = note(transforming()).stops[0]
    before, _, after = first.text.replace("\xa0", " ").partition("Grande")
    assert "Moyenne" in before
    assert after.startswith(", en revenant sur son vote")


def test_nothing_is_advised_for_a_moment_that_is_over() -> None:
    """The day before which to make sure of an agreement is the first meeting to come."""
    first = note(transforming()).stops[0]
    assert first.guard is not None
    assert Voice("fr").day(date(2026, 12, 15)) in first.guard


def test_the_last_day_and_the_meeting_of_each_member_are_told() -> None:
    found, voice = note(transforming()), Voice("fr")
    vote = next(vote for vote in found.votes if vote.decides)
    for day in (date(2026, 12, 15), date(2027, 1, 12), date(2027, 1, 14), date(2027, 1, 16)):
        assert voice.day(day) in vote.when
        assert day in {each.day for each in found.dates}


@pytest.mark.parametrize("make", [joining, transforming])
def test_doing_nothing_stands_beside_what_is_proposed(make: object) -> None:
    (staying,) = [way for way in note(make()).ways if way.kind == "staying"]  # type: ignore[operator]
    assert staying.pleas
    assert staying.against


def test_a_disputed_answer_names_what_is_disputed() -> None:
    found = joining()
    (question,) = found.questions
    points = [
        missing.ids for line in question.lines if line.sure for missing in line.sure.missing if missing.kind == "points"
    ]
    assert points
    texts = [real_base().disputed[point].question.fr for point in points[0]]
    said = question.sureness.replace("\xa0", " ").replace("’", "'")
    assert all(text.replace("’", "'") in said.replace("\u202f", " ") for text in texts)


def test_every_act_that_is_voted_says_of_what() -> None:
    """A title stands alone in a table of votes: a verb alone, as « starts », tells a council nothing."""
    acts = ((f"{key}/{name}", act) for key, found in real_base().procedures.items() for name, act in found.acts.items())
    bare = [name for name, act in acts if act.vote and min(len(act.does.en.split()), len(act.does.fr.split())) < 2]
    assert bare == []


@cache
def new_power(elsewhere: object) -> Report:
    """Give the report of a PETR to which a power is to be transferred, that another syndicate may hold already."""
    return report(
        as_of=date(2026, 11, 28),
        key_questions=["life"],
        members=[{"name": n, "kind": "cc", "population": p} for n, _, p in MEMBERS[1:]],
        answers={
            "structure.legal_form": "petr",
            "petr.change_planned": "new_power",
            "power.kind": "other",
            "power.held_by_members": True,
            "power.in_other_syndicate": elsewhere,
        },
    )


def test_a_power_that_another_syndicate_holds_comes_first_of_what_may_stop() -> None:
    found = new_power(elsewhere=True).note
    assert found is not None
    said = "Interdit (les EPCI membres)\xa0: donner au PETR, sur le même territoire, une compétence qu’un autre"
    assert found.stops[0].text.startswith(said)
    assert "Reprendre d’abord" in str(found.stops[0].guard)
    unsaid = new_power(elsewhere="unknown").note
    assert unsaid is not None
    assert "autre syndicat" not in unsaid.stops[0].text
    assert any("autre syndicat" in point.what for point in unsaid.points)


def test_who_may_refuse_is_told_with_a_verb_and_no_second_bracket() -> None:
    texts = " ".join(stop.text for stop in note(joining()).stops).replace("\xa0", " ")
    assert ", qui délibère pour entrer" in texts
    assert ") (" not in texts


def test_what_is_mended_beside_the_answers_stops_none_of_them() -> None:
    """The members dissolve the PETR whether or not its committee convenes the development council until then."""
    case = case_in(READING / "petr-dissolution-scot-2026.yaml").answer("governance.bodies_met", "conference")
    report = report_of(case)
    assert report.note is not None
    assert report.roadmap is not None
    assert any("conseil de développement" in task.title for task in report.roadmap.tasks)
    assert not any("conseil de développement" in stop.text for stop in report.note.stops)


def test_a_grave_danger_is_among_the_first_and_once_with_the_names_of_all() -> None:
    """Four EPCIs below the threshold of a scheme to come: their merger is told before any vote, and once."""
    note = report_of(case_in(BELOW)).note
    assert note is not None
    told = [squeezed(stop.text) for stop in note.stops]
    assert told[0].startswith("CCduVal;CCdesTerres:voirleschéma")
    assert sum("15000" in each for each in told) == 1


def test_a_grave_danger_of_a_way_is_told_once_it_follows_from_the_answers() -> None:
    case = case_in(READING / "petr-retrait-2026.yaml").about(("life", "governance", "project"))
    told = {
        agreed: [stop.text for stop in note.stops if "sans accord sur les biens" in stop.text]
        for agreed in ("yes", "no")
        if (note := report_of(case.answer("exit.terms_agreed", agreed)).note) is not None
    }
    assert not told["yes"]
    assert len(told["no"]) == 1


def test_a_silence_that_is_over_is_told_with_its_day_and_what_is_to_be_done_again() -> None:
    """Members who voted already want to know why they are asked again."""
    for name, day in (("petr-transfert-scot-2026", "20 novembre 2026"), ("petr-scot-silence-echu-2026", "2 novembre")):
        note = reading(name).note
        assert note is not None
        told = [stop for stop in note.stops if day in stop.text]
        assert len(told) == 1, name
        assert "silence" in told[0].text
        assert "Notifier de nouveau" in (told[0].guard or "")
        assert "acquise" in (told[0].guard or "")


@pytest.mark.parametrize("name", ["association-votes-prevus-2026", "gip-2026"])
def test_the_rest_of_a_title_has_its_refusals_told(name: str) -> None:
    """What is handed over by the body in place is a part of the way: its own assembly votes it, and nobody named it."""
    (said,) = (stop.text for stop in note(reading(name)).stops if "Rien ne se fait" in stop.text)
    assert squeezed("l’assemblée générale, qui vote la convention de transfert") in squeezed(said)


@cache
def consulted(name: str) -> Note:
    """Give the note of a consultation held to its end."""
    return note(report_of(held_to_the_end(name)))


def test_a_vote_that_the_case_may_not_call_for_comes_last_and_says_so() -> None:
    """A revision, due or not, of the project stood first and alone as what could stop an agreement on permits."""
    stops = consulted("a PETR with its SCoT, contracts and a service to be created").stops
    revised = [place for place, stop in enumerate(stops) if "approuve le projet révisé" in stop.text]
    assert [place for place in revised if "selon le cas" not in stops[place].text] == []
    assert revised in ([], [len(stops) - 1])
    (lost,) = (stop.text for stop in stops if "Rien ne se fait" in stop.text)
    assert lost.index("la convention territoriale") < lost.index("lance la révision")


def test_an_agreement_asked_for_out_of_caution_is_said_to_be_wherever_it_may_stop_something() -> None:
    """The answer had « l'accord des communes (par prudence) », and what may stop it that nothing is done without."""
    (lost,) = (stop.text for stop in consulted("an association of real members").stops if "Rien ne se" in stop.text)
    communes = next(part for part in lost.split("\u00a0;") if "les communes" in part)
    assert "par prudence" in communes
    assert lost.count("par prudence") == 1
