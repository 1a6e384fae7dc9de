"""Portuguese."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tqcheck.lang.cldr import months, weekdays
from tqcheck.lang.grammar import Grammar
from tqcheck.lang.polarity import Polarity, polarity
from tqcheck.lang.quantity import Bound
from tqcheck.lang.tabled import Tabled

_SMALL = [
    "zero",
    "um",
    "dois",
    "três",
    "quatro",
    "cinco",
    "seis",
    "sete",
    "oito",
    "nove",
    "dez",
    "onze",
    "doze",
    "treze",
    "catorze",
    "quinze",
    "dezesseis",
    "dezessete",
    "dezoito",
    "dezenove",
]
_TENS = ["vinte", "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa"]
_HUNDREDS = ["duzent", "trezent", "quatrocent", "quinhent", "seiscent", "setecent", "oitocent", "novecent"]
_ORDINAL_STEMS = {"primeir": 1, "segund": 2, "terceir": 3, "quart": 4, "quint": 5, "sext": 6, "sétim": 7, "oitav": 8,
                  "non": 9,
                  "décim": 10, "vigésim": 20}  # fmt: skip


class Portuguese(Tabled):
    """Portuguese of Portugal and Brazil."""

    code: ClassVar[str] = "pt"
    name: ClassVar[str] = "Portuguese"
    articles: ClassVar[frozenset[str]] = frozenset(
        [
            "o",
            "a",
            "os",
            "as",
            "um",
            "uma",
            "do",
            "da",
            "dos",
            "das",
            "ao",
            "à",
            "aos",
            "às",
            "no",
            "na",
            "nos",
            "nas",
            "pelo",
            "pela",
            "pelos",
            "pelas",
            "seu",
            "sua",
            "este",
            "esta",
            "cada",
        ]
    )
    not_names: ClassVar[frozenset[str]] = frozenset(
        {
            "senhor",
            "senhora",
            "sr",
            "sra",
            "dr",
            "dra",
            "presidente",
            "governo",
            "estado",
            "igreja",
            "internet",
            "terra",
            "lua",
            "sol",
            "dia",
            "bolsa",
        }
    )
    quotes: ClassVar[Sequence[tuple[str, str]]] = (("«", "»"), ("“", "”"))
    grammar = Grammar(
        decimal=",",
        groups=". '",
        cardinals={
            **{word: value for value, word in enumerate(_SMALL)}, **{word: 10 * n for n, word in enumerate(_TENS, 2)},
            "uma": 1, "duas": 2, "quatorze": 14, "dezasseis": 16, "dezassete": 17, "dezanove": 19, "ambos": 2,
            "ambas": 2,
            **{stem + end: 100 * n for n, stem in enumerate(_HUNDREDS, 2) for end in ("os", "as")},
            "par": 2, "casal": 2, "dupla": 2, "dobro": 2, "dúzia": 12, "dezena": 10, "centena": 100, "único": 1,
            "única": 1,
        },
        scales={"cem": 100, "cento": 100, "mil": 1e3, "milhão": 1e6, "milhões": 1e6, "bilhão": 1e9, "bilhões": 1e9,
                "bilião": 1e12,
                "biliões": 1e12, "trilhão": 1e12, "trilhões": 1e12, "mi": 1e6, "bi": 1e9},
        ordinals={stem + end: n for stem, n in _ORDINAL_STEMS.items() for end in ("o", "a", "os", "as")},
        fractions={"meio": 0.5, "meia": 0.5, "metade": 0.5, "terço": 1 / 3, "terços": 1 / 3, "quarto": 0.25,
                   "quartos": 0.25,
                   "quinto": 0.2, "décimo": 0.1},
        joiners=("e", "e um", "e uma"),
        vague=frozenset(
            ["um", "uma", "ambos", "ambas", "par", "casal", "dupla", "dobro", "dúzia", "dezena", "centena", "único",
             "única", "primeiro", "primeira", "primeiros", "primeiras", "segundo", "segunda", "segundos", "segundas",
             "terceiro", "terceira", "quarto", "quarta", "quinto", "quinta", "sexto", "sexta", "zero"]
        ),
        several=frozenset({"centenas", "milhares", "dezenas", "dúzias"}),
        units={
            "quilômetro": "km", "quilômetros": "km", "quilómetros": "km", "metro": "m", "metros": "m",
            "centímetros": "cm",
            "milhas": "mi", "pés": "ft", "polegadas": "in", "quilômetros quadrados": "km2",
            "quilómetros quadrados": "km2",
            "metros quadrados": "m2", "metros cúbicos": "m3", "hectare": "ha", "hectares": "ha", "litro": "l",
            "litros": "l",
            "quilogramas": "kg", "quilos": "kg", "quilo": "kg", "gramas": "g", "tonelada": "t", "toneladas": "t",
            "quilômetros por hora": "km/h", "quilómetros por hora": "km/h", "km por hora": "km/h", "graus": "deg",
            "graus celsius": "degC", "minuto": "min", "minutos": "min", "hora": "h", "horas": "h", "dia": "d",
            "dias": "d",
            "semana": "week", "semanas": "week", "mês": "month", "meses": "month", "ano": "year", "anos": "year",
            "década": "decade", "décadas": "decade", "séculos": "century", "euro": "EUR", "euros": "EUR",
            "de euros": "EUR",
            "dólar": "USD?", "dólares": "USD?", "de dólares": "USD?", "real": "BRL", "reais": "BRL", "de reais": "BRL",
            "libras": "GBP?", "ienes": "JPY", "yuans": "CNY", "de toneladas": "t", "de anos": "year",
        },
        percents=("por cento", "pontos percentuais"),
        ordinal=r"\.?[ºª°](?!\w)",
        months=months("pt"),
        weekdays={name if name in ("sábado", "domingo") else f"{name}-feira": n for name, n in weekdays("pt").items()},
        date_links=("de", "do"),
        ranges=("a", "e", "ao", "até", "ou"),
        centuries=frozenset({"século", "séculos"}),
        hedges={**dict.fromkeys(("cerca de", "aproximadamente", "quase", "em torno de", "até"), Bound.ABOUT),
                **dict.fromkeys(("mais de", "pelo menos"), Bound.OVER), "menos de": Bound.UNDER},
        relative=frozenset({"ontem", "hoje", "amanhã"}),
        am=r"da (?:manhã|madrugada)",
        pm=r"da (?:tarde|noite)",
        clock=r"h(?!\w)",
        noon={"meio-dia": 12, "meia-noite": 0},
        halves=("e meio", "e meia"),
        alone=frozenset({"cem", "cento", "mil"}),
        points=("vírgula", "ponto"),
        decades_before=("anos", "os anos", "década de"),
        letters=r"(?:[^\W\d_]|-(?=feira(?!\w)))",
    )  # fmt: skip
    polarity: ClassVar[Polarity | None] = polarity(
        hard=("não", "nunca", "jamais", "ninguém", "nada", "nenhum", "nenhuma", "tampouco", "nem"),
        not_negative=("não só", "não apenas", "não somente", "não obstante", "nada mais"),
        soft=("sem", "salvo", "exceto", "apenas", "só", "somente", "pouco*", "pouca*", "menos", "rejeit*", "nega*",
              "negou", "proib*", "imped*",
              "evit*", "fracass*", "falt*", "falh*", "ausên*", "carec*", "impossí*", "incapa*", "insuficien*",
              "desconhec*",
              "antes de", "contra", "apesar", "rar*", "desment*", "deixar de", "deixou de", "difícil*"),
        more_soft=r"\b(?:in|im|des|ir)\w+(?:vel|veis|ado|ados|ada|adas|ido|idos)\b",
    )  # fmt: skip


LANGUAGE = Portuguese()
