"""Rules as YAML: read off the node tree, so that every problem has its file, line and column."""

from checker.rules.load import load

__all__ = ["load"]
