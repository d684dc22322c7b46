"""Colours of the sample pictures: paper, ink and a few pigments, and how light changes them."""

Colour = tuple[int, int, int]


def tone(code: str) -> Colour:
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


PAPER = tone("#F5F0E6")
CREAM = tone("#EAE2D2")
STONE = tone("#CFC6B5")
CLAY = tone("#B4A893")
INK = tone("#2B2824")
INK_SOFT = tone("#6B645A")
INDIGO = tone("#34527A")
NAVY = tone("#2C3A52")
AZURITE = tone("#5B8FA8")
SKY = tone("#BCD2DA")
PINE = tone("#4E7C6C")
MOSS = tone("#93A06B")
STRAW = tone("#CBB879")
OCHRE = tone("#B5813D")
WOOD = tone("#B58E62")
WALNUT = tone("#7A5A40")
CINNABAR = tone("#A8452F")
GAMBOGE = tone("#DDB65A")
EMBER = tone("#E88A3C")
STEEL = tone("#A4AFB3")
IRON = tone("#737C80")
WHITE = tone("#FBF9F4")
SKIN = tone("#E3BC98")
COPPER = tone("#B7744A")

_SHADE = tone("#28344A")
_GLOW = tone("#FFF6E2")


def mix(first: Colour, second: Colour, part: float) -> Colour:
    """`part` of the second colour in the first."""
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(first, second, strict=True))
    return red, green, blue


def lit(colour: Colour, light: float) -> Colour:
    """A colour under light from 0 (turned away, cool) to 1 (facing, warm)."""
    if light < 0.6:
        return mix(colour, _SHADE, (0.6 - light) * 0.62)
    return mix(colour, _GLOW, (light - 0.6) * 0.5)
