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
    rf"(?:(?:[ODLH][’'])?[{UPPER}][{LOWER}]+"
    rf"(?:[’'-]?[{UPPER}][{LOWER}]+|-[{LOWER}]+|[’'](?!ll|re|ve)[{LOWER}]{{2,}}|-[{UPPER}](?![{LETTER}]))*"
    rf"|[{UPPER}]-[{UPPER}][{LOWER}]+)"
)
_SURNAME_IN_CAPITALS = rf"[{UPPER}]{{3,}}(?![{LETTER}])"
_SHORT_IN_CAPITALS = rf"[{UPPER}]{{2,}}(?:-[{UPPER}]+)?(?![{LETTER}])"
NAME = (
    rf"(?:(?:Y )?{WORD}|[{UPPER}]\.(?:-?[{UPPER}]\.){{0,3}})"
    rf"(?:[ -](?:(?:{_PARTICLE})(?=[ -])|{WORD}|[{UPPER}]\.)(?![{LOWER}])){{0,4}}"
)
"""What may follow Dr or 教授: one word or several, with initials and particles."""
_CAPITALS_FIRST = rf"{_SHORT_IN_CAPITALS} {WORD}(?! [{UPPER}])"
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
"""WARE Helen, Helen VAN WARE."""
AFTER_NAMES = (
    r"(?:,? (?:[OCMKD]BE|CMG|KCMG|CVO|[QKS]C|MP|MPs|MEP|MSP|MLA|MLC|MHA|JP|CPA|P\.?Eng|Ph\.?D\.?|"
    r"M\.?D|Esq|Jr|Sr|I{2,3}|IV))+(?![A-Za-z])\.?"
)
"""Honours, seats and degrees that follow a name."""
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
RANKED = re.compile(rf"(?<![{LETTER}])(?:{HONORIFIC}\s){{1,3}}(?=\S+\s\S)")
"""What is left out of a name of two words at least."""
ADDRESSED = re.compile(
    rf"(?:(?:{_COURTESY})\.?|Senator|Congress(?:man|woman)|Lt\.?(?: Col\.?)?|Capt\.?|Col\.?) "
    rf"[{UPPER}]"
    rf"|[{UPPER}][{LETTER} .’'-]+{AFTER_NAMES}$"
)
"""What can only be a person, by what stands before or behind the name."""
_GIVEN = frozenset(words_of("given_names"))
_FAMILY = frozenset(words_of("romanised_surnames"))
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
_SYLLABLED = re.compile(rf"(?=[A-Z])(?i:{_SYLLABLE})")
_TWO_SYLLABLES = re.compile(rf"(?=[A-Z][a-z]{{4}})(?i:{_SYLLABLE}{_SYLLABLE})")
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
    r"Activit(?:y|ie)|Auditorium|Device|Approval|Studium|Wales|Speech|Arbor|Training|Photograph|Challenge|Finding|Issue|Session|Meeting|Committee|Task|Training|Congress|Assembly|Hotel|Event|"
    r"Research|Studies|Science|Sciences|Engineering|Systems|Solutions|Industries|Energy|Power|Water|Food|"
    r"Health|Medical|Group|Holdings|Partners|Director|Manager|Professor|President|Officer|Engineer|Court|Fish|Basin|Delta|"
    rf"Complex|Unit|Boarding|Seas|CubeSat|Africa|Asia|International|Philanthropies)e?s?(?![{LOWER}]))"
)


_JAPANESE_GIVEN = re.compile(
    "(?:Aki|Atsu|Fumi|Haru|Hide|Hiro|Hisa|Kata|Katsu|Kazu|Kei|Ken|Kimi|Kiyo|Kuni|Masa|Michi|Mitsu|Mune|Nao|Nobu|Nori|"
    "Sachi|Sada|Shige|Shin|Shun|Sumi|Tada|Taka|Take|Tetsu|Tomo|Toshi|Tsune|Yasu|Yoshi|Yuki)"
    "(?:aki|atsu|fumi|haru|hide|hiko|hiro|hisa|hito|ho|ichi|ichiro|iko|ji|jiro|kazu|ki|ko|kuni|masa|mi|michi|mitsu|moto|"
    "nao|ne|nobu|nori|o|ro|saburo|shi|shige|suke|taka|taro|to|toshi|tsugu|ya|yasu|yo|yoshi|yuki|zo|ka)"
)
_HYPHENED = re.compile(r"[A-Z][a-z]{1,5}-[A-Za-z][a-z]{1,6}")


def is_full_name(written: str) -> bool:
    """A known given name and one or two words more, neither of which is a thing."""
    return _is_of_the_east(written) or _has_known_given(written) or _is_vietnamese(written)


_VIETNAMESE = re.compile(
    "(?:Nguy[eễ]n|Ph[aạ]m|Tr[aầ]n|L[eêý]|Hu[yỳ]nh|Ho[aà]ng|V[oõuũ]|Đ(?:ặng|ỗ|inh|oàn)|B[uù]i|H[oồ]|Ng[oô]|"
    f"D[uư][oơ]ng|Trịnh|Trương|Phan|L[ưu]u|Lương|Tạ|Mai|Cao)(?: [{UPPER}][{LOWER}]{{1,5}}){{2,3}}"
)


def _is_vietnamese(written: str) -> bool:
    """`Phạm Văn Cường`: a family name and short syllables, with signs of that language."""
    return not written.isascii() and _VIETNAMESE.fullmatch(written) is not None


def is_name_in_capitals(written: str) -> bool:
    """QU Dongyu, Makoto NAKATANI: the family name is set off, and both sound like names."""
    words = written.split()
    family = [word for word in words if word.isupper()]
    given = [word for word in words if not word.isupper()]
    if len(given) == 2 and len(family) == 1:
        return written == " ".join((*family, *given)) and _is_of_syllables(family[0], given)
    if len(given) != 1 or not family:
        return False
    name = " ".join(word.capitalize() for word in family)
    if given[0] in _GIVEN or _JAPANESE_GIVEN.fullmatch(given[0]):
        return True
    return name in _FAMILY or (len(name) > 3 and all(map(_JAPANESE.fullmatch, (name, *given))))


def _is_of_syllables(family: str, given: list[str]) -> bool:
    """NGUYEN Van Thanh: the given names of Vietnam and China are written apart."""
    return family.capitalize() in _FAMILY and all(re.fullmatch(r"\w{2,5}", word) for word in given)


def _is_of_the_east(written: str) -> bool:
    """`Feng Ming-Whei`, `Kyung Ku Lim`, `Akitaka Saiki`."""
    words = written.split()
    if not 2 <= len(words) <= 4 or any(NO_SURNAME.match(word) for word in words):
        return False
    first, last = words[0], words[-1]
    if len(words) == 2 and first in _FAMILY and _TWO_SYLLABLES.fullmatch(last):
        return True
    if len(words) == 2 and any(map(_HYPHENED.fullmatch, words)) and {first, last} & _FAMILY:
        return True
    if len(words) == 3 and last in _FAMILY and first not in _FAMILY:
        return all(map(_SYLLABLED.fullmatch, words[:2]))
    return (
        len(words) == 2
        and "Kenya" not in words
        and bool(_JAPANESE_GIVEN.fullmatch(first) or _JAPANESE_GIVEN.fullmatch(last))
        and all(map(_JAPANESE.fullmatch, words))
    )


def _has_known_given(written: str) -> bool:
    """Antonio Marques, Kenji Sato: in Japan the given name may stand last."""
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
