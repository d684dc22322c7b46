"""What a person's name looks like in Latin letters, of Europe, Vietnam or as East Asia spells."""

import re

from planner.exchange.reading.dictionary import words_of

_EXTENDED = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
UPPER = "A-Z" + "".join(sign for sign in _EXTENDED if sign.isupper())
LOWER = "a-z" + "".join(sign for sign in _EXTENDED if sign.islower())
LETTER = UPPER + LOWER

_PARTICLE = (
    "van|von|de|der|den|ten|ter|zu|zum|af|la|le|las|los|dos|das|du|des|do|da|di|del|della|el|y|e|"
    "bin|binti|ibn|al|al-|ap"
)
WORD = (
    rf"(?:(?:[ODL][’'])?[{UPPER}][{LOWER}]+(?:[’'-]?[{UPPER}][{LOWER}]+|-[{LOWER}]+|-[{UPPER}](?![{LETTER}]))*"
    rf"|[{UPPER}]-[{UPPER}][{LOWER}]+)"
)
_SURNAME_IN_CAPITALS = rf"[{UPPER}]{{3,}}(?![{LETTER}])"
NAME = (
    rf"(?:{WORD}|[{UPPER}]\.(?:-?[{UPPER}]\.)?)"
    rf"(?:[ -](?:(?:{_PARTICLE})(?=[ -])|{WORD}|[{UPPER}]\.)(?![{LOWER}])){{0,4}}"
)
"""What may follow Dr or 教授: one word or several, with initials and particles."""
_CAPITALS_FIRST = rf"{_SURNAME_IN_CAPITALS} {WORD}"
HONOURED = rf"(?:{_CAPITALS_FIRST}|{NAME}(?: {_SURNAME_IN_CAPITALS})?)"
FULL = (
    rf"{WORD}(?: [{UPPER}]\.)?"
    rf"(?:(?: (?:{_PARTICLE})){{0,2}}[ -]{WORD}(?![{LOWER}])){{1,3}}"
)
"""A given name and a surname at least."""
HONORIFIC = (
    r"(?:Dr|Drs|Profs?|(?:Assoc|Asst|Adj)\.? Prof|Professors?|Messrs|Mr|Ms|Mrs|Miss|Mme|Mlle|"
    r"(?:Associate|Assistant|Adjunct|Emeritus) Professor|Herr|Frau|Madame?|Señora?|Sheikh|"
    r"Dato[’']|Datuk|Tan Sri|Puan|Encik|Engr|Ing|Ir|Rev|Hon|Cmdr|Commander|Lt|Lieutenant|"
    r"Capt|Captain|Col|Colonel|Maj|Major|Gen|General|Adm|Admiral|Sgt|Representative|Senator|"
    r"Councillor|Judge|Justice|Consul|Commissioner|Secretary|Sir|Provost|Chancellor|Rector|Mayor|"
    r"Governor|Dame|Lord|Lady|Ambassador|Minister|Dean|President|Principal|"
    r"(?:Deputy |Assistant |Vice )?Director(?:[ -]General)?|Vice[ -]President|Chair(?:man|woman)|"
    r"Lieutenant Colonel|Lieutenant Commander|Brigadier|LCDR|LCdr|CDR|LTC|COL|MAJ|CPT|Er|Chaplain|"
    r"(?:Chief |Senior )?Warrant Officer|(?:Senior |Deputy )?Assistant Commissioner|"
    r"DI|Dipl\.-Ing|Dr\.-Ing|Mag|prof|dr|Ministerial Advis[eo]r|Safety Lead|Datin|Haji|"
    r"H\.?E|Academician|Counsell?or|Attaché|Inspector|Superintendent|Sister|Brother|Father|Chief)\.?"
)
_GIVEN = frozenset(words_of("given_names"))
_JAPANESE = re.compile(
    r"(?:(?:[kgsztdnhbpmyrwj]|ky|gy|sh|ch|ts|ny|hy|by|py|my|ry|f)?(?:[aeiou]|ou|uu|oo)|n(?![aeiou]))+",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    r"(?:[BPMFDTNLGKHJQXRZCSYW]|Zh|Ch|Sh|Hs|Ts|Tz|Kw|Hw|Gw|Ng)[a-zü]{1,5}-[A-Za-z][a-zü]{0,5}"
)
NO_SURNAME = re.compile(
    r"(?:University|Universit|Institut|College|School|Academy|Museum|Library|Hospital|Clinic|Centre|Center|"
    r"Council|Association|Society|Foundation|Agency|Office|Department|Ministry|Company|Corporation|Bank|"
    r"Airport|Airlines|Airways|Station|Street|Road|Avenue|Square|Bridge|Tower|Castle|Palace|Park|Garden|"
    r"Harbour|Harbor|Port|Bay|Beach|Island|Lake|River|Valley|Hill|Mountain|Point|Cape|Hotel|House|Hall|"
    r"Theatre|Theater|Opera|Stadium|Market|Church|Cathedral|Abbey|Award|Prize|Medal|Lecture|Lab|Laborator|"
    r"Day|Week|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|"
    r"July|August|September|October|November|December|Report|Visit|Tour|Team|Group|Programme|Program|"
    r"Project|Plan|Act|Law|Fund|Trust|Press|Journal|Times|Post|News|Review|Memorial|Works|Plant|Mine|"
    r"County|City|Town|Village|District|Province|Region|State|Republic|Kingdom|Line|Railway|Road|Festival|"
    r"Conference|Forum|Summit|Workshop|Seminar|Reserve|Forest|Zoo|Cup|Games|Technology|Technologies|"
    r"Research|Studies|Science|Sciences|Engineering|Systems|Solutions|Industries|Energy|Power|Water|Food|"
    r"Health|Medical|Group|Holdings|Partners|Director|Manager|Professor|President|Officer|Engineer|Court|Fish|Complex|Unit|Boarding|Seas|CubeSats?|Africa|Asia)"
)


def is_full_name(written: str) -> bool:
    """A known given name and one or two words more, neither of which is a thing."""
    words = [word for word in written.split() if len(word) > 2 or not word.endswith(".")]
    if not 2 <= len(words) <= 5 or any(NO_SURNAME.match(word) for word in words[1:]):
        return False
    first = words[0]
    if first in _GIVEN or first.split("-")[0] in _GIVEN:
        return True
    if len(words) == 2 and any(map(_CHINESE.fullmatch, words)):
        return True
    is_japanese = all(_JAPANESE.fullmatch(word) for word in words)
    return is_japanese and words[-1] in _GIVEN and len(words) == 2
