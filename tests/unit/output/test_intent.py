"""The printing condition: output intents, their profile, what profile is taken."""

from __future__ import annotations

import io

import pikepdf
import pytest
from output_pages import SCREEN, TARGET, faces, icc, page, pdf, run

from huozi.display import Placed, Target
from huozi.output.errors import OutputError
from huozi.output.pdf import pdf_bytes
from huozi.output.pdf.intent import is_cmyk_printer_profile

SPRING = page(Placed(60_000, 70_000, run("春")))


def intents(name: str) -> list[dict[str, str]]:
    with pikepdf.open(io.BytesIO(pdf(SPRING, target=TARGET._replace(output_intent=name)))) as file:
        return [
            {key: str(value) for key, value in intent.items() if key != "/DestOutputProfile"}
            for intent in file.Root.OutputIntents
        ]


@pytest.mark.parametrize(
    ("name", "identifier", "words"),
    [
        ("FOGRA39L_coated", "FOGRA39", "Offset printing, ISO 12647-2:2004, coated paper type 1 or 2, 115 g/m2"),
        ("PSOcoated_v3", "FOGRA51", "Offset printing, ISO 12647-2:2013, premium coated paper, 115 g/m2"),
        ("PSOuncoated_v3", "FOGRA52", "Offset printing, ISO 12647-2:2013, wood-free uncoated paper, 120 g/m2"),
    ],
)
def test_a_known_condition_is_named_as_the_registry_names_it(name: str, identifier: str, words: str) -> None:
    for intent, subtype in zip(intents(name), ("/GTS_PDFX", "/GTS_PDFA1"), strict=True):
        assert intent == {
            "/Type": "/OutputIntent",
            "/S": subtype,
            "/OutputConditionIdentifier": identifier,
            "/Info": words,
            "/RegistryName": "http://www.color.org",
        }


def test_a_profile_of_the_house_speaks_for_itself() -> None:
    (first, _) = intents("本厂纸")
    assert (first["/OutputConditionIdentifier"], first["/Info"]) == ("Custom", "本厂纸")
    assert "/RegistryName" not in first


@pytest.mark.parametrize("target", [TARGET, SCREEN], ids=["print", "screen"])
def test_the_profile_is_embedded_whole_once_as_four_inks(target: Target) -> None:
    with pikepdf.open(io.BytesIO(pdf(SPRING, target=target))) as file:
        profiles = {intent.DestOutputProfile.objgen: intent.DestOutputProfile for intent in file.Root.OutputIntents}
        (profile,) = profiles.values()
        data = profile.read_bytes()
        assert int(profile.N) == 4
    assert len(data) == 121_368 == int.from_bytes(data[:4])
    assert (data[12:16], data[16:20], data[36:40]) == (b"prtr", b"CMYK", b"acsp")


SOUND = (132).to_bytes(4) + bytes(8) + b"prtrCMYK" + b"Lab " + bytes(12) + b"acsp" + bytes(92)


def test_a_whole_profile_of_a_press_in_four_inks_is_taken() -> None:
    assert is_cmyk_printer_profile(SOUND)
    assert is_cmyk_printer_profile(icc())


@pytest.mark.parametrize(
    "broken",
    [
        SOUND[:-1],
        SOUND + b"\0",
        SOUND.replace(b"prtr", b"mntr"),
        SOUND.replace(b"prtr", b"scnr"),
        SOUND.replace(b"CMYK", b"RGB "),
        SOUND.replace(b"CMYK", b"GRAY"),
        SOUND.replace(b"acsp", b"acsx"),
        b"",
        bytes(40),
    ],
)
def test_any_other_is_refused_by_name(broken: bytes) -> None:
    with pytest.raises(OutputError) as caught:
        pdf_bytes([SPRING], TARGET, faces(), broken)
    assert [(found.rule, found.span.file) for found in caught.value.findings] == [
        ("profile-not-cmyk", "FOGRA39L_coated")
    ]
