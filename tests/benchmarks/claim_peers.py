"""Other readers of numbers in running text, each as a function from a text to what it reads."""

import functools
import re
import sys
import warnings
from collections.abc import Callable

# A number, and the measure where the reader knows one.
Reading = tuple[float, str | None]
Peer = Callable[[str, str], list[Reading]]

GROUPED = re.compile(r"\d{1,3}(?:[.,'’   ]\d{3})+(?!\d)|\d+")
TEXT2NUM_LANGUAGES = {"en", "fr", "es", "pt", "de", "nl", "it"}


def peers() -> dict[str, Peer]:
    """The readers that can be started here; says which cannot."""
    started: dict[str, Peer] = {}
    for name, start in (
        ("every digit string", lambda: _digits),
        ("text2num", _text2num),
        ("quantulum3", _quantulum),
        ("Duckling", _duckling),
        ("spaCy Matcher", _spacy),
    ):
        try:
            started[name] = start()
        except Exception as error:  # a peer may fail in any way of its own
            reason = str(error).splitlines()[0][:90] if str(error) else type(error).__name__
            print(f"{name}: not measured ({reason})")
    return started


def _digits(text: str, language: str) -> list[Reading]:
    """Every string of digits with its group marks."""
    marks = GROUPED.findall(text)
    return [(float(re.sub(r"\D", "", mark)), None) for mark in marks]


def _text2num() -> Peer:
    """Spelled-out numbers turned into digits, then every digit string."""
    from text_to_num import alpha2digit

    def read(text: str, language: str) -> list[Reading]:
        known = language in TEXT2NUM_LANGUAGES
        return _digits(alpha2digit(text, language) if known else text, language)

    return read


def _quantulum() -> Peer:
    """Made for English; it reads digits in any language."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser

    def read(text: str, language: str) -> list[Reading]:
        return [(quantity.value, None) for quantity in parser.parse(text)]

    return read


def _duckling() -> Peer:
    if "--duckling" not in sys.argv:
        raise RuntimeError("it takes a minute or two for each language: give --duckling")
    import jpype
    from duckling import DucklingWrapper, Language

    # it expects Python strings from Java, which newer bridges give only when asked
    jpype.startJVM = functools.partial(jpype.startJVM, convertStrings=True)
    names = "en ENGLISH de GERMAN fr FRENCH es SPANISH it ITALIAN ko KOREAN ru RUSSIAN pl POLISH"
    names += " pt PORTUGUESE uk UKRAINIAN ro ROMANIAN ja JAPANESE zh CHINESE tr TURKISH"
    codes = dict(zip(names.split()[::2], names.split()[1::2], strict=True))
    wanted = sys.argv[sys.argv.index("--duckling") + 1].split(",")
    wrappers = {
        code: DucklingWrapper(language=getattr(Language, codes[code]))
        for code in wanted
        if hasattr(Language, codes.get(code, ""))
    }
    print(f"Duckling: {', '.join(wrappers)}; it reads nothing in other languages")

    def read(text: str, language: str) -> list[Reading]:
        if language not in wrappers:
            return []
        items = wrappers[language].parse_number(text)
        return [(item["value"]["value"], None) for item in items]

    return read


# What a person writes in a quarter of an hour for a matcher: scales, people, and one list of words
# for each of the commonest measures.
SPACY = {
    "en": {
        "scales": {"thousand": 1_000, "million": 1_000_000, "hundred": 100},
        "people": r"(?i)soldier|troop|personnel|men$|people|dead|killed|wound|casualt|engineer|worker",
        "killed": r"(?i)kill|dead|died|death",
        "wounded": r"(?i)wound|injur",
        "casualties": r"(?i)casualt",
        "losses": r"(?i)^loss|^lost",
        "planned": r"(?i)^plan|will|expect|prepar|another|additional",
        "deployed": r"(?i)sent|deploy|dispatch",
        "present": r"(?i)station|remain|currently",
        "captured": r"(?i)captur|prisoner",
    },
    "de": {
        "scales": {"tausend": 1_000, "millionen": 1_000_000, "hundert": 100},
        "people": r"(?i)soldat|mann$|tote|gefallen|verletzt|verwundet|pionier|arbeiter|truppe|kräfte",
        "killed": r"(?i)getötet|tote|gefallen|ums",
        "wounded": r"(?i)verwundet|verletzt",
        "casualties": r"(?i)opfer",
        "losses": r"(?i)verlust|verlor",
        "planned": r"(?i)weitere|will|plant|sollen|könnte",
        "deployed": r"(?i)entsandt|geschickt|schickt",
        "present": r"(?i)stationiert|befinden|derzeit",
        "captured": r"(?i)gefangen",
    },
    "fr": {
        "scales": {"mille": 1_000, "millions": 1_000_000, "milliers": 1_000},
        "people": r"(?i)soldat|homme|militaire|mort|tué|bless|troupe|ouvrier|ingénieur|nord-coréen",
        "killed": r"(?i)tué|mort|décès",
        "wounded": r"(?i)bless",
        "casualties": r"(?i)victime",
        "losses": r"(?i)^perte|perdu",
        "planned": r"(?i)^prévo|^prépar|suppl|enverr",
        "deployed": r"(?i)envoy|déploy",
        "present": r"(?i)présent|trouve",
        "captured": r"(?i)captur|prisonni",
    },
    "es": {
        "scales": {"mil": 1_000, "millones": 1_000_000, "millar": 1_000},
        "people": r"(?i)soldado|militar|muert|herid|baja|tropa|efectivo|zapador|obrero|norcorean",
        "killed": r"(?i)muert|abatid|falleci|caíd",
        "wounded": r"(?i)herid",
        "casualties": r"(?i)^baja",
        "losses": r"(?i)pérdida|perdi",
        "planned": r"(?i)enviará|mandará|prev|otros|prepara",
        "deployed": r"(?i)envi|despleg",
        "present": r"(?i)permanec|hay|actualmente",
        "captured": r"(?i)captur|prisioner",
    },
    "ro": {
        "scales": {"mii": 1_000, "milioane": 1_000_000, "mie": 1_000},
        "people": r"(?i)soldaț|militar|morț|răniț|uciș|trup|oameni|muncitor|geniș|nord-coree",
        "killed": r"(?i)uciș|morț|decedat",
        "wounded": r"(?i)răniț",
        "casualties": r"(?i)victime",
        "losses": r"(?i)pierd",
        "planned": r"(?i)încă|va|vor|pregăt|plan",
        "deployed": r"(?i)trimis|desfăș|dislocat",
        "present": r"(?i)află|prezenț",
        "captured": r"(?i)captur|prizonier",
    },
    "uk": {
        "scales": {"тисяч": 1_000, "тис": 1_000, "тисячі": 1_000, "мільйон": 1_000_000},
        "people": r"(?i)солдат|військов|боєц|бійц|осіб|загиб|поранен|сапер|робітник|корей",
        "killed": r"(?i)загиб|вбит|убит|загину",
        "wounded": r"(?i)поранен",
        "casualties": r"(?i)жертв",
        "losses": r"(?i)втрат",
        "planned": r"(?i)планує|готує|може|ще",
        "deployed": r"(?i)відправ|направ|перекин",
        "present": r"(?i)перебува|зараз",
        "captured": r"(?i)полон",
    },
    "ru": {
        "scales": {"тысяч": 1_000, "тыс": 1_000, "тысячи": 1_000, "миллион": 1_000_000},
        "people": r"(?i)солдат|военн|боец|бойц|человек|погиб|ранен|сапер|сапёр|рабоч|коре",
        "killed": r"(?i)погиб|убит",
        "wounded": r"(?i)ранен",
        "casualties": r"(?i)жертв",
        "losses": r"(?i)потер",
        "planned": r"(?i)планирует|готов|может|еще|ещё",
        "deployed": r"(?i)отправ|направ|перебро",
        "present": r"(?i)находи|сейчас",
        "captured": r"(?i)плен",
    },
    "it": {
        "scales": {"mila": 1_000, "mille": 1_000, "milioni": 1_000_000},
        "people": r"(?i)soldat|militar|uomini|mort|ferit|truppe|genier|operai|nordcorean|caduti",
        "killed": r"(?i)mort|uccis|cadut",
        "wounded": r"(?i)ferit",
        "casualties": r"(?i)vittim",
        "losses": r"(?i)perdit|perso",
        "planned": r"(?i)invierà|altri|previst|prepara",
        "deployed": r"(?i)inviat|schierat",
        "present": r"(?i)trova|present",
        "captured": r"(?i)cattur|prigionier",
    },
}
NO_MEASURE = {"scales", "people"}
WINDOW = 10  # tokens on each side in which the matcher looks for a measure


def _spacy() -> Peer:
    """A number before a word for people, with the nearest word of a measure."""
    import spacy
    from spacy.matcher import Matcher

    def pipeline(language: str) -> tuple[object, Matcher]:
        words = SPACY[language]
        nlp = spacy.blank(language)
        matcher = Matcher(nlp.vocab)
        number = {"TEXT": {"REGEX": r"^\d[\d.,]*$"}}
        scale = {"LOWER": {"IN": list(words["scales"])}, "OP": "?"}
        between = {"IS_ALPHA": True, "OP": "?"}
        people = {"TEXT": {"REGEX": words["people"]}}
        matcher.add(
            "people", [[number, scale, between, between, between, people]], greedy="LONGEST"
        )
        return nlp, matcher

    made = {language: pipeline(language) for language in SPACY}

    def read(text: str, language: str) -> list[Reading]:
        if language not in made:
            return []
        nlp, matcher = made[language]
        doc = nlp(text)
        return [_reading(doc, start, SPACY[language]) for _, start, _ in matcher(doc)]

    return read


def _reading(doc, start: int, words: dict) -> Reading:
    digits = doc[start].text
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", digits):
        value = float(re.sub(r"\D", "", digits))
    else:
        value = float(digits.rstrip(".,").replace(",", ".")) if digits.count(",") < 2 else 0.0
    following = doc[start + 1].text.lower() if start + 1 < len(doc) else ""
    return value * words["scales"].get(following, 1), _measure(doc, start, words)


def _measure(doc, start: int, words: dict) -> str | None:
    for distance in range(1, WINDOW + 1):
        for place in (start + distance, start - distance):
            if not 0 <= place < len(doc):
                continue
            for measure, pattern in words.items():
                if measure not in NO_MEASURE and re.search(pattern, doc[place].text):
                    return measure
    return None
