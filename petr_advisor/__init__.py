"""petr_advisor: what a territory's structure can become, and how, under the French law of the PETR."""

__version__ = "0.1.0"
