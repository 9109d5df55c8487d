"""Whether another Python builds the same bytes: the specimen, and the real issue where it stands beside the checkout.

    python tools/same_bytes.py PYTHON

PYTHON finds Huozi and its libraries by itself (an environment of its own, PYTHONPATH). Exits with 1 where bytes differ.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

from real_issue import SPECIMEN, huozi, import_seed, seed


def built(command: list[str], issue: Path, output: Path) -> bytes:
    """The print file of an issue; raises ``CalledProcessError`` where it cannot be built."""
    subprocess.run([*command, "build", str(issue), "-o", str(output)], check=True, capture_output=True)
    return output.read_bytes()


def main(other: str) -> int:
    """Build each issue with both and compare; gives the exit code."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        issues = {"specimen": SPECIMEN}
        manuscript = seed()
        if manuscript is not None:
            issues["real issue"] = import_seed(manuscript, folder)
        else:
            print("the real issue is not beside the checkout")
        code = 0
        for name, issue in issues.items():
            ours = built(huozi(), issue, folder / "ours.pdf")
            theirs = built([other, "-m", "huozi"], issue, folder / "theirs.pdf")
            digests = [hashlib.sha256(data).hexdigest()[:16] for data in (ours, theirs)]
            print(f"{name}: {'same bytes' if ours == theirs else 'other bytes'}, {' '.join(dict.fromkeys(digests))}")
            code |= ours != theirs
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
