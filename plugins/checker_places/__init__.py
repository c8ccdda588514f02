"""factlint plugin: places."""
