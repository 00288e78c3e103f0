"""clingo: a positive rule a clause, an external atom for what may be given; grounded once, solved a case."""

import clingo

from benchmarks.peers.form import Exported, Given, OneByOne


class Peer(OneByOne):
    """clingo, with several solves of one grounding."""

    version = clingo.__version__

    def load(self, program: Exported) -> None:
        """Ground the program."""
        self._control = clingo.Control(["--warn=none"])
        self._heads = frozenset(program.bodies)
        lines = [f"h({head}) :- {', '.join(f'h({number})' for number in body)}." for head, body in program.clauses]
        lines += [f"#external g({number}). h({number}) :- g({number})." for number in program.inputs]
        self._control.add("base", [], "\n".join(lines))
        self._control.ground([("base", [])])
        atoms = self._control.symbolic_atoms
        given = {number: atoms[clingo.Function("g", [clingo.Number(number)])] for number in program.inputs}
        self._given = {number: atom.literal for number, atom in given.items() if atom is not None}
        self._told: Given = frozenset()

    def evaluate(self, given: Given) -> Given:
        """Give the one answer set of a case."""
        return self.change(given)

    def change(self, given: Given) -> Given:
        """Set the externals that differ, and solve."""
        for number in self._told ^ given:
            if number in self._given:
                self._control.assign_external(self._given[number], number in given)
        self._told = given
        found: list[int] = []
        with self._control.solve(yield_=True) as handle:
            for model in handle:
                found = [s.arguments[0].number for s in model.symbols(atoms=True) if s.name == "h"]
        return self._heads & frozenset(found)
