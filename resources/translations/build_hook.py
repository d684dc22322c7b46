"""Compiles the translations into every wheel, also an editable one."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface):
    """Where the tool cannot run, the window compiles its words when it first needs them."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        script = Path(self.root, "resources", "translations", "translations.py")
        done = subprocess.run([sys.executable, script, "compile"], check=False)
        if done.returncode:
            self.app.display_warning("translations are compiled when the window first opens")
