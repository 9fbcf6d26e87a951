#!/usr/bin/python3
"""Makes data/places.json.

usage: build_places.py SOURCES OUT      SOURCES is the folder that fetch.sh filled

Countries come from Debian's iso-codes, with short English names and other spellings from the tables below. Places come
from Natural Earth's populated places (libmagics++-data), renamed to the spellings of present-day maps, plus ports, passes
and towns that Natural Earth does not hold, written below by hand.
"""
import json
import sys

from osgeo import ogr

# ISO 3166-1 names that are not the common English ones
SHORT_NAMES = {
    'BES': 'Caribbean Netherlands', 'BIH': 'Bosnia and Herzegovina', 'BOL': 'Bolivia', 'BRN': 'Brunei',
    'CCK': 'Cocos Islands', 'COD': 'DR Congo', 'COG': 'Republic of the Congo', 'CPV': 'Cape Verde', 'FLK': 'Falkland Islands',
    'FSM': 'Micronesia', 'IRN': 'Iran', 'KOR': 'South Korea', 'LAO': 'Laos', 'MAC': 'Macau', 'MAF': 'Saint Martin', 'MDA': 'Moldova',
    'MMR': 'Myanmar', 'PRK': 'North Korea', 'PSE': 'Palestine', 'RUS': 'Russia', 'SHN': 'Saint Helena', 'SXM': 'Sint Maarten',
    'SYR': 'Syria', 'TUR': 'Turkey', 'TWN': 'Taiwan', 'TZA': 'Tanzania', 'VAT': 'Vatican City', 'VEN': 'Venezuela',
    'VGB': 'British Virgin Islands', 'VIR': 'US Virgin Islands', 'VNM': 'Vietnam', 'UMI': 'US Minor Outlying Islands',
    'SGS': 'South Georgia', 'CIV': 'Côte d’Ivoire', 'CZE': 'Czechia', 'STP': 'São Tomé and Príncipe',
}
ALIASES = {
    'AFG': ['Islamic Emirate of Afghanistan'], 'ARE': ['UAE', 'Emirates'], 'BIH': ['Bosnia'], 'CHN': ['PRC', 'Mainland China', 'P.R. China'],
    'CIV': ['Ivory Coast'], 'COD': ['Congo-Kinshasa', 'Democratic Republic of the Congo'], 'COG': ['Congo', 'Congo-Brazzaville'],
    'CPV': ['Cabo Verde'], 'CZE': ['Czech Republic'], 'GBR': ['UK', 'Britain', 'Great Britain'], 'IRN': ['Persia'],
    'KGZ': ['Kyrgyz Republic', 'Kirghizia'], 'KOR': ['Republic of Korea'], 'LKA': ['Ceylon'], 'MDV': ['Maldive Islands'],
    'MKD': ['Macedonia'], 'MMR': ['Burma'], 'PRK': ['DPRK'], 'PSE': ['Palestinian Territories'], 'RUS': ['Russian Federation'],
    'SAU': ['KSA'], 'SWZ': ['Swaziland'], 'SYR': [], 'TLS': ['East Timor'], 'TUR': ['Türkiye'], 'TWN': ['Chinese Taipei', 'Republic of China'],
    'USA': ['US', 'United States of America', 'America'], 'VAT': ['Holy See'], 'BGD': ['Bangla Desh'], 'KAZ': ['Qazaqstan'],
    'TJK': ['Tadjikistan'], 'XKX': ['Kosova'],
}
# No member of ISO 3166-1, but on the map and in many files under the user-assigned code
EXTRA_COUNTRIES = [('XKX', 'XK', 'Kosovo')]

# name in Natural Earth -> name here
CAPITAL_NAMES = {
    'DNK': 'Copenhagen', 'UKR': 'Kyiv', 'KWT': 'Kuwait City', 'MDV': 'Malé', 'MDA': 'Chișinău', 'TCD': 'N’Djamena', 'TON': 'Nukuʻalofa',
    'ATG': 'St John’s', 'GRD': 'St George’s', 'YEM': 'Sanaa', 'TTO': 'Port of Spain', 'TGO': 'Lomé', 'CMR': 'Yaoundé', 'BRA': 'Brasília',
    'PRY': 'Asunción', 'COL': 'Bogotá', 'CRI': 'San José', 'CUB': 'Havana', 'STP': 'São Tomé', 'GTM': 'Guatemala City', 'MEX': 'Mexico City',
    'PLW': 'Ngerulmud', 'MNE': 'Podgorica',
}
# where Natural Earth has more than one, or another than today's: the town in it that is the capital
CAPITAL_TOWN = {
    'MMR': 'Naypyidaw', 'BOL': 'Sucre', 'CIV': 'Yamoussoukro', 'ZAF': 'Pretoria', 'BEN': 'Porto-Novo', 'TZA': 'Dodoma',
    'LKA': 'Colombo', 'SWZ': 'Mbabane', 'MYS': 'Kuala Lumpur', 'JPN': 'Tokyo', 'NLD': 'Amsterdam', 'PHL': 'Manila',
    'BDI': None, 'ESH': None, 'PSE': None, 'SOL': None,
}
# capitals by hand: Natural Earth has none, or an older one
CAPITALS_BY_HAND = {
    'BDI': ('Gitega', 29.925, -3.428), 'PSE': ('Ramallah', 35.204, 31.903), 'NRU': ('Yaren', 166.921, -0.547),
    'HKG': ('Hong Kong', 114.170, 22.305), 'MAC': ('Macau', 113.545, 22.203), 'GRL': ('Nuuk', -51.736, 64.175),
    'PRI': ('San Juan', -66.117, 18.463), 'NCL': ('Nouméa', 166.448, -22.275), 'PYF': ('Papeete', -149.566, -17.535),
    'FRO': ('Tórshavn', -6.772, 62.012), 'BMU': ('Hamilton', -64.783, 32.294), 'GIB': ('Gibraltar', -5.354, 36.140),
    'FLK': ('Stanley', -57.851, -51.695), 'COK': ('Avarua', -159.777, -21.207), 'NIU': ('Alofi', -169.921, -19.059),
    'ESH': ('Laayoune', -13.200, 27.150), 'ABW': ('Oranjestad', -70.035, 12.519), 'CUW': ('Willemstad', -68.934, 12.104),
}
CAPITAL_ALIASES = {
    'AFG': ['Kabol'], 'ARE': ['Abu Zaby'], 'AZE': ['Baki'], 'BGD': ['Dacca'], 'BTN': ['Thimbu'], 'CHN': ['Peking'], 'IND': ['Delhi', 'NCT of Delhi'],
    'IRN': ['Teheran'], 'KAZ': ['Nur-Sultan', 'Akmola', 'Aqmola', 'Nursultan'], 'KGZ': ['Frunze'], 'LKA': ['Sri Jayawardenepura Kotte', 'Kotte'],
    'MDV': ['Male'], 'MMR': ['Nay Pyi Taw', 'Naypyitaw'], 'NPL': ['Katmandu'], 'RUS': ['Moskva'], 'TKM': ['Ashkhabad', 'Asgabat'],
    'TJK': ['Stalinabad'], 'UKR': ['Kiev'], 'UZB': ['Toshkent'], 'MNG': ['Ulan Bator', 'Ulaanbataar'], 'KWT': ['Kuwait'], 'QAT': ['Ad Dawhah'],
    'SAU': ['Ar Riyad'], 'OMN': ['Masqat'], 'USA': ['Washington', 'Washington DC'], 'DNK': ['København'], 'KOR': ['Soul'], 'YEM': ["Sana'a"],
    'EGY': ['Al Qahirah'], 'SYR': ['Dimashq'], 'KHM': ['Pnom Penh'], 'LAO': ['Viangchan'], 'VNM': ['Ha Noi'], 'TUR': ['Angora'], 'GEO': ['Tiflis'],
    'PAK': ['Islamabad Capital Territory'],
}

# country, name here, name in Natural Earth, rank, other spellings
FROM_NATURAL_EARTH = [
    # Pakistan
    ('PAK', 'Karachi', 'Karachi', 'port', ['Port of Karachi']),
    ('PAK', 'Lahore', 'Lahore', 'city', []),
    ('PAK', 'Faisalabad', 'Faisalabad', 'city', ['Lyallpur']),
    ('PAK', 'Rawalpindi', 'Rawalpindi', 'city', ['Pindi']),
    ('PAK', 'Multan', 'Multan', 'city', []),
    ('PAK', 'Gujranwala', 'Gujranwala', 'town', []),
    ('PAK', 'Hyderabad', 'Hyderabad', 'city', ['Hyderabad Sindh']),
    ('PAK', 'Peshawar', 'Peshawar', 'city', ['Pekhawar']),
    ('PAK', 'Quetta', 'Quetta', 'city', ['Kwatta']),
    ('PAK', 'Sukkur', 'Sukkur', 'town', ['Sakkhar']),
    ('PAK', 'Bahawalpur', 'Bahawalpur', 'town', []),
    ('PAK', 'Sialkot', 'Sialkote', 'town', ['Sialkote']),
    ('PAK', 'Abbottabad', 'Abbottabad', 'town', []),
    ('PAK', 'Gilgit', 'Gilgit', 'town', []),
    ('PAK', 'Gwadar', 'Gwadar', 'port', ['Gwadar Port']),
    ('PAK', 'Turbat', 'Turbat', 'town', []),
    ('PAK', 'Dera Ismail Khan', 'Dera Ismail Khan', 'town', ['D. I. Khan']),
    ('PAK', 'Dera Ghazi Khan', 'Dera Ghazi Khan', 'town', []),
    ('PAK', 'Chaman', 'Chaman', 'town', []),
    ('PAK', 'Zhob', 'Zhob', 'town', ['Fort Sandeman']),
    # Afghanistan
    ('AFG', 'Kandahar', 'Kandahar', 'city', ['Qandahar']),
    ('AFG', 'Herat', 'Herat', 'city', ['Hirat']),
    ('AFG', 'Mazar-i-Sharif', 'Mazar-e Sharif', 'city', ['Mazar-e Sharif', 'Mazar']),
    ('AFG', 'Jalalabad', 'Jalalabad', 'city', []),
    ('AFG', 'Kunduz', 'Kondoz', 'city', ['Kondoz', 'Qonduz']),
    ('AFG', 'Ghazni', 'Ghazni', 'town', []),
    ('AFG', 'Bamyan', 'Bamian', 'town', ['Bamian', 'Bamiyan']),
    ('AFG', 'Fayzabad', 'Feyzabad', 'town', ['Feyzabad', 'Faizabad']),
    ('AFG', 'Lashkar Gah', 'Lashkar Gah', 'town', []),
    ('AFG', 'Zaranj', 'Zaranj', 'town', []),
    ('AFG', 'Maymana', 'Meymaneh', 'town', ['Meymaneh']),
    # India
    ('IND', 'Mumbai', 'Mumbai', 'port', ['Bombay']),
    ('IND', 'Kolkata', 'Kolkata', 'port', ['Calcutta']),
    ('IND', 'Chennai', 'Chennai', 'port', ['Madras']),
    ('IND', 'Bengaluru', 'Bangalore', 'city', ['Bangalore']),
    ('IND', 'Hyderabad', 'Hyderabad', 'city', []),
    ('IND', 'Ahmedabad', 'Ahmedabad', 'city', ['Amdavad']),
    ('IND', 'Pune', 'Pune', 'city', ['Poona']),
    ('IND', 'Surat', 'Surat', 'city', []),
    ('IND', 'Jaipur', 'Jaipur', 'city', []),
    ('IND', 'Lucknow', 'Lucknow', 'city', []),
    ('IND', 'Kanpur', 'Kanpur', 'city', ['Cawnpore']),
    ('IND', 'Nagpur', 'Nagpur', 'city', []),
    ('IND', 'Patna', 'Patna', 'city', []),
    ('IND', 'Indore', 'Indore', 'city', []),
    ('IND', 'Bhopal', 'Bhopal', 'city', []),
    ('IND', 'Varanasi', 'Varanasi', 'city', ['Benares', 'Banaras']),
    ('IND', 'Amritsar', 'Amritsar', 'city', []),
    ('IND', 'Chandigarh', 'Chandigarh', 'city', []),
    ('IND', 'Srinagar', 'Srinagar', 'city', []),
    ('IND', 'Guwahati', 'Guwahati', 'city', ['Gauhati']),
    ('IND', 'Visakhapatnam', 'Vishakhapatnam', 'port', ['Vizag', 'Vishakhapatnam']),
    ('IND', 'Kochi', 'Kochi', 'port', ['Cochin']),
    ('IND', 'Thiruvananthapuram', 'Thiruvananthapuram', 'city', ['Trivandrum']),
    ('IND', 'Bhubaneswar', 'Bhubaneshwar', 'city', ['Bhubaneshwar']),
    ('IND', 'Ranchi', 'Ranchi', 'city', []),
    ('IND', 'Jodhpur', 'Jodhpur', 'city', []),
    ('IND', 'Raipur', 'Raipur', 'city', []),
    ('IND', 'Agra', 'Agra', 'city', []),
    ('IND', 'Madurai', 'Madurai', 'city', []),
    ('IND', 'Mangaluru', 'Mangalore', 'port', ['Mangalore']),
    ('IND', 'Jammu', 'Jammu', 'city', []),
    ('IND', 'Shillong', 'Shillong', 'town', []),
    ('IND', 'Imphal', 'Imphal', 'town', []),
    ('IND', 'Agartala', 'Agartala', 'town', []),
    ('IND', 'Gangtok', 'Gangtok', 'town', []),
    ('IND', 'Port Blair', 'Port Blair', 'port', ['Sri Vijaya Puram']),
    # Bangladesh
    ('BGD', 'Chattogram', 'Chittagong', 'port', ['Chittagong', 'Port of Chittagong']),
    ('BGD', 'Khulna', 'Khulna', 'city', []),
    ('BGD', 'Rajshahi', 'Rajshahi', 'city', []),
    ('BGD', 'Sylhet', 'Sylhet', 'city', []),
    ('BGD', 'Rangpur', 'Rangpur', 'city', []),
    ('BGD', 'Barishal', 'Barisal', 'city', ['Barisal']),
    ('BGD', 'Mymensingh', 'Mymensingh', 'city', []),
    # Nepal, Bhutan, Sri Lanka
    ('NPL', 'Pokhara', 'Pokhara', 'city', []),
    ('NPL', 'Biratnagar', 'Biratnagar', 'city', []),
    ('NPL', 'Birgunj', 'Birganj', 'town', ['Birganj']),
    ('NPL', 'Nepalgunj', 'Nepalganj', 'town', ['Nepalganj']),
    ('BTN', 'Paro', 'Paro', 'town', []),
    ('LKA', 'Jaffna', 'Jaffna', 'city', []),
    ('LKA', 'Kandy', 'Kandy', 'city', []),
    ('LKA', 'Galle', 'Galle', 'town', []),
    ('LKA', 'Trincomalee', 'Trincomalee', 'port', ['Trinco']),
    # Kazakhstan and Central Asia
    ('KAZ', 'Almaty', 'Almaty', 'city', ['Alma-Ata']),
    ('KAZ', 'Shymkent', 'Shymkent', 'city', ['Chimkent']),
    ('KAZ', 'Karaganda', 'Qaraghandy', 'city', ['Qaraghandy', 'Karagandy']),
    ('KAZ', 'Taraz', 'Taraz', 'city', ['Zhambyl', 'Dzhambul']),
    ('KAZ', 'Aktobe', 'Aqtobe', 'city', ['Aqtobe', 'Aktyubinsk']),
    ('KAZ', 'Pavlodar', 'Pavlodar', 'city', []),
    ('KAZ', 'Oskemen', 'Oskemen', 'city', ['Ust-Kamenogorsk', 'Öskemen']),
    ('KAZ', 'Semey', 'Semey', 'city', ['Semipalatinsk']),
    ('KAZ', 'Kostanay', 'Oostanay', 'city', ['Qostanay', 'Kustanay']),
    ('KAZ', 'Petropavl', 'Petropavlovsk', 'city', ['Petropavlovsk']),
    ('KAZ', 'Oral', 'Oral', 'city', ['Uralsk']),
    ('KAZ', 'Atyrau', 'Atyrau', 'city', ['Guryev']),
    ('KAZ', 'Kyzylorda', 'Qyzylorda', 'city', ['Qyzylorda']),
    ('KAZ', 'Turkistan', 'Turkistan', 'town', ['Turkestan']),
    ('KAZ', 'Zhezkazgan', 'Zhezqazghan', 'town', ['Zhezqazghan']),
    ('KAZ', 'Baikonur', 'Baykonur', 'town', ['Baykonur', 'Baiqongyr']),
    ('UZB', 'Samarkand', 'Samarqand', 'city', ['Samarqand']),
    ('UZB', 'Bukhara', 'Bukhara', 'city', ['Buxoro']),
    ('UZB', 'Termez', 'Termiz', 'city', ['Termiz']),
    ('UZB', 'Andijan', 'Andijon', 'city', ['Andijon']),
    ('UZB', 'Namangan', 'Namangan', 'city', []),
    ('UZB', 'Fergana', 'Fargona', 'city', ["Farg'ona"]),
    ('UZB', 'Nukus', 'Nukus', 'city', []),
    ('UZB', 'Urgench', 'Urgentch', 'town', ['Urganch']),
    ('KGZ', 'Osh', 'Osh', 'city', []),
    ('KGZ', 'Naryn', 'Naryn', 'town', []),
    ('KGZ', 'Karakol', 'Karakol', 'town', []),
    ('TJK', 'Khujand', 'Khujand', 'city', ['Leninabad', 'Khodjent']),
    ('TJK', 'Khorog', 'Khorugh', 'town', ['Khorugh']),
    ('TKM', 'Turkmenabat', 'Turkmenabat', 'city', ['Chardzhou']),
    ('TKM', 'Mary', 'Mary', 'city', ['Merv']),
    ('TKM', 'Dashoguz', 'Dasoguz', 'city', ['Dasoguz']),
    ('TKM', 'Turkmenbashi', 'Turkmenbasy', 'port', ['Turkmenbasy', 'Krasnovodsk']),
    # Iran
    ('IRN', 'Mashhad', 'Mashhad', 'city', ['Meshed']),
    ('IRN', 'Isfahan', 'Isfahan', 'city', ['Esfahan']),
    ('IRN', 'Tabriz', 'Tabriz', 'city', []),
    ('IRN', 'Shiraz', 'Shiraz', 'city', []),
    ('IRN', 'Ahvaz', 'Ahvaz', 'city', []),
    ('IRN', 'Qom', 'Qom', 'city', []),
    ('IRN', 'Kerman', 'Kerman', 'city', []),
    ('IRN', 'Yazd', 'Yazd', 'city', []),
    ('IRN', 'Zahedan', 'Zahedan', 'city', []),
    ('IRN', 'Rasht', 'Rasht', 'city', []),
    ('IRN', 'Birjand', 'Birjand', 'town', []),
    ('IRN', 'Bandar Abbas', 'Bandar-e-Abbas', 'port', ['Bandar-e Abbas']),
    ('IRN', 'Bushehr', 'Bandar-e Bushehr', 'port', []),
    ('IRN', 'Chabahar', 'Chabahar', 'port', ['Chah Bahar']),
    # Myanmar and South-East Asia
    ('MMR', 'Yangon', 'Rangoon', 'port', ['Rangoon']),
    ('MMR', 'Mandalay', 'Mandalay', 'city', []),
    ('MMR', 'Sittwe', 'Sittwe', 'port', ['Akyab']),
    ('MMR', 'Mawlamyine', 'Mawlamyine', 'town', ['Moulmein']),
    ('THA', 'Chiang Mai', 'Chiang Mai', 'city', []),
    ('THA', 'Hat Yai', 'Hat Yai', 'town', []),
    ('VNM', 'Ho Chi Minh City', 'Ho Chi Minh City', 'city', ['Saigon']),
    ('VNM', 'Haiphong', 'Haiphong', 'port', ['Hai Phong']),
    ('VNM', 'Da Nang', 'Da Nang', 'port', []),
    ('MYS', 'George Town', 'George Town', 'city', ['Penang']),
    ('MYS', 'Johor Bahru', 'Johor Bahru', 'city', []),
    ('IDN', 'Medan', 'Medan', 'city', []),
    ('IDN', 'Surabaya', 'Surabaya', 'port', []),
    ('PHL', 'Cebu', 'Cebu', 'city', []),
    # China, Mongolia, Taiwan
    ('CHN', 'Shanghai', 'Shanghai', 'port', []),
    ('CHN', 'Guangzhou', 'Guangzhou', 'port', ['Canton']),
    ('CHN', 'Shenzhen', 'Shenzhen', 'port', []),
    ('CHN', 'Tianjin', 'Tianjin', 'port', ['Tientsin']),
    ('CHN', 'Chongqing', 'Chongqing', 'city', []),
    ('CHN', 'Chengdu', 'Chengdu', 'city', []),
    ('CHN', 'Wuhan', 'Wuhan', 'city', []),
    ('CHN', 'Xi’an', 'Xian', 'city', ['Xian', "Xi'an"]),
    ('CHN', 'Kunming', 'Kunming', 'city', []),
    ('CHN', 'Lanzhou', 'Lanzhou', 'city', []),
    ('CHN', 'Urumqi', 'Urumqi', 'city', ['Ürümqi', 'Wulumuqi']),
    ('CHN', 'Kashgar', 'Kashgar', 'city', ['Kashi', 'Kaxgar']),
    ('CHN', 'Hotan', 'Hotan', 'town', ['Khotan']),
    ('CHN', 'Lhasa', 'Lhasa', 'city', []),
    ('CHN', 'Xining', 'Xining', 'city', []),
    ('CHN', 'Yinchuan', 'Yinchuan', 'city', []),
    ('CHN', 'Hohhot', 'Hohhot', 'city', []),
    ('CHN', 'Nanning', 'Nanning', 'city', []),
    ('CHN', 'Qingdao', 'Qingdao', 'port', ['Tsingtao']),
    ('CHN', 'Yining', 'Yining', 'town', ['Ghulja', 'Gulja']),
    ('MNG', 'Erdenet', 'Erdenet', 'town', []),
    ('MNG', 'Ölgii', 'Olgiy', 'town', ['Olgiy']),
    ('TWN', 'Kaohsiung', 'Kaohsiung', 'port', []),
    # Russia
    ('RUS', 'Novosibirsk', 'Novosibirsk', 'city', []),
    ('RUS', 'Yekaterinburg', 'Yekaterinburg', 'city', []),
    ('RUS', 'Omsk', 'Omsk', 'city', []),
    ('RUS', 'Kazan', 'Kazan', 'city', []),
    ('RUS', 'Samara', 'Samara', 'city', []),
    ('RUS', 'Chelyabinsk', 'Chelyabinsk', 'city', []),
    ('RUS', 'Orenburg', 'Orenburg', 'city', []),
    ('RUS', 'Volgograd', 'Volgograd', 'city', []),
    ('RUS', 'Astrakhan', 'Astrakhan', 'port', []),
    ('RUS', 'Krasnoyarsk', 'Krasnoyarsk', 'city', []),
    ('RUS', 'Irkutsk', 'Irkutsk', 'city', []),
    ('RUS', 'Saint Petersburg', 'St. Petersburg', 'port', ['St Petersburg', 'Leningrad']),
    # Gulf, Arabia, Caucasus, Turkey
    ('ARE', 'Dubai', 'Dubai', 'port', ['Jebel Ali']),
    ('SAU', 'Jeddah', 'Jeddah', 'port', ['Jiddah']),
    ('SAU', 'Mecca', 'Makkah', 'city', ['Makkah']),
    ('SAU', 'Dammam', 'Ad Damman', 'port', []),
    ('OMN', 'Salalah', 'Salalah', 'port', []),
    ('OMN', 'Sohar', 'Suhar', 'port', ['Suhar']),
    ('YEM', 'Aden', 'Aden', 'port', []),
    ('IRQ', 'Basra', 'Basra', 'port', []),
    ('IRQ', 'Mosul', 'Mosul', 'city', []),
    ('TUR', 'Istanbul', 'Istanbul', 'port', ['Constantinople']),
    ('TUR', 'Erzurum', 'Erzurum', 'city', []),
    ('AZE', 'Ganja', 'Ganca', 'city', []),
    ('GEO', 'Batumi', 'Batumi', 'port', []),
    ('GEO', 'Poti', 'Poti', 'port', []),
    # elsewhere
    ('USA', 'New York', 'New York', 'city', ['UN Headquarters', 'United Nations Headquarters', 'NYC']),
    ('CHE', 'Geneva', 'Geneva', 'city', ['Genève']),
    ('ISR', 'Tel Aviv', 'Tel Aviv-Yafo', 'city', []),
    ('NLD', 'The Hague', 'The Hague', 'city', ['Den Haag']),
    ('KEN', 'Mombasa', 'Mombasa', 'port', []),
]

# country, name, lon, lat, rank, other spellings: not in Natural Earth, or not where it should be
BY_HAND = [
    ('PAK', 'Taxila', 72.80, 33.75, 'town', ['Heavy Industries Taxila', 'HIT']),
    ('PAK', 'Khuzdar', 66.61, 27.81, 'town', []),
    ('PAK', 'Panjgur', 64.10, 26.97, 'town', []),
    ('PAK', 'Muzaffarabad', 73.47, 34.37, 'town', []),
    ('PAK', 'Skardu', 75.63, 35.30, 'town', []),
    ('PAK', 'Khunjerab Pass', 75.428, 36.850, 'site', ['Khunjerab']),
    ('PAK', 'Torkham', 71.09, 34.12, 'site', ['Khyber Pass']),
    ('PAK', 'Port Qasim', 67.34, 24.78, 'port', ['Bin Qasim']),
    ('PAK', 'Taftan', 61.57, 28.97, 'site', []),
    ('IND', 'Pahalgam', 75.315, 34.015, 'site', []),
    ('IND', 'Siliguri', 88.43, 26.71, 'city', ['Siliguri Corridor']),
    ('IND', 'Leh', 77.58, 34.165, 'town', []),
    ('IND', 'Wagah', 74.573, 31.605, 'site', ['Attari', 'Attari-Wagah']),
    ('IND', 'Mundra', 69.70, 22.74, 'port', []),
    ('IND', 'Kandla', 70.22, 23.03, 'port', ['Deendayal']),
    ('IND', 'Tawang', 91.865, 27.586, 'town', []),
    ('IND', 'Itanagar', 93.605, 27.085, 'town', []),
    ('IND', 'Moreh', 94.30, 24.25, 'site', []),
    ('BGD', 'Lalmonirhat', 89.45, 25.91, 'town', []),
    ('BGD', 'Mongla', 89.60, 22.49, 'port', ['Mongla Port']),
    ('BGD', 'Cox’s Bazar', 91.98, 21.44, 'town', ["Cox's Bazar"]),
    ('BGD', 'Payra', 90.27, 21.99, 'port', []),
    ('LKA', 'Hambantota', 81.10, 6.12, 'port', []),
    ('MMR', 'Kyaukpyu', 93.55, 19.43, 'port', ['Kyaukphyu']),
    ('KAZ', 'Aktau', 51.16, 43.65, 'port', ['Aqtau', 'Shevchenko', 'Mangyshlak']),
    ('KAZ', 'Khorgos', 80.41, 44.21, 'site', ['Khorgas', 'Korgas', 'Horgos']),
    ('KAZ', 'Dostyk', 82.48, 45.25, 'site', []),
    ('AFG', 'Hairatan', 67.43, 37.21, 'town', ['Hayratan']),
    ('AFG', 'Spin Boldak', 66.40, 31.00, 'town', []),
    ('AFG', 'Wakhan Corridor', 73.2, 37.0, 'site', ['Wakhan']),
    ('CHN', 'Tashkurgan', 75.23, 37.77, 'town', ['Taxkorgan']),
    ('AZE', 'Alat', 49.41, 39.95, 'port', []),
    ('IRN', 'Sarakhs', 61.16, 36.54, 'town', []),
    ('IRN', 'Anzali', 49.46, 37.47, 'port', ['Bandar-e Anzali']),
    ('MYS', 'Port Klang', 101.36, 3.00, 'port', ['Klang']),
    ('ARE', 'Fujairah', 56.36, 25.16, 'port', ['Al Fujayrah']),
    ('OMN', 'Duqm', 57.71, 19.67, 'port', []),
    ('SAU', 'Medina', 39.61, 24.47, 'city', ['Al Madinah']),
    ('THA', 'Ranong', 98.63, 9.96, 'port', []),
]
# positions that the file has a little off, or that stand on the wrong side of a coast at this scale
MOVED = {
    ('PAK', 'Gwadar'): (62.325, 25.125), ('PAK', 'Karachi'): (66.99, 24.87), ('BGD', 'Chattogram'): (91.80, 22.33),
    ('IRN', 'Chabahar'): (60.63, 25.30), ('KAZ', 'Astana'): (71.43, 51.13), ('AFG', 'Mazar-i-Sharif'): (67.11, 36.71),
    ('UZB', 'Termez'): (67.28, 37.23), ('PAK', 'Islamabad'): (73.07, 33.70), ('PAK', 'Rawalpindi'): (73.05, 33.60),
    ('LKA', 'Colombo'): (79.86, 6.93), ('USA', 'New York'): (-73.968, 40.749),
}
CODES = {'KOS': 'XKX', 'SDS': 'SSD', 'PSX': 'PSE', 'SAH': 'ESH'}


def main():
    sources, out = sys.argv[1:3]
    iso = json.load(open(f'{sources}/root/usr/share/iso-codes/json/iso_3166-1.json'))['3166-1']
    countries = []
    for e in iso:
        code = e['alpha_3']
        name = SHORT_NAMES.get(code) or e.get('common_name') or e['name']
        aliases = list(ALIASES.get(code, []))
        for other in (e['name'], e.get('common_name'), e.get('official_name')):
            if other and other != name and other not in aliases:
                aliases.append(other)
        countries.append({'code': code, 'alpha2': e['alpha_2'], 'name': name, 'aliases': aliases})
    for code, alpha2, name in EXTRA_COUNTRIES:
        countries.append({'code': code, 'alpha2': alpha2, 'name': name, 'aliases': ALIASES.get(code, [])})
    countries.sort(key=lambda c: c['code'])
    known = {c['code'] for c in countries}

    towns = {}      # (country, Natural Earth's name) -> lon, lat; the most populous one of a name
    capitals = {}
    shp = ogr.Open(f'{sources}/root/usr/share/magics/10m/ne_10m_populated_places_simple.shp')
    for f in shp.GetLayer(0):
        code = CODES.get(f['adm0_a3'], f['adm0_a3'])
        g = f.GetGeometryRef()
        at = (f['pop_max'], round(g.GetX(), 4), round(g.GetY(), 4))
        key = (code, f['name'])
        if key not in towns or at > towns[key]:
            towns[key] = at
        if f['featurecla'] == 'Admin-0 capital' and code in known:
            capitals.setdefault(code, []).append(f['name'])

    places = []

    def add(country, name, lon, lat, rank, aliases):
        lon, lat = MOVED.get((country, name), (lon, lat))
        p = {'name': name, 'country': country, 'lon': round(lon, 4), 'lat': round(lat, 4), 'rank': rank}
        p['aliases'] = [a for a in dict.fromkeys(aliases) if a != name]
        places.append(p)

    for code in sorted(known):
        if code in CAPITALS_BY_HAND:
            name, lon, lat = CAPITALS_BY_HAND[code]
            add(code, name, lon, lat, 'capital', CAPITAL_ALIASES.get(code, []))
            continue
        town = CAPITAL_TOWN.get(code) or (capitals.get(code) or [None])[0]
        if town is None:
            continue
        if code not in CAPITAL_TOWN and len(capitals[code]) != 1:
            sys.exit(f'{code} has several capitals: {capitals[code]}')
        name = CAPITAL_NAMES.get(code, town)
        _, lon, lat = towns[(code, town)]
        add(code, name, lon, lat, 'capital', CAPITAL_ALIASES.get(code, []) + ([town] if town != name else []))
    for country, name, ne_name, rank, aliases in FROM_NATURAL_EARTH:
        if (country, ne_name) not in towns:
            sys.exit(f'Natural Earth has no {country} {ne_name}')
        _, lon, lat = towns[(country, ne_name)]
        add(country, name, lon, lat, rank, aliases)
    for country, name, lon, lat, rank, aliases in BY_HAND:
        add(country, name, lon, lat, rank, aliases)

    seen = set()
    for p in places:
        if (p['country'], p['name']) in seen:
            sys.exit(f'twice: {p}')
        seen.add((p['country'], p['name']))
        for a in p['aliases']:
            if (p['country'], a) in seen:
                sys.exit(f'alias taken: {p} {a}')
            seen.add((p['country'], a))
    rank = ['capital', 'city', 'port', 'town', 'site']
    places.sort(key=lambda p: (p['country'], rank.index(p['rank']), p['name']))

    about = ('Country codes and names: ISO 3166-1 as in Debian iso-codes (LGPL-2.1-or-later), shortened to common English names. '
             'Places: Natural Earth populated places (public domain), renamed and completed by hand. '
             'Made by data/scripts/build_places.py; see data/README.md.')
    row = lambda o: '    ' + json.dumps(o, ensure_ascii=False)
    with open(out, 'w', encoding='utf-8') as f:
        f.write('{\n  "about": ' + json.dumps(about) + ',\n  "countries": [\n')
        f.write(',\n'.join(row(c) for c in countries))
        f.write('\n  ],\n  "places": [\n')
        f.write(',\n'.join(row(p) for p in places))
        f.write('\n  ]\n}\n')
    inside = sum(40 <= p['lon'] <= 125 and -12 <= p['lat'] <= 58 for p in places)
    print(f"{len(countries)} countries, {len(places)} places, {inside} of them in the region's frame; "
          f"{sum(p['rank'] == 'capital' for p in places)} capitals")
    print('no capital:', ' '.join(sorted(known - {p['country'] for p in places if p['rank'] == 'capital'})))


if __name__ == '__main__':
    main()
