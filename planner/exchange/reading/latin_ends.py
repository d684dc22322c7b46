"""Words that names of bodies in Latin letters are made of."""

import re
import tomllib

from planner.exchange.reading.dictionary import lines_of, one_of
from planner.exchange.reading.latin_names import LETTER, UPPER
from planner.resources import resource

NOUN = (
    "University|Institutes?|Academy|Ministry|Department|Company|Corporation|Corp\\.?|Inc\\.?|Ltd\\.?|"
    "GmbH|AG|Laborator(?:y|ies)|Cent(?:er|re)s?|Council|Association|Agency|Commission|Foundation|"
    "College|Hospitals?|Museum|Bureau|Office|Society|Board|Authority|Administration|Polytechnic|"
    "Consortium|Federation|Union|Library|Observatory|Chamber|Bank|Works|Plant|Mine|Park|Zone|Group|"
    "Holdings|Committee|Secretariat|Embassy|Trust|Fund|Associates|Partners|Partnership|"
    "Directorate[ -]General|Directorate|Tribunal|Inspectorate|Senate|Municipality|Telecom|"
    "Transportation|"
    "Industries|Technologies|Motors|Wing|Institution|Press|Archives?|Railways?|Museums|Airlines|Airways|"
    "Government|Network|Organi[sz]ation|Division|Service(?! (?:[A-Z]\\w+ )?(?:Award|Medal))|"
    "School|Alliance|Enterprises|Shipping|"
    "Limited|Pharmaceuticals|Cooperative(?! [A-Z])|Co-operative|Clinic|"
    "League|Regiment|DOT|Gallery|Aquarium|Zoo|Gardens|Parliament|Legislature|Consulate-General|Consulate|"
    "Polyclinic|Brewery|"
    "(?<=[A-Z]{3} )Test Site|"
    "Univ\\.|Chancellery|Treasury|Foods|Farms|Growers|Breweries|Studios?|Orchestra|Theatre|"
    "(?:Research|Experiment|Experimental|Field|Fire|Police|Power) Station|"
    "(?:City|Town|County) Hall|(?:Container|Cruise|Ferry) Terminal|(?:Light )?Rail Co\\.?|"
    "(?:School|Water|Fire|Utility|Irrigation|Health|Transit|Conservation|Hospital) District|"
    "(?:Geological|Antarctic|Ordnance|Archaeological|Hydrographic|Geodetic|Polar|Soil) Survey|"
    "(?:EU|Permanent|Trade) Representation|(?:U\\.S\\.|Permanent|Diplomatic) Mission|EU Delegation|"
    "[Tt]rade [Oo]ffice|"
    "(?:city|county|provincial|municipal) government|"
    "(?:Conservative|Labou?r|Liberal|Democratic|Republican|Green|Socialist|Communist|Progressive|"
    "Centre) Party|"
    "(?:Defen[cs]e|Police|Coast|Security|Border) Force|(?:Coast|National|Border|Civil) Guard|"
    "(?:National|Federal|State|City|Royal|Metropolitan|Criminal|Border) Police|"
    "(?:Regional|National|Legislative|Provincial) Assembly|(?:Pacific|European|Economic) Community|"
    "(?:Executive|Legislative|Judicial|Examination|Control) Yuan|"
    "House of (?:Delegates|Representatives|Councillors|Commons|Lords)|Taipei Mission|Court(?= of)|"
    "(?:Supreme|High|District|Federal|Administrative|Constitutional|Environment|Regional|Appeal|"
    "Labou?r|Commercial|Patent|Family|Criminal) (?:Administrative )?Court|"
    "(?:Transport|Transit|Marine|Heavy) (?:Lines|Lift|Transport)"
)
FOREIGN_NOUN = (
    "Universität|Universiteit|Université|Universidad|Università|Universidade|Universitet|Hochschule|"
    "Fachhochschule|Institut|Instituut|Instituto|Istituto|Zentrum|Forschungszentrum|Ministerium|"
    "Ministère|Ministerio|Musée|Museo|Museu|École|Ecole|Escuela|Bibliothek|Bibliothèque|Biblioteca|"
    "Archief|Stiftung|Fundación|Fondation|Fondazione|Conseil|Centro|Agence|Agencia|Agenzia|Hôpital|"
    "Universiti|Politeknik|Kementerian|Académie|Academie|Akademie|Ministério|Câmara|Cámara|Secretaría|"
    "Departamento|Préfecture|Landesamt|(?:Bundes|Landes|Forschungs)[a-zäöüß]{3,24}|"
    "Klinikum|Gemeente|Kommune|Landkreis|Stadtwerke|Gesellschaft|Verband|Consejo|Consiglio|Commissariat"
)
CAP = rf"(?:(?:e-?)?[{UPPER}][{LETTER}0-9’'&-]*)"
KNOWN = frozenset(" ".join(words) for words in lines_of("latin_bodies"))
SEATS = (
    "England|Scotland|Wales|Ireland|Taiwan|Japan|Korea|China|Australia|Canada|Denmark|Norway|Sweden|"
    "Finland|Iceland|Germany|Austria|Switzerland|France|Italy|Spain|Portugal|Netherlands|Belgium|"
    "Poland|Singapore|Malaysia|Thailand|Vietnam|Indonesia|Philippines|India|Nepal|Mongolia|Israel|"
    "Turkey|Egypt|Kenya|Chile|Peru|Brazil|Mexico|Tasmania|Queensland|Victoria|Ontario|Quebec|Alberta|"
    "Europe|Asia|Africa|America|International|London|Berlin|Paris|Amsterdam|Tokyo|Kyoto|Taipei"
)
SEAT = rf"(?:\s(?:{SEATS})(?!\s[{UPPER}]))"
"""A country or city that ends a name, as in Arts Council England."""
COUNTRIES = frozenset(
    name.replace("&", "and")
    for name in tomllib.loads(resource("words", "en", "countries.toml").read_text("utf-8"))[
        "country"
    ].values()
) | {"Federated States of Micronesia", "Korea", "Czech Republic", "Viet Nam", "Republic of China"}
_SEATED_IN = (
    rf"(?:(?:(?<=[Oo]ffice)|(?<=Cent[er]{{2}})|(?<=Mission)|(?<=Embassy)|(?<=Consulate)|(?<=Delegation)|"
    r"(?<=Representation)|(?<=Business)|(?<=Commerce)) (?:in|to) (?:the )?"
    rf"(?:Republic of )?(?:{one_of(COUNTRIES)}|{SEATS})\b|"
    rf"(?:(?<=Embassy)|(?<=Consulate)|(?<=Mission)|"
    rf"(?<=Representative Office)|(?<=Cultural Office)) in {CAP}|"
    r" in (?:the )?(?:Asia[- ]Pacific|Asia and the Pacific|Higher Education(?: of [A-Z]\w+)?))?"
)
"""An office abroad is told from others by the country that it stands in."""
BAD = re.compile(
    r"^Board of (?:Directors|Trustees|Governors|Regents)\b|"
    r"^(?:People[’']s |Democratic |Islamic |Federal )*Republic$|"
    r"^(?:Senior|Deputy|Rt|Right|Hon|Honou?rable)\b|"
    r"^(?:[A-Z][\w-]+ )*(?:Symposium|Conference|Forum|Programme|Program|Members|Senators|"
    r"Inn|Hotel|Road|Street|Boulevard|Avenue)$|"
    r"^Representative (?!Office (?:in|to) )|^Chief (?!of)|(?:Volcanic Zone|Volcano Group)$|"
    r"\b(?:Conference|Convention|Congress|Exhibition) Cent(?:er|re)$|"
    r"\band (?:Service|Partnership|Works)$|"
    r"^(?:Technical College|High School|Incorporated Association|Language \w+|Virtual Hospital)$|"
    r"^(?![A-Z]{2})(?:[A-Z][\w-]+ (?:and )?){1,6}Division$|^Office of the (?:Chair\w*|Director)$|"
    r"^(?:Committee|Branch|Member) (?:Service|Secretariat)$|"
    r"^(?:Premier|Minister|Secretary|Commissioner) (?:of|for)|^(?:[A-Z]\w+ )+Area$|"
    r"^Royal Commission$|"
    r"^College Park$|^(?!.*\b(?:Science|Industrial|Technology|National|Business|Software|Eco|Theme|"
    r"Memorial|Wildlife|State|City|Marine|Geological|Agricultural|Logistics|Innovation|Research)\b)"
    r"[A-Z][\w-]+ (?:[A-Z][\w-]+ )?Park$|"
    r"^University (?:Cent(?:er|re)|Hospital|Library|Press)$|"
    r"^(?:Commercial|Criminal|Family|Labou?r|Patent|Environment|Appeal|Regional) Court$|"
    r"^(?:Coast|Border|Civil|Defen[cs]e|Security) (?:Guard|Force)$|"
    r"^(?:National|State|City|Criminal|Border|Federal) Police$|^(?:Economic|European) Community$|"
    r"^(?:Government|Republic|Kingdom|Commonwealth|People’s Republic|Head|Member|Part) of\b|"
    r"^(?:Learning|Training|Research|Service|Community|Visitors?|Conference|Control|Operations?|Data|"
    r"Information|Business|Health|Medical|Cultural|Sports?|Tests?|Testing|Innovation|Exhibition|Shopping|"
    r"Port|City|County|State|Town|Village|Local|Central|National|Federal|Regional|Main|Head|Public|Private|"
    r"Steering|Organi[sz]ing|Executive|Joint|Working|Study|Industrial|Science|Technology|Power|Steel|"
    r"Wind|Pilot|Demonstration|Field|Foreign|Home|Branch|Press|Print|Post|New|Old|Our|Its|Their|Each)\s"
    r"(?:Cent(?:er|re)s?|Institutes?|Office|Laboratory|Park|Library|Commission|Council|Government|"
    r"Hospitals?|Museum|Committee|Board|Group|Plant|Works|Service|School|Bank|Station|Zone|Fund|Network|"
    r"Department|Division|Survey|Press|Archives?|Union|Company|Society|Association|Authority)$|"
    r"^(?:The\s)?(?:University|Institute|Academy|Ministry|Department|Company|"
    r"Centers?|Centre|Office|Group|Park|Zone|Board|School|Library|Museum|Plant|Mine|"
    r"Works|Service|Survey|Hospital|Laboratory|Council|Agency|Commission|Committee|"
    r"Foundation|Bank|Union|Society|Association)$|^(?:Day|Table|Figure|Annex|"
    r"Appendix|Session)\b"
)
"""What ends like a body and is a thing, a unit or no name at all."""
NAME_OF_A_BODY = re.compile(
    rf"(?<![{LETTER}0-9-])(?:U\.S\. )?(?:(?:Friends|City|Port|Bank|State|Bay|Forum) of (?:the )?)?"
    rf"(?:{CAP} (?:[{UPPER}]\. )?(?:(?:and|&) (?=[{UPPER}]))?){{0,6}}(?:{NOUN})(?![{LETTER}0-9])"
    rf"(?:\s(?:of|for|(?:(?<=Committee )|(?<=Commission )|(?<=Council )|(?<=Panel ))on)\s(?:the\s)?"
    rf"{CAP}"
    rf"(?:(?:\s(?:and|of|&|for|the|against)\s(?:the\s)?"
    rf"|,\s(?=(?:Innovation|Industry|Livestock|Irrigation|Water|Climate|Infrastructure|Transport|Science|Commerce|Trade|Tourism|Culture|Sports?|Labou?r|Forestry|"
    rf"Fisheries|Food|Environment|Energy|Tertiary|Housing|Transport|Communications|Technology|"
    rf"Sciences?|Engineering|Resources|Occupational|Agriculture|Health|Education|Family|Labor|Land|Social|"
    rf"Rural|Marine|Economic|Research|Innovation)\b(?! (?:{CAP} )?(?:{NOUN})\b))| )"
    rf"(?!(?:Professor|Dr|Prof|Mr|Ms|Mrs|President|Dean|Director)\b)"
    rf"{CAP}){{0,6}}(?:(?<=Rural) affairs)?)?{_SEATED_IN}{SEAT}?"
    r"(?:,?\s(?:Co\.,?\s)?(?:Ltd|Inc|LLC)\b\.?)?"
)
