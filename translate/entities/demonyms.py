"""Demonyms: what stands before an office or body in English for each country: Lao, RoK, EU."""

# The rest take the country's name.
DEMONYMS = {
    "Vietnam": "Vietnamese", "China": "Chinese", "Laos": "Lao", "Cambodia": "Cambodian",
    "Russia": "Russian", "Russian Federation": "Russian", "United States": "US", "Japan": "Japanese",
    "Republic of Korea": "RoK", "South Korea": "RoK", "India": "Indian", "Cuba": "Cuban",
    "France": "French", "Germany": "German", "United Kingdom": "UK", "Thailand": "Thai",
    "Singapore": "Singaporean", "Malaysia": "Malaysian", "Indonesia": "Indonesian",
    "Philippines": "Philippine", "Myanmar": "Myanmar", "Brunei": "Brunei", "Australia": "Australian",
    "New Zealand": "New Zealand", "Canada": "Canadian", "European Union": "EU", "Mongolia": "Mongolian",
    "Belarus": "Belarusian", "Ukraine": "Ukrainian", "Italy": "Italian", "Spain": "Spanish",
    "Poland": "Polish", "Hungary": "Hungarian", "Egypt": "Egyptian", "Israel": "Israeli",
    "Iran": "Iranian", "Türkiye": "Turkish", "Brazil": "Brazilian", "Kazakhstan": "Kazakh",
    "Switzerland": "Swiss", "Netherlands": "Dutch", "Sweden": "Swedish", "Norway": "Norwegian",
    "Denmark": "Danish", "Finland": "Finnish", "Belgium": "Belgian", "Bulgaria": "Bulgarian",
    "Czech Republic": "Czech", "Czechia": "Czech", "Romania": "Romanian", "Greece": "Greek",
    "Portugal": "Portuguese", "Austria": "Austrian", "Ireland": "Irish", "Slovakia": "Slovak",
    "Slovenia": "Slovenian", "Croatia": "Croatian", "Serbia": "Serbian", "Argentina": "Argentine",
    "Chile": "Chilean", "Mexico": "Mexican", "Venezuela": "Venezuelan", "Peru": "Peruvian",
    "Colombia": "Colombian", "Algeria": "Algerian", "Morocco": "Moroccan", "Angola": "Angolan",
    "South Africa": "South African", "Nigeria": "Nigerian", "Mozambique": "Mozambican",
    "Bangladesh": "Bangladeshi", "Pakistan": "Pakistani", "Sri Lanka": "Sri Lankan", "Nepal": "Nepali",
    "Saudi Arabia": "Saudi", "Qatar": "Qatari", "Kuwait": "Kuwaiti", "Iraq": "Iraqi",
    "Armenia": "Armenian", "Azerbaijan": "Azerbaijani", "Uzbekistan": "Uzbek", "Panama": "Panamanian",
    "Nicaragua": "Nicaraguan", "North Korea": "DPRK", "DPRK": "DPRK", "UAE": "UAE",
    "United Arab Emirates": "UAE", "Estonia": "Estonian", "Latvia": "Latvian",
    "Lithuania": "Lithuanian", "ASEAN": "ASEAN",
}  # fmt: skip
