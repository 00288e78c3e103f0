"""The plans of shipped scenarios, one after the other."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.engines import engine
from petr_advisor.planning.model import Roadmap
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import real_base


def plans(files: Iterable[Path]) -> Iterator[tuple[str, Consultation, Roadmap]]:
    """Give the name, the case and the plan of each scenario of some files; none where there is nothing to plan."""
    for file in files:
        for scenario in load_scenarios(file, real_base()):
            case = scenario.consultation(engine("native"))
            try:
                plan = roadmap(case, case.as_of)
            except PetrAdvisorError:
                continue
            yield scenario.name, case, plan
