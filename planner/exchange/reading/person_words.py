"""What names of people and posts are made of, in Chinese and in Latin letters."""

import re

from planner.exchange.reading.dictionary import quick, words_of

SURNAMES = frozenset("".join(words_of("surnames")))
# many begin common words: alone those count only right beside an office
SURE_SURNAMES = "".join(sorted(SURNAMES.difference("".join(words_of("doubtful_surnames")))))
COMPOUND_SURNAMES = "|".join(words_of("compound_surnames"))
JAPANESE_SURNAMES = quick(words_of("japanese_surnames"))
LIKELY_JAPANESE = (
    "(?![學院所會部處司局館系室心組課科長員師由與及])[\u4e00-\u9fff][田川山村本野島崎井藤原口木澤沢林谷橋內堀塚岡森池石松杉間倉沼浦津嶋城坂尾宮屋戶垣邊邉江濱浜葉羽瀨辺永嶺米丘沖脇]"
    "[\u4e00-\u9fffぁ-ヶ][\u4e00-\u9fffぁ-ヶー]{1,2}"
)
"""A family name of two signs, the second one that many such names end with, and a given name."""

_PREFIXES = (
    "簡任|薦任|委任|一等|二等|三等|資深|特聘|講座|名譽|榮譽|客座|首席|高級|助理|代理|常務|執行|"
    "兼任|特任|特命|專任|前任|前|現任|退休|主治|教授級|副"
)
TRANSLITERATED = (
    "季松浦柏凱裴葛傅龐翁茨梭倪茱蕾潔莉蜜妲葳薇狄摩崔遜茉荻坎埃芬菲蒂茲梵佐伽妮婭珊邁韋奈萊迦順來娃夫基絲芙黛琳瑟妮菲費弗默迦耶克爾舍斯維奧洛倫德特"
    "都云郡敦陶阿艾安敖奧巴白班寶貝本比畢邊別賓波布才策查昌朝徹赤次措達大旦黨道德登迪丁丹頓多"
    "朵額恩爾法番方甫嘎甘剛高噶格更貢古果哈"
    "海汗赫黑亨洪呼胡華吉加嘉賈堅江姜結傑杰金津久卡康科可克肯孔庫拉喇蘭朗勒雷熱日力"
    "麗里利立連列林隆魯羅倫洛馬瑪買曼毛梅門孟米"
    "敏明莫姆木穆娜那乃南尼念寧諾努帕潘佩彭皮平普其奇琪齊錢強喬欽青曲瓊群日榮儒若薩"
    "塞賽三桑森沙莎山生師石斯蘇索塔泰坦特騰提圖土吐托"
    "瓦旺王危維溫文烏吾伍西錫希席夏先香辛欣雄許雅亞延央堯耶葉依伊宜因音英尤友玉約雲"
    "扎札贊澤增扎珍芝志仲珠卓孜茲宗祖作古麗江買提讓措嘉才仁"
)
_NOT_AFTER = (
    "(?!(?<=師傅)[文班]|(?<=博士)[生班後學論課級點]|(?<=教授)[法團]|(?<=委員)會|(?<=理事)會|"
    "(?<=董事)會|(?<=監事)會|(?<=代表)[處團性作大會]"
    "|(?<=秘書)[處室]|(?<=專家)[學會小]|(?<=師)[資專增培研證節會甄教學大]|(?<=經理)"
    "人|(?<=記者)會|(?<=主席)團|(?<=長)[室期城春沙崎野榮庚]|(?<=顧問)[團公]|(?<=主任)委|"
    "(?<=代表)性)"
)
TITLE = rf"(?:(?:{_PREFIXES}){{0,2}}(?:{quick(words_of('posts'))}){_NOT_AFTER})"
# the posts stand in it once only, as what is compiled from it is large
TITLES = rf"(?![暨及/]|兼(?!任))(?:(?:暨|兼|及|/)?(?:兼)?{TITLE}){{1,4}}"
"""One post or several of one person, as 教授兼院長."""
POST = re.compile(TITLE)
POSTS = re.compile(TITLES)
KIND_OF_PEOPLE = re.compile(
    "學生|同學|教師|師傅|導師|學員|隊員|團員|學者|專家|農民|漁民|牧民|農友|志工|校友|交換生|實習生|留學生|研究生|博士生|"
    "碩士生|船員|關員|警員|會員|代表|顧問|記者|翻譯|作家|畫家|視察|護士|護理師|醫師|老師|審計|主持|編輯"
)
"""Said of many: beside them only a whole name is one."""

OFTEN_GIVEN = "".join(words_of("often_given"))
NEVER_GIVEN = frozenset("".join(words_of("never_given")))
_NOT_GIVEN = re.compile(
    "[的是與及由於到該並此將已被從但也這那個]|公司|大學|學院|主任|教授|院長|先生"
)

LATIN_POST = re.compile(
    r"\b(?:(?:Deputy|Vice|Senior|Assistant|Associate|Executive|Chief|Managing|"
    r"General|Research|Principal|Adjunct|Honorary|Acting|Division|Project|Section)"
    r"[\s-]){0,2}"
    r"(?:Chief Executive|Director(?:[\s-]General)?|President|Professor|Dean|Engineer|Researcher|"
    r"Scientist|Manager|Secretary(?:[\s-]General)?|Head|Chair(?:man|woman|person)?|"
    r"Minister|Officer|Fellow|Chancellor|Rector|Provost|Lecturer|Coordinator|"
    r"Curator|Commissioner|Advis[oe]r|Specialist|Analyst|Counsellor|Ambassador|"
    r"Editor|Chemist|Physicist|Geologist|Administrator|Technologist|CEO|CTO|Mayor|"
    r"Governor|Superintendent|Leader|Interpreter|Attaché)\b"
)

_FOREIGN = re.compile(f"(?:[布孟蒙]和[{TRANSLITERATED}]{{2,7}}|[{TRANSLITERATED}·]{{2,9}})")


def is_transliterated(name: str) -> bool:
    """Mongolian, Tibetan and Uyghur names are written with few characters, for their sounds."""
    return bool(_FOREIGN.fullmatch(name))


def is_given_name(given: str) -> bool:
    return not _NOT_GIVEN.search(given)


def is_given_in_chinese(given: str) -> bool:
    """No sign of it is one that texts are full of and names never hold."""
    return NEVER_GIVEN.isdisjoint(given)
