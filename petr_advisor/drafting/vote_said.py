"""What a draft says of the vote it is for and of those that come after, by the names of its places."""

from collections.abc import Callable, Iterator, Mapping

from petr_advisor.consulting.acting import who_acts
from petr_advisor.consulting.requirements import truth
from petr_advisor.drafting.voting import Voting
from petr_advisor.knowledge.procedures import Act
from petr_advisor.words.typography import capital, full_stop


def vote_said(voting: Voting) -> Mapping[str, Callable[[], object]]:
    """Give what each place holds, reckoned when asked for; None where there is nothing to say."""
    act, following = voting.act, voting.following
    return {
        "counted_by": lambda: voting.rule_before,
        "counted_with_caution": lambda: voting.rule_before_by_caution,
        "later_votes": lambda: " ".join(_later_votes(voting)) or None,
        "majority": lambda: voting.followed(act),
        "majority_of_members": lambda: voting.among_members(act),
        "needed": lambda: voting.whose_agreement(act),
        "next_span": lambda: voting.span(following) if following else None,
        "next_majority": lambda: voting.followed(following) if following else None,
        "next_needed": lambda: voting.whose_agreement(following) if following else None,
        "next_silence": lambda: voting.silence(following) if following else None,
        "points": lambda: voting.questions,
        "silence": lambda: voting.silence(act),
    }


def _later_votes(voting: Voting) -> Iterator[str]:
    """Say the votes of its procedure that come after the act, and without which the procedure ends.

    They are sought no further than a decision of another kind, as an order: what is voted after it needs it first.
    """
    if voting.act.vote is None:
        return
    for act in _needed_after(voting):
        rule = voting.case.base.majorities[act.majority].label if act.majority is not None else None
        said = [voting.voice.phrase("draft.later-vote", who=who_acts(voting.case, act.who), rule=rule)]
        span, needed = voting.span(act), voting.whose_agreement(act)
        if span is not None:
            said.append(voting.voice.phrase("draft.later-vote-within", span=span))
        if needed is not None:
            said.append(voting.voice.phrase("draft.later-vote-needed", needed=needed))
        yield full_stop(capital(voting.voice.listed(said)))


def _needed_after(voting: Voting) -> Iterator[Act]:
    procedure, _, name = voting.key.partition("/")
    acts = voting.case.base.procedures[procedure].acts
    reached, left = {name}, [name]
    while left:
        before = left.pop(0)
        for key in [key for key, act in acts.items() if before in act.after and key not in reached]:
            reached.add(key)
            act = voting.case.base.act_under(f"{procedure}/{key}", voting.case.followed)
            applies = _applies(voting, act)
            if applies and act.vote is not None and _stops_all(act):
                yield act
            if not applies or act.vote is not None or act.refused is None:
                left.append(key)


def _stops_all(act: Act) -> bool:
    """Tell whether the law asks for the act and its refusal ends the procedure, rather than sends back to a text."""
    refused = act.refused
    return act.origin == "law" and refused is not None and refused.does != "goes_on" and refused.to is None


def _applies(voting: Voting, act: Act) -> bool:
    """Tell whether the act is one of the case, on the day of the draft, or waited for by caution."""
    exists = act.period is None or act.period.covers(voting.day)
    known = True if act.when is None else truth(voting.case, act.when)
    return exists and act.included and (known is True or (known is None and act.waited))
