"""Shared linguistics of news English: what more than one plugin needs. Pure functions and extractors over one document."""
