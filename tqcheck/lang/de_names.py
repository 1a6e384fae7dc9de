"""Which capitalised words of a German sentence are names, where every noun has a capital."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tqcheck.lang.base import ProperName
from tqcheck.lang.capitals import capitalised

_NOT_NAMES_TEXT = """
    sie ihr ihre ihrer ihnen ihren ihrem uhr euro prozent herr frau internet
"""
_NOT_NAMES = frozenset(_NOT_NAMES_TEXT.split())
_ARTICLES_TEXT = """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner im am zum zur vom beim
    ins ans dieser diese dieses diesen diesem jeder jede jedes jeden jedem alle aller allen viele vielen mehr
    mehrere einige etwas sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere unseren mein meine
    welche welcher wenig weniger zwei drei vier fünf sechs sieben acht neun zehn beide beiden ohne per pro als
"""
_ARTICLES = frozenset(_ARTICLES_TEXT.split())
# Words before a name that end as an adjective does before a noun.
_NO_ADJECTIVES_TEXT = """
    in an von und oder hatte wurde würde sagte konnte sollte wollte habe werde erklärte teilte meinte nannte lobte
    wie wegen zwischen gegen neben über unter aber oder denn wenn dass sprechen leben kommen trafen gegenüber
    schrieb zwar außer hatten wurden waren werden haben sollen können seiner
"""
_NO_ADJECTIVES = frozenset(_NO_ADJECTIVES_TEXT.split())
_ADJECTIVE = re.compile(r"(?:e|en|er|es|em)$")
_COMMON = re.compile(
    r"(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|ion|ionen|tät|täten|ismus|nis|nisse|chen|tum|ling|zeug|zeit|jahr|jahre|"
    r"jahren|tag|tage|tagen|woche|wochen|monat|monate|stunde|stunden|minuten|meter|metern|kilometer|teil|recht|kraft|stelle|"
    r"haus|spiel|spiele|punkt|punkte|punkten|platz|grad|arbeit|kinder|menschen|leute|personen|opfer)$"
)
_TITLE = re.compile(
    r"(?:präsident|minister|kanzler|kanzlerin|chef|chefin|sprecher|sprecherin|leiter|leiterin|direktor|direktorin|könig|königin|"
    r"prinz|prinzessin|papst|trainer|trainerin|richter|richterin|professor|professorin|general|senator|senatorin|gouverneur|"
    r"bürgermeister|bürgermeisterin|ministerin|präsidentin|sänger|sängerin|schauspieler|schauspielerin|autor|autorin|kollege|"
    r"kollegin|experte|expertin|forscher|forscherin|mann|frau|ist|istin|ent|entin|ator|atorin|torwart|stürmer|spieler|spielerin|"
    r"moderator|meister|gründer|gründerin|stadt|dorf|insel|fluss|firma|konzern|verein|club|klub|zeitung|magazin|sender)$",
    re.I,
)
_GENITIVE = re.compile(r"[^suiax]s$")
_BEFORE = re.compile(r"([^\W\d_]+|\d+)\W*$")


def names(text: str) -> Sequence[ProperName]:
    """Every noun, marked sure where a title, a first name, or a genitive without an article shows it to be a name."""
    found = list(capitalised(text, _NOT_NAMES, frozenset()))
    made: list[ProperName] = []
    for i, name in enumerate(found):
        first = i == 0 or found[i - 1].run != name.run
        follows = i + 1 < len(found) and found[i + 1].run == name.run
        before = _BEFORE.search(text, 0, name.span.start)
        word = before[1].lower() if before and not first or before and name.sure else ""
        noun = bool(_COMMON.search(name.text.lower())) or len(name.text) > 14
        title = bool(_TITLE.search(name.text)) and follows
        led = word in _ARTICLES or word.isdigit() or bool(_ADJECTIVE.search(word)) and word not in _NO_ADJECTIVES
        genitive = follows and first and bool(_GENITIVE.search(name.text)) and not led and name.sure
        after_title = not first and bool(_TITLE.search(found[i - 1].text))
        second = not first and bool(made) and made[-1].sure and made[-1].strong
        sure = not noun and not title and (genitive or after_title or second)
        made.append(
            replace(
                name,
                sure=sure,
                strong=after_title or second or (name.inside and not led and not noun and not title),
                run=name.run * 2 + (not title),
            )
        )
    return made
