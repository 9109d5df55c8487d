"""The real issue, where it stands beside the checkout: the printed journal's OCR that Huozi is measured on."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from cold_runs import answer_of

ROOT = Path(__file__).resolve().parent.parent
SPECIMEN = ROOT / "issue" / "specimen"
SHARED = ROOT.parent / "shared"


def seed() -> Path | None:
    """The manuscript of the real issue; ``None`` where it is not at hand."""
    return next(iter(sorted((SHARED / "seed").glob("*.txt"))), None)


def huozi(*arguments: str | Path) -> list[str]:
    """The command line of Huozi in this environment."""
    installed = shutil.which("huozi", path=str(Path(sys.executable).parent))
    return [*([installed] if installed else [sys.executable, "-m", "huozi"]), *map(str, arguments)]


def import_seed(manuscript: Path, folder: Path) -> Path:
    """The real issue imported to a new folder below ``folder``; raises ``RunFailed``."""
    target = folder / "real"
    answer_of(huozi("import", manuscript, "-o", target))
    return target
