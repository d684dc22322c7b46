"""One script and one set of marks for all: what names and words are compared in."""

import re
from functools import cache, lru_cache

import opencc

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
HAN_SIGN = re.compile(f"[{HAN}]")
WIDE = re.compile(f"[{HAN}\u3000-\u303f\uff00-\uffef「」『』，。；：、！？（）]")
_FOLDED = str.maketrans(
    {chr(0xFF01 + index): chr(0x21 + index) for index in range(94) if index != 11}
    | dict.fromkeys("─－—–―‐‑‒∼～〜﹣−", "-")
    | {"~": "-", "〔": "(", "〕": ")", "【": "(", "】": ")", "［": "(", "］": ")"}
    | {"“": "「", "”": "」", "﹁": "「", "﹂": "」", "〝": "「", "〞": "」", "＂": "「"}
    | {"‘": "『", "﹃": "『", "﹄": "』", "’": "’", "．": ".", "。": "。", "，": "，"}
    | {"：": ":", "；": ";", "？": "?", "！": "!", "﹔": ";", "﹕": ":", "﹐": "，", "○": "〇"}
    | {"|": "\t", "｜": "\t"}
    | {"╱": "/", "∕": "/", "／": "/", "台": "臺", "説": "說", "\u2027": "·", "•": "•", "・": "·"}
)
_HAN_COMMA = re.compile(f"(?<=[{HAN}」』)]),|,(?=[{HAN}「『])")
_NAME_POINT = re.compile(f"(?<=[{HAN}])(?<![一二三四五六七八九十])．(?=[{HAN}])")
_ONLY_SIMPLIFIED = frozenset(
    "国学会员业发团术应开与为这个们来时对说过会进长门问间见车东书马鸟鱼龙齐录记议论设访谈"
    "请谢读课调证评词试语误质资赵钱孙陈张杨刘贾园际经济产实验厂县区华关报头导现场观点总结"
)


def key_of(text: str, is_simplified: bool, is_open: bool) -> tuple[str, bool]:
    """Folded sign for sign, so that places stay; and whether a quotation goes on behind it."""
    text = _NAME_POINT.sub("·", text)
    paired, is_open = _with_pairs(text.translate(_FOLDED), is_open)
    folded = _HAN_COMMA.sub("，", paired)
    return (_traditional(folded) if is_simplified else folded), is_open


def _with_pairs(text: str, is_open: bool = False) -> tuple[str, bool]:
    """Straight quotes as pairs, by the blanks beside them, else in turn; is one still open?"""
    if '"' not in text:
        return text, is_open
    signs = list(text)
    for match in re.finditer('"', text):
        at = match.start()
        may_open = at == 0 or text[at - 1] in " \t(["
        may_close = at == len(text) - 1 or text[at + 1] in " \t.,;:!?)]"
        is_open = may_open if may_open != may_close else not is_open
        signs[at] = "「" if is_open else "」"
    return "".join(signs), is_open


@lru_cache(maxsize=10_000)
def folded(name: str) -> str:
    """A name as names are compared: half-width and Traditional."""
    return _traditional(name.translate(_FOLDED))


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2tw")


@cache
def _traditional_sign(sign: str) -> str:
    converted: str = _converter().convert(sign)
    return converted if len(converted) == 1 else sign


# the converter takes 院長發表 for hair, and family names for words
_MISTAKEN = re.compile(
    "(?<=长)发(?=[表言布现展行起给出明挥动])|(?<![规示师模典防风])范(?![围例畴本式文])|"
    "(?<![0-9十百千万亿多其剩结富盈业有])余(?![人名个项家种年额数下生])"
)


def _traditional(text: str) -> str:
    converted: str = _converter().convert(text)
    if len(converted) != len(text):
        converted = "".join(map(_traditional_sign, text))
    for match in _MISTAKEN.finditer(text):
        sign = match[0].replace("发", "發")
        converted = converted[: match.start()] + sign + converted[match.end() :]
    return converted


def is_simplified(raw: str) -> bool:
    sample = raw[:200_000]
    simplified = sum(sign in _ONLY_SIMPLIFIED for sign in sample)
    han = sum("\u4e00" <= sign <= "\u9fff" for sign in sample)
    return simplified > 0.02 * max(han, 1)
