"""Units of measure and currencies: what each measures, and how to turn one into another."""

from __future__ import annotations

from collections.abc import Mapping

# Factors to the base of each dimension (SI; Chinese market units by the 1959 reform: 1 mu = 2000/3 m2, 1 jin = 500 g).
_FACTORS: Mapping[str, Mapping[str, float]] = {
    "length": {
        "nm": 1e-9, "um": 1e-6, "mm": 0.001, "cm": 0.01, "dm": 0.1, "m": 1, "km": 1000, "in": 0.0254, "ft": 0.3048,
        "yd": 0.9144, "mi": 1609.344, "nmi": 1852, "li": 500, "zhang": 10 / 3, "chi": 1 / 3, "cun": 1 / 30,
        "ly": 9.461e15,
    },
    "area": {
        "cm2": 1e-4, "m2": 1, "km2": 1e6, "ha": 1e4, "mu": 2000 / 3, "acre": 4046.856, "mi2": 2589988.11,
        "ft2": 0.09290304,
    },
    "volume": {"ml": 1e-6, "l": 0.001, "cm3": 1e-6, "m3": 1, "km3": 1e9, "gal": 0.003785412, "ft3": 0.02831685,
               "bbl": 0.1589873},
    "mass": {"ug": 1e-9, "mg": 1e-6, "g": 0.001, "kg": 1, "t": 1000, "lb": 0.45359237, "oz": 0.02834952, "jin": 0.5,
             "liang": 0.05, "ct": 0.0002, "qtl": 100, "st": 6.35029},
    "speed": {"km/h": 1 / 3.6, "mph": 0.44704, "m/s": 1, "km/s": 1000, "kn": 0.514444, "ft/s": 0.3048,
              "m/min": 1 / 60, "km/min": 1000 / 60},
    "time": {"ms": 0.001, "s": 1, "min": 60, "h": 3600, "d": 86400, "week": 604800},
    "span": {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200},
    "energy": {"J": 1, "kJ": 1000, "MJ": 1e6, "GJ": 1e9, "Wh": 3600, "kWh": 3.6e6, "MWh": 3.6e9, "GWh": 3.6e12, "TWh": 3.6e15, "cal": 4.184,
               "kcal": 4184},
    "power": {"W": 1, "kW": 1000, "MW": 1e6, "GW": 1e9, "hp": 745.7},
    "pressure": {"Pa": 1, "hPa": 100, "kPa": 1000, "MPa": 1e6, "bar": 1e5},
    "frequency": {"Hz": 1, "kHz": 1e3, "MHz": 1e6, "GHz": 1e9},
    "data": {"B": 1, "KB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "PB": 1e15},
    "people": {"person": 1},
}  # fmt: skip
_TEMPERATURES = {"degC", "degF", "deg", "degree", "K"}
SCALELESS = "degree"
"""A number of degrees said in the singular and without its scale, as `40 degree`."""
_DIMENSION: dict[str, tuple[str, float]] = {
    unit: (dimension, factor) for dimension, factors in _FACTORS.items() for unit, factor in factors.items()
}

NAMES: Mapping[str, str] = {
    "mi": "miles", "ft": "feet", "in": "inches", "mu": "mu", "jin": "jin", "ha": "hectares",
    "km2": "square kilometres", "m2": "square metres", "m3": "cubic metres", "cm2": "square centimetres",
    "cm3": "cubic centimetres", "mi2": "square miles", "ft2": "square feet", "degC": "°C", "degF": "°F",
    "deg": "degrees", "degree": "degrees", "liang": "liang", "kn": "knots", "acre": "acres", "bbl": "barrels",
    "gal": "gallons", "nmi": "nautical miles", "yd": "yards", "oz": "ounces", "HKD": "Hong Kong dollars",
    "RUB": "roubles", "KRW": "won", "INR": "rupees",
    "t": "tonnes", "l": "litres", "d": "days", "h": "hours", "min": "minutes", "s": "seconds", "week": "weeks",
    "month": "months", "year": "years", "decade": "decades", "m": "metres", "CNY": "yuan", "USD": "US dollars",
    "EUR": "euros", "JPY": "yen", "GBP": "pounds", "li": "li", "lb": "pounds (weight)", "g": "grams",
    "century": "centuries", "person": "people", "quarter": "quarters",
}  # fmt: skip


def dimension(unit: str | None) -> str | None:
    """What `unit` measures: `length`, `mass`, `money`, `temperature`…; None where the unit is not known."""
    if unit is None:
        return None
    if unit in _DIMENSION:
        return _DIMENSION[unit][0]
    if unit in ("m?", "km?", "cm?"):
        return "area"
    if unit in _TEMPERATURES:
        return "temperature"
    return "money" if len(unit) >= 3 and unit[:3].isupper() and unit[:3].isalpha() else None


def convert(value: float, unit: str, to: str) -> float | None:
    """`value` of `unit` in `to`; None where no fixed factor joins the two (currencies, metres and kilograms).

    Months and days are not joined: a month has no fixed number of days.
    """
    if unit == to:
        return value
    if unit in _DIMENSION and to in _DIMENSION:
        (here, factor), (there, other) = _DIMENSION[unit], _DIMENSION[to]
        return value * factor / other if here == there else None
    if (unit, to) == ("degC", "degF"):
        return value * 9 / 5 + 32
    if (unit, to) == ("degF", "degC"):
        return (value - 32) * 5 / 9
    return None


def same(one: str, other: str) -> bool:
    """Whether two canonical units may stand for each other: equal, or one of them said in general.

    A currency with `?` is any of its name (`USD?` for plain dollars, `CNY?` for a bare 元).
    """
    if one == other:
        return True
    if {one, other} <= _TEMPERATURES and {"deg", SCALELESS} & {one, other}:
        return True
    for this, that in ((one, other), (other, one)):
        if this.endswith("?") and (that.rstrip("?") in _GENERAL.get(this, (this[:-1],))):
            return True
    return False


# Plain words that name several currencies.
_GENERAL: Mapping[str, tuple[str, ...]] = {
    "USD?": ("USD", "HKD", "AUD", "CAD", "SGD", "NZD", "TWD"),
    "CNY?": ("CNY", "HKD", "TWD", "MOP", "JPY", "KRW"),
    "GBP?": ("GBP", "EGP", "LBP", "SYP", "lb"),
    "INR?": ("INR", "IDR", "PKR", "LKR", "NPR", "MVR"),
    "CHF?": ("CHF", "XOF", "XAF"),
    "CZK?": ("CZK", "SEK", "NOK", "DKK", "ISK"),
    "MXN?": ("MXN", "ARS", "CLP", "COP", "UYU", "CUP", "PHP", "DOP"),
    "m?": ("m2", "m3", "m"),
    "km?": ("km2", "km3", "km"),
    "cm?": ("cm2", "cm3", "cm"),
}
