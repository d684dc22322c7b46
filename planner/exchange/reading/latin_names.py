"""What a person's name looks like in Latin letters, of Europe, Vietnam or as East Asia spells."""

import re

from planner.exchange.reading.dictionary import words_of

_EXTENDED = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
UPPER = "A-Z" + "".join(sign for sign in _EXTENDED if sign.isupper())
LOWER = "a-z" + "".join(sign for sign in _EXTENDED if sign.islower())
LETTER = UPPER + LOWER

_PARTICLE = (
    "van|von|de|der|den|ten|ter|zu|zum|af|la|le|las|los|dos|das|du|des|do|da|di|del|della|el|y|e|"
    "bin|binti|ibn|al|al-|ap|[’']t"
)
WORD = (
    rf"(?:(?:[ODL][’'])?[{UPPER}][{LOWER}]+"
    rf"(?:[’'-]?[{UPPER}][{LOWER}]+|-[{LOWER}]+|[’'][{LOWER}]{{3,}}|-[{UPPER}](?![{LETTER}]))*"
    rf"|[{UPPER}]-[{UPPER}][{LOWER}]+)"
)
_SURNAME_IN_CAPITALS = rf"[{UPPER}]{{3,}}(?![{LETTER}])"
NAME = (
    rf"(?:{WORD}|[{UPPER}]\.(?:-?[{UPPER}]\.)?)"
    rf"(?:[ -](?:(?:{_PARTICLE})(?=[ -])|{WORD}|[{UPPER}]\.)(?![{LOWER}])){{0,4}}"
)
"""What may follow Dr or 教授: one word or several, with initials and particles."""
_CAPITALS_FIRST = rf"{_SURNAME_IN_CAPITALS} {WORD}"
_SURNAME_AND_SYLLABLES = rf"[{UPPER}][{LOWER}]+, [{UPPER}][{LOWER}]+-[{LETTER}][{LOWER}]+"
HONOURED = rf"(?:{_CAPITALS_FIRST}|{_SURNAME_AND_SYLLABLES}|{NAME}(?: {_SURNAME_IN_CAPITALS})?)"
FULL = (
    rf"{WORD}(?: [{UPPER}]\.)?"
    rf"(?:(?: (?:{_PARTICLE})){{0,2}}[ -]{WORD}(?![{LOWER}])){{1,3}}"
)
"""A given name and a surname at least."""
IN_CAPITALS = (
    rf"(?:{_CAPITALS_FIRST}(?:-[{LETTER}][{LOWER}]+)?|"
    rf"{WORD}(?: (?:(?i:{_PARTICLE})))? {_SURNAME_IN_CAPITALS})"
)
"""CHUNG Woo-jin, David VON HIPPEL."""
_COURTESY = (
    r"H\.?E|Rt|Dr|Drs|Profs?|(?:Assoc|Asst|Adj)\.? Prof|Messrs|Mr|Ms|Mrs|Miss|Mme|Mlle|Herr|Frau|"
    r"Madame?|Señora?|Dona?|Shri|Smt|Sheikh|Alhaj|Mullah|Dato[’']|Datuk|Datin|Tan Sri|Puan|Encik|"
    r"Haji|Engr|Ing|Ir|Er|Atty|Adv|Arch|Cr|Rev|Reverend|Hon|Honou?rable|Amb|Dir|Sir|Dame|Lord|Lady|DI|Mag|"
    r"Dipl\.-Ing|Dr\.-Ing|prof|dr|ing|Mgr|Bc|em|Sister|Brother|Father|Chaplain"
)
_RANK = (
    r"Cmdr|Cdr|LtCol|Lt Col|Wg Cdr|Sqn Ldr|Commander|Lt|Lieutenant|Capt|Captain|Col|"
    r"Colonel|Maj|Major|Gen|General|Adm|Admiral|Sgt|Sergeant|Brigadier|Commodore|"
    r"LCDR|LCdr|CDR|LTC|COL|MAJ|CPT|Warrant Officer|"
    r"Petty Officer|"
    r"Superintendent|Inspector|Commissioner|Consul|Representative|Delegate|Senator|Speaker|Councill?or|"
    r"Judge|Justice|Secretary|Provost|Chancellor|Rector|Mayor|Governor|Ambassador|Minister|Dean|"
    r"President|Principal|Director|Chair(?:man|woman|person)|Professor|Academician|Counsell?or|Attaché|"
    r"Chief|Premier|Advis[eo]r|Officer|Specialist"
)
_BEFORE_RANK = (
    r"(?:Deputy|Vice|Assistant|Associate|Adjunct|Emeritus|Research|Senior|Junior|Chief|Acting|"
    r"Interim|First|Second|Third|Prime|Permanent|Section|Division|Branch|Brigadier|Major|Rear|"
    r"Lieutenant|Safety|Ministerial|Managing|Executive|Police|Fire|Former|U\.?S\.?|French|German|"
    r"Dutch|Czech|Greek|Thai|[A-Z][a-z]{2,8}(?:ese|ish|ian|can))[ -]"
)
HONORIFIC = (
    rf"(?:(?:{_COURTESY})(?: \(FH\))?|Safety Lead|Professors|"
    rf"(?:{_BEFORE_RANK}){{0,3}}(?:{_RANK})(?:[ -](?:Generals?|Constable))?|"
    r"Finance Minister|Foreign Minister|General Director)\.?"
)
"""What courtesy, learning, office or rank puts before a name."""
RANKED = re.compile(rf"(?:{HONORIFIC}\s){{1,3}}(?=\S+\s\S)")
"""What is left out of a name of two words at least."""
_GIVEN = frozenset(words_of("given_names"))
_JAPANESE = re.compile(
    r"(?:(?:[kgsztdnhbpmyrwj]|ky|gy|sh|ch|ts|ny|hy|by|py|my|ry|f)?(?:[aeiou]|ou|uu|oo)|n(?![aeiou]))+",
    re.IGNORECASE,
)
_SYLLABLE = (
    r"(?:(?:[czs]h|hs|t[sz]|sz|[khg]w|ng|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:[iu]ang|i[ou]ng|[aeiou]ng|i[ae]n|iao|uai|u[ae]n|uei|[iu]eh|[aeu]i|[aeiuü]n|[ai]o|er|i[aeu]|ou|"
    r"u[aeo]|iuh|[eio]h|[aeiouü])|"
    r"(?:ch|[gkbpdtjchsmnrlyw])?(?:yeo|[yaow]e|eo|y[aou]|w[aoei]|eu|ui|oo|ee|[aeiou])(?:ck|ng|[kgnlmbph])?)"
)
_CHINESE = re.compile(rf"(?=[A-Z])(?i:{_SYLLABLE}-{_SYLLABLE})")
"""A given name of two syllables as Taiwan and Korea write it."""
NO_SURNAME = re.compile(
    r"(?:(?:Universit|Institut|Laborator|Communit|Technolog|Facult|Compan)\w*|"
    r"(?:College|School|Academy|Museum|Library|Hospital|Clinic|Centre|Center|Convention|Mission|Embassy|"
    r"Council|Association|Society|Foundation|Agency|Office|Department|Ministry|Corporation|Bank|"
    r"Airport|Airlines|Airways|Station|Street|Road|Avenue|Square|Bridge|Tower|Castle|Palace|Park|Garden|"
    r"Harbour|Harbor|Port|Bay|Beach|Island|Lake|River|Valley|Hill|Mountain|Point|Cape|Hotel|House|Hall|"
    r"Theatre|Theater|Opera|Stadium|Market|Church|Cathedral|Abbey|Award|Prize|Medal|Lecture|Lab|"
    r"Day|Week|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|"
    r"July|August|September|October|November|December|Report|Visit|Tour|Team|Group|Programme|Program|"
    r"Project|Plan|Act|Law|Fund|Trust|Press|Journal|Times|Post|News|Review|Memorial|Works|Plant|Mine|"
    r"County|City|Town|Village|District|Province|Region|State|Republic|Kingdom|Line|Railway|Road|Festival|"
    r"Conference|Forum|Summit|Workshop|Seminar|Reserve|Forest|Zoo|Cup|Games|"
    r"Research|Studies|Science|Sciences|Engineering|Systems|Solutions|Industries|Energy|Power|Water|Food|"
    r"Health|Medical|Group|Holdings|Partners|Director|Manager|Professor|President|Officer|Engineer|Court|Fish|"
    rf"Complex|Unit|Boarding|Seas|CubeSat|Africa|Asia|International|Philanthropies)e?s?(?![{LOWER}]))"
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
