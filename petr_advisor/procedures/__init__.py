"""How far a procedure has come: limits counted, votes tallied, acts done and awaited. Pure functions.

A limit ends with its last day: on that day the act can still be done; what passing it does counts from the next.
"""
