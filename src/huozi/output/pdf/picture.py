"""Picture files as image objects: CMYK, grey and line art go in as they are, everything else is a finding.

Nothing is converted here: what an RGB picture becomes on paper is a decision for who sees it (preflight 26, 28, 33).
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import TYPE_CHECKING

from huozi.diagnostics import Findings, Span
from huozi.display import Image, Page
from huozi.output.pdf.objects import Stream, Value, pdf_array, pdf_name
from huozi.records import NamedTuple

if TYPE_CHECKING:
    import PIL.Image


class Mode(NamedTuple):
    """How a picture mode is stated in the file: colour space, bits a component, components."""

    space: str
    bits: int
    components: int


MODES = {"1": Mode("DeviceGray", 1, 1), "L": Mode("DeviceGray", 8, 1), "CMYK": Mode("DeviceCMYK", 8, 4)}
"""The modes (as Pillow names them) that a print file takes."""

DEEP = frozenset({"I", "F", "I;16", "I;16B", "I;16L", "I;16N"})
FORMATS = ("JPEG", "PNG", "TIFF")


def load_pictures(pages: Iterable[Page], findings: Findings) -> dict[str, Stream]:
    """The image objects of all pictures by their paths, each once."""
    placed = [placed.item.path for page in pages for placed in page.items if isinstance(placed.item, Image)]
    if not placed:
        return {}
    import PIL.Image

    with warnings.catch_warnings():
        # a page of line art at 1,200 dpi is no bomb; at twice the size Pillow refuses, and so do we
        warnings.simplefilter("ignore", PIL.Image.DecompressionBombWarning)
        loaded = {path: load_picture(path, findings) for path in dict.fromkeys(placed)}
    return {path: picture for path, picture in loaded.items() if picture is not None}


def load_picture(path: str, findings: Findings) -> Stream | None:
    """The image object of a picture file; ``None``, and a finding, where print cannot take it."""
    import PIL.Image

    try:
        with PIL.Image.open(path, formats=FORMATS) as image:
            rule = _fault(image)
            if rule is None:
                return _image_object(path, image)
            findings.add(Span(path), rule, mode=image.mode)
    except (PIL.UnidentifiedImageError, PIL.Image.DecompressionBombError):
        findings.add(Span(path), "picture-format")
    except (OSError, ValueError, SyntaxError) as error:  # Pillow raises all three for broken files
        findings.add(Span(path), "picture-unreadable", reason=error)
    return None


def _fault(image: PIL.Image.Image) -> str | None:
    """The rule that a picture breaks, if any."""
    if image.mode in {"LA", "La", "RGBA", "RGBa", "PA"} or "transparency" in image.info:
        return "picture-transparent"
    if image.mode in DEEP:
        return "picture-deep"
    if image.mode not in MODES:
        return "picture-not-cmyk"
    return None


def _image_object(path: str, image: PIL.Image.Image) -> Stream:
    mode = MODES[image.mode]
    entries: dict[str, Value] = {
        "Type": pdf_name("XObject"),
        "Subtype": pdf_name("Image"),
        "Width": image.width,
        "Height": image.height,
        "ColorSpace": pdf_name(mode.space),
        "BitsPerComponent": mode.bits,
    }
    if image.format != "JPEG":
        return Stream(entries, image.tobytes())
    entries["Filter"] = pdf_name("DCTDecode")
    if image.mode == "CMYK" and "adobe" in image.info:  # Adobe's CMYK JPEGs are written inverted
        entries["Decode"] = pdf_array([1, 0] * mode.components)
    image.load()  # a truncated file must be found here, not at the printer's
    with open(path, "rb") as file:
        return Stream(entries, file.read(), deflated=False)
