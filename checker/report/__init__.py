"""Renderings of a run: deterministic, sorted."""
