package understand

// concerns are like those of an office: the sample that searches run against.
var concerns = []Entry{
	{
		ID: "id-card", Names: []string{"Personalausweis beantragen", "Apply for an ID card"},
		Synonyms: []string{"Perso", "Ausweis", "neuer Ausweis", "Personalausweis verlängern", "identity card", "national ID"},
		Words:    []string{"alter Ausweis oder Reisepass, digitales Lichtbild, Geburtsurkunde", "photo, birth certificate"},
	},
	{
		ID: "temporary-id-card", Names: []string{"Vorläufiger Personalausweis", "Temporary ID card"},
		Synonyms: []string{"Notausweis", "Ausweis sofort"}, Words: []string{"Begründung der Eile, Lichtbild"},
	},
	{
		ID: "passport", Names: []string{"Reisepass beantragen", "Apply for a passport"},
		Synonyms: []string{"Pass", "Paß", "Kinderpass", "Expresspass"},
		Words:    []string{"Lichtbild, Geburtsurkunde, Zustimmungserklärung, Fingerabdrücke", "photo"},
	},
	{
		ID: "temporary-passport", Names: []string{"Vorläufiger Reisepass", "Temporary passport"},
		Synonyms: []string{"Notpass", "Eilpass", "emergency passport"}, Words: []string{"Flugticket, Nachweis der Dringlichkeit"},
	},
	{
		ID: "family-documents", Names: []string{"Ausweise für die ganze Familie", "ID documents for the whole family"},
		Synonyms: []string{"Familienausweise", "Pässe für alle"},
	},
	{
		ID: "lost-id-card", Names: []string{"Verlust oder Diebstahl des Personalausweises melden", "Report a lost or stolen ID card"},
		Synonyms: []string{"Ausweis verloren", "Perso gestohlen", "Ausweis geklaut"}, Words: []string{"Anzeige der Polizei, Verlustanzeige"},
	},
	{
		ID: "lost-passport", Names: []string{"Verlust oder Diebstahl des Reisepasses melden", "Report a lost or stolen passport"},
		Synonyms: []string{"Pass verloren", "Reisepass gestohlen"}, Words: []string{"Anzeige der Polizei, Verlustanzeige"},
	},
	{
		ID: "found-again", Names: []string{"Wiedergefundenes Dokument melden", "Report a document found again"},
		Synonyms: []string{"Ausweis wiedergefunden"},
	},
	{
		ID: "eid-pin", Names: []string{"Online-Ausweis einschalten oder PIN setzen", "Turn on online identification or set the PIN"},
		Synonyms: []string{"eID", "PIN vergessen", "PIN ändern", "Onlinefunktion"},
	},
	{ID: "eid-card", Names: []string{"eID-Karte für Unionsbürger", "eID card for EU citizens"}},
	{
		ID: "address-in-documents", Names: []string{"Adresse in Ausweis oder Pass ändern", "Change the address in ID card or passport"},
		Synonyms: []string{"Adressaufkleber"},
	},
	{
		ID: "register", Names: []string{"Wohnung anmelden oder ummelden", "Register or change residence"},
		Synonyms: []string{"Ummeldung", "Anmeldung", "Umzug", "umgezogen", "Wohnsitz", "moving", "move house", "new address"},
		Words:    []string{"Wohnungsgeberbestätigung, Meldeschein, Mietvertrag genügt nicht"},
	},
	{
		ID: "register-family", Names: []string{"Wohnung anmelden oder ummelden (Familie)", "Register residence (family)"},
		Synonyms: []string{"Familie ummelden"}, Words: []string{"Wohnungsgeberbestätigung, Heiratsurkunde"},
	},
	{
		ID: "deregister", Names: []string{"Abmeldung ins Ausland oder einer Nebenwohnung", "Deregister to a foreign country"},
		Synonyms: []string{"abmelden", "auswandern", "Wegzug", "Zweitwohnung"},
	},
	{
		ID: "personal-data", Names: []string{"Name oder Familienstand ändern", "Change of name or marital status"},
		Synonyms: []string{"Namensänderung", "geheiratet"},
	},
	{ID: "block-information", Names: []string{"Auskunftssperre", "Block on information"}},
	{ID: "block-transfer", Names: []string{"Übermittlungssperre", "Block on passing data on"}, Synonyms: []string{"Datenweitergabe"}},
	{ID: "register-enquiry", Names: []string{"Melderegisterauskunft", "Enquiry at the register"}, Synonyms: []string{"Adresse suchen", "EMA"}},
	{ID: "registration-certificate", Names: []string{"Meldebescheinigung", "Certificate of registration"}, Synonyms: []string{"Meldebestätigung"}},
	{ID: "residence-certificate", Names: []string{"Aufenthaltsbescheinigung", "Certificate of residence"}, Words: []string{"Vollmacht"}},
	{ID: "household-certificate", Names: []string{"Haushaltsbescheinigung", "Household certificate"}, Words: []string{"Formular der Familienkasse"}},
	{ID: "life-certificate", Names: []string{"Lebensbescheinigung", "Certificate of life"}, Words: []string{"Formular der Rentenkasse"}},
	{
		ID: "conduct", Names: []string{"Führungszeugnis", "Certificate of conduct"},
		Synonyms: []string{"polizeiliches Führungszeugnis", "police clearance", "criminal record"},
	},
	{ID: "conduct-extended", Names: []string{"Erweitertes Führungszeugnis", "Extended certificate of conduct"}, Synonyms: []string{"Ehrenamt"}},
	{ID: "trade-register", Names: []string{"Auskunft aus dem Gewerbezentralregister", "Trade register information"}},
	{
		ID: "copies-5", Names: []string{"Beglaubigung bis 5 Dokumente", "Certified copies, up to 5"},
		Synonyms: []string{"beglaubigte Kopie", "Zeugnis beglaubigen"},
	},
	{ID: "copies-20", Names: []string{"Beglaubigung bis 20 Dokumente", "Certified copies, up to 20"}},
	{ID: "signature", Names: []string{"Unterschriftsbeglaubigung", "Certified signature"}, Synonyms: []string{"Unterschrift beglaubigen"}},
	{
		ID: "licence-exchange", Names: []string{"Führerschein umtauschen", "Exchange a driving licence"},
		Synonyms: []string{"Lappen", "Kartenführerschein", "Pflichtumtausch", "driver's license"}, Words: []string{"Lichtbild, Karteikartenabschrift"},
	},
	{ID: "licence-international", Names: []string{"Internationaler Führerschein", "International driving permit"}},
	{
		ID: "address-in-car-papers", Names: []string{"Adresse in Fahrzeugpapieren ändern", "Change the address in vehicle papers"},
		Synonyms: []string{"Fahrzeugschein", "Zulassungsbescheinigung"},
	},
	{ID: "car-deregister", Names: []string{"Fahrzeug abmelden", "Deregister a vehicle"}, Synonyms: []string{"Auto abmelden", "Kfz stilllegen"}},
	{ID: "resident-parking", Names: []string{"Bewohnerparkausweis", "Resident's parking permit"}, Synonyms: []string{"Anwohnerparken"}},
	{
		ID: "disabled-parking", Names: []string{"Parkausweis für Menschen mit Behinderung", "Parking permit for disabled people"},
		Synonyms: []string{"Behindertenparkplatz", "Schwerbehinderung"},
	},
	{ID: "fishing", Names: []string{"Fischereischein ausstellen oder verlängern", "Fishing licence"}, Synonyms: []string{"Angelschein", "angeln"}},
	{ID: "fishing-youth", Names: []string{"Jugendfischereischein", "Youth fishing licence"}},
	{ID: "lost-property", Names: []string{"Fundsache abholen", "Collect lost property"}, Synonyms: []string{"Fundbüro", "etwas verloren"}},
	{ID: "bulky-waste", Names: []string{"Sperrmüllkarte kaufen", "Bulky waste card"}, Synonyms: []string{"Sperrmüll", "Sperrgut"}},
	{ID: "trade", Names: []string{"Gewerbe anmelden", "Register a trade"}, Synonyms: []string{"Gewerbeanmeldung", "selbstständig", "Gewerbeschein"}},
	{
		ID: "pick-up", Names: []string{"Ausweis oder Pass abholen", "Pick up ID card or passport"},
		Synonyms: []string{"Abholung", "Personalausweis abholen", "Reisepass abholen", "collect passport"}, Words: []string{"PIN-Brief, Vollmacht"},
	},
	{ID: "licence-pick-up", Names: []string{"Führerschein abholen", "Pick up a driving licence"}},
}
