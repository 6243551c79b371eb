package understand

// germanOffice is how people speak German at a citizens' office, dialect and
// officialese included.
var germanOffice = officeWords{
	things: map[concept]string{
		degree: "doktortitel, doktorgrad, doktor, promoviert, promotion, doktorwuerde, dr titel, doktortitels, akademischer grad, akademischen grad",
		idCard: "notausweis, behelfsausweis, sofortausweis, eilausweis, personalausweis, personalausweise, personalausweises, personalausweisen, personalausweisse, perso, persos, ausweis, ausweise, " +
			"ausweises, ausweisen, ausweiss, identitaetskarte, identitaetsausweis, ausweiskarte, nationaler ausweis, personalauswei, persoenlicher ausweis, " +
			"ausweisl, ausweisle, persoausweis, utwies, bundespersonalausweis, " +
			"lichtbildausweis, papierausweis, ersatzausweis, uebergangsausweis, interimsausweis, zwischenausweis",
		passport: "notpass, eilpass, expresspass, expressreisepass, reisepass, reisepaesse, reisepasses, reisepaessen, reisepaesser, pass, paesse, passes, paessen, epass, reisedokument, reisedokumente, " +
			"paesser, passerl, paessle, " +
			"uebergangspass, blitzpass, ersatzpass, zwischenpass, zweitpass, kinderpaesse",
		idPaper: "ausweisdokument, ausweisdokumente, ausweispapiere, ausweispapieren, personaldokumente, papiere, ausweisdokumenten, identitaetsdokument",
		pinCode: "pin, pins, geheimnummer, geheimcode, sechsstellige nummer, sechsstellige zahl, pinbrief, pin brief, pin nummer, pinnummer, geheimzahl, pincode, pin code, transport pin, transportpin, puk, eid pin, " +
			"falsche pin, falschen pin, falsche geheimzahl, pin falsch, code fuer den ausweis, code fuer den personalausweis, code zum ausweis, code vom ausweis, ausweiscode, zahlen zum ausweis, nummer zum ausweis",
		onlineID: "online ausweis, onlineausweis, eid, eid funktion, online funktion, onlinefunktion, online ausweisfunktion, ausweisapp, ausweis app, " +
			"online ausweis funktion, onlineausweisfunktion, onlineausweises, elektronischer identitaetsnachweis, elektronische identitaet, e id, " +
			"online ident, digitaler ausweis, online ausweisen, im internet ausweisen",
		euCard: "eid karte, eidkarte, unionsbuergerkarte, e id karte",
		dwelling: "wohnung, wohnungen, wohnsitz, wohnsitze, wohnsitzes, hauptwohnsitz, hauptwohnung, wohnort, wohnorts, haus, domizil, bude, wg, " +
			"meldeadresse, erstwohnsitz, eigenheim, appartement, apartment, zimmer, einwohner, wohnstatt, hauptwohnsitzes, studentenwohnheim, wohnheim, " +
			"bleibe, unterkunft, altersheim, pflegeheim, seniorenheim, wohngemeinschaft, dach ueber dem kopf",
		address: "adresse, adressen, anschrift, anschriften, wohnanschrift, adressdaten, wohnadresse, privatadresse, " +
			"strasse, strassenname, wohnanschriften, meldeanschrift, postanschrift",
		secondHome:    "nebenwohnung, nebenwohnsitz, zweitwohnung, zweitwohnsitz, zweitwohnsitzes, nebenwohnsitzes, zweite wohnung, zweiten wohnsitz, zweiter wohnsitz, (nebenwohnung|zweitwohnung|nebenwohnsitz|zweitwohnsitz|zweite wohnung) … nicht mehr",
		vehicle:       "den haenger, einen haenger, mein haenger, meinen haenger, der haenger, zulassung, zulassen, zugelassen, zulassungsstelle, stilllegen, stilllegung, stillgelegt, ausser betrieb setzen, ausserbetriebsetzung, ausserbetriebssetzung, verschrotten, verschrottet, stillegen, stillegung, audo, auddo, auto, autos, kfz, pkw, lkw, wagen, fahrzeug, fahrzeuge, fahrzeugs, motorrad, motorraeder, motorroller, moped, anhaenger, wohnmobil, wohnwagen, karre, mopeds, camper, wohnanhaenger, kraftfahrzeug, kraftrad, krad, bulli, gebrauchtwagen, neuwagen, firmenwagen, oldtimer, vespa, transporter",
		vehiclePapers: "fahrzeugschein, fahrzeugscheins, fahrzeugpapiere, fahrzeugpapieren, kfz schein, autopapiere, autopapieren, zulassungsbescheinigung, kfz papiere, kfz papieren, fahrzeugbrief, zulassungspapiere, zulassungspapieren",
		plates:        "kennzeichen, nummernschild, nummernschilder, autokennzeichen, nummernschildern, kennzeichenschild",
		licence: "fuehrerschein, fuehrerscheins, fuehrerscheine, fuehrerscheines, fuehrerscheinen, fahrerlaubnis, lappen, lappens, fleppe, fleppen, autofuehrerschein, " +
			"kartenfuehrerschein, papierfuehrerschein, eu fuehrerschein, motorradfuehrerschein, fuehererschein, fahrschein klasse b, scheckkartenfuehrerschein",
		parkingPermit: "anwohnerparkausweis, bewohnerparkausweis, anwohnerausweis, bewohnerausweis, anwohnerparken, bewohnerparken, anwohnerparkkarte, parkausweis, parkausweise, parkausweises, parkgenehmigung, parkberechtigung, parkkarte, parkplakette, parkerlaubnis, parkerleichterung",
		fishing:       "fische fangen, fisch fangen, forellen, karpfen, hechte, angelschein, angelscheins, fischereischein, fischereischeins, fischereischeine, angeln, fischen, angelkarte, fischerschein, fischerei, angellizenz, fischereierlaubnis, jahresfischereischein, fuenfjahresfischereischein, fischereilizenz, angelerlaubnis",
		trade: "gewerbe, gewo, gewerbeordnung, gwerb, gewerb, gewerbes, kleingewerbe, nebengewerbe, gewerbeschein, gewerbeanzeige, selbststaendig, selbstaendig, selbststaendigkeit, " +
			"selbstaendigkeit, kleinunternehmen, kleinunternehmer, einzelunternehmen, selbststaendige, selbststaendigen, selbstaendige, gewerblich, reisegewerbe, gewerbebetrieb",
		company: "firma, beisl, wirtschaft, kneipe, laden, betrieb, geschaeft, unternehmen, start up, startup, imbiss, kiosk, cafe, onlineshop, online shop, foodtruck, kosmetikstudio, nagelstudio, friseursalon",
		conduct: "polizeiliches fuehrungszeugnis, papier von polizei, papier von der polizei, zettel von der polizei, nachweis von der polizei, bescheinigung von der polizei, dass ich sauber bin, nie straffaellig, keine straftaten, strafregister, nicht kriminell, nicht vorbestraft, keine vorstrafen, ohne vorstrafen, kein vorstrafen, vorstrafenregister, keine eintraege, fz, fuehrungszeugnis, fuehrungszeugnisse, fuehrungszeugnisses, fuehrungszeugniss, fuehrungszeugnissen, polizeizeugnis, leumundszeugnis, polizeiliches zeugnis, " +
			"polizeiliche zeugnis, strafregisterauszug, auszug aus dem strafregister, auszug aus dem bundeszentralregister, bundeszentralregister, straffreiheitsbescheinigung, " +
			"zeugnis von der polizei, unbedenklichkeitszeugnis, polizeiliche fuehrung",
		registered: "wo ich wohne, wo ich gemeldet bin, dass ich hier wohne, dass ich hier gemeldet bin, dass ich in … wohne, dass ich in … gemeldet bin, wo ick wohne, dass ich da wohne, meldebescheinigung, meldebescheinigungen, meldebestaetigung, meldebestaetigungen, wohnsitzbescheinigung, wohnsitznachweis, wohnsitzbestaetigung, " +
			"anmeldebestaetigung, anmeldebescheinigung, meldenachweis, adressnachweis, wohnnachweis, wohnortnachweis, meldezettel, einfache meldebescheinigung, " +
			"meldebestaetigungs, wohnortbescheinigung, wohnbescheinigung",
		residency: "aufenthaltsbescheinigung, aufenthaltsbescheinigungen, erweiterte meldebescheinigung, aufenthaltsnachweis, erweiterten meldebescheinigung",
		alive:     "lebensbescheinigung, lebensbescheinigungen, lebensnachweis, lebendbescheinigung, lebendnachweis, lebensbestaetigung, noch lebe, noch lebt, noch leben, (nicht|noch nicht) (gestorben|tot|verstorben), quicklebendig, no lebt, dass ich lebe, am leben bin, am leben ist, lebt noch",
		household: "wer bei mir wohnt, wer bei uns wohnt, wer in meinem haushalt, wer im haushalt, bei mir wohnt, bei uns wohnt, in meinem haushalt, wer wohnt, haushaltsbescheinigung, haushaltsbestaetigung, haushaltsnachweis, haushaltbescheinigung",
		copied:    "kopie, kopien, abschrift, abschriften, fotokopie, fotokopien, ablichtung, ablichtungen, copy, zeugniskopie, zeugniskopien",
		diploma:   "zeugnis, zeugnisse, zeugnisses, zeugnissen, diplom, diplome, zertifikat, zertifikate, abitur, abiturzeugnis, abizeugnis, abschlusszeugnis, schulzeugnis, schulzeugnisse, arbeitszeugnis, bachelorurkunde, masterurkunde, bachelorzeugnis, masterzeugnis, gesellenbrief, meisterbrief, bewerbungsunterlagen, hochschulzeugnis",
		signature: "unterschrieben, unterschreiben, unterzeichnen, unterzeichnet, unterschrift, unterschriften, unterzeichnung, signatur",
		belonging: "schluessel, schluesselbund, handy, smartphone, iphone, fahrrad, fahrraeder, rad, e bike, ebike, tasche, rucksack, regenschirm, schirm, brille, ring, ehering, kette, jacke, muetze, handschuhe, handschuh, kuscheltier, teddy, kamera, laptop, tablet, ohrring, hoergeraet, kinderwagen, koffer, sonnenbrille, armband, armbanduhr, schal, mantel, airpods, kopfhoerer, haustuerschluessel, autoschluessel, schmuck",
		wallet:    "portemonnaie, portmonee, portmonaie, portemonaie, portmonnaie, geldbeutel, geldboerse, brieftasche, geldtasche, handtasche, boerse, geldbeutels",
		lostFound: "fundsache, fundsachen, fundbuero, fundstueck, fundstuecke, fundamt, fundgegenstand",
		furniture: "moebel, sofa, couch, schrank, matratze, kleiderschrank, sessel, bett, bettgestell, schrankwand, ecksofa, teppich, moebelstueck, kommode, regal, einbaukueche, lattenrost, sofas, polstergarnitur",
		bulky:     "grosser muell, grosse muell, grossen muell, grober muell, sperriger muell, sperrige sachen, sperrmuell, sperrmuells, sperrgut, sperrmuellkarte, entruempelung, sperrmuellabholung, sperrmuellmarke, sperrmuelltermin, sperrmuellkarten",
		waste:     "muell, muellabfuhr, muelltonne, restmuell, biotonne, papiertonne, muelltonnen, gelbe tonne, gelber sack, gelbe saecke, abfall, tonne, tonnen, mueltonne, restmuelltonne, abfallkalender, muellkalender, gelbe saecke",
		surname: "heisse jetzt anders, heissen jetzt anders, heisse nicht mehr, name, namen, nachname, nachnamen, familienname, familiennamen, geburtsname, ehename, namens, " +
			"maedchenname, maedchennamen, doppelname, doppelnamen, familiennamens, nachnamens",
		firstName: "vorname, vornamen, rufname",
		marital: "familienstand, personenstand, " +
			"geburtsdatum, geburtsort, witwe, witwer, verwitwet, geschlechtsangabe",
		theRegister: "ema, ema anfrage, melderegister, einwohnermelderegister, einwohnermeldeamt auskunft, melderegisterauskunft, ema auskunft, adressauskunft, einwohnermeldeauskunft, melderegisterauskuenfte, " +
			"meldeauskunft, adressermittlung, einwohnermeldeamtsanfrage, auskunft ueber den wohnort, auskunft ueber die adresse, auskunft ueber die anschrift",
		dog:           "hund, hunde, hundes, welpe, welpen, hundi, vierbeiner",
		pet:           "katze, katzen, pferd, haustier, haustiere, tier, tiere, vogel, hamster, schlange, kater",
		birthPaper:    "geburtsurkunde, geburtsurkunden, geburtsschein, geburtsbescheinigung, geburtsregister, abstammungsurkunde, geburtsregisterauszug",
		deathPaper:    "sterbeurkunde, sterbeurkunden, totenschein, todesbescheinigung",
		marriagePaper: "heiratsurkunde, eheurkunde, heiratsurkunden, eheurkunden, ehefaehigkeitszeugnis, familienbuch, stammbuch, eheregister, lebenspartnerschaftsurkunde",
		wedding:       "heirat, heiraten, hochzeit, trauung, eheschliessung, standesamtlich, standesamtliche, ehe, verlobt, verlobung, trautermin, trauungstermin, standesamtliche trauung, hochzeitstermin, heirate",
		kindergarten:  "kita, kindergarten, krippe, kindertagesstaette, kindergartenplatz, kitaplatz, kita platz, krippenplatz, tagesmutter, kindertagespflege, kindi",
		school:        "schul, schule, schulen, grundschule, gymnasium, realschule, hauptschule, gesamtschule, einschulung, ogs, berufsschule",
		photo:         "passfoto, passfotos, passbild, passbilder, lichtbild, lichtbilder, foto, fotos, bild, bilder, biometrisches foto, biometrische foto, passbildern, biometrisches passfoto, biometrische passbilder, fotoautomat, passfotoautomat",
		tax:           "steuer, steuern",
		pension:       "rente, rentenantrag, rentenversicherung, renten, altersrente, witwenrente, erwerbsminderungsrente, rentner, rentenstelle, rentenkasse, rentenbescheid",
		childBenefit:  "kindergeld, familienkasse, kinderzuschlag, kindergeldantrag, kindergeldkasse",
		church:        "kirche, kirchensteuer",
		visa:          "visum, visa, schengenvisum, besuchervisum",
		permit:        "aufenthaltstitel, aufenthaltserlaubnis, niederlassungserlaubnis, aufenthaltsgenehmigung, duldung, blaue karte, aufenthaltsgestattung, fiktionsbescheinigung, daueraufenthalt, arbeitserlaubnis",
		citizenship:   "einbuergerung, einbuergern, staatsangehoerigkeit, staatsbuergerschaft, deutscher werden, eingebuergert, einbuergerungstest",
	},
	acts: map[concept]string{
		danger: "bedroht, bedrohen, bedrohung, droht mir, drohungen, morddrohung, morddrohungen, stalking, stalker, stalkt, gestalkt, stalkerin, verfolgt, verfolgt mich, nachgestellt, lauert mir auf, gefahr, gefahr fuer leib und leben, in gefahr, gewalttaetig, haeusliche gewalt, frauenhaus, gefaehrdet, gefaehrdung, nachstellung, belaestigt, terrorisiert",
		lose: "mitgenommen haben, mitgenommen worden, haben … mitgenommen, hat … mitgenommen, nicht mehr da, im zug vergessen, im bus vergessen, im taxi vergessen, in der bahn vergessen, in der s bahn vergessen, weiss nicht wo, spurlos, nirgendwo, nicht zu finden, ins wasser gefallen, aus der tasche gefallen, unauffindbar verschwunden, verlegt habe, verschusselt, vertroedelt, verloren, gestohln, gstohln, gstoin, gstohla, gestolen, jeklaut, gklaut, jestohlen, verlor, verliere, verlieren, verlust, verlustmeldung, verlustanzeige, weg, abhanden, abhandengekommen, abhanden gekommen, verschwunden, verschlampt, " +
			"verbummelt, vermisse, vermisst, vermissen, finde … nicht, nicht finden, nicht auffindbar, unauffindbar, futsch, gestohlen, gestohln, gstohln, gstoin, gstohla, gestolen, jeklaut, gklaut, jestohlen, geklaut, diebstahl, stehlen, beklaut, " +
			"bestohlen, entwendet, geraubt, raub, ausgeraubt, verloren gegangen, verlorengegangen, verlegt, verbaselt, verschmissen, liegengelassen, liegen gelassen, " +
			"geklaut worden, verlorn, valorn, verlora, wech, fort, ist nirgends, nirgends zu finden, nicht gefunden, nicht mehr gefunden, nie gefunden, gemopst, verschludert, taschendieb, weggekommen, abhandn, klaut, stibitzt, nicht wiederfinden, liegen lassen, " +
			"kann … nicht finden, nicht mehr finden, find … nicht, stehen lassen, stehengelassen, weggeworfen, versehentlich entsorgt, weggeschmissen, " +
			"fehlt mir, verkramt, verraeumt, verstreut, verbrummelt, abgaengig, verschuett gegangen, verschuettgegangen, nicht mehr aufzufinden, nicht aufzufinden, nicht finde, nicht mehr finde, findet … nicht, finden … nicht, fand … nicht, stiebitzt, mitgehen lassen, langfinger, liegenlassen, liegen geblieben, liegengeblieben, dort geblieben, geschreddert, versehentlich zerschnitten, eingebuesst, einbruch, eingebrochen, ausgeraeumt, aus der tasche gezogen",
		find: "(als|fuer) (verloren|gestohlen|vermisst|weg) (gemeldet|gemeldete|gemeldeten|gemeldeter|gemeldetes|geglaubt), verloren gemeldete, verloren gemeldeten, gestohlen gemeldete, gestohlen gemeldeten, verlustanzeige … (loeschen|geloescht|streichen|gestrichen), verlustmeldung … (loeschen|geloescht|streichen|gestrichen), wieder entsperren, wieder freigeben, wieder bei mir, in den briefkasten geworfen, ehrlicher finder, ehrliche finder, lag im, lag in, lag hinter, lag hinterm, lag unter, lag unterm, steckte in, steckte im, gefunden, wiedergefunden, wiederfinden, wieder da, wieder aufgetaucht, aufgetaucht, wiederaufgefunden, wieder gefunden, aufgefunden, wiedergekommen, " +
			"zurueckbekommen, wieder zurueck, gfunden, jefunden, " +
			"war hinter, war hinterm, war unter, war unterm, lag doch, war doch, angefunden, eingefunden, zurueckgebracht, zurueckgegeben, zurueckgeschickt, wieder aufgefunden, wiederauffinden, wieder entdeckt, entdeckt, verlustanzeige … erledigt, verlustmeldung zuruecknehmen, verlustanzeige zuruecknehmen",
		collect: "bescheid bekommen, brief gekommen, benachrichtigung bekommen, eingetroffen, nachricht bekommen dass, zur abholung, kann abgeholt werden, fertig zum abholen, abholen, abholung, abzuholen, abgeholt, abhole, hole … ab, hol … ab, holen … ab, abholbereit, ist fertig, fertig, liegt bereit, zum abholen bereit, in empfang nehmen, " +
			"aushaendigung, fertiggestellt, abhoeln, abhol, abholtermin, liegt bei, liegt fuer mich bereit, fertige, fertigen, ist da, da ist, da sind, sind da, beantragter, beantragten, beantragte, bestellter, bestellten, bestellte, angekommen, neuen … holen, neue … holen, ist angekommen, angekommen ist, entgegennehmen",
		change: "heisse … anders, heissen … anders, heisst … anders, heisse jetzt anders, heissen jetzt anders, heisse nicht mehr, stimmt nicht, stimmt nicht mehr, nicht mehr aktuell, falsch geschrieben, falsch gespeichert, falsch drin, steht falsch, hat sich geaendert, falsch, aendern, aenderung, geaendert, aendere, aenderungen, korrigieren, berichtigen, aktualisieren, berichtigung, korrektur, richtigstellen, falsch eingetragen, " +
			"umtragen, eintragen, eingetragen, nachtragen, aendert, abaendern, aktualisierung, umaendern, " +
			"nicht richtig, nicht korrekt, inkorrekt, fehlerhaft, verkehrt, anpassen, angepasst, vertippt, falschgeschrieben, steht noch, noch die alte, noch mein alter, noch meine alte, noch der alte, noch den alten, noch alte, nachgetragen, umbenennen, umbenannt, wieder … heissen, heisse wieder, trage wieder, annere, anderer name, anderen namen",
		register: "anmellen, anmelle, aanmelde, omelle, anmelden, ohmelden, ohmeldn, omelden, anmelda, anmeidn, anmoidn, oamelden, anmeldung, angemeldet, anzumelden, anmelde, anmeldungen, melde … an, meld … an, melden … an, zulassen, zulassung, zugelassen, zulassungsstelle, anmeldn, ogmeldet, ageldet, " +
			"anjemeldet, erstanmeldung, angemeldt, neuanmeldung, neuanmelden, omelden",
		reregister: "ummellen, ummelle, uemmelde, ommelle, ummelden, ommelda, ummelda, ummeldn, ummoidn, umeldn, ommelde, ummeldung, umgemeldet, umzumelden, ummelde, melde … um, meld … um, melden … um, ummeldungen, umjemeldet",
		deregister: "afmellen, abmelle, oabmelde, abmelden, afmelden, abmelda, abmeldn, obmelden, obmeldn, abmoidn, abmeldung, abgemeldet, abzumelden, abmelde, melde … ab, meld … ab, melden … ab, abmeldungen, stilllegen, stilllegung, stillgelegt, ausser betrieb, " +
			"ausser betrieb setzen, ausserbetriebsetzung, ausserbetriebssetzung, abjemeldet, verschrotten, verschrottet, stillegen, stillegung, aus dem verkehr ziehen, aufgeben, aufgegeben, aufzugeben, gebe … auf, geb … auf, geben … auf",
		moveIn: "wohnsitz … verlegen, wohnsitz … verlegt, wohnsitz aendern, wohnort aendern, wohnsitz wechseln, wohnung wechseln, wohnung gewechselt, wohnort gewechselt, wohnsitz verlegen, wohnsitz verlegt, ziaget um, umtrocken, uemtrocken, oemjetrocke, oemjetrocken, umjetrocke, omgezoga, umtreckt, umgezochen, umgezoocht, umziehen, umzug, umzuege, umgezogen, umziehe, ziehe … um, zieh … um, ziehen … um, zugezogen, zuzug, einzug, eingezogen, einziehen, ziehe … ein, ziehen … ein, hergezogen, " +
			"hingezogen, gezogen, ziehe nach, ziehen nach, zieh nach, ziehe in, ziehen in, zieh in, ziehe zum, ziehe am, ziehe ab, trecke um, ziehe bald,  wohnungswechsel, wohnortwechsel, wohnsitzwechsel, zusammengezogen, zusammenziehen, zusammen gezogen, neu zugezogen, " +
			"wohnsitzverlegung, umjezogen, umzogn, umgezogn, umgezoge, adresswechsel, umzugsmeldung, umzuziehen, zugezogene, uebersiedelt, bezogen, hergezogn, umgesiedelt, umzong, umzogen, umgezong, omzoga, omgezoge, jetreck, trecke um, trecken um, umgetrocken, ommezoge, " +
			"ziehe zu, ziehen zu, zieh zu, umziegn, zieht … ein, zieht zu, zieht bei mir ein, ziehe … zusammen, ziehen … zusammen, neubuerger, neu in der stadt, " +
			"wohne jetzt, wohnen jetzt, wohnt jetzt, wohne nun, wohne seit, jetzt woanders, wohnen woanders, ziehe zu euch, zu euch, ziehen zu euch, neue bude, neue bleibe, neues zuhause, bude, ins heim, ins altersheim, ins pflegeheim, in ein heim, sesshaft, niedergelassen, haus gekauft, haus gebaut, hereingezogen, reingezogen, nei gezogen, eizoga, heimgezogen",
		leave: "geben … wohnung … auf, gebe … wohnung … auf, geb … wohnung … auf, geben hier alles auf, gebe hier alles auf, geb hier alles auf, gehe … ins ausland, gehen … ins ausland, geht … ins ausland, gehe … fuer immer, bin … weggezogen, fuer immer weg, verlegen ins ausland, verlege … ins ausland, wegzug, wegziehen, weggezogen, ziehe … weg, ziehen … weg, auszug, ausgezogen, ausziehen, auswandern, wandere … aus, wandern … aus, auswanderung, ausgewandert, verzogen, " +
			"deutschland verlassen, verlasse deutschland, deutschland verlasse, verlassen deutschland, fortgezogen, fortziehen, ins ausland ziehen, ziehe ins ausland, ziehen ins ausland, ins ausland umziehen, umzug ins ausland, ins ausland gezogen, fortzug, " +
			"zurueck in meine heimat, zurueck in die heimat, in die heimat zurueck, heimkehren, rueckkehr in die heimat, gehe zurueck, gehen zurueck, geht zurueck, zurueck in die, zurueck nach, zurueckgezogen, zurueckgegangen, deutschland den ruecken, siedle … ueber, siedeln … ueber, uebersiedeln, auslandsumzug, wander aus, ausgereist, ausreise, ausreisen",
		swap: "wechseln, gewechselt, umwechseln, eintausch, umtauschen, umtausch, tauschen, tausche … um, umgetauscht, eintauschen, austauschen, pflichtumtausch, tausch, umzutauschen, austausch, zwangsumtausch, umtauschn, auf karte, in karte, umschreiben auf karte, umschreiben … auf karte, umschreiben auf kartenfuehrerschein, umstellen",
		certify: "mit stempel, abstempeln, gestempelt, amtlichem stempel, amtlicher stempel, beglaubigen, beglaubigung, beglaubigt, beglaubigte, beglaubigter, beglaubigten, beglaubigungen, amtlich bestaetigen, beglaubigtes, " +
			"zu beglaubigen, amtliche beglaubigung, notariell, bejlaubigen, amtlich bestaetigt",
		lock: "sperren, sperre, sperrung, gesperrt, blockieren, sperr, sperren lassen, schuetzen, geheim, geheimhalten, geheim halten, " +
			"verstecken, verheimlichen, geheimgehalten, verbergen, niemand … erfahren, niemand … wissen, niemand … finden, keiner … wissen, keiner … erfahren, nicht … erfaehrt, darf … nicht finden, darf … nicht wissen, darf … nicht bekommen, darf … nicht erfahren, soll … nicht finden, soll … nicht wissen, meldesperre, nicht auffindbar sein",
		forget: "vergessen, falsche pin, falschen pin, falsche geheimzahl, pin falsch, vergess, entfallen, nicht mehr weiss, weiss … nicht mehr, dreimal falsch, drei mal falsch, falsch eingegeben, 3 mal falsch, 3x falsch, " +
			"weiss ich nimmer, nimmer weiss, dreimal die falsche, drei mal die falsche, vertippt bei, verschusselt den code",
		activate: "setzen, ruecksetzung, neusetzung, aktivieren, freischalten, einschalten, entsperren, zuruecksetzen, ist gesperrt, gesperrt ist, ist blockiert, wurde gesperrt, nicht aktiviert, nicht freigeschaltet, nicht eingeschaltet, nicht aktiv, aktivierung, freischaltung, aktiviert, freigeschaltet, eingeschaltet, zurueckgesetzt, freigeschalten",
		seek: "suche person, person suchen, jemanden finden, jemand finden, suche jemanden, ausfindig machen, ausfindig, wo jemand wohnt, adresse suchen, adresse … herausfinden, adresse … finden, adresse von, anschrift von, adresse eines, adresse einer, anschrift eines, anschrift einer, adresse von jemandem, anschrift von jemandem, adresse … suchen, anschrift … suchen, anschrift … herausfinden, anschrift … finden, wo … wohnt, adresse … rausfinden, anschrift … ermitteln, adresse … ermitteln, wohnt … herausfinden, " +
			"wo wohnt, schuldner, schuldners, schuldnerin, mietnomade, mietnomaden, unbekannt verzogen, abgehauen, untergetaucht, verschollen, aus den augen verloren, klassentreffen, anschrift vom, adresse vom, suche … adresse, suche … adressen, suche … anschrift, brauche … adresse von, brauche … anschrift von, adresse meines, anschrift meines, adresse meiner, anschrift meiner, neue adresse von, wohnort einer person, ueber eine andere person, ueber eine person, kontakt verloren",
		search: "suchen, suche, gesucht, suchst, sucht, finden, wohnungssuche",
		sell:   "verkauft, verkaufen, verkauf, verkaufe",
		married: "geheiratet, verheiratet, ghairat, nach hochzeit, nach der hochzeit, nach heirat, nach der heirat, nach eheschliessung, nach der eheschliessung, nach unserer hochzeit, verheirated, " +
			"getraut, vermaehlt, verehelicht, eheschliessung im ausland, ehe geschlossen, ehe im ausland, jawort",
		divorced: "geschieden, scheidung, scheiden lassen, getrennt, " +
			"trennung, auseinandergegangen, scheiden, eheaufhebung",
		born:      "baby ist da, kind ist da, nachwuchs ist da, geboren, geburt, entbindung, zur welt gekommen, nachwuchs bekommen, baby bekommen, kind bekommen, vaterschaft, vaterschaftsanerkennung",
		died:      "gestorben, verstorben, tod, todesfall, sterbefall, verstarb, verstorbenen, verstorbene, beerdigung, bestattung, todes, beerdigen, friedhof, grabstelle",
		establish: "gruenden, eroeffnen, aufmachen, gruendung, eroeffnung, eroeffne, gruende, mache … auf, mach … auf, selbststaendig machen, selbstaendig machen, betreiben",
		transfer:  "umschreiben, umschreibung, umgeschrieben, umzuschreiben, ueberschreiben, ueberschrieben, uebertragen, anerkennen, anerkennung",
		dispose:   "entsorgen, entsorgung, loswerden, los werden, wegwerfen, wegschmeissen, abholen lassen, abgeholt werden, muss weg, muessen weg, soll weg, ausrangieren, entsorgt, wegbringen, ausgedient",
		pass: "uebermittlung, datenweitergabe, weitergabe, weitergegeben, weitergeben, herausgegeben, herausgeben, rausgeben, uebermittelt, datenuebermittlung, weiterverkaufen, " +
			"weitergebt, weiter geben, weitergereicht, weiterreichen, datenaustausch, datenuebertragung, uebermitteln, an dritte",
	},
	usual: map[concept]string{
		obtain: "mache, anzeigen, anzeige, mitteilen, mitteilung, meldung, melden, beantragen, beantrage, beantragt, beantragung, antrag, neu, neue, neuen, neuer, neues, ausstellen, ausstellung, ausgestellt, bestellen, machen, besorgen, bekommen, kriegen, holen, kaufen, anfordern, " +
			"neuausstellung, neubeantragung, ausstellen lassen, erstellen, nen neuen, neie, neien, neuantrag, erhalten, beantragn, ausfertigen, ausfertigung, erwerben, neuerteilung, erteilung, erteilen, erteilt, loesen",
		renew: "geht nicht mehr, geht nicht, funktioniert nicht, funktioniert nicht mehr, gilt nicht mehr, gilt nur noch, nicht mehr gilt, nur noch gueltig, muss neu gemacht, zu alt, bald abgelaufen, erneuert werden, verlaengert werden, abglaufa, abgloffen, abgelaufa, abjeloofen, abgeloofen, ofgelaufen, abgelofe, verlaengra, verlaengern lassa, verlaengern, verlaengerung, verlaengert, verlaengere, erneuern, erneuerung, erneuert, abgelaufen, laeuft … ab, lauft … ab, laufen … ab, ablauf, ablaeuft, ablaufen, abjelaufen, ungueltig, " +
			"nicht mehr gueltig, nimmer gueltig, gueltig bis, gueltigkeit, verlaengan, ersetzen, ersatz, kaputt, zerbrochen, beschaedigt, unleserlich, gebrochen, veraltet, abgloffa, abgeloffen, verlaengerungen, " +
			"abgelofen, durchgebrochen, abgelaufener, abgelaufenen, abgelaufene, laeuft aus, laeuft … aus, ausgelaufen, zerrissen, auslaeuft, nicht laenger gueltig, nachfolger, defekt, gewaschen, mitgewaschen, " +
			"in der waschmaschine, keinen gueltigen, kein gueltiger, verwaschen, zerkratzt, verfallen, verfaellt, " +
			"am ende der gueltigkeit, endet die gueltigkeit, zerkaut, angefressen, zerfetzt, unlesbar, nichts mehr lesen, nix mehr lesen, nass geworden, ins wasser gefallen, im wasser, verbrannt, verschmort, verbogen, durchgeweicht, geknickt, gerissen, zerstoert, ramponiert, hin, spinnt, gilt bald nicht mehr, endet, geht kaputt, hinueber",
	},
	traits: map[concept]string{
		temporary: "vorlaeufig, vorlaeufige, zum mitnehmen, gleich mitnehmen, sofort mitnehmen, vorlaeufigen, vorlaeufiger, vorlaeufiges, vorlaeufigem, notausweis, behelfsausweis, notpass, eilpass, eilig, eilt, sofort, notfall, auf die schnelle, uebergangsweise, uebergangs, provisorisch, provisorischen, provisorischer, provisorisches, ersatzweise, sofortausweis, eilausweis, ganz eilig, zum sofortmitnehmen, zum gleich mitnehmen, " +
			"temporaer, temporaere, temporaeren, temporaerer, temporaeres, gleich mitkriegen, gleichmitnehmen, zum gleichmitnehmen, sofortmitnehmen, zwischenzeit, ueberbrueckung, ueberbruecken, uebergangsausweis, uebergangspass, interimsausweis, zwischenausweis, zwischenpass, ersatzausweis, ersatzpass, papierausweis, blitzpass, sofort mitnehmen kann, gleich mitnehmen kann, in der zwischenzeit, solange bis, schnellstmoeglich, zwischenzeitlich, vorlaeufich, forlaeufig",
		express:       "express, expresspass, expressverfahren, eilverfahren, expressreisepass, im eilverfahren",
		international: "international, internationaler, internationalen, internationale, internationales, ausserhalb europas, mietwagen, leihwagen, weltweit, ausserhalb der eu",
		abroad:        "ausland, auslands, im ausland, ins ausland, auslandes",
		extended:      "kinderbetreuung, kindertagespflege, hausaufgabenhilfe, hausaufgabenbetreuung, jugendtrainer, jugendtrainerin, jugendarbeit, jugendgruppe, ferienlager, ferienfreizeit, erweitert, erweiterte, erweitertes, erweiterten, erweiterter, erweitertem",
		wholeFamily: "familie, wir alle, wir brauchen alle, brauchen wir alle, wir wollen alle, wir moechten alle, mama papa, mama und papa, papa und mama, familisch, familich, bagage, familien, ganze familie, ganzen familie, gesamte familie, uns alle, alle vier, alle fuenf, alle drei, alle zusammen, alle gemeinsam, uns allen, kind und kegel, familientermin, mit familie, mit kindern, mit kind, ganzn familie, sippe, familienmitglieder, mit den kindern, fuer alle, eltern und kinder, " +
			"sippschaft, gross und klein, familje, familia, unsere familie, eltern und zwei kinder, eltern und drei kinder, frau und die kinder, meine zwei kinder, meine drei kinder, mann und die kinder, frau und kinder, mann und kinder, frau und meine kinder, mann und meine kinder, familienpass, familienpaesse, familienausweise, alle miteinander, samt kindern, alleinerziehend, kinder und ich",
		couple:      "zusammen, gemeinsam, zu zweit, ehepaar, paar, frau und ich, mann und ich, partner und ich, partnerin und ich, freundin und ich, freund und ich, ehepartner",
		disabled:    "behinderung, behinderte, behinderten, behinderter, behindert, schwerbehindert, schwerbehinderung, schwerbehinderten, schwerbehinderte, rollstuhl, rollstuhlfahrer, gehbehindert, gehbehinderung, behindertenparkplatz, blauer, schwerbehindertenausweis, merkzeichen, aussergewoehnlich gehbehindert",
		resident:    "anwohnerparkausweis, bewohnerparkausweis, anwohnerausweis, bewohnerausweis, bewohner, anwohner, bewohnerparken, anwohnerparken, vor der haustuer, vor meiner haustuer, bewohnerparkzone, parkzone, anwohnerparkkarte, vor meinem haus, vor der tuer",
		european:    "eu, ewr, eu buerger, unionsbuerger, eu buergerin, eu buergern",
		voluntary:   "ehrenamt, ehrenamtlich, ehrenamtliche, ehrenamtlichen, uebungsleiter, uebungsleiterin, trainer, trainerin, jugendarbeit, jugendleiter, jugendtrainer, jugendgruppe, kinder trainieren, arbeit mit kindern, kindern arbeiten, kindertraining, betreuer, betreuerin, erzieherin, erzieher, kinderturnen, ferienfreizeit, jugendtraining, juleica, gruppenleiter, kindergruppe, jugendfeuerwehr",
		ordinary:    "allein, alleine, ich allein, einzelperson, einer person, eine person, nur ich, nur mich, fuer mich allein, normal, normale, normalen, normaler, normales, gewoehnlich, gewoehnliche, gewoehnlichen, gewoehnliches, einfaches, einfache, einfachen, richtige, richtigen, richtiger, richtiges, regulaer, regulaeren, regulaerer, regulaeres, standard",
		certificate: "genehmigung, genehmigungen, erlaubnis, bewilligung, bescheinigung, bescheinigungen, bestaetigung, bestaetigungen, nachweis, nachweise, papier, zettel, beleg, bestaetigen, bescheinigen, nachweisen, was schriftliches, etwas schriftliches, schriftlich, schriftliche bestaetigung, amtliches schreiben",
		firstTime:   "erstmals, erstmalig, erstmaligen, ersten mal, erstes mal, erste mal, ersterteilung, erstantrag",
	},
	faint: map[concept]string{
		stolen: "mitgenommen haben, mitgenommen worden, haben … mitgenommen, hat … mitgenommen, gestohlen, gestohln, gstohln, gstoin, gstohla, gestolen, jeklaut, gklaut, jestohlen, geklaut, diebstahl, stehlen, beklaut, bestohlen, entwendet, geraubt, raub, ausgeraubt, geklaut worden, gemopst, taschendieb, klaut, stibitzt, dieb, diebe, eingebrochen",
		flight: "bin … wieder da, sind … wieder da, bin … wieder zurueck, sind … wieder zurueck, fahre … weg, fahren … weg, fahr … weg, faehrt … weg, fliege … weg, fliegen … weg, will … wegfahren, wegfahren, wegfahre, flug, fliege, fliegen, fliegt, abflug, flieger, urlaub faehrt, geht der flug, geht mein flug, flugreise, fluege",
		child: "sohnemann, toechterlein, kind, kinder, kindern, kindes, baby, babys, saeugling, sohn, sohns, soehne, tochter, toechter, enkel, enkelin, neugeborenes, neugeborene, neugeborenen, kleinkind, jugend, jugendlich, jugendliche, jugendlichen, jugendlicher, " +
			"teenager, teenie, junior, minderjaehrig, minderjaehrigen, minderjaehrige, tochta, bub, bua, maedle, kleine, kleinen, kleiner, kiddies, kids, nichte, neffe, zwillinge, kleines, jaehrige, jaehriger, jaehrigen, jaehriges, jaehr, patenkind, patensohn, patentochter, stiefsohn, stieftochter, " +
			"(ein|zwei|drei|vier|fuenf|sechs|sieben|acht|neun|zehn|elf|zwoelf|dreizehn|vierzehn|fuenfzehn|sechzehn|siebzehn)jaehrig(e|er|en|es|em)",
	},
	refers:  "ihn, es, sie, den, die, das, diesen, diese, dieses, ihm, ihr",
	needing: "brauch, brauche, brauchen, braucht, brauchts, braeuchte, benoetige, benoetigen, will, wollen, wollte, moechte, moechten, moecht, mecht",
	done:    "schon, bereits, laengst, schon lange",
	been:    "hab, habe, haben, hat, hatte, hatten, bin, ist, sind, war, waren, wurde, wurden",
	having:  "hab, habe, haben, hat, hatte, besitze, besitzt, hob, ham, gibt, fehlt",
	inside:  "mit, drin, drinnen, darin, drinne, dinne, war, samt, mitsamt, inklusive",
	wanting: "brauche, brauch, brauchen, brauchts, braeuchte, benoetige, benoetigen, moechte, moecht, mecht, moechten, will, wollen, wollte, muss, muessen, muesste, haette, haett, hett, soll, sollen, suche, beantrage, ersuche, bitte, bitten, gerne, gern, kann, koennte, wuensche, fordert, verlangt, erbitte, braucht",
	setting: "bank, konto, karte, person, personen, online, internet, arbeit, arbeitgeber, verein, uni, studium, job, stelle, bewerbung, polizei, vermieter, urlaub, reise, mietvertrag, schein, scheine, behoerde, rathaus, standesamt, dokument, dokumente, unterlagen, daten, brief, zug, bahn, bus, miete, vertrag, ausbildung, umzugswagen, haushalt, post, mail, firmenname, jahre, stempel, anwalt, gericht, arzt",
	mine:    "mein, meine, meinen, meinem, meiner, meines, unser, unsere, unseren, unserem, mei, meen, meene, mien, sein, seine",
	owners:  "vom, von, beim, im, aus, ausm, aufm, hinterm, unterm",
	countries: "oesterreich, schweiz, polen, spanien, italien, frankreich, england, grossbritannien, irland, schottland, holland, niederlande, niederlanden, belgien, luxemburg, daenemark, schweden, norwegen, finnland, portugal, griechenland, tuerkei, " +
		"kroatien, serbien, bosnien, slowenien, ungarn, tschechien, slowakei, rumaenien, bulgarien, albanien, kosovo, ukraine, russland, usa, amerika, kanada, mexiko, brasilien, argentinien, chile, australien, neuseeland, japan, china, thailand, vietnam, indien, " +
		"aegypten, marokko, tunesien, israel, dubai, syrien, irak, iran, afghanistan, afrika, asien, suedafrika, bali, mallorca, uebersee, vereinigte staaten, vereinigten staaten, malta, zypern, island, estland, lettland, litauen, kolumbien, korea, namibia, kenia, kuba, indonesien, philippinen",
	nations: "(auslaendisch|tuerkisch|polnisch|rumaenisch|bulgarisch|syrisch|ukrainisch|russisch|irakisch|iranisch|afghanisch|indisch|pakistanisch|vietnamesisch|chinesisch|thailaendisch|marokkanisch|tunesisch|algerisch|aegyptisch|albanisch|kosovarisch|serbisch|bosnisch|kroatisch|mazedonisch|italienisch|spanisch|portugiesisch|griechisch|franzoesisch|niederlaendisch|hollaendisch|belgisch|oesterreichisch|schweizerisch|ungarisch|tschechisch|slowakisch|" +
		"litauisch|lettisch|estnisch|daenisch|schwedisch|norwegisch|finnisch|britisch|englisch|irisch|amerikanisch|kanadisch|mexikanisch|brasilianisch|kolumbianisch|argentinisch|nigerianisch|ghanaisch|eritreisch|somalisch|georgisch|armenisch|libanesisch|israelisch|japanisch|koreanisch|philippinisch|australisch|kasachisch|weissrussisch)(e|er|en|es|em), schweizer",
	toward: "nach, in die, in den",
	urgent: "heute, sofort, eilig, dringend",
	soon:   "morgen, uebermorgen",

	small: "passwort, passwoerter, passworts, kennwort, kennwoerter, verlangt, verlangen, fordert, wuensche, ersuche, erbitte, besitze, besitzt, komma, punkt, fragezeichen, ausrufezeichen, absatz, bzrg, bmg, bundesmeldegesetz, pauswg, stvo, vwvfg, 's, aufhoeren, aufhoert, abend, aber, alle, allem, allen, aller, alles, allerdings, also, alt, alte, alten, alter, altes, altem, ander, andere, anderem, anderen, anderer, anderes, anderm, anders, anfang, angeblich, ansonsten, arbeit, arbeitgeber, arbeiten, arbeite, atm, aufgrund, ausserdem, bald, bekomm, bekommt, " +
		"beide, beiden, bereits, besonders, besser, beste, besten, bestimmt, bevor, bislang, bisher, bisschen, bleiben, braeuchte, braeuchten, brauch, brauchs, braeucht, brauchn, bring, bringen, chef, chefin, da, dabei, dadurch, dafuer, daher, damals, damit, danach, daneben, dann, daran, darauf, daraus, darf, darum, davon, davor, dazu, dein, deine, dem, denen, denke, denken, " +
		"denn, der, deren, derzeit, des, deshalb, dessen, desto, deswegen, dich, dieser, dir, direkt, doch, dort, du, durch, duerfen, duerfte, echt, egal, eh, ehemalig, eher, eigene, eigenen, eigenes, eigentlich, einige, einiges, einmal, einzige, einziger, einzigen, einziges, endlich, ende, entweder, erledigen, erst, erste, ersten, erstmal, etwas, euch, euer, eure, fahr, fahre, fahren, fall, falls, fast, fehlt, " +
		"find, finde, frage, fragen, freue, freundlich, freundliche, freundlichen, frist, frueh, frueher, fuer, fuers, gab, gaenzlich, gar, geben, gebt, gebraucht, gegen, geh, gehe, gehen, gehoert, gekriegt, gemacht, gemeinsam, genau, genommen, gerade, geraume, gerade, gesagt, gesehen, gestern, geworden, gewesen, gibt, gibts, ging, glaub, glaube, gleich, grad, grade, gross, grosse, gruesse, gruss, gut, gute, guten, guter, gutes, " +
		"haben, habt, halt, hat, hatte, hatten, haette, haltet, heisst, heissen, heut, hi, hier, hilfe, hin, hinter, hoeren, hoffe, ihm, ihn, ihnen, ihr, ihre, ihrem, ihren, ihrer, immer, immerhin, indem, innerhalb, irgend, irgendwann, irgendwas, irgendwie, irgendwo, ja, jahr, jahre, jahren, jahres, je, jede, jedem, jeden, jeder, jedes, jedoch, jemand, jene, kaeme, kam, kann, kannst, kaum, keiner, klappen, klappt, klar, komm, komme, kommt, konnte, " +
		"kurz, kurzem, lang, lange, langem, lass, lasse, lassen, laut, leben, leider, letztens, letzten, letzter, letztes, letztlich, leute, lieb, liebe, lieber, liebsten, los, machst, macht, machts, mag, manchmal, meint, mehrere, meist, meines, mensch, mittlerweile, mir, mit, mitbringen, mitnehmen, moecht, moechte, moeglich, moeglichst, monat, monate, monaten, muesste, muessten, muss, musste, mussten, nachdem, nach, naechst, namlich, naemlich, natuerlich, nehme, nehmen, " +
		"nem, nen, ner, nicht, nie, niemand, nimmt, noetig, noch, nochmal, nochmals, nu, nun, nur, ob, oben, obwohl, oder, oft, okay, passieren, passiert, paar, plan, plane, planen, problem, quasi, rein, richtig, ruf, sache, sachen, sag, sage, sagen, sagt, sagte, samt, schaffe, schau, schauen, scheint, schlecht, schoen, schoenen, schon, sehe, sehen, sehr, sein, seine, seinem, seinen, seiner, seit, seitdem, selber, selbst, servus, sicher, so, sobald, sogar, sollte, sollten, sonst, " +
		"sowie, sozusagen, sprechen, stehe, stehen, steht, stelle, stellen, stimmt, super, tage, tagen, termin, termine, terminen, tja, trotzdem, tun, tut, ueber, ueberhaupt, uebrigens, ungefaehr, unbedingt, uns, unserem, unserer, unseres, unter, usw, vergangen, vermutlich, versuche, versucht, viel, viele, vielen, vielmals, voellig, voll, vom, von, vorbei, vorbeikommen, vorher, vorhin, vorm, vorne, waer, waere, waeren, waehrend, wahrscheinlich, wann, waren, warten, warum, weder, wegen, weil, weiss, weit, " +
		"welche, welchem, welchen, welcher, welches, wem, wen, wenig, weniger, wenn, wer, werd, werde, werdet, wessen, wichtig, wie, wieder, wieso, will, willst, wir, wirklich, wissen, woche, wochen, woher, wohin, wohl, wohne, wohnen, wohnt, wollt, wollte, wollten, worden, wozu, wuerd, wuerde, wurden, wusste, zeit, zeiten, ziemlich, zudem, zuerst, zufaellig, zuhause, zum, zurzeit, zusaetzlich, zustaendig, zwar, zwecks, zwischen, " +
		"bidde, bitteschoen, danke, gell, gelle, gehts, nett, nette, tach, tagchen, moinsen, gruezi, ick, icke, ik, dat, wat, det, isch, i, ned, net, nit, nich, oan, oane, oanen, oana, mei, meim, meinm, meene, meen, meener, meim, kloa, ham, hob, hamm, hoab, hett, haet, hedd, haett, wui, mecht, moecht, mog, mag, wolln, brauchad, breicht, brauchat, breicht, breichert, brauchats, dahoam, a, an, oba, aba, fuern, vun, uf, uff, bei, zua, zur, jemacht, jetz, etz, jetzt, nua, nuer, wos, wia, wo, fei, scho, schomma, moal, ma, mol, emol, amol, eem, eenen, een, eene, do, dor, dit, dieset, dees, des, sach, hebb, heff, wi, wull, wullt, " +
		"lg, mfg, vg, vlt, vll, evtl, bzgl, bzw, ggf, zb, etc, inkl, eventuell, sehr geehrte, geehrte, geehrter, damen, herren, hiermit, hierfuer, hierzu, bezueglich, betreff, betreffend, diesbezueglich, ersuche, bitten, erbitte, gedenke, beabsichtige, wuensche, begehre, hinsichtlich, seitens, meinerseits, vorsprache, vorsprechen, terminvereinbarung, terminwunsch, terminanfrage, anliegen, vereinbaren, ausmachen, buchen, reservieren, terminlich, angelegenheit, zwecks, diesem, beigefuegt, hoeflichst, hoeflich, verbleibe, ermoeglichen, benoetigt, benoetige, erforderlich, deutschland, deutsch, deutsche, deutschen, deutscher, deutsches, termi, termn, traut, traue, " +
		"dienstlich, beruflich, privat, persoenlich, personen, person, karte, dokument, dokumente, unterlagen, behoerde, rathaus, buergerbuero, buergeramt, einwohnermeldeamt, amt, buero, schalter, stadt, gemeinde, online, internet, digital, fragen, freund, freundin, partner, partnerin, mama, papa, oma, opa, bruder, schwester, kollege, kollegin, nachbar, eltern, mann, frau, zweiten, dritten, minuten, wahr, sorge, daten, " +
		"zusammen, gemeinsam, urlaub, reise, reisen, sommer, winter, herbst, fruehling, ferien, weihnachten, vermieter, miete, mietvertrag, bank, konto, polizei, anzeige, zug, bahn, bus, tuerkei, spanien, italien, frankreich, england, nrw, verein, studium, studieren, student, studentin, uni, job, stelle, bewerbung, bewerben, ausbildung, vertrag, moment, kumpel, bekannter, bekannte, ganz, ganze, ganzen, mehr, stueck, je, jeweils, mal, x",
	parts:     "bundes, europa, euro, karte, schein, antrag, formular, angelegenheit, sache, wesen, neu, haupt, eil, sofort, ersatz, erst, einzel, standard, normal, online, buerger, termin, deutsch, eltern, alt, papier, plastik, daten, formular, wunsch, karten",
	links:     "s, es, n, en, er",
	apart:     "ab, an, auf, aus, ein, um, mit, nach, vor, frei, still, weg, zurueck, her, hin, los, durch, fest, weiter, wieder",
	within:    "zu",
	something: "was, etwas, irgendwas, irgendetwas, wat, wos",
	self:      "mich, uns, selber, selbst, mi, mir, mia",
	afters:    "nach, wegen, seit, beim, nachdem, waehrend",
	several:   "wir, uns, mir san, mer",
	purpose:   "fuer, fuers, zwecks, wegen, fuern, zum, zur, damit, da, weil",
	joins:     "und, oder, sowie, plus, ausserdem, dazu, zusaetzlich, un, u, bzw, beziehungsweise",
	breaks:    "erstens, zweitens, drittens, viertens, weil, denn, da, dass, wenn, obwohl, damit, danach, dann, ausserdem, aber, sondern, anschliessend, deshalb, daher, deswegen, nachdem, sonst",
	not:       "nicht, nichts, weder, kein, keine, keinen, keiner, keinem, net, ned, nich, nit, doch nicht, doch kein, doch keinen, ohne, nie",
	numbers:   "paragraf, paragraph, absatz, abs, satz, teil, artikel, klasse, zone, haus, hausnummer",
	without:   "ohne",
	valid:     "gueltig, gueltigen, gueltige, gueltiges, gueltiger, deutschen, deutsche, deutsches",
	instead:   "statt, anstatt, anstelle, statt dessen",
	neither:   "weder",
	speaker:   "ich, wir, ick, icke, isch",
	yet:       "bisher, bislang",
	nor:       "noch",
	places:    "nach, aus, von, in, bei, im, vom, richtung, ueber, am",
	about:     "um",
	shall:     "soll, sollen, muss, muessen, moechte, moechten, will, wollen",
	along:     "mit, auch, gleich, ebenfalls, ebenso, genauso, dazu",
	rather:    "sondern, lieber, stattdessen, dafuer, eher, vielmehr",
	times:     "mal, x, stueck, stk, fach",
	the:       "der, die, das, den, dem, des, d, de, dat, dem",
	article:   "ein, eine, einen, einer, einem, ne, nen, n, oan, oane, een, eenen",
	only:      "nur, bloss, lediglich, blos",
	both:      "beide, beiden",
	lone:      "einziger, einzige, einziges, einzigen",

	denials: denialWords{
		refuses: "(das|die sache) mit … lassen (wir|wa|mer), lassen wir … (weg|sein|bleiben), verzichte, verzichten, (lass|lasse|lassen) … weg, weglassen, faellt weg, faellt flach, spar ich mir, spare ich mir, sparen wir uns, nicht noetig, unnoetig, ueberfluessig, muss nicht sein, nichts … zu tun, " +
			"nicht in frage, kommt nicht infrage, hat sich erledigt, haben sich erledigt, erledigt, vom tisch, hinfaellig, abgehakt, gestrichen, uninteressant, interessiert … nicht, nicht gefragt, vergiss, vergesst, vergessen sie, vergessen wir, streich, streiche, streichen",
		settles:  "noch gueltig, ist gueltig, sind gueltig, noch gut, noch okay, in ordnung, laeuft noch, laufen noch, gilt noch, gelten noch, ist aktuell, sind aktuell, ist da, schon da, noch da, wieder da, liegt vor, liegen vor, geht noch, gehen noch, ist ok, ist okay, sind ok, sind okay, funktioniert, funktionieren, hab ich noch, habe ich noch, haben wir noch, hab ich wieder, habe ich wieder, hab ich selbst, haben wir alle, hat jeder, haben alle, passt noch, ist neu, sind neu, ist schon neu, ist ganz neu, (hab|habe|haben|hat) (ich|wir|er|sie) schon, schon (geaendert|umgemeldet|angemeldet|abgemeldet|abgeholt|beantragt|erledigt|gemacht|abgegeben|bezahlt|eingetragen|umgeschrieben|getauscht|umgetauscht|erneuert|besorgt)",
		means:    "geht, gehts, dreht, handelt, komme, kommen, meine, meinte, betrifft",
		excepts:  "ausser, bis auf, ohne, ausgenommen, abgesehen vom, abgesehen von",
		embraces: "(von|vom) … abgesehen, (von|vom) … mal abgesehen",
		prefers:  "lieber, eher, besser",
		than:     "als",
		no:       "nein, nee, noe, nicht, net, ned, nich",
		hedges:   "doch, dann, jetzt, erstmal, vorerst, lieber, eher, besser, wohl, also, aber, auch",
		intended: "wollte, wollten, hatte, hatten",
		firstly:  "erst, zuerst, eigentlich, urspruenglich, zunaechst, erstmal",
		reverses: "aber, sondern, jedoch, allerdings",
		others:   "anderem, anderes, anders, weiter",
		longer:   "mehr",
		whole:    "alles, alle",
		there:    "haben, hab, habe, da, vorhanden, fertig, erledigt, beisammen, zusammen",
	},

	moreThan: "mehr, als, ueber",
	upTo:     "bis, zu",
}
