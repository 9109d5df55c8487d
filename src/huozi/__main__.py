"""``python -m huozi``."""

import sys

from huozi.cli import main

sys.exit(main())
