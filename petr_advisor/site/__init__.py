"""The rule base as a small static site: a page for each norm, rule, option, scenario, with what surrounds it."""
