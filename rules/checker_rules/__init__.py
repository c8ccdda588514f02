"""The YAML rules that come with factlint, one folder a family."""
