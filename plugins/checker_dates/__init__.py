"""factlint plugin: dates."""
