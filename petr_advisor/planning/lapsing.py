"""Days after which nothing can be done: the acts that they bind are planned by then, with all that these wait for."""

from dataclasses import replace
from datetime import date

from petr_advisor.planning.tempo import Node


def planned_in_time(nodes: dict[str, Node], start: date) -> None:
    """Let each act whose power, or whose body, ends on a day to come be done by then, with what it waits for."""
    for key, node in tuple(nodes.items()):
        for due in node.dues:
            if due.ends and due.day is not None and due.day >= start:
                _by(nodes, key, due.day)


def _by(nodes: dict[str, Node], key: str, last: date) -> None:
    left, seen = [key], {key}
    while left:
        node = nodes[left.pop()]
        nodes[node.key] = replace(node, last=min(node.last or last, last))
        before = [link.on for link in node.after if link.on in nodes and link.on not in seen]
        left += before
        seen.update(before)
