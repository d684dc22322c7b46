"""Whose clocks a ticket means: zones of airports by IATA code, of cities and railways by name."""

import re
from collections.abc import Mapping
from types import MappingProxyType

_CODES = {
    "Asia/Taipei": "TPE TSA KHH RMQ TNN HUN TTT MZG KNH CYI",
    "Asia/Shanghai": "PEK PKX PVG SHA CAN SZX CTU TFU XIY CKG HGH NKG WUH CSX KMG XMN FOC TAO DLC"
    " SHE HRB CGQ HET BAV HLD TYN TNA CGO HFE KWL NNG HAK SYX LHW XNN INC URC LXA TSN NGB WNZ",
    "Asia/Hong_Kong": "HKG",
    "Asia/Macau": "MFM",
    "Asia/Tokyo": "NRT HND KIX ITM NGO FUK CTS OKA HIJ KMQ SDJ KOJ TAK AKJ HKD",
    "Asia/Seoul": "ICN GMP PUS CJU TAE",
    "Asia/Ulaanbaatar": "ULN UBN",
    "Asia/Manila": "MNL CEB CRK",
    "Asia/Ho_Chi_Minh": "SGN HAN DAD PQC",
    "Asia/Bangkok": "BKK DMK CNX HKT",
    "Asia/Singapore": "SIN",
    "Asia/Kuala_Lumpur": "KUL PEN BKI",
    "Asia/Jakarta": "CGK SUB",
    "Asia/Makassar": "DPS",
    "Asia/Kolkata": "DEL BOM MAA BLR CCU HYD",
    "Asia/Dubai": "DXB AUH",
    "Asia/Qatar": "DOH",
    "Asia/Jerusalem": "TLV",
    "Asia/Almaty": "ALA NQZ",
    "Asia/Tashkent": "TAS",
    "Europe/Istanbul": "IST SAW",
    "Europe/Moscow": "SVO DME VKO LED",
    "Europe/London": "LHR LGW STN LTN LCY MAN EDI",
    "Europe/Dublin": "DUB",
    "Europe/Lisbon": "LIS OPO",
    "Europe/Paris": "CDG ORY LYS NCE TLS SXB MRS",
    "Europe/Berlin": "FRA MUC BER DUS HAM STR CGN",
    "Europe/Amsterdam": "AMS",
    "Europe/Brussels": "BRU",
    "Europe/Zurich": "ZRH GVA",
    "Europe/Vienna": "VIE",
    "Europe/Rome": "FCO MXP VCE",
    "Europe/Madrid": "MAD BCN",
    "Europe/Prague": "PRG",
    "Europe/Warsaw": "WAW",
    "Europe/Budapest": "BUD",
    "Europe/Copenhagen": "CPH",
    "Europe/Stockholm": "ARN GOT",
    "Europe/Oslo": "OSL",
    "Europe/Helsinki": "HEL",
    "Europe/Tallinn": "TLL",
    "Europe/Vilnius": "VNO",
    "America/New_York": "JFK EWR LGA IAD DCA BOS PHL ATL MIA",
    "America/Chicago": "ORD MDW IAH DFW AUS MSP",
    "America/Denver": "DEN SLC",
    "America/Phoenix": "PHX",
    "America/Los_Angeles": "LAX SFO SJC SEA SAN ONT LAS PDX",
    "America/Vancouver": "YVR",
    "America/Toronto": "YYZ YOW YUL",
    "Pacific/Honolulu": "HNL",
    "Pacific/Guam": "GUM",
    "Pacific/Palau": "ROR",
    "Australia/Sydney": "SYD CBR",
    "Australia/Melbourne": "MEL",
    "Australia/Brisbane": "BNE",
    "Pacific/Auckland": "AKL WLG CHC",
}
ZONES: Mapping[str, str] = MappingProxyType(
    {code: zone for zone, codes in _CODES.items() for code in codes.split()}
)

_CITIES = {
    "Asia/Taipei": "台北 臺北 高雄 台中 臺中 Taipei Kaohsiung Taichung",
    "Asia/Shanghai": "北京 上海 廣州 深圳 呼和浩特 包頭 西安 成都 重慶"
    " Beijing Shanghai Guangzhou Shenzhen Hohhot Baotou",
    "Asia/Hong_Kong": "香港 Hong\u00a0Kong",
    "Asia/Tokyo": "東京 大阪 名古屋 福岡 札幌 沖繩 那霸 仙台 京都"
    " Tokyo Osaka Nagoya Fukuoka Sapporo Okinawa Sendai Kyoto",
    "Asia/Seoul": "首爾 釜山 Seoul Busan",
    "Asia/Bangkok": "曼谷 Bangkok",
    "Asia/Singapore": "新加坡 Singapore",
    "Asia/Kuala_Lumpur": "吉隆坡",
    "Asia/Ho_Chi_Minh": "河內 胡志明 Hanoi",
    "Asia/Manila": "馬尼拉 Manila",
    "Asia/Jakarta": "雅加達 Jakarta",
    "Europe/Berlin": "法蘭克福 慕尼黑 柏林 Frankfurt Munich München Berlin Stuttgart Hamburg",
    "Europe/London": "倫敦 London",
    "Europe/Paris": "巴黎 Paris",
    "Europe/Amsterdam": "阿姆斯特丹 Amsterdam",
    "Europe/Vienna": "維也納 Vienna Wien",
    "America/New_York": "紐約 New\u00a0York",
    "America/Los_Angeles": "洛杉磯 舊金山 西雅圖",
    "America/Vancouver": "溫哥華 Vancouver",
    "America/Toronto": "多倫多 Toronto",
    "Australia/Sydney": "雪梨 Sydney",
    "Australia/Melbourne": "墨爾本 Melbourne",
}
CITIES: Mapping[str, str] = MappingProxyType(
    {
        city.replace("\u00a0", " "): zone
        for zone, cities in _CITIES.items()
        for city in cities.split(" ")
    }
)
TRAIN_ZONES = (
    (re.compile(r"[GDCZTKYS]\d"), "Asia/Shanghai"),
    (re.compile(r"(?:ICE|IC|EC) ?\d"), "Europe/Berlin"),
    (re.compile(r"TGV"), "Europe/Paris"),
    (re.compile(r"KTX|SRT"), "Asia/Seoul"),
    (
        re.compile(
            r"Hayabusa|Nozomi|Hikari|Kodama|Sakura|Mizuho|Tsubame|Komachi|Yamabiko|Hakutaka|"
            r"Kagayaki|Thunderbird|Haruka|のぞみ|ひかり|こだま|はやぶさ|さくら"
        ),
        "Asia/Tokyo",
    ),
)
"""Trains by their names, with the clocks of their railway."""
_AIRLINES = (
    "CI BR B7 AE IT JX CX KA HX UO MU CA CZ HU FM ZH MF 3U SC 9C HO KN G5 GS JD JL NH MM GK BC 7G "
    "KE OZ LJ 7C TW BX RS ZE TG FD VZ PG SQ TR MH AK D7 PR 5J Z2 VN VJ GA QZ QF VA NZ AI 6E OM M0 "
    "UA AA DL AC AS HA B6 WN LH LX OS SN EN EW AF KL BA VS IB VY U2 FR AY SK TK LO OK EK QR EY SU "
    "LY KC HY"
)
AIRLINES = frozenset(_AIRLINES.split())
"""Whose two signs before a number tell a flight without the word."""
