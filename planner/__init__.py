"""The delegation planner: from a plan to a filed report, and what became of it."""

__version__ = "0.1.0"
