"""Names of places in Chinese, and the words that begin names of bodies."""

import re
from functools import cache

from planner.exchange.reading.dictionary import quick, words_of
from planner.resources import resource

COUNTRIES = "|".join(words_of("countries"))
PLACE = re.compile(quick(words_of("places", "taiwan_places", "cities", "townships")))
TAIWANESE = re.compile(
    quick(words_of("taiwan_places"))
    + "|中華民國|國立|中央研究院|中研院|工業技術研究院|工研院|資訊工業策進會|資策會"
    "|中華經濟研究院|蒙藏|行政院|立法院|監察院|考試院|司法院|經濟部|科技部|國科會|"
    "國家科學及技術委員會"
    "|衛生福利部|衛福部|農業委員會|農委會|大陸委員會|陸委會|僑務委員會|客家委員會|"
    "原住民族委員會|國家發展委員會|國發會|環境保護署|環保署"
    "|金屬工業研究發展中心|食品工業發展研究所|中技社|國家實驗研究院|"
    "國家中山科學研究院|海峽交流基金會|海基會|外貿協會"
)
STARTER = re.compile(
    rf"駐(?:{PLACE.pattern})|(?:公益|一般)(?:財團|社團)法人|獨立行政法人|馬克斯普朗克|馬克斯·普朗克|弗勞恩霍夫|亥姆霍茲|萊布尼茲|"
    rf"國立|國家|私立|公立|市立|縣立|財團法人|社團法人|行政法人|中華民國|中華|海峽兩岸|"
    rf"大陸地區|{PLACE.pattern}"
)


@cache
def towns() -> frozenset[str]:
    """Every town of the gazetteer in Latin letters; read when the first one is asked for."""
    lines = resource("map", "places.tsv").read_text("utf-8").splitlines()
    names = (name for line in lines for name in line.split("\t")[4:])
    return frozenset(name for name in names if name.isascii() and not name.isupper())
