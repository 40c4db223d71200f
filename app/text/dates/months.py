"""The names of months in the languages in which news is written, and how a language orders day and month.

Names are as in Unicode CLDR 46 (`months`, wide and abbreviated), with the forms after a day (`26 listopada`) and
what newspapers write besides. They are compared without case, accents and full stops.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

# Language -> its twelve months from January on, parted by spaces; other forms of one month are parted by bars.
NAMES: Mapping[str, str] = {
    "af": "januarie|jan februarie|feb maart|mrt april|apr mei junie|jun julie|jul augustus|aug september|sep "
    "oktober|okt november|nov desember|des",
    "ar": "يناير|جانفي|كانونالثاني فبراير|فيفري|شباط مارس|آذار|اذار أبريل|ابريل|إبريل|أفريل|نيسان "
    "مايو|ماي|أيار|ايار يونيو|يونيه|جوان|حزيران يوليو|يوليه|يوليوز|جويلية|تموز أغسطس|اغسطس|غشت|أوت|آب "
    "سبتمبر|شتنبر|أيلول|ايلول أكتوبر|اكتوبر|تشرينالأول|تشرينالاول نوفمبر|نونبر|تشرينالثاني "
    "ديسمبر|دجنبر|كانونالأول|كانونالاول",
    "az": "yanvar|yan fevral|fev mart|mar aprel|apr may iyun|iyn iyul|iyl avqust|avq sentyabr|sen oktyabr|okt "
    "noyabr|noy dekabr|dek",
    "be": "студзеня|студзень|сту лютага|люты|лют сакавіка|сакавік|сак красавіка|красавік|кра мая|май|траўня "
    "чэрвеня|чэрвень|чэр ліпеня|ліпень|ліп жніўня|жнівень|жні верасня|верасень|вер кастрычніка|кастрычнік|кас "
    "лістапада|лістапад|ліс снежня|снежань|сне",
    "bg": "януари|ян февруари|февр март|мар април|апр май юни юли август|авг септември|септ|сеп октомври|окт "
    "ноември|ноем декември|дек",
    "bn": "জানুয়ারি|জানুয়ারী|জানু ফেব্রুয়ারি|ফেব্রুয়ারী|ফেব মার্চ এপ্রিল মে জুন জুলাই আগস্ট|আগষ্ট "
    "সেপ্টেম্বর|সেপ্টে অক্টোবর|অক্টো নভেম্বর|নভে ডিসেম্বর|ডিসে",
    "bs": "januar|januara|jan februar|februara|feb mart|marta|mar april|aprila|apr maj|maja juni|juna|jun "
    "juli|jula|jul august|augusta|avgust|avgusta|aug septembar|septembra|sep oktobar|oktobra|okt "
    "novembar|novembra|nov decembar|decembra|dec",
    "ca": "gener|gen febrer|febr març abril|abr maig juny juliol|jul agost|ag setembre|set octubre|oct "
    "novembre|nov desembre|des",
    "cs": "leden|ledna|led únor|února|úno březen|března|bře duben|dubna|dub květen|května|kvě červen|června|čvn "
    "červenec|července|čvc srpen|srpna|srp září|zář říjen|října|říj listopad|listopadu|lis "
    "prosinec|prosince|pro",
    "cy": "ionawr|ion chwefror|chwef mawrth|maw ebrill|ebr mai mehefin|meh gorffennaf|gorff awst medi "
    "hydref|hyd tachwedd|tach rhagfyr|rhag",
    "da": "januar|jan februar|feb marts|mar april|apr maj juni|jun juli|jul august|aug september|sep|sept "
    "oktober|okt november|nov december|dec",
    "de": "januar|jänner|jan februar|feber|feb|febr märz|mär|mrz april|apr mai juni|jun juli|jul august|aug "
    "september|sep|sept oktober|okt november|nov dezember|dez",
    "el": "ιανουάριος|ιανουαρίου|ιαν φεβρουάριος|φεβρουαρίου|φεβ μάρτιος|μαρτίου|μαρ|μάρ απρίλιος|απριλίου|απρ "
    "μάιος|μαΐου|μαϊου|μαι|μάι ιούνιος|ιουνίου|ιουν|ιούν ιούλιος|ιουλίου|ιουλ|ιούλ αύγουστος|αυγούστου|αυγ|αύγ "
    "σεπτέμβριος|σεπτεμβρίου|σεπ|σεπτ οκτώβριος|οκτωβρίου|οκτ νοέμβριος|νοεμβρίου|νοε|νοέ "
    "δεκέμβριος|δεκεμβρίου|δεκ",
    "en": "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept "
    "october|oct november|nov december|dec",
    "es": "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago "
    "septiembre|setiembre|sep|sept|set octubre|oct noviembre|nov diciembre|dic",
    "et": "jaanuar|jaan veebruar|veebr märts aprill|apr mai juuni juuli august|aug september|sept oktoober|okt "
    "november|nov detsember|dets",
    "eu": "urtarrila|urtarrilaren|urt otsaila|otsailaren|ots martxoa|martxoaren|mar apirila|apirilaren|api "
    "maiatza|maiatzaren|mai ekaina|ekainaren|eka uztaila|uztailaren|uzt abuztua|abuztuaren|abu "
    "iraila|irailaren|ira urria|urriaren|urr azaroa|azaroaren|aza abendua|abenduaren|abe",
    "fa": "ژانویه|ژانویهٔ فوریه|فوریهٔ مارس آوریل مه|مهٔ|می ژوئن ژوئیه|ژوئیهٔ|جولای اوت سپتامبر اکتبر نوامبر دسامبر",
    "fi": "tammikuu|tammikuuta|tammi|tam helmikuu|helmikuuta|helmi|hel maaliskuu|maaliskuuta|maalis|maa "
    "huhtikuu|huhtikuuta|huhti|huh toukokuu|toukokuuta|touko|tou kesäkuu|kesäkuuta|kesä|kes "
    "heinäkuu|heinäkuuta|heinä|hei elokuu|elokuuta|elo syyskuu|syyskuuta|syys|syy lokakuu|lokakuuta|loka|lok "
    "marraskuu|marraskuuta|marras joulukuu|joulukuuta|joulu|jou",
    "fil": "enero|ene pebrero|peb marso|mar abril|abr mayo|may hunyo|hun hulyo|hul agosto|ago setyembre|set "
    "oktubre|okt nobyembre|nob disyembre|dis",
    "fr": "janvier|janv|jan février|févr|fév mars|mar avril|avr mai juin juillet|juil août|aoû "
    "septembre|sept|sep octobre|oct novembre|nov décembre|déc",
    "ga": "eanáir|ean feabhra|feabh márta aibreán|aib bealtaine|beal meitheamh|meith iúil lúnasa|lún "
    "meánfómhair|mfómh deireadhfómhair|dfómh samhna|samh|samhain nollaig|nollag|noll",
    "gl": "xaneiro|xan febreiro|feb marzo|mar abril|abr maio xuño|xuñ xullo|xul agosto|ago setembro|set "
    "outubro|out novembro|nov decembro|dec",
    "gu": "જાન્યુઆરી|જાન્યુ ફેબ્રુઆરી|ફેબ્રુ માર્ચ એપ્રિલ મે જૂન જુલાઈ ઑગસ્ટ|ઓગસ્ટ સપ્ટેમ્બર|સપ્ટે ઑક્ટોબર|ઓક્ટોબર|ઑક્ટો નવેમ્બર|નવે ડિસેમ્બર|ડિસે",
    "he": "ינואר|ינו|בינואר פברואר|פבר|בפברואר מרץ|מרס|במרץ|במרס אפריל|אפר|באפריל מאי|במאי יוני|יונ|ביוני "
    "יולי|יול|ביולי אוגוסט|אוג|באוגוסט ספטמבר|ספט|בספטמבר אוקטובר|אוק|באוקטובר נובמבר|נוב|בנובמבר "
    "דצמבר|דצמ|בדצמבר",
    "hi": "जनवरी|जन फरवरी|फ़रवरी|फर मार्च अप्रैल मई जून जुलाई अगस्त|अग सितंबर|सितम्बर|सित अक्टूबर|अक्तूबर|अक्टू "
    "नवंबर|नवम्बर|नव दिसंबर|दिसम्बर|दिस",
    "hr": "siječanj|siječnja|sij veljača|veljače|velj ožujak|ožujka|ožu travanj|travnja|tra svibanj|svibnja|svi "
    "lipanj|lipnja|lip srpanj|srpnja|srp kolovoz|kolovoza|kol rujan|rujna|ruj listopad|listopada|lis "
    "studeni|studenog|studenoga|stu prosinac|prosinca|pro",
    "hu": "január|jan február|febr március|márc április|ápr május|máj június|jún július|júl augusztus|aug "
    "szeptember|szept október|okt november|nov december|dec",
    "hy": "հունվար|հունվարի|հնվ փետրվար|փետրվարի|փտվ մարտ|մարտի|մրտ ապրիլ|ապրիլի|ապր մայիս|մայիսի|մյս "
    "հունիս|հունիսի|հնս հուլիս|հուլիսի|հլս օգոստոս|օգոստոսի|օգս սեպտեմբեր|սեպտեմբերի|սեպ "
    "հոկտեմբեր|հոկտեմբերի|հոկ նոյեմբեր|նոյեմբերի|նոյ դեկտեմբեր|դեկտեմբերի|դեկ",
    "id": "januari|jan februari|feb|pebruari maret|mar april|apr mei juni|jun juli|jul agustus|agu|agt|ags "
    "september|sep|sept oktober|okt november|nov|nopember desember|des",
    "is": "janúar|jan febrúar|feb mars|mar apríl|apr maí júní|jún júlí|júl ágúst|ágú september|sep október|okt "
    "nóvember|nóv desember|des",
    "it": "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago "
    "settembre|set|sett ottobre|ott novembre|nov dicembre|dic",
    "ka": "იანვარი|იანვარს|იან თებერვალი|თებერვალს|თებ მარტი|მარტს|მარ აპრილი|აპრილს|აპრ მაისი|მაისს|მაი "
    "ივნისი|ივნისს|ივნ ივლისი|ივლისს|ივლ აგვისტო|აგვისტოს|აგვ სექტემბერი|სექტემბერს|სექ ოქტომბერი|ოქტომბერს|ოქტ "
    "ნოემბერი|ნოემბერს|ნოე დეკემბერი|დეკემბერს|დეკ",
    "kk": "қаңтар|қаң ақпан|ақп наурыз|нау сәуір|сәу мамыр|мам маусым|мау шілде|шіл тамыз|там қыркүйек|қыр "
    "қазан|қаз қараша|қар желтоқсан|жел",
    "lt": "sausio|sausis|saus vasario|vasaris|vas kovo|kovas|kov balandžio|balandis|bal gegužės|gegužė|geg "
    "birželio|birželis|birž liepos|liepa|liep rugpjūčio|rugpjūtis|rugp rugsėjo|rugsėjis|rugs spalio|spalis|spal "
    "lapkričio|lapkritis|lapkr gruodžio|gruodis|gruod",
    "lv": "janvāris|janvārī|janv februāris|februārī|febr marts|martā aprīlis|aprīlī|apr maijs|maijā "
    "jūnijs|jūnijā|jūn jūlijs|jūlijā|jūl augusts|augustā|aug septembris|septembrī|sept oktobris|oktobrī|okt "
    "novembris|novembrī|nov decembris|decembrī|dec",
    "mk": "јануари|јан февруари|фев март|мар април|апр мај јуни|јун јули|јул август|авг септември|сеп|септ "
    "октомври|окт ноември|ное|ноем декември|дек",
    "ml": "ജനുവരി|ജനു ഫെബ്രുവരി|ഫെബ്രു മാർച്ച്|മാർ ഏപ്രിൽ|ഏപ്രി മേയ്|മെയ് ജൂൺ ജൂലൈ ഓഗസ്റ്റ്|ആഗസ്റ്റ്|ഓഗ "
    "സെപ്റ്റംബർ|സെപ്റ്റം ഒക്‌ടോബർ|ഒക്ടോബർ|ഒക്ടോ നവംബർ|നവം ഡിസംബർ|ഡിസം",
    "mr": "जानेवारी|जाने फेब्रुवारी|फेब्रु मार्च एप्रिल मे जून जुलै ऑगस्ट|ऑग सप्टेंबर|सप्टें ऑक्टोबर|ऑक्टो नोव्हेंबर|नोव्हें डिसेंबर|डिसें",
    "ms": "januari|jan februari|feb mac april|apr mei jun julai|jul ogos|ogo september|sep oktober|okt "
    "november|nov disember|dis",
    "nb": "januar|jan februar|feb mars|mar april|apr mai juni|jun juli|jul august|aug september|sep|sept "
    "oktober|okt november|nov desember|des",
    "ne": "जनवरी फेब्रुअरी मार्च अप्रिल मे जुन जुलाई अगस्ट सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर",
    "nl": "januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sep|sept "
    "oktober|okt november|nov december|dec",
    "pa": "ਜਨਵਰੀ ਫਰਵਰੀ|ਫ਼ਰਵਰੀ ਮਾਰਚ ਅਪ੍ਰੈਲ ਮਈ ਜੂਨ ਜੁਲਾਈ ਅਗਸਤ ਸਤੰਬਰ ਅਕਤੂਬਰ ਨਵੰਬਰ ਦਸੰਬਰ",
    "pl": "styczeń|stycznia|sty luty|lutego|lut marzec|marca|mar kwiecień|kwietnia|kwi maj|maja "
    "czerwiec|czerwca|cze lipiec|lipca|lip sierpień|sierpnia|sie wrzesień|września|wrz "
    "październik|października|paź listopad|listopada|lis grudzień|grudnia|gru",
    "pt": "janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set "
    "outubro|out novembro|nov dezembro|dez",
    "ro": "ianuarie|ian februarie|feb martie|mar aprilie|apr mai iunie|iun iulie|iul august|aug "
    "septembrie|sept|sep octombrie|oct noiembrie|noi|nov decembrie|dec",
    "ru": "января|январь|янв февраля|февраль|фев|февр марта|март|мар апреля|апрель|апр мая|май июня|июнь|июн "
    "июля|июль|июл августа|август|авг сентября|сентябрь|сен|сент октября|октябрь|окт ноября|ноябрь|ноя|нояб "
    "декабря|декабрь|дек",
    "sk": "január|januára|jan február|februára|feb marec|marca|mar apríl|apríla|apr máj|mája jún|júna júl|júla "
    "august|augusta|aug september|septembra|sep október|októbra|okt november|novembra|nov december|decembra|dec",
    "sl": "januar|januarja|jan februar|februarja|feb marec|marca|mar april|aprila|apr maj|maja junij|junija|jun "
    "julij|julija|jul avgust|avgusta|avg september|septembra|sep oktober|oktobra|okt november|novembra|nov "
    "december|decembra|dec",
    "sq": "janar|jan shkurt|shk mars|mar prill|pri maj qershor|qer korrik|korr gusht|gush shtator|sht tetor|tet "
    "nëntor|nën dhjetor|dhj",
    "sr": "јануар|јануара|јан|januar|januara|jan фебруар|фебруара|феб|februar|februara|feb "
    "март|марта|мар|mart|marta|mar април|априла|апр|april|aprila|apr мај|маја|maj|maja јун|јуна|јуни|jun|juna "
    "јул|јула|јули|jul|jula август|августа|авг|avgust|avgusta|avg "
    "септембар|септембра|сеп|septembar|septembra|sep октобар|октобра|окт|oktobar|oktobra|okt "
    "новембар|новембра|нов|novembar|novembra|nov децембар|децембра|дец|decembar|decembra|dec",
    "sv": "januari|jan februari|feb|febr mars|mar april|apr maj juni|jun juli|jul augusti|aug "
    "september|sep|sept oktober|okt november|nov december|dec",
    "sw": "januari|jan februari|feb machi|mac aprili|apr mei juni|jun julai|jul agosti|ago septemba|sep "
    "oktoba|okt novemba|nov desemba|des",
    "ta": "ஜனவரி|ஜன பிப்ரவரி|பிப் மார்ச்|மார் ஏப்ரல்|ஏப் மே ஜூன் ஜூலை ஆகஸ்ட்|ஆகஸ்டு|ஆக செப்டம்பர்|செப் அக்டோபர்|அக் நவம்பர்|நவ டிசம்பர்|டிச",
    "te": "జనవరి|జన ఫిబ్రవరి|ఫిబ్ర మార్చి ఏప్రిల్|ఏప్రి మే జూన్ జులై|జూలై ఆగస్టు|ఆగ సెప్టెంబర్|సెప్టెం అక్టోబర్|అక్టో నవంబర్|నవం డిసెంబర్|డిసెం",
    "th": "มกราคม|มค กุมภาพันธ์|กพ มีนาคม|มีค เมษายน|เมย พฤษภาคม|พค มิถุนายน|มิย กรกฎาคม|กค สิงหาคม|สค "
    "กันยายน|กย ตุลาคม|ตค พฤศจิกายน|พย ธันวาคม|ธค",
    "tr": "ocak|oca şubat|şub mart|mar nisan|nis mayıs|may haziran|haz temmuz|tem ağustos|ağu eylül|eyl "
    "ekim|eki kasım|kas aralık|ara",
    "uk": "січня|січень|січ лютого|лютий|лют березня|березень|бер квітня|квітень|квіт травня|травень|трав "
    "червня|червень|черв липня|липень|лип серпня|серпень|серп вересня|вересень|вер жовтня|жовтень|жовт "
    "листопада|листопад|лист грудня|грудень|груд",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "vi": "thángmột|tháng1 thánghai|tháng2 thángba|tháng3 thángtư|tháng4 thángnăm|tháng5 thángsáu|tháng6 "
    "thángbảy|tháng7 thángtám|tháng8 thángchín|tháng9 thángmười|tháng10 thángmườimột|tháng11 "
    "thángmườihai|tháng12",
}
# The months of the Iranian calendar, from Farvardin on.
IRANIAN = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"

# `11/26/2026` is written in the United States and where English was learnt from there; all others begin with the day.
MONTH_FIRST = frozenset({"en", "en-ph", "en-pr", "en-us", "es-pr", "es-us", "fil"})
_SHORT = 4  # letters: what is shorter is a month in its own language only (`mar`, `set`, `tem`)


@lru_cache(4096)
def month_of(word: str, language: str) -> int:
    """Return the number of the month that `word` names, or 0; `language` is a tag in lower case or empty.

    English names are understood everywhere, short names of other languages only where the language is not known.
    """
    key = folded(word)
    own = language.partition("-")[0]
    for names in (_BY_LANGUAGE.get(own, {}), _BY_LANGUAGE["en"]):
        if key in names:
            return names[key]
    return _ANY.get(key, 0) if not own or len(key) >= _SHORT else 0


@lru_cache(1024)
def iranian_month_of(word: str) -> int:
    """Return the number of the month of the Iranian calendar that `word` names, or 0."""
    return _IRANIAN.get(folded(word), 0)


def folded(word: str) -> str:
    """Return a name as it is compared: without case, accents, full stops, spaces, and what joins letters unseen."""
    return _LOST.sub("", unicodedata.normalize("NFKD", word.replace("ı", "i").casefold()))


# Accents of Latin, Greek and Cyrillic; points of Hebrew and Arabic. The vowel signs of India and Thailand stay.
_LOST = re.compile(r"[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u200b-\u200f\s.'’-]")


def _numbered(names: str) -> dict[str, int]:
    return {folded(name): number for number, group in enumerate(names.split(), 1) for name in group.split("|")}


_BY_LANGUAGE = {language: _numbered(names) for language, names in NAMES.items()}
_BY_LANGUAGE["no"] = _BY_LANGUAGE["nn"] = _BY_LANGUAGE["nb"]
_BY_LANGUAGE["tl"] = _BY_LANGUAGE["fil"]
_IRANIAN = _numbered(IRANIAN)
# In the order of the table but Croatian last, since `listopad` is November to three times as many readers.
_ANY: dict[str, int] = {}
for _language in (*(each for each in NAMES if each != "hr"), "hr"):
    for _name, _month in _BY_LANGUAGE[_language].items():
        _ANY.setdefault(_name, _month)
