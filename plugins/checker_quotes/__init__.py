"""factlint plugin: quotes."""
