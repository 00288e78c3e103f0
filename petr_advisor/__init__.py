"""petr_advisor: what a territory's structure can become, and how, under the French law of the PETR.

What a program that uses it needs is given here, and loaded when it is first asked for:

- `load(folder=None)`: the rule base, or another, found without problems; a PetrAdvisorError says what is wrong.
- `Consultation.start(base, as_of, key_questions=None, engine=None)`: a case at a date of law. `answer`, `dont_know`,
  `list_entities`… each give a new one; `next_question`, `outcomes` and `course`
  say what to ask, what follows and what is proposed.
- `how(consultation, conclusion)`, `why(consultation, question)`, `why_not(consultation, option)`: explanations.
- `PetrAdvisorError`: every error whose text is for a person; `told("fr")` and `told("en")` give it.
"""

import lazy_loader

__version__ = "0.1.0"

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)  # `import petr_advisor` loads nothing of it
__all__ += ["__version__"]
