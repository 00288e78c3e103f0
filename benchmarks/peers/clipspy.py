"""CLIPS: a rule a clause, a relation a number; `logical` keeps what follows true to what is asserted."""

from importlib.metadata import version

import clips

from benchmarks.peers.form import Exported, Given, OneByOne


class Peer(OneByOne):
    """CLIPS by clipspy."""

    version = f"clipspy {version('clipspy')}, CLIPS {clips.CLIPS_VERSION if hasattr(clips, 'CLIPS_VERSION') else '6.4'}"

    def load(self, program: Exported) -> None:
        """Build every rule."""
        self._clips = clips.Environment()
        self._heads = frozenset(program.bodies)
        for number in sorted({*program.inputs, *self._heads}):
            self._clips.build(f"(deftemplate x{number})")
        for number, (head, body) in enumerate(program.clauses):
            when = " ".join(f"(x{each})" for each in body)
            self._clips.build(f"(defrule r{number} (logical {when}) => (assert (x{head})))")
        # What is given and may follow too has a relation of its own: taken back, it goes on where it still follows.
        both = self._heads.intersection(program.inputs)
        for number in sorted(both):
            self._clips.build(f"(deftemplate g{number})")
            self._clips.build(f"(defrule given{number} (logical (g{number})) => (assert (x{number})))")
        names = {number: f"{'g' if number in both else 'x'}{number}" for number in program.inputs}
        self._templates = {number: self._clips.find_template(name) for number, name in names.items()}
        self._told: dict[int, clips.facts.Fact] = {}

    def evaluate(self, given: Given) -> Given:
        """Reset, assert, run."""
        self._clips.reset()
        self._told = {}
        return self.change(given)

    def change(self, given: Given) -> Given:
        """Retract what went, assert what came, run."""
        for number in self._told.keys() - given:
            self._told.pop(number).retract()
        for number in given - self._told.keys():
            if number in self._templates:
                self._told[number] = self._templates[number].assert_fact()
        self._clips.run()
        names = (int(name[1:]) for fact in self._clips.facts() if (name := fact.template.name)[0] == "x")
        return self._heads & frozenset(names)
