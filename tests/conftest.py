"""A small sound folder of records, about a conflict that never was, for tests to spoil."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

# The environment of the validators has no Hypothesis, and needs none.
if find_spec("hypothesis"):
    from hypothesis import settings

    # How long an example takes says nothing about whether the code is right.
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")

ARTICLE = "The ministry put the dead at about 2,000.\nIt had said at least 100 before.\n"

SOUND = {
    "dataset.yaml": """\
name: example-ledger
title: Example Ledger
version: 0.1.0-dev
updated_on: 2030-01-31
description: Records of a conflict that never was
creator: Example maintainers
licence: CC-BY-4.0
licence_url: https://creativecommons.org/licenses/by/4.0/
keywords: [example]
""",
    "registers/conflicts/north-south.yaml": """\
name: War of North and South
definition: a conflict that never was
sides:
  - id: north
    parties: [XA]
  - id: south
    parties: [XB, rebels]
    supporters: [XC]
""",
    "registers/actors/xa-mod.yaml": """\
name: Ministry of Defence of Northland
kind: defence_ministry
country: XA
aliases: [Northern MoD]
""",
    "registers/actors/rebels.yaml": """\
name: Southern Rebels
kind: armed_forces
""",
    "registers/publishers/xa-press.yaml": """\
name: Northern Press
kind: agency
country: XA
hosts: [press.example]
""",
    "registers/publishers/xa-mod-page.yaml": """\
name: Ministry of Defence of Northland, press page
kind: primary
country: XA
actor: xa-mod
hosts: [mod.example]
""",
    "registers/populations/south-army.yaml": """\
name: Southern army
conflict: north-south
party: XB
personnel: military
definition: all soldiers of the South
""",
    "registers/places/xb-east.yaml": """\
name: East Province
kind: region
country: XB
""",
    "statements/2030/2030-01-10-xa-mod.yaml": """\
claimant: xa-mod
claimed_on: 2030-01-10
basis: official_statement
figures:
  - id: xa-mod-2030-01-10-killed
    population: south-army
    place: xb-east
    measure: killed
    bound: at_least
    low: 100
    scope: cumulative
""",
    "statements/2030/2030-01-20-xa-mod.yaml": """\
claimant: xa-mod
spokesperson: the minister
claimed_on: 2030-01-20
basis: official_statement
figures:
  - id: xa-mod-2030-01-20-killed
    population: south-army
    measure: killed
    bound: about
    best: 2000
    scope: cumulative
    as_of: 2030-01-19
    supersedes: xa-mod-2030-01-10-killed
  - id: xa-mod-2030-01-20-casualties
    population: south-army
    measure: casualties
    includes: [killed, wounded]
    bound: between
    low: 5000
    high: 6000
    scope: cumulative
""",
    "reports/2030/01/2030-01-10-xa-press.yaml": """\
url: https://www.press.example/first
publisher: xa-press
language: en
published_on: 2030-01-10
mentions:
  - figure: xa-mod-2030-01-10-killed
    as_written: at least 100
""",
    "reports/2030/01/2030-01-21-xa-press.yaml": """\
url: https://press.example/second
publisher: xa-press
language: en
published_on: 2030-01-21
relayed_by: [xa-press]
document: 2030-01-21-second.txt
mentions:
  - figure: xa-mod-2030-01-20-killed
    as_written: about 2,000
    span: [29, 40]
""",
    "reports/2030/01/2030-01-22-xa-press.yaml": """\
url: https://press.example/third
publisher: xa-press
language: en
published_on: 2030-01-22
mentions:
  - figure: xa-mod-2030-01-20-casualties
    as_written: 5,000 to 6,000
  - figure: xa-mod-2030-01-20-killed
    as_written: more than 2,000
    differs: [bound]
""",
    "documents/2030-01-21-second.txt": ARTICLE,
}


@pytest.fixture(scope="session")
def sound() -> dict[str, str]:
    """Return the text of each sound record, by path."""
    return SOUND


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """Return a folder of sound records that a test may spoil."""
    root = tmp_path / "seeds"
    for name, text in SOUND.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return root


@pytest.fixture
def unseen() -> Iterator[None]:
    """Draw without a screen, and close what was drawn."""
    import matplotlib as mpl
    import matplotlib.pyplot as plt

    with mpl.rc_context({"backend": "agg"}):
        yield
    plt.close("all")
