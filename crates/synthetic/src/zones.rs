//! IANA time zones of the posts in partner countries: deadlines of an office fall in its own zone.

const ZONES: &str = "AGO Africa/Luanda|ALB Europe/Tirane|ARE Asia/Dubai|ARG America/Argentina/Buenos_Aires|ARM Asia/Yerevan|\
AUS Australia/Sydney|AUT Europe/Vienna|AZE Asia/Baku|BDI Africa/Bujumbura|BEL Europe/Brussels|BEN Africa/Porto-Novo|\
BFA Africa/Ouagadougou|BGD Asia/Dhaka|BGR Europe/Sofia|BHR Asia/Bahrain|BHS America/Nassau|BIH Europe/Sarajevo|\
BLZ America/Belize|BOL America/La_Paz|BRA America/Sao_Paulo|BRB America/Barbados|BRN Asia/Brunei|BWA Africa/Gaborone|\
CAF Africa/Bangui|CAN America/Toronto|CHE Europe/Zurich|CHL America/Santiago|CIV Africa/Abidjan|CMR Africa/Douala|\
COD Africa/Kinshasa|COG Africa/Brazzaville|COL America/Bogota|COM Indian/Comoro|CPV Atlantic/Cape_Verde|\
CRI America/Costa_Rica|CZE Europe/Prague|DEU Europe/Berlin|DJI Africa/Djibouti|DNK Europe/Copenhagen|\
DOM America/Santo_Domingo|DZA Africa/Algiers|ECU America/Guayaquil|EGY Africa/Cairo|ESP Europe/Madrid|EST Europe/Tallinn|\
ETH Africa/Addis_Ababa|FIN Europe/Helsinki|FJI Pacific/Fiji|FRA Europe/Paris|GAB Africa/Libreville|GBR Europe/London|\
GEO Asia/Tbilisi|GHA Africa/Accra|GIN Africa/Conakry|GMB Africa/Banjul|GNB Africa/Bissau|GRC Europe/Athens|\
GTM America/Guatemala|GUY America/Guyana|HND America/Tegucigalpa|HRV Europe/Zagreb|HTI America/Port-au-Prince|\
HUN Europe/Budapest|IDN Asia/Jakarta|IND Asia/Kolkata|IRL Europe/Dublin|IRQ Asia/Baghdad|ISL Atlantic/Reykjavik|\
ISR Asia/Jerusalem|ITA Europe/Rome|JAM America/Jamaica|JOR Asia/Amman|JPN Asia/Tokyo|KAZ Asia/Almaty|KEN Africa/Nairobi|\
KGZ Asia/Bishkek|KHM Asia/Phnom_Penh|KOR Asia/Seoul|KWT Asia/Kuwait|LAO Asia/Vientiane|LBN Asia/Beirut|\
LBR Africa/Monrovia|LBY Africa/Tripoli|LKA Asia/Colombo|LSO Africa/Maseru|LTU Europe/Vilnius|LUX Europe/Luxembourg|\
LVA Europe/Riga|MAR Africa/Casablanca|MDA Europe/Chisinau|MDG Indian/Antananarivo|MDV Indian/Maldives|\
MEX America/Mexico_City|MKD Europe/Skopje|MLI Africa/Bamako|MLT Europe/Malta|MNE Europe/Podgorica|MNG Asia/Ulaanbaatar|\
MOZ Africa/Maputo|MRT Africa/Nouakchott|MUS Indian/Mauritius|MWI Africa/Blantyre|MYS Asia/Kuala_Lumpur|NAM Africa/Windhoek|\
NER Africa/Niamey|NGA Africa/Lagos|NLD Europe/Amsterdam|NOR Europe/Oslo|NPL Asia/Kathmandu|NZL Pacific/Auckland|\
OMN Asia/Muscat|PAK Asia/Karachi|PAN America/Panama|PER America/Lima|PHL Asia/Manila|PNG Pacific/Port_Moresby|\
POL Europe/Warsaw|PRT Europe/Lisbon|PRY America/Asuncion|QAT Asia/Qatar|ROU Europe/Bucharest|RWA Africa/Kigali|\
SAU Asia/Riyadh|SEN Africa/Dakar|SGP Asia/Singapore|SLE Africa/Freetown|SLV America/El_Salvador|SOM Africa/Mogadishu|\
SRB Europe/Belgrade|STP Africa/Sao_Tome|SUR America/Paramaribo|SVK Europe/Bratislava|SVN Europe/Ljubljana|\
SWE Europe/Stockholm|SWZ Africa/Mbabane|SYC Indian/Mahe|TCD Africa/Ndjamena|TGO Africa/Lome|THA Asia/Bangkok|\
TJK Asia/Dushanbe|TKM Asia/Ashgabat|TLS Asia/Dili|TON Pacific/Tongatapu|TTO America/Port_of_Spain|TUN Africa/Tunis|\
TUR Europe/Istanbul|TWN Asia/Taipei|TZA Africa/Dar_es_Salaam|UGA Africa/Kampala|UKR Europe/Kyiv|URY America/Montevideo|\
UZB Asia/Tashkent|VNM Asia/Ho_Chi_Minh|VUT Pacific/Efate|XKX Europe/Belgrade|YEM Asia/Aden|ZAF Africa/Johannesburg|\
ZMB Africa/Lusaka";

/// The zone of a country's post; `None` for a country in which this crate places no office.
pub(crate) fn zone_of(iso3: &str) -> Option<&'static str> {
    ZONES.split('|').find_map(|row| row.split_once(' ').filter(|(code, _)| *code == iso3).map(|(_, zone)| zone))
}
