"""The plugin manager: which plugins take part in a run, and what each delivers.

Built-in plugins are listed in one tuple; third parties come from the entry-point group ``factlint``. A plugin that cannot be
imported, misspells a hook or raises is named in a problem and left out; everything else goes on.
"""

from __future__ import annotations

import importlib
import inspect
import traceback
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

import pluggy

from checker import hookspecs
from checker.model import Problem

if TYPE_CHECKING:
    from checker.model import Config

BUILTIN = ("checker_dates", "checker_numbers", "checker_people", "checker_places", "checker_quotes", "checker_rules")
GROUP = "factlint"


class Plugins:
    """The plugins of one run. ``problems`` collects what went wrong with any of them."""

    def __init__(self, config: Config) -> None:
        self.problems: list[Problem] = []
        self._manager = pluggy.PluginManager(GROUP)
        self._manager.add_hookspecs(hookspecs)
        for name in BUILTIN if config.builtins is None else config.builtins:
            self._register(name, lambda name=name: importlib.import_module(name))
        if config.third_party:
            for entry in sorted(entry_points(group=GROUP), key=lambda e: e.name):
                self._register(entry.name, entry.load)

    def register(self, plugin: object, name: str) -> None:
        """Add a plugin object directly: for tests and for programs that embed the engine."""
        self._register(name, lambda: plugin)

    @property
    def names(self) -> list[str]:
        """The names of the plugins that take part."""
        return sorted(name for name, _ in self._manager.list_name_plugin())

    def collect(self, hook: str, *, only: str | None = None, **arguments: Any) -> list[tuple[str, Any]]:
        """Call a hook on every plugin by itself; return (plugin name, result), sorted by name, without those that raised.

        ``only`` names the one plugin to ask.
        """
        results = []
        caller = getattr(self._manager.hook, hook)
        for implementation in sorted(caller.get_hookimpls(), key=lambda i: i.plugin_name):
            if only not in (None, implementation.plugin_name):
                continue
            try:
                wanted = {k: v for k, v in arguments.items() if k in implementation.argnames}
                results.append((implementation.plugin_name, implementation.function(**wanted)))
            except Exception as error:  # noqa: BLE001  a plugin may raise anything; it must not take the run with it
                self.problems.append(raised(implementation.plugin_name, hook, error))
        return results

    def items(self, hook: str) -> list[tuple[str, Any]]:
        """The items of a hook that returns a sequence, with their plugins; a result that is none is named in a problem."""
        found = []
        for plugin, result in self.collect(hook):
            if isinstance(result, (list, tuple)):
                found += [(plugin, item) for item in result]
            else:
                message = f"{hook}: returned {type(result).__name__}, not a list"
                self.problems.append(Problem(f"plugin {plugin}", None, None, message, "its results are left out"))
        return found

    def _register(self, name: str, load: Any) -> None:
        try:
            plugin = load()
            self._manager.register(plugin, name)
            self._manager.check_pending()
        except pluggy.PluginValidationError as error:
            self._manager.unregister(name=name)
            self.problems.append(
                Problem(f"plugin {name}", None, None, _pending(error), "the hooks are listed in docs/plugins.md")
            )
        except Exception as error:  # noqa: BLE001
            self.problems.append(raised(name, "import", error))


def raised(plugin: str, where: str, error: Exception) -> Problem:
    """Name the plugin, the place and the error of an exception out of a plugin."""
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    at = f" at {last.filename}:{last.lineno}" if last else ""
    return Problem(
        f"plugin {plugin}", None, None, f"{where}: {type(error).__name__}: {error}{at}", "its results are left out"
    )


def _pending(error: pluggy.PluginValidationError) -> str:
    return inspect.cleandoc(str(error)).replace("\n", " ")
