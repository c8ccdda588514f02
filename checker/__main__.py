"""``python -m checker`` is ``factlint``."""

import sys

from checker.cli import main

sys.exit(main())
