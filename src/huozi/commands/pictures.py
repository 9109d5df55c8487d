"""Pictures of an issue's pages, as commands want them: by their labels, or as files in a folder."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from huozi.output.pictures.drawing import USUAL_DPI, Picture, page_pictures
from huozi.output.pictures.folder import NamedPicture, picture_name, write_pictures
from huozi.records import NamedTuple


class Drawn(NamedTuple):
    """How pages are to be drawn: at which resolution, which ones by their labels (``None``: all).

    ``whole``: with bleed and the margins of the sheet, else as they are trimmed.
    """

    dpi: int = USUAL_DPI
    only: Collection[str] | None = None
    whole: bool = False


AS_USUAL = Drawn()


def pictures_by_label(pdf: bytes, labels: Sequence[str], how: Drawn = AS_USUAL) -> dict[str, bytes]:
    """The pictures of a file's pages by their labels, which are given for all of its pages in order.

    Raises ``OutputError`` as :func:`huozi.output.pictures.drawing.page_pictures` does.
    """
    return {labels[picture.index]: picture.png for picture in _drawn(pdf, labels, how)}


def draw_pictures(pdf: bytes, labels: Sequence[str], folder: str, how: Drawn = AS_USUAL) -> tuple[str, ...]:
    """Put the pictures of a file's pages into a folder, named by number and label; gives their paths.

    Pictures that an earlier run has left there are gone then. Raises ``OutputError`` where pages cannot be drawn or
    written: the folder is as it was.
    """
    count = len(labels)
    named = (
        NamedPicture(picture_name(picture.index + 1, count, labels[picture.index]), picture.png)
        for picture in _drawn(pdf, labels, how)
    )
    return write_pictures(folder, named)


def _drawn(pdf: bytes, labels: Sequence[str], how: Drawn) -> Iterator[Picture]:
    indexes = [at for at, label in enumerate(labels) if how.only is None or label in how.only]
    return page_pictures(pdf, indexes, how.dpi, whole=how.whole)
