"""The YAML rules of the plugin."""
