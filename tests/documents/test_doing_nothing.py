"""What a note says of doing nothing: what runs by itself, and the end by law of what stays."""

from datetime import date

from petr_advisor.documents.model_note import NoteWay

from .conftest import EXAMPLES, case_in, reading, reading_note, real_base, report_of
from .test_what_may_stop import report


def _staying(name: str) -> NoteWay:
    note = reading(name).note
    assert note is not None
    return next(way for way in note.ways if way.kind == "staying" and way.question == "evolution")


def test_doing_nothing_beside_a_procedure_that_silence_ends_says_what_silence_does() -> None:
    assert "26 novembre 2014" in _staying("syndicat-porteur-du-scot-2014").against[0].replace("\xa0", " ")


def test_doing_nothing_beside_a_term_says_until_when_it_lasts_and_what_else_there_is() -> None:
    (said, *_) = _staying("gip-au-terme-proche-2015").against
    assert "31 décembre 2015" in said.replace("\xa0", " ")
    term = real_base().terms["gip-ends"]
    assert term.but is not None
    assert term.but.fr.split(",")[0] in said.replace("’", "'")


def test_doing_nothing_leaves_owed_what_is_overdue_and_what_other_questions_are_about() -> None:
    """Told once, on the first such way, even where that one is a closed option."""
    note = reading("petr-projet-en-retard-2026").note
    assert note is not None
    said = [each.replace("\xa0", " ") for way in note.ways if way.kind == "staying" for each in way.against]
    assert [each for each in said if "en retard, le dernier jour ayant été le 1er mars 2026" in each]
    owed = [each for each in said if each.startswith("Reste dû")]
    assert len(owed) == len({*owed})
    assert any("au plus tard le 15 mars 2027" in each for each in said)


def test_what_a_petr_owes_is_not_owed_by_those_whose_vote_meets_it() -> None:
    """Each EPCI approves the revision; that it takes place is for the PETR, as the plan says."""
    note = report_of(case_in(EXAMPLES["midi-quercy"]), "en").note
    assert note is not None
    against = (each.replace("\xa0", " ") for way in note.ways for each in way.against)
    owed = {each.partition(": ")[2] for each in against if "revise the territorial project" in each}
    assert {each.partition(":")[0] for each in owed} == {"the PETR"}


def test_a_vote_that_runs_to_its_end_by_silence_is_asked_for_though_nothing_is_proposed_yet() -> None:
    act = {"procedure": "petr-automatic-2014"}
    found = report(
        as_of=date(2014, 9, 5),
        key_questions=["evolution", "change"],
        members=[{"name": name, "kind": "cc", "population": 9000} for name in ("Est", "Nord", "Ouest", "Sud")],
        answers={
            "structure.legal_form": "closed_syndicate",
            "structure.other_syndicate": False,
            "structure.pays_recognised": True,
            "structure.pays_recognised_on": date(2003, 11, 20),
            "members.any_in_other_petr": False,
            "members.any_partly_in": False,
            "perimeter.one_piece": "unknown",
            "perimeter.no_enclave": True,
            "procedure.under_way": "maptam_79_ii",
            "change.lead": "technicians",
            "change.presidents": "some",
        },
        acts=[
            act | {"act": "inform", "on": date(2014, 6, 20)},
            act | {"act": "epci-votes", "member": "Est", "on": date(2014, 7, 15), "result": "refused"},
        ],
    )
    note = found.note
    assert note is not None
    (leading,) = [each.decision.replace("\xa0", " ") for each in note.answers if each.state == "to_settle"]
    assert "Rester comme aujourd'hui" in leading.replace("’", "'")
    assert "Ne rien faire mène ailleurs" in leading
    (vote,) = [vote for vote in note.votes if vote.awaited]
    assert "20 septembre 2014" in vote.when.replace("\xa0", " ")
    (answer,) = [each for each in note.answers if each.state != "to_settle"]
    assert "procédure en cours" in answer.decision


def test_members_that_are_late_alike_are_told_in_one_sentence() -> None:
    """Two of nine were named, and nothing said that the others are late as well."""
    note = report_of(case_in(EXAMPLES["midi-quercy"])).note
    assert note is not None
    late = [
        text.replace("\xa0", " ").replace("\u202f", " ")
        for way in note.ways
        for text in way.against
        if "en retard" in text
    ]
    assert late
    said = [text.partition(" : ")[2].partition(" : ")[2] for text in late]
    assert len(said) == len(set(said))
    assert any("CC du Quercy Caussadais" in text and "CC Quercy Vert-Aveyron" in text for text in late)


def test_a_merger_that_others_decide_is_not_undone_by_doing_nothing() -> None:
    note = reading("petr-fusion-et-partage-des-sieges-2016").note
    assert note is not None
    nothing = next(way for way in note.ways if way.kind == "staying" and way.question == "life")
    assert nothing.status == "closed"
    assert "ne dépend pas de la structure" in nothing.against[0]
    assert not any("restent ceux d" in said for said in (*nothing.pleas, *nothing.against))


def test_what_was_never_there_is_not_told_as_what_may_be_kept() -> None:
    """Project support was in no common service of 2014-2015, which was for support functions."""
    members = [{"name": "Lac", "kind": "cc", "population": 15400}, {"name": "Bois", "kind": "cc", "population": 22300}]
    service = {
        "parties": "petr_epcis", "kind": "engineering", "power": "own", "existing": "each", "duration": "permanent",
        "headcount": 11, "statutes_allow": True, "billing": "exact_cost", "common_task": True, "market": "none",
        "taxed_use": False, "several_unified": False,
    }  # fmt: skip
    answers = {"structure.legal_form": "petr", **{f"service.{name}": value for name, value in service.items()}}
    found = report(as_of=date(2026, 11, 23), key_questions=["services"], members=members, answers=answers)
    assert found.note is not None
    (staying,) = (way for way in found.note.ways if way.kind == "staying")
    assert staying.option is None


def _keeping(name: str) -> NoteWay:
    ways = reading_note(name).ways
    return next(way for way in ways if way.kind == "staying" and way.option == "bodies-as-today")


def test_what_an_operation_alone_would_change_stays_as_it_is_while_that_is_not_acquired() -> None:
    """Its votes are blocked: if nobody does anything it is refused, and what is there is what is kept."""
    kept = _keeping("petr-retrait-bloque-et-sieges-2024")
    assert kept.status == "open"
    assert "n’est pas acquis" in kept.against[0]


def test_keeping_what_an_entry_still_to_be_settled_would_change_is_settled_with_it() -> None:
    kept = _keeping("petr-entree-non-tranchee-2026")
    assert kept.status == "undetermined"
    assert kept.against[0].startswith("À trancher avec")
    assert "CC des Gorges" in kept.against[0]


def test_an_entry_that_is_ruled_out_closes_nothing() -> None:
    kept = _keeping("petr-entree-non-tranchee-2026#barred")
    assert kept.status != "closed"
    unmet = real_base().options["bodies-as-today"].requires["seats-stay"].unmet
    assert unmet is not None
    assert not any(unmet.fr.partition(",")[0] in each for each in kept.against)


def test_each_way_of_staying_says_in_words_of_its_own_what_closes_it() -> None:
    """« Rester sans projet approuvé – condition non remplie : un projet de territoire approuvé » reads as nonsense."""
    staying = [option for option in real_base().options.values() if option.kind == "staying"]
    assert len([each for option in staying for each in option.requires.values()]) > 10
    assert [key for option in staying for key, each in option.requires.items() if each.unmet is None] == []


def test_staying_that_the_law_closes_gives_what_the_law_asks_for() -> None:
    note = reading_note("petr-transfert-scot-2026")
    closed = next(way for way in note.ways if way.kind == "staying" and way.option == "project-kept")
    assert closed.status == "closed"
    assert closed.against[0].startswith("La loi demande à tout PETR un projet de territoire")
    assert not any("condition non remplie" in each for way in note.ways for each in way.against)
