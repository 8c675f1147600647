"""Build the state and leader tables of the knowledge base from public-domain lists.

Usage: ``python tools/build_actors.py FOLDER``, where FOLDER holds
``states_factbook.csv`` and ``leaders_2014_2026.csv`` (both compiled from the CIA
World Factbook, public domain). What stands here by hand - short names, spelling
variants, seats of government - is general knowledge. Writes ``states.csv`` and
``leaders.csv`` in ``src/accord/resolve/data``; the same input gives the same files.
"""

import csv
import re
import sys
import unicodedata
from datetime import date, timedelta
from pathlib import Path

import yaml

DATA = Path(__file__).parents[1] / "src/accord/resolve/data"
VERSION = 1

# Short names in running text beyond the first; "|" parts them.
MORE_NAMES = {
    "USA": "United States of America|U.S.|US|U.S.A.|USA|America",
    "GBR": "Britain|Great Britain|U.K.|UK|United Kingdom of Great Britain and Northern "
    "Ireland",
    "RUS": "Russian Federation",
    "CHN": "People's Republic of China|PRC|mainland China",
    "ARE": "UAE|U.A.E.|Emirates",
    "TUR": "Turkey|Turkiye|Republic of Türkiye",
    "CZE": "Czech Republic",
    "MKD": "Macedonia",
    "MMR": "Burma",
    "CIV": "Ivory Coast|Cote d'Ivoire",
    "TLS": "East Timor",
    "SWZ": "Swaziland",
    "CPV": "Cabo Verde",
    "VAT": "Vatican|Vatican City",
    "COD": "Democratic Republic of Congo|DRC|D.R. Congo|Congo-Kinshasa",
    "COG": "Republic of Congo|Congo Republic",
    "BIH": "Bosnia|Bosnia-Herzegovina|BiH",
    "KOR": "ROK",
    "PRK": "DPRK",
    "TTO": "Trinidad",
    "HKG": "Hong Kong",
    "MAC": "Macau|Macao",
    "NRU": "Nauru",
    "FSM": "Federated States of Micronesia",
    "GMB": "The Gambia",
    "STP": "Sao Tome and Principe",
    "CUW": "Curacao",
    "PSE": "State of Palestine",
    "TWN": "Republic of China",
    "NLD": "Holland",
    "BLR": "Belorussia",
    "KGZ": "Kirghizia",
    "SAU": "KSA",
    "VNM": "Viet Nam",
    "MDA": "Moldavia",
    "LAO": "Lao PDR",
    "SYR": "Syrian Arab Republic",
    "VGB": "BVI",
    "PNG": "PNG",
    "CAF": "CAR",
    "ZAF": "RSA",
}
# Names shown in the place of the table's.
SHORT_NAMES = {"NRU": "Nauru", "HKG": "Hong Kong", "MAC": "Macao", "TUR": "Turkey"}
# Adjectives and nouns beyond the table's.
MORE_DEMONYMS = {
    "USA": "U.S.|US",
    "GBR": "Briton|Britons|Brits|U.K.|UK",
    "NLD": "Dutchman|Dutchmen|Netherlands",
    "IRL": "Irishman|Irishwoman",
    "FRA": "Frenchman|Frenchmen|Frenchwoman",
    "KAZ": "Kazakh|Kazakhs",
    "KGZ": "Kyrgyz",
    "TJK": "Tajik|Tajiks",
    "TKM": "Turkmen",
    "UZB": "Uzbek|Uzbeks",
    "KOR": "South Korean|South Koreans",
    "PRK": "North Korean|North Koreans",
    "COD": "Congolese",
    "COG": "",
    "ABW": "Aruban|Arubans",
    "CUW": "Curacaoan|Curacaoans",
    "BWA": "Botswanan|Botswanans",
    "CIV": "Ivorian|Ivorians",
    "TWN": "Taiwanese",
    "HKG": "Hong Konger|Hong Kongers",
    "MAC": "Macanese",
    "SGP": "Singaporean|Singaporeans",
    "PHL": "Filipino|Filipinos|Philippine",
    "SRB": "Serb|Serbs|Serbian|Serbians",
    "HRV": "Croat|Croats|Croatian",
    "SVN": "Slovene|Slovenes|Slovenian",
    "XKX": "Kosovar|Kosovars|Kosovan",
    "BIH": "Bosnian|Bosnians",
    "VAT": "Vatican",
    "ARE": "Emirati|Emiratis|UAE",
    "SAU": "Saudi|Saudis|Saudi Arabian",
    "ARG": "Argentine|Argentines|Argentinian|Argentinians|Argentinean",
    "ESP": "Spaniard|Spaniards|Spanish",
    "VUT": "Ni-Vanuatu",
    "WSM": "Samoan|Samoans",
    "PSE": "Palestinian|Palestinians",
    "CHE": "Swiss",
    "SLV": "Salvadoran|Salvadorans|Salvadorean",
    "BGD": "Bangladeshi|Bangladeshis",
    "TUR": "Turk|Turks|Turkish",
    "NPL": "Nepali|Nepalese",
    "BRB": "Barbadian|Barbadians",
    "NER": "Nigerien|Nigeriens",
    "MDG": "Malagasy|Madagascan",
    "SWZ": "Swazi|Swazis",
    "LSO": "Basotho",
    "AFG": "Afghan|Afghans",
    "SOM": "Somali|Somalis",
}
# Seats and by-names that stand for a government; never a mere place.
METONYMS = {
    "RUS": "Kremlin",
    "USA": "White House|Oval Office",
    "GBR": "Downing Street|No 10|No. 10|Number 10|10 Downing Street|Whitehall",
    "FRA": "Elysee|Élysée Palace|Elysee Palace",
    "DEU": "Bundesregierung",
    "UKR": "Bankova",
    "CHN": "Zhongnanhai",
    "KOR": "Blue House",
    "ITA": "Palazzo Chigi",
    "JPN": "Kantei",
    "BRA": "Planalto",
    "ESP": "Moncloa",
    "VAT": "Holy See",
    "ARG": "Casa Rosada",
    "PHL": "Malacañang",
    "LKA": "Temple Trees",
}
# Capitals as newspapers write them. A capital that is the state's own name, or that
# stands for another body first (Brussels), is left out.
CAPITALS = {
    "USA": "Washington|Washington, D.C.|Washington DC",
    "UKR": "Kyiv|Kiev",
    "BEL": "",
    "SGP": "",
    "LUX": "",
    "MCO": "",
    "SMR": "",
    "GIB": "",
    "DJI": "",
    "KWT": "",
    "GTM": "",
    "PAN": "",
    "VAT": "",
    "MEX": "Mexico City",
    "BEN": "Porto-Novo|Cotonou",
    "BDI": "Gitega|Bujumbura",
    "GNQ": "Malabo",
    "CIV": "Yamoussoukro|Abidjan",
    "ZAF": "Pretoria",
    "SWZ": "Mbabane",
    "LBY": "Tripoli",
    "MMR": "Naypyidaw|Nay Pyi Taw|Naypyitaw|Yangon|Rangoon",
    "MDA": "Chisinau|Kishinev",
    "CYP": "Nicosia",
    "XKX": "Pristina|Prishtina",
    "SRB": "Belgrade",
    "LKA": "Colombo",
    "BOL": "La Paz",
    "CHL": "Santiago",
    "NRU": "",
    "AZE": "Baku",
    "TKM": "Ashgabat",
    "UZB": "Tashkent",
    "KAZ": "Astana|Nur-Sultan",
    "VNM": "Hanoi",
    "NLD": "The Hague",
    "ALB": "Tirana",
    "LAO": "Vientiane",
    "PLW": "",
    "FJI": "Suva",
    "VUT": "Port Vila",
    "TZA": "Dodoma",
    "IND": "New Delhi|Delhi",
    "ISR": "Jerusalem|Tel Aviv",
    "SAU": "Riyadh",
    "PSE": "Ramallah",
    "BRA": "Brasília|Brasilia",
    "COL": "Bogotá|Bogota",
    "SYC": "",
    "GRD": "",
    "BLZ": "Belmopan",
    "JAM": "",
    "GUY": "",
    "MLT": "Valletta",
}
# Without people or government; or too easily another thing.
# The president of the United States is no president of theirs.
PRESIDED = {"ASM", "GUM", "MNP", "PRI", "VIR", "BLM", "MAF", "NCL", "PYF", "WLF"}
# Offices whose end the table's editions do not show: the last day of each.
ENDS = {
    ("BFA", "president", "Kabore"): "2022-01-24",
    ("COG", "prime minister", "Mouamba"): "2021-05-12",
    ("BEN", "prime minister", "Zinsou"): "2016-04-06",
    ("HTI", "president", "Moise"): "2021-07-07",
    ("GAB", "prime minister", "Bilie-By-Nze"): "2023-08-30",
    ("GNB", "president", "Embalo"): "2025-11-26",
    ("ROU", "prime minister", "Ciolacu"): "2025-05-06",
    ("PRK", "prime minister", "Pak"): "2019-04-11",
    ("CPV", "prime minister", "Neves"): "2016-04-22",
    ("MLI", "prime minister", "Keita"): "2017-04-08",
    ("LSO", "prime minister", "Majoro"): "2022-10-28",
    ("TLS", "president", "Guterres"): "2022-05-19",
    ("PRT", "president", "Rebelo de Sousa"): "2026-03-08",
    ("SYR", "prime minister", "Arnous"): "2024-09-14",
    ("KOR", "prime minister", "Han"): "2025-05-01",
    ("TUR", "prime minister", "Yildirim"): "2018-07-09",
}
# Rows of the table that are no office-holder's.
MISREAD = {
    ("BGD", "president", "2023-04-13"),
    ("SVN", "prime minister", "2022-12-23"),
    ("LBN", "prime minister", "2020-10-22"),
}
LEFT_OUT = {"ATA", "BVT", "ATF", "HMD", "SGS", "IOT", "ESH", "SPM", "UMI"}
TITLES = {
    "president": "president",
    "prime minister": "prime minister",
    "premier": "prime minister",
    "chancellor": "chancellor",
    "king": "king",
    "queen": "queen",
    "taoiseach": "prime minister",
    "sultan": "sultan",
    "amir": "emir",
    "emperor": "emperor",
    "pope": "pope",
    "supreme leader": "supreme leader",
    "chief executive": "chief executive",
    "head of government": "head of government",
}
PARTICLES = set("de da do dos la le el al bin ibn van von der den di du des y".split())


def header(what: str, licence: str = "public domain facts; arrangement CC0-1.0") -> str:
    """Return the comment lines a data file begins with."""
    return (
        f"# {what}\n# Origin: CIA World Factbook (public domain) by "
        f"tools/build_actors.py; additions from general knowledge.\n"
        f"# Licence: {licence}. Version: {VERSION}.\n"
    )


def demonyms(noun: str, adjective: str) -> list[str]:
    """Take the plain forms out of the table's bracketed ones."""
    found: list[str] = []
    bare = re.sub(r"\((?!s\))[^)]*\)", "", f"{adjective},{noun}")
    for form in re.split(r",|;| or | and ", bare):
        words = form.strip()
        plain = words.replace("(s)", "").strip()
        if not re.fullmatch(r"[^\W\d_][\w'\- ]+", plain) or plain in {"NA", "none"}:
            continue
        if plain[0].islower() or "note" in plain:
            continue
        found.append(plain)
        if "(s)" in words:
            found.append(f"{plain}s")
    return found


def unique(names: list[str]) -> str:
    """Join names by bars, each once, in order."""
    return "|".join(dict.fromkeys(name.strip() for name in names if name.strip()))


def build_states(folder: Path) -> list[dict[str, str]]:
    """Turn the table of states into one row per state."""
    rows: dict[str, dict[str, str]] = {}
    with (folder / "states_factbook.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            code = row["iso3"]
            bare = not (row["capital"] or row["adj"]) and code not in MORE_NAMES
            if not code or code in LEFT_OUT or bare:
                continue
            short = SHORT_NAMES.get(code, row["name"])
            long = row["long"].split(";")[0].split(" (")[0]
            names = [short, row["name"], "" if long == "none" else long]
            capital = re.split(r" \(|;|,", row["capital"])[0].strip()
            table = demonyms(row["noun"], row["adj"])
            rows[code] = {
                "id": code,
                "qid": row["qid"],
                "names": unique([*names, *MORE_NAMES.get(code, "").split("|")]),
                "demonyms": unique([*MORE_DEMONYMS.get(code, "").split("|"), *table]),
                "capital": CAPITALS.get(code, capital),
                "metonyms": METONYMS.get(code, ""),
                "source": "CIA World Factbook",
            }
    # The table's words are those of two states; only the longer ones tell them apart.
    for code in ("KOR", "PRK", "ABW", "CUW", "COD", "COG"):
        rows[code]["demonyms"] = MORE_DEMONYMS[code]
    return [rows[code] for code in sorted(rows)]


def name_case(word: str) -> str:
    """Turn a surname in capitals into name case."""
    if not word.isupper() or len(word.replace(".", "")) < 2:
        return word
    if word.lower() in PARTICLES or word.rstrip(".") in {"II", "III", "IV", "VI", "X"}:
        return word if word.rstrip(".").strip("IVX") == "" else word.lower()
    parts = re.split(r"([-'’])", word)
    return "".join(part.capitalize() for part in parts)


def person_names(raw: str) -> list[str]:
    """Return last name, usual name and full name; empty if this is no person's name."""
    raw = re.sub(r"\[[^]]*\]|\([^)]*\)|,? (?:Jr|Sr)\.?$", "", raw).strip(" ,")
    raw = re.sub(r"\b(?:Dr|Gen|General|Sir|Dame|Lt|Col|Maj)\.? ", "", raw)
    words = raw.split()
    if not 2 <= len(words) <= 6 or re.search(r"\d|,|;|/|\"", raw):
        return []
    if any(
        w[0].islower() and w.lower() not in PARTICLES and "-" not in w for w in words
    ):
        return []
    capitals = [
        i
        for i, w in enumerate(words)
        if (w.isupper() and len(w) > 2)
        or (w.isupper() and len(w) == 2 and not w.endswith("."))
    ]
    if not capitals:
        return []
    first, last = capitals[0], capitals[-1]
    surname = [name_case(w) for w in words[first : last + 1]]
    given = [name_case(w) for w in words[:first]]
    after = [name_case(w) for w in words[last + 1 :]]
    full = " ".join([*given, *surname, *after])
    usual = " ".join([given[0], *surname]) if given else full
    return [" ".join(surname), *dict.fromkeys([usual, full])]


def slug(name: str) -> str:
    """Make the id's tail from a name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def build_leaders(folder: Path, states: set[str]) -> list[dict[str, str]]:
    """Turn office rows into one row per person and office, dated by the successor."""
    offices: dict[tuple[str, str], dict[str, tuple[str, list[str]]]] = {}
    with (folder / "leaders_2014_2026.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            title = TITLES.get(row["title"].lower())
            day = row["since"]
            if row["principal"] != "True" or not title or row["iso3"] not in states:
                continue
            if row["iso3"] in PRESIDED or (row["iso3"], title, day) in MISREAD:
                continue
            if title in {"king", "queen"} and row["role"] == "chief of state":
                continue
            names = person_names(row["name"])
            if not names or not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
                continue
            offices.setdefault((row["iso3"], title), {}).setdefault(
                day, (slug(names[1]), names)
            )
    taken = hand_offices()
    rows = []
    for (state, title), holders in sorted(offices.items()):
        days = sorted(holders)
        for day, following in zip(days, [*days[1:], ""], strict=True):
            key, names = holders[day]
            if overlaps(taken.get((state, title), []), day, following):
                continue
            end = following and date.fromisoformat(following) - timedelta(days=1)
            known_end = ENDS.get((state, title, names[0]))
            rows.append(
                {
                    "id": f"per:{key}",
                    "names": unique(names[1:]),
                    "surname": names[0],
                    "title": title,
                    "of": state,
                    "from": day,
                    "to": known_end or str(end),
                    "source": "CIA World Factbook",
                }
            )
    return sorted(rows, key=lambda r: (r["id"], r["of"], r["from"], r["title"]))


def hand_offices() -> dict[tuple[str, str], list[tuple[date, date]]]:
    """List the spells of the offices that were written by hand, which go first."""
    spells: dict[tuple[str, str], list[tuple[date, date]]] = {}
    pack = yaml.safe_load((DATA / "people.yaml").read_text(encoding="utf-8"))
    for actor in pack["actors"]:
        for role in actor.get("roles", ()):
            spell = (role["from"], role["to"] or date.max)
            spells.setdefault((role["of"], role["title"]), []).append(spell)
    for row in read_table("offices.csv"):
        end = date.fromisoformat(row["to"]) if row["to"] else date.max
        spell = (date.fromisoformat(row["from"]), end)
        spells.setdefault((row["of"], row["title"]), []).append(spell)
    return spells


def read_table(name: str) -> list[dict[str, str]]:
    """Read one of the room's tables, without the comment lines at its head."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def overlaps(spells: list[tuple[date, date]], day: str, following: str) -> bool:
    """Tell whether an office was held by another for more than a change-over."""
    start = date.fromisoformat(day)
    end = date.fromisoformat(following) if following else date.max
    allowed = min(60, (end - start).days // 2)
    return any((min(end, b) - max(start, a)).days > allowed for a, b in spells)


def write(name: str, what: str, rows: list[dict[str, str]]) -> None:
    """Write one data file with its header."""
    with (DATA / name).open("w", encoding="utf-8", newline="\n") as file:
        file.write(header(what))
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{name}: {len(rows)} rows")


def main() -> None:
    """Build both files."""
    if len(sys.argv) != 2:
        sys.exit("usage: build_actors.py FOLDER")
    folder = Path(sys.argv[1])
    states = build_states(folder)
    write("states.csv", "States: names, demonyms, capitals, seats.", states)
    codes = {row["id"] for row in states}
    leaders = build_leaders(folder, codes)
    what = (
        "Heads of state and government with dated offices. An office ends the day "
        "before\n# the next known holder's begins: who held it only between two "
        "editions of the source\n# (mostly 2017 to 2020) is missing, and the "
        "holder before then ends too late."
    )
    write("leaders.csv", what, leaders)


if __name__ == "__main__":
    main()
