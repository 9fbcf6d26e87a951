#!/usr/bin/python3
"""Makes data/names.json: names of countries and towns in the languages spoken there.

usage: build_names.py CLDR PLACES OUT      CLDR is the unpacked npm package cldr-localenames-full, PLACES data/places.json

Countries come from CLDR's territory names in the official or national languages named below; the few that CLDR lacks, or
gives under another state's name, stand in COUNTRIES_BY_HAND. Towns are written by hand: the official or usual local form.
"""
import json
import sys

# alpha-3 -> languages, the foremost first. Languages with a script or region behind them are CLDR's locale names.
LANGUAGES = {
    # the region
    'AFG': 'fa-AF ps', 'BGD': 'bn', 'BTN': 'dz', 'IND': 'hi', 'KAZ': 'kk', 'KGZ': 'ky', 'LKA': 'si ta', 'MMR': 'my',
    'NPL': 'ne', 'PAK': 'ur', 'TJK': 'tg', 'TKM': 'tk', 'UZB': 'uz', 'IRN': 'fa', 'CHN': 'zh', 'MNG': 'mn',
    # Asia
    'ARE': 'ar', 'ARM': 'hy', 'AZE': 'az', 'BHR': 'ar', 'BRN': 'ms', 'CYP': 'el tr', 'GEO': 'ka', 'HKG': 'zh-Hant', 'IDN': 'id',
    'IRQ': 'ar ku', 'ISR': 'he ar', 'JOR': 'ar', 'JPN': 'ja', 'KHM': 'km', 'KOR': 'ko', 'KWT': 'ar', 'LAO': 'lo', 'LBN': 'ar',
    'MAC': 'zh-Hant', 'MYS': 'ms', 'OMN': 'ar', 'PHL': 'fil', 'PSE': 'ar', 'QAT': 'ar', 'RUS': 'ru', 'SAU': 'ar',
    'SGP': 'zh ms', 'SYR': 'ar', 'THA': 'th', 'TLS': 'pt', 'TUR': 'tr', 'TWN': 'zh-Hant', 'VNM': 'vi', 'YEM': 'ar',
    # Europe
    'ALB': 'sq', 'AND': 'ca', 'AUT': 'de', 'BEL': 'nl fr', 'BGR': 'bg', 'BIH': 'bs', 'BLR': 'be', 'CHE': 'de fr', 'CZE': 'cs', 'DEU': 'de',
    'DNK': 'da', 'ESP': 'es', 'EST': 'et', 'FIN': 'fi sv', 'FRA': 'fr', 'FRO': 'fo', 'GRC': 'el', 'GRL': 'kl', 'HRV': 'hr', 'HUN': 'hu',
    'IRL': 'ga', 'ISL': 'is', 'ITA': 'it', 'LIE': 'de', 'LTU': 'lt', 'LUX': 'lb', 'LVA': 'lv', 'MCO': 'fr', 'MKD': 'mk',
    'MLT': 'mt', 'MNE': 'sr-Latn-ME', 'NLD': 'nl', 'NOR': 'nb', 'POL': 'pl', 'PRT': 'pt', 'ROU': 'ro', 'SMR': 'it', 'SRB': 'sr',
    'SVK': 'sk', 'SVN': 'sl', 'SWE': 'sv', 'UKR': 'uk', 'VAT': 'it', 'XKX': 'sq',
    # Africa
    'AGO': 'pt', 'BDI': 'rn', 'BEN': 'fr', 'BFA': 'fr', 'CAF': 'fr', 'CIV': 'fr', 'CMR': 'fr', 'COD': 'fr', 'COG': 'fr', 'COM': 'ar',
    'CPV': 'pt', 'DJI': 'fr ar', 'DZA': 'ar', 'EGY': 'ar', 'ERI': 'ti', 'ESH': 'ar', 'ETH': 'am', 'GAB': 'fr', 'GIN': 'fr', 'GNB': 'pt',
    'GNQ': 'es', 'KEN': 'sw', 'LBY': 'ar', 'MAR': 'ar', 'MDG': 'mg', 'MLI': 'fr', 'MOZ': 'pt', 'MRT': 'ar', 'NER': 'fr',
    'SDN': 'ar', 'SEN': 'fr', 'SOM': 'so', 'STP': 'pt', 'TCD': 'fr ar', 'TGO': 'fr', 'TUN': 'ar', 'TZA': 'sw', 'UGA': 'sw',
    # the Americas and Oceania
    'ARG': 'es', 'BOL': 'es', 'BRA': 'pt', 'CHL': 'es', 'COL': 'es', 'CRI': 'es', 'CUB': 'es', 'DOM': 'es', 'ECU': 'es', 'GTM': 'es',
    'HND': 'es', 'HTI': 'ht', 'MEX': 'es', 'NIC': 'es', 'PAN': 'es', 'PER': 'es', 'PRY': 'es', 'SLV': 'es', 'SUR': 'nl', 'URY': 'es',
    'VEN': 'es', 'NZL': 'mi', 'TON': 'to', 'NCL': 'fr', 'PYF': 'fr',
}
# CLDR's locale -> the language tag written to the file, where it is another one
TAGS = {'fa-AF': 'prs', 'sr-Latn-ME': 'sr'}
COUNTRIES_BY_HAND = {
    'MDV': [('dv', 'ދިވެހިރާއްޖެ')],      # CLDR has no Dhivehi names
    'PRK': [('ko', '조선')],               # CLDR's Korean is Seoul's usage
    'SAU': [('ar', 'السعودية')], 'ARE': [('ar', 'الإمارات')],   # CLDR's are the full names of the states
    'XKX': [('sq', 'Kosova')],
}
# CLDR adds another name in brackets to some; an official name needs none
SHORT_FORMS = ('{}-alt-short', '{}')

# country -> town's name in places.json -> its local names
TOWNS = {
    'PAK': ('ur', {
        'Islamabad': 'اسلام آباد', 'Karachi': 'کراچی', 'Lahore': 'لاہور', 'Faisalabad': 'فیصل آباد', 'Rawalpindi': 'راولپنڈی',
        'Multan': 'ملتان', 'Hyderabad': 'حیدرآباد', 'Peshawar': 'پشاور', 'Quetta': 'کوئٹہ', 'Gwadar': 'گوادر', 'Sukkur': 'سکھر',
        'Bahawalpur': 'بہاولپور', 'Sialkot': 'سیالکوٹ', 'Gujranwala': 'گوجرانوالہ', 'Gilgit': 'گلگت', 'Skardu': 'سکردو',
        'Muzaffarabad': 'مظفرآباد', 'Abbottabad': 'ایبٹ آباد', 'Turbat': 'تربت', 'Chaman': 'چمن', 'Zhob': 'ژوب', 'Khuzdar': 'خضدار',
        'Dera Ismail Khan': 'ڈیرہ اسماعیل خان', 'Dera Ghazi Khan': 'ڈیرہ غازی خان', 'Taxila': 'ٹیکسلا', 'Panjgur': 'پنجگور',
        'Torkham': 'طورخم', 'Taftan': 'تفتان'}),
    'AFG': ('prs', {
        'Kabul': 'کابل', 'Herat': 'هرات', 'Kandahar': 'قندهار', 'Mazar-i-Sharif': 'مزار شریف', 'Jalalabad': 'جلال‌آباد',
        'Kunduz': 'قندوز', 'Ghazni': 'غزنی', 'Bamyan': 'بامیان', 'Fayzabad': 'فیض‌آباد', 'Lashkar Gah': 'لشکرگاه', 'Zaranj': 'زرنج',
        'Maymana': 'میمنه', 'Hairatan': 'حیرتان', 'Spin Boldak': 'سپین بولدک'}),
    'IND': ('hi', {
        'New Delhi': 'नई दिल्ली', 'Jaipur': 'जयपुर', 'Lucknow': 'लखनऊ', 'Kanpur': 'कानपुर', 'Patna': 'पटना', 'Indore': 'इंदौर',
        'Bhopal': 'भोपाल', 'Varanasi': 'वाराणसी', 'Chandigarh': 'चंडीगढ़', 'Ranchi': 'रांची', 'Jodhpur': 'जोधपुर', 'Raipur': 'रायपुर',
        'Agra': 'आगरा', 'Jammu': 'जम्मू', 'Mumbai': ('mr', 'मुंबई'), 'Pune': ('mr', 'पुणे'), 'Nagpur': ('mr', 'नागपूर'),
        'Kolkata': ('bn', 'কলকাতা'), 'Siliguri': ('bn', 'শিলিগুড়ি'), 'Agartala': ('bn', 'আগরতলা'), 'Chennai': ('ta', 'சென்னை'),
        'Madurai': ('ta', 'மதுரை'), 'Bengaluru': ('kn', 'ಬೆಂಗಳೂರು'), 'Mangaluru': ('kn', 'ಮಂಗಳೂರು'), 'Hyderabad': ('te', 'హైదరాబాద్'),
        'Visakhapatnam': ('te', 'విశాఖపట్నం'), 'Ahmedabad': ('gu', 'અમદાવાદ'), 'Surat': ('gu', 'સુરત'), 'Kandla': ('gu', 'કંડલા'),
        'Mundra': ('gu', 'મુન્દ્રા'), 'Amritsar': ('pa', 'ਅੰਮ੍ਰਿਤਸਰ'), 'Srinagar': ('ur', 'سرینگر'), 'Guwahati': ('as', 'গুৱাহাটী'),
        'Kochi': ('ml', 'കൊച്ചി'), 'Thiruvananthapuram': ('ml', 'തിരുവനന്തപുരം'), 'Bhubaneswar': ('or', 'ଭୁବନେଶ୍ୱର'),
        'Gangtok': ('ne', 'गान्तोक')}),
    'BGD': ('bn', {
        'Dhaka': 'ঢাকা', 'Chattogram': 'চট্টগ্রাম', 'Khulna': 'খুলনা', 'Rajshahi': 'রাজশাহী', 'Sylhet': 'সিলেট', 'Rangpur': 'রংপুর',
        'Barishal': 'বরিশাল', 'Mymensingh': 'ময়মনসিংহ', 'Mongla': 'মোংলা', 'Payra': 'পায়রা', 'Cox’s Bazar': 'কক্সবাজার',
        'Lalmonirhat': 'লালমনিরহাট'}),
    'NPL': ('ne', {'Kathmandu': 'काठमाडौँ', 'Pokhara': 'पोखरा', 'Biratnagar': 'विराटनगर', 'Birgunj': 'वीरगञ्ज',
                   'Nepalgunj': 'नेपालगञ्ज'}),
    'BTN': ('dz', {'Thimphu': 'ཐིམ་ཕུ', 'Paro': 'སྤ་རོ'}),
    'LKA': ('si', {
        'Colombo': [('si', 'කොළඹ'), ('ta', 'கொழும்பு')], 'Kandy': [('si', 'මහනුවර'), ('ta', 'கண்டி')], 'Galle': 'ගාල්ල',
        'Jaffna': [('ta', 'யாழ்ப்பாணம்'), ('si', 'යාපනය')], 'Hambantota': 'හම්බන්තොට',
        'Trincomalee': [('ta', 'திருகோணமலை'), ('si', 'ත්‍රිකුණාමලය')]}),
    'MDV': ('dv', {'Malé': 'މާލެ'}),
    'MMR': ('my', {'Naypyidaw': 'နေပြည်တော်', 'Yangon': 'ရန်ကုန်', 'Mandalay': 'မန္တလေး', 'Sittwe': 'စစ်တွေ', 'Kyaukpyu': 'ကျောက်ဖြူ',
                   'Mawlamyine': 'မော်လမြိုင်'}),
    'KAZ': ('kk', {
        'Astana': 'Астана', 'Almaty': 'Алматы', 'Shymkent': 'Шымкент', 'Karaganda': 'Қарағанды', 'Taraz': 'Тараз', 'Aktobe': 'Ақтөбе',
        'Pavlodar': 'Павлодар', 'Oskemen': 'Өскемен', 'Semey': 'Семей', 'Kostanay': 'Қостанай', 'Petropavl': 'Петропавл', 'Oral': 'Орал',
        'Atyrau': 'Атырау', 'Kyzylorda': 'Қызылорда', 'Aktau': 'Ақтау', 'Baikonur': 'Байқоңыр', 'Turkistan': 'Түркістан',
        'Zhezkazgan': 'Жезқазған', 'Dostyk': 'Достық', 'Khorgos': 'Қорғас'}),
    'KGZ': ('ky', {'Bishkek': 'Бишкек', 'Osh': 'Ош', 'Karakol': 'Каракол', 'Naryn': 'Нарын'}),
    'TJK': ('tg', {'Dushanbe': 'Душанбе', 'Khujand': 'Хуҷанд', 'Khorog': 'Хоруғ'}),
    'TKM': ('tk', {'Ashgabat': 'Aşgabat', 'Dashoguz': 'Daşoguz', 'Turkmenabat': 'Türkmenabat', 'Turkmenbashi': 'Türkmenbaşy'}),
    'UZB': ('uz', {'Tashkent': 'Toshkent', 'Andijan': 'Andijon', 'Bukhara': 'Buxoro', 'Fergana': 'Fargʻona', 'Samarkand': 'Samarqand',
                   'Termez': 'Termiz', 'Urgench': 'Urganch'}),
    'IRN': ('fa', {
        'Tehran': 'تهران', 'Ahvaz': 'اهواز', 'Isfahan': 'اصفهان', 'Kerman': 'کرمان', 'Mashhad': 'مشهد', 'Qom': 'قم', 'Rasht': 'رشت',
        'Shiraz': 'شیراز', 'Tabriz': 'تبریز', 'Yazd': 'یزد', 'Zahedan': 'زاهدان', 'Anzali': 'بندر انزلی', 'Bandar Abbas': 'بندرعباس',
        'Bushehr': 'بوشهر', 'Chabahar': 'چابهار', 'Birjand': 'بیرجند', 'Sarakhs': 'سرخس'}),
    'CHN': ('zh', {
        'Beijing': '北京', 'Chengdu': '成都', 'Chongqing': '重庆', 'Hohhot': '呼和浩特', 'Kashgar': '喀什', 'Kunming': '昆明',
        'Lanzhou': '兰州', 'Lhasa': '拉萨', 'Nanning': '南宁', 'Urumqi': '乌鲁木齐', 'Wuhan': '武汉', 'Xining': '西宁', 'Xi’an': '西安',
        'Yinchuan': '银川', 'Guangzhou': '广州', 'Qingdao': '青岛', 'Shanghai': '上海', 'Shenzhen': '深圳', 'Tianjin': '天津',
        'Hotan': '和田', 'Tashkurgan': '塔什库尔干', 'Yining': '伊宁'}),
    'MNG': ('mn', {'Ulaanbaatar': 'Улаанбаатар', 'Erdenet': 'Эрдэнэт', 'Ölgii': 'Өлгий'}),
    'RUS': ('ru', {
        'Moscow': 'Москва', 'Chelyabinsk': 'Челябинск', 'Irkutsk': 'Иркутск', 'Kazan': 'Казань', 'Krasnoyarsk': 'Красноярск',
        'Novosibirsk': 'Новосибирск', 'Omsk': 'Омск', 'Orenburg': 'Оренбург', 'Samara': 'Самара', 'Volgograd': 'Волгоград',
        'Yekaterinburg': 'Екатеринбург', 'Astrakhan': 'Астрахань', 'Saint Petersburg': 'Санкт-Петербург'}),
    'THA': ('th', {'Bangkok': 'กรุงเทพฯ', 'Chiang Mai': 'เชียงใหม่', 'Ranong': 'ระนอง', 'Hat Yai': 'หาดใหญ่'}),
    'ARE': ('ar', {'Abu Dhabi': 'أبوظبي', 'Dubai': 'دبي', 'Fujairah': 'الفجيرة'}),
    'OMN': ('ar', {'Muscat': 'مسقط', 'Duqm': 'الدقم', 'Salalah': 'صلالة', 'Sohar': 'صحار'}),
    'SAU': ('ar', {'Riyadh': 'الرياض', 'Mecca': 'مكة المكرمة', 'Medina': 'المدينة المنورة', 'Dammam': 'الدمام', 'Jeddah': 'جدة'}),
    'QAT': ('ar', {'Doha': 'الدوحة'}), 'BHR': ('ar', {'Manama': 'المنامة'}), 'KWT': ('ar', {'Kuwait City': 'مدينة الكويت'}),
    'IRQ': ('ar', {'Baghdad': 'بغداد', 'Mosul': 'الموصل', 'Basra': 'البصرة'}), 'SYR': ('ar', {'Damascus': 'دمشق'}),
    'LBN': ('ar', {'Beirut': 'بيروت'}), 'JOR': ('ar', {'Amman': 'عمّان'}), 'YEM': ('ar', {'Sanaa': 'صنعاء'}),
    'EGY': ('ar', {'Cairo': 'القاهرة'}), 'SDN': ('ar', {'Khartoum': 'الخرطوم'}), 'ETH': ('am', {'Addis Ababa': 'አዲስ አበባ'}),
    'TUR': ('tr', {'Istanbul': 'İstanbul'}), 'AZE': ('az', {'Baku': 'Bakı', 'Ganja': 'Gəncə', 'Alat': 'Ələt'}),
    'GEO': ('ka', {'Tbilisi': 'თბილისი', 'Batumi': 'ბათუმი', 'Poti': 'ფოთი'}), 'ARM': ('hy', {'Yerevan': 'Երևան'}),
    'KHM': ('km', {'Phnom Penh': 'ភ្នំពេញ'}), 'LAO': ('lo', {'Vientiane': 'ວຽງຈັນ'}), 'VNM': ('vi', {'Hanoi': 'Hà Nội'}),
    'KOR': ('ko', {'Seoul': '서울'}), 'PRK': ('ko', {'Pyongyang': '평양'}), 'JPN': ('ja', {'Tokyo': '東京'}),
    'TWN': ('zh-Hant', {'Taipei': '臺北'}), 'HKG': ('zh-Hant', {'Hong Kong': '香港'}), 'MAC': ('zh-Hant', {'Macau': '澳門'}),
    'UKR': ('uk', {'Kyiv': 'Київ'}), 'BLR': ('be', {'Minsk': 'Мінск'}), 'BGR': ('bg', {'Sofia': 'София'}),
    'GRC': ('el', {'Athens': 'Αθήνα'}), 'SRB': ('sr', {'Belgrade': 'Београд'}), 'MKD': ('mk', {'Skopje': 'Скопје'}),
    'ROU': ('ro', {'Bucharest': 'București'}), 'POL': ('pl', {'Warsaw': 'Warszawa'}), 'CZE': ('cs', {'Prague': 'Praha'}),
    'AUT': ('de', {'Vienna': 'Wien'}), 'ITA': ('it', {'Rome': 'Roma'}), 'PRT': ('pt', {'Lisbon': 'Lisboa'}),
    'DNK': ('da', {'Copenhagen': 'København'}),
}


def names_of_country(folder, alpha3, alpha2):
    if alpha3 in COUNTRIES_BY_HAND:
        return COUNTRIES_BY_HAND[alpha3]
    names = []
    for locale in LANGUAGES.get(alpha3, '').split():
        with open(f'{folder}/main/{locale}/territories.json', encoding='utf-8') as f:
            territories = json.load(f)['main'][locale]['localeDisplayNames']['territories']
        name = next((territories[form.format(alpha2)] for form in SHORT_FORMS if form.format(alpha2) in territories), None)
        if name is None:
            sys.exit(f'CLDR has no name of {alpha3} in {locale}')
        names.append((TAGS.get(locale, locale), name))
    return names


def names_of_town(language, value):
    if isinstance(value, str):
        return [(language, value)]
    return [value] if isinstance(value, tuple) else value


def main():
    folder, places_file, out = sys.argv[1:4]
    with open(places_file, encoding='utf-8') as f:
        known = json.load(f)
    rows = lambda names: [{'lang': lang, 'name': name} for lang, name in names]
    countries = []
    for country in known['countries']:
        names = [n for n in names_of_country(folder, country['code'], country['alpha2']) if n[1] != country['name']]
        if names:
            countries.append({'code': country['code'], 'names': rows(names)})
    towns = {(p['country'], p['name']) for p in known['places']}
    places = []
    for code, (language, table) in TOWNS.items():
        for name, value in table.items():
            if (code, name) not in towns:
                sys.exit(f'places.json has no {code}:{name}')
            places.append({'country': code, 'name': name, 'names': rows(names_of_town(language, value))})
    about = ('Names in the languages of the place, by BCP 47 language tag. Countries: CLDR 48.2 territory names (Unicode-3.0). Towns: '
             'by hand. Made by data/scripts/build_names.py; see data/README.md.')
    row = lambda o: '    ' + json.dumps(o, ensure_ascii=False)
    with open(out, 'w', encoding='utf-8') as f:
        f.write('{\n  "about": ' + json.dumps(about) + ',\n  "countries": [\n' + ',\n'.join(map(row, countries)))
        f.write('\n  ],\n  "places": [\n' + ',\n'.join(map(row, places)) + '\n  ]\n}\n')
    print(f'{len(countries)} countries and {len(places)} towns')


if __name__ == '__main__':
    main()
