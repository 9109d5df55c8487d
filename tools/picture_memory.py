"""How much memory pictures take: a hundred megapixels on pages of the specimen, in a process of its own.

    python tools/picture_memory.py [--keep FOLDER]

Makes the pictures (25 megapixels as JPEG, 16 as PNG and TIFF, and what is left of a hundred), lays them on pages, makes
them ready, writes the file, and does so again with all of them kept. Told: the most memory of each process, its time.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

PICTURES = (
    ("a.jpg", 6124, 4082, 216, 303),
    ("b.jpg", 4082, 6124, 216, 303),
    ("c.png", 4000, 4000, 160, 160),
    ("d.tif", 4000, 4000, 190, 190),
    ("e.webp", 2400, 1600, 80, 53),
    ("f.jpg", 4800, 3000, 80, 50),
)
"""File, pixels across and down, millimetres across and down that it is printed at: a hundred megapixels in all."""


def make_pictures(folder: Path) -> None:
    """The pictures, with grain and shapes as photographs have them."""
    from PIL import Image, ImageDraw, ImageFilter

    chance = random.Random(14)  # noqa: S311  # a fixed row of shapes
    for name, width, height, _, _ in PICTURES:
        small = Image.effect_noise((width // 4, height // 4), 30)
        bands = [small.rotate(turn).resize((width, height), Image.Resampling.BICUBIC) for turn in (0, 90, 180)]
        image = Image.merge("RGB", bands)
        pen = ImageDraw.Draw(image)
        for _ in range(300):
            x, y, size = chance.randrange(width), chance.randrange(height), chance.randrange(40, 900)
            pen.ellipse((x, y, x + size, y + size), fill=tuple(chance.randrange(256) for _ in range(3)))
        image.filter(ImageFilter.GaussianBlur(1.5)).save(folder / name, quality=92)


MEASURED = """
import resource, sys, time
from pathlib import Path
from huozi.imports import process_is_ours
process_is_ours()
start = time.perf_counter()
from huozi.commands.documents import document_bytes
from huozi.commands.making import Request, examine, make
from huozi.commands.printed_pictures import prepared, shelf_of
from huozi.diagnostics import Findings
from huozi.display import Image, Placed
from huozi.geometry import Size, mm
folder, rows = sys.argv[1], eval(sys.argv[2])
made = make(Request({specimen!r}), Findings(), lambda stage: None)
pages = list(made.pages)
for number, (name, _, _, width, height) in enumerate(rows):
    image = Image(str(Path(folder) / name), Size(mm(width), mm(height)))
    page = pages[4 + number]
    pages[4 + number] = page._replace(items=(Placed(0, 0, image), *page.items))
findings, made_up = Findings(), time.perf_counter()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
shelf = shelf_of(folder, made.issue, made.house)
made = made._replace(pictures=prepared(shelf, pages, made.sheet, findings))
ready = time.perf_counter()
data = document_bytes(made, pages, "print")
written = time.perf_counter()
Path(sys.argv[3]).write_bytes(data)
print(*sorted({{item.rule for item in findings}}), sep=" ")
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{{most:.0f}} MiB at the most ({{before:.0f}} without pictures), "
    f"{{ready - made_up:.2f}} s for the pictures, {{written - ready:.2f}} s to write")
print(f"the file has {{len(data) / 2**20:.1f}} MiB;", "loaded:", *sorted(
    name for name in ("PIL.ImageCms", "PIL.JpegImagePlugin", "typst", "pikepdf") if name in sys.modules))
"""


def measure(folder: Path, output: Path) -> None:
    """Tell what one run takes."""
    command = [sys.executable, "-c", MEASURED.format(specimen=str(ROOT / "issue" / "specimen"))]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    subprocess.run([*command, str(folder), repr(PICTURES), str(output)], check=True, env=environment)


def main() -> None:
    """Make the pictures, run twice."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", default="", metavar="FOLDER", help="where pictures and files stay")
    parser.add_argument("--make", default="", metavar="FOLDER", help="make the pictures there, and nothing else")
    options = parser.parse_args()
    if options.make:
        make_pictures(Path(options.make))
        return
    with tempfile.TemporaryDirectory() as room:
        folder = Path(options.keep or room)
        folder.mkdir(exist_ok=True)
        if not all((folder / row[0]).exists() for row in PICTURES):
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, __file__, "--make", str(folder)], check=True
            )  # its memory would count for ours
            print(f"pictures made in {time.perf_counter() - start:.0f} s")
        for run in ("cold", "warm"):
            print(f"{run}:")
            measure(folder, folder / f"{run}.pdf")
        same = (folder / "cold.pdf").read_bytes() == (folder / "warm.pdf").read_bytes()
        print("the same bytes" if same else "NOT the same bytes")


if __name__ == "__main__":
    main()
