package understand

import "terminbote/booking"

var german = language{
	speech: germanSpeech,

	code:  "de",
	names: map[string]string{"de": "deutsch, auf deutsch", "en": "englisch, auf englisch"},

	weekdays: [7]string{
		"sonntag, sonntags, so", "montag, montags, mo", "dienstag, dienstags, di", "mittwoch, mittwochs, mi",
		"donnerstag, donnerstags, do", "freitag, freitags, fr", "samstag, samstags, sa, sonnabend",
	},
	months: [12]string{
		"januar, jan, jaenner", "februar, feb, feber", "maerz, mrz, maer", "april, apr", "mai", "juni, jun, juno",
		"juli, jul, julei", "august, aug", "september, sep, sept", "oktober, okt", "november, nov", "dezember, dez",
	},
	days: map[int]string{
		-2: "vorgestern", -1: "gestern", 0: "heute, heut, heid, heit", 1: "morgen, moing, moang, moagn", 2: "uebermorgen",
	},
	spans: map[int]string{
		1: "tag, tage, tagen", 7: "woche, wochen", month: "monat, monate, monaten",
	},
	next:      "naechste, naechsten, naechster, naechstes, naechstem, naechst, kommende, kommenden, kommender, kommendem",
	afterNext: "uebernaechste, uebernaechsten, uebernaechster, uebernaechstem",
	this:      "alten, diese, diesen, dieser, dieses, diesem",
	last:      "letzte, letzten, letzter, letztem, vorige, vorigen, voriger, vergangene, vergangenen",
	in:        "in",

	numbers: map[int]string{
		0: "null", 1: "ein, eins, oans, oins", 2: "zwei, zwo, zwoa", 3: "drei", 4: "vier", 5: "fuenf", 6: "sechs", 7: "sieben",
		8: "acht", 9: "neun", 10: "zehn", 11: "elf", 12: "zwoelf, dutzend, ein dutzend", 13: "dreizehn", 14: "vierzehn", 15: "fuenfzehn",
		16: "sechzehn", 17: "siebzehn", 18: "achtzehn", 19: "neunzehn", 20: "zwanzig", 30: "dreissig",
		40: "vierzig", 50: "fuenfzig", 60: "sechzig", 70: "siebzig", 80: "achtzig", 90: "neunzig", 100: "hundert",
	},
	unitsAnd: "und",
	counts: map[int]string{
		0: "kein, keine, keiner, keinen, niemand",
		1: "eine, einen, einer, einem, ne, ner, nur ich, allein, alleine, ich allein",
		2: "zu zweit, beide, beiden, wir beide", 3: "zu dritt", 4: "zu viert", 5: "zu fuenft", 6: "zu sechst",
	},
	ordinals: map[int]string{
		1: "erste, ersten, erster", 2: "zweite, zweiten, zweiter", 3: "dritte, dritten, dritter",
		4: "vierte, vierten, vierter", 5: "fuenfte, fuenften, fuenfter", 6: "sechste, sechsten, sechster",
		7: "siebte, siebten, siebter", 8: "achte, achten, achter", 9: "neunte, neunten, neunter",
		10: "zehnte, zehnten, zehnter", 11: "elfte, elften, elfter", 12: "zwoelfte, zwoelften, zwoelfter",
		13: "dreizehnte, dreizehnten", 14: "vierzehnte, vierzehnten", 15: "fuenfzehnte, fuenfzehnten",
		16: "sechzehnte, sechzehnten", 17: "siebzehnte, siebzehnten", 18: "achtzehnte, achtzehnten",
		19: "neunzehnte, neunzehnten", 20: "zwanzigste, zwanzigsten",
		21: "einundzwanzigste, einundzwanzigsten", 22: "zweiundzwanzigste, zweiundzwanzigsten",
		23: "dreiundzwanzigste, dreiundzwanzigsten", 24: "vierundzwanzigste, vierundzwanzigsten",
		25: "fuenfundzwanzigste, fuenfundzwanzigsten", 26: "sechsundzwanzigste, sechsundzwanzigsten",
		27: "siebenundzwanzigste, siebenundzwanzigsten", 28: "achtundzwanzigste, achtundzwanzigsten",
		29: "neunundzwanzigste, neunundzwanzigsten", 30: "dreissigste, dreissigsten",
		31: "einunddreissigste, einunddreissigsten",
	},
	endings: "te, ten, ter, ste, sten, ster",
	dotted:  true,
	counted: "person, personen, leute, menschen, mann, kopf, koepfe, mal, x, stueck, stk, st, faelle, antraege, " +
		"kinder, kind, kindern, erwachsene, erwachsener, erwachsenen, nummer, nr, wir sind, wir kommen, sind wir, option, zusammen, insgesamt",
	and:   "und, plus, sowie",
	minus: "minus",

	oClock:        "uhr, h",
	minutes:       "minute, minuten, min",
	half:          "halb, halber, halbe, hoibe, hoiba, hoib, halba",
	quarter:       "viertel",
	threeQuarters: "dreiviertel, drei viertel",
	halfOfHour:    true,
	before:        "vor",
	after:         "nach",
	clocks:        map[int]string{0: "mitternacht", 12 * 60: "mittag, mittags, 12 uhr mittags"},
	morning: "vormittag, vormittags, morgens, frueh, morgen, am morgen, am vormittag, fruehmorgens, in der frueh, " +
		"in der fruehe, am fruehen morgen, in da frueh",
	afternoon: "nachmittag, nachmittags, am nachmittag, abend, abends, am abend, spaetnachmittag, am spaeten nachmittag",

	on: "am, den, dem",
	filler: "am, den, in der, der, dem, die, das, um, gegen, so gegen, so um, ab, circa, ca, etwa, ungefaehr, gleich, genau, punkt, " +
		"bitte, danke, dann, gern, gerne, am liebsten, lieber, ich, mir, uns, haette, haetten, moechte, moechten, wuerde, " +
		"wuerden, kann, koennte, koennen, geht, gehts, ginge, es, ist, waere, einen termin, ein termin, termin, passt, passen, " +
		"kommen, vielleicht, auch, ok, okay, ja, fuer, hallo, guten tag, moin",
	chatter: "sowas, sowat, neulich, kuerzlich, letztens, juengst, unlaengst, vor kurzem, neulichst, an, des, will, wollen, mal, noch, wie, was, und, oder, zu, zum, zur, im, in, von, vom, bei, beim, mit, auf, aus, " +
		"ohne, nach, vor, ueber, bis, wir, brauche, brauchen, braucht, benoetige, benoetigen, muss, muessen, soll, sollen, mein, " +
		"meine, meinen, meiner, meinem, meines, unser, unsere, unseren, ihr, ihre, ihren, neu, neue, neuen, neuer, neues, " +
		"ein, eine, einen, einer, einem, eines, mich, dich, sich, hab, habe, haben, hat, bin, sind, war, wird, wurde, werden, " +
		"wo, wann, nicht, nur, sehr, einfach, jetzt, sofort, schnell, dringend, frage, hier, da, dass, wenn, weil, als, er, " +
		"sie, man, machen, lassen, so, tag, sohn, tochter, mann, frau, mutter, vater, herr, amt, stadt, buergerbuero, " +
		"buergeramt, weiter, zurueck, mehr, abbrechen, guten, heute, morgen",
	clause: "sie, ihr, ihre, ihren, ihnen, wir, uns, unser, unsere, ich, mein, meine, dein, deine, euch, haben, hat, habe, hast, sind, ist, war, wird, " +
		"werden, kann, koennen, muss, muessen, sollen, sollte, duerfen, bitte, jetzt, hier, heute, sofort, nicht, kein, keine, noch, dass, weil, " +
		"warum, wer, was, wie, wo, diese, dieser, dieses, eine, einen, fuer, mit, mehr, alle, nur, auch, melden, schreiben, gehen",
	lures: "gewonnen, gewinn, gewinne, gewinnen, gewinnspiel, gratis, kostenlos, geschenk, rabatt, geld, euro, bitcoin, krypto, kasino, casino, " +
		"jackpot, kredit, kredite, viagra, klick, klicken, klicke, klickt, verdienen, angebot, angebote, kaufen, billig, guenstig, sex, porno, " +
		"besuchen, anrufen, whatsapp, telegram, webseite, website, http, https, www",
	courtesy: "bitte, danke, dankeschoen, doch, mal, jetzt, dann, schon, lieber, hier, und",
	wishing: "ich, wir, will, wollen, moechte, moechten, wuerde, wuerden, kann, koennte, koennen, muss, muessen, gern, gerne, " +
		"leider, mein, meinen, meine, unseren, einen, den, die, auf, brauche, brauchen, etwas, ein, bisschen, " +
		"wenig, ca, etwa, paar, wieder, sie, guten, tag, hallo, man, bin",
	again:   "nochmal bitte, bitte nochmal, nochmal, noch mal, noch mal bitte, noch einmal, noch einmal bitte, bitte noch einmal, wiederhole, wiederhole bitte, wiederholen, wiederholen bitte, bitte wiederholen, wiederholen sie bitte, wiederholen sie das bitte, sag das nochmal, sagen sie das nochmal, sagen sie das bitte nochmal, zeig nochmal, zeigen sie es nochmal, wie war die frage, was war die frage, was wollten sie wissen, was hast du gefragt, was haben sie gefragt",
	whether: "muss das sein, muss das, muss das denn sein, muss das wirklich sein, muss das unbedingt sein, ist das noetig, ist das denn noetig, ist das pflicht, ist das ein muss, muss ich das, muss man das",
	none:    "keine, kein, keinen, keins, nix, nichts, ohne, nein, nee, noe, ne, nicht, unbekannt, ueberspringen",
	missing: "schreibe, schreib, nutze, nutz, lese, les, checke, verwende, verwend, brauche, brauch, mache, mach, bei, mir, uns, mit, mehr, ich, wir, er, sie, hab, habe, haben, hat, gibt, es, besitze, benutze, leider, gar, ueberhaupt, einen, eine, e, mail, email, mails, " +
		"mailadresse, emailadresse, mailadressen, emailadressen, adresse, adressen, telefon, telefonnummer, nummer, handy",
	commands: map[Intent]string{
		Hello: "hallo, hallo zusammen, guten tag, guten morgen, guten abend, gruess gott, moin, moin moin, servus, hallihallo",
		Thanks: "danke, danke schoen, dankeschoen, vielen dank, vielen lieben dank, besten dank, danke sehr, danke dir, danke ihnen, " +
			"super danke, ok danke, alles klar danke, tschuess, tschuess und danke, ciao, auf wiedersehen, bis dann, bis bald",
		Soonest: "egal, egal wann, mir egal, ist mir egal, ganz egal, so frueh wie moeglich, so bald wie moeglich, moeglichst frueh, " +
			"moeglichst bald, so schnell wie moeglich, schnellstmoeglich, am fruehesten, der fruehste, frueheste, fruehestmoeglich, " +
			"der naechste freie, naechster freier, naechster freier termin, jederzeit, baldmoeglichst",
		Next: "weiter, fertig, ok, okay, oki, naechste, naechster, naechster schritt, fortfahren, das wars, das war alles, " +
			"bestaetigen, uebernehmen, gelesen, verstanden, keine weiteren, weitermachen, fortsetzen",
		Restore: "rueckgaengig, rueckgaengig machen, mach das rueckgaengig",
		Back:    "zurueck, einen schritt zurueck, eins zurueck, vorherige, schritt zurueck",
		Yes: "ja, j, jo, jup, jep, joa, jawohl, klar, ja klar, na klar, sicher, gerne, ja gerne, gern, ja gern, genau, " +
			"stimmt, richtig, passt, einverstanden, natuerlich, selbstverstaendlich, verbindlich buchen, ja buchen, " +
			"jetzt buchen, ja wirklich, auf jeden fall",
		No:     "nein, nee, noe, ne, nein danke, nicht, niemals, auf keinen fall, lieber nicht, falsch, stimmt nicht",
		Cancel: "abbrechen, abbruch, beenden, stopp, vergiss es, aufhoeren, schluss, ende, lass es, verwerfen",
		Start:  "start, starten, neu, neustart, von vorn, von vorne, neu anfangen, neu beginnen, neu starten, anfang",
		Help:   "hilfe, hilf mir, was kann ich tun, was kann ich schreiben, wie geht das, ich verstehe nicht, help",
		Here:   "bin da, ich bin da, binda, ich bin hier, bin hier, angekommen, da",
		Late: "komme spaeter, ich komme spaeter, komme zu spaet, zu spaet, verspaete mich, verspaetung, habe verspaetung, " +
			"schaffe es nicht rechtzeitig, schaffe es nicht puenktlich, komme nicht puenktlich, stehe im stau, stecke im stau",
		Coming: "komme, ja komme, komme gerne, ja komme gerne, komme gern, komme morgen, ja komme morgen, komme puenktlich, " +
			"bin dabei, ja bin dabei, ich bin dabei, ja ich bin dabei, werde da sein, werde kommen",
		About: "oeffnungszeiten, oeffnungszeit, sprechzeiten, wann habt ihr offen, wann haben sie offen, wann ist offen, " +
			"wann habt ihr auf, wann hat das amt offen, wie lange habt ihr offen, wie lange haben sie offen, habt ihr offen, " +
			"haben sie offen, haben sie heute offen, habt ihr heute offen, wo seid ihr, wo sind sie, wo ist das amt, " +
			"wo ist das buergerbuero, wo ist das, wo finde ich sie, wo muss ich hin, wie komme ich hin, wie komme ich zu ihnen, " +
			"anschrift, standort, telefon, telefonnummer, kontakt, mit einem menschen sprechen, mit jemandem sprechen, " +
			"mit einem mitarbeiter sprechen, mensch, anrufen",
		Waiting: "warteliste, warteliste anzeigen",
		Erase:   "meine daten loeschen, daten loeschen, alles loeschen, alles ueber mich loeschen",
		Data:    "meine daten, daten, datenauskunft, auskunft ueber meine daten",
		Appointments: "meine termine, termine, mein termin, termine anzeigen, meine buchungen, meinen termin, termin ansehen, " +
			"termin anzeigen, wann ist mein termin, wann ist der termin, wann habe ich termin, wann habe ich einen termin, " +
			"wann habe ich meinen termin, habe ich einen termin, wann war mein termin, wann muss ich kommen",
		Book: "termin, termin buchen, buchen, neuer termin, einen termin, termin vereinbaren, termin machen, reservieren",
		Move: "verschieben, termin verschieben, umbuchen, termin umbuchen, verlegen, termin verlegen, termin aendern, " +
			"anderen termin, andere zeit",
		CallOff: "absagen, absage, termin absagen, stornieren, termin stornieren, termin loeschen, storno, termin canceln, " +
			"termin morgen absagen, termin heute absagen, nicht kommen, komme nicht, kann nicht kommen, termin nicht wahrnehmen",
		More: "mehr, weitere, mehr anzeigen, mehr tage, weitere tage, mehr termine, weitere termine, mehr zeiten, " +
			"weitere zeiten, spaeter, spaetere, noch mehr, andere, andere tage, mehr davon",
		Language: "sprache, sprache wechseln, sprache aendern, andere sprache",
		Home:     "menue, hauptmenue, startseite, uebersicht, zum menue, zurueck zum menue, zum anfang",
	},
	staffCommands: map[Action]string{
		ToMenu: "menue, hauptmenue", ToHelp: "hilfe", ToToday: "heute, was ist heute los, was steht heute an, was liegt heute an, plan, tagesplan, kalender, tagesliste, terminliste, wer kommt, wer kommt alles, wer kommt noch, wer kommt heute noch, wer fehlt noch, wer steht noch aus, wie voll ist, wie voll ist es, wie voll wird, wie voll wird es, was ist los, was steht an, was liegt an, feierabend, ich mach feierabend, ich mache feierabend, wie viele waren heute da, wie viele waren da, wieviele waren da, wieviele waren heute da, wie viele kommen heute, wie viele kommen, das wars fuer heute, schluss fuer heute, was habe ich, was hab ich, was haben wir, wen habe ich, wen hab ich, wen haben wir, sind wir voll, ist es voll, tagesabschluss, tagesende", ToTomorrow: "morgen",
		ToWeek: "woche, wochenplan, diese woche", ToFind: "finde, finden, suche, suchen, such, wer ist, termin finden",
		ToShow: "zeige, zeig, zeigen, termin, nummer", ToFree: "frei, freie zeiten, freie termine, was ist frei, wann ist frei, wie viel ist frei, wie viele freie termine, wie viele freie zeiten",
		ToBook:   "neu, eintragen, eintrag, vormerken, buche, buchen, neuer termin, neuen termin, termin buchen, termin anlegen",
		ToCancel: "absage, absagen, storno, storniere, stornieren, loesche, loeschen, termin absagen, hat abgesagt, sagt ab, kommt nicht, kommt doch nicht, kann nicht kommen",
		ToMove:   "verschiebe, verschieben, verschieb, verlege, verlegen, umbuchen, termin verschieben", ToConnect: "verbinde, verbinden, code",
		ToClose: "sperre, sperren, schliesse, schliessen", ToOpen: "oeffne, oeffnen", ToArrive: "da, ist da, angekommen, ist angekommen, gekommen, ist gekommen, ist hier, wartet, ist jetzt da",
		ToQueue:  "wer ist der naechste, wer ist dran, wer kommt als naechstes, wer ist als naechstes dran, wartende, warteschlange, wer ist da, wer wartet",
		ToCall:   "aufruf, aufrufen, rufe auf, der naechste, die naechste, naechste, naechster, den naechsten aufrufen, naechster bitte, naechste bitte, naechste person",
		ToFinish: "fertig, erledigt, ist fertig", ToMiss: "fehlt, nicht da, nicht gekommen, nicht erschienen, ist nicht da, ist nicht gekommen, ist nicht erschienen, kam nicht, war nicht da",
		ToAppoint: "rolle, rollen", ToAudit: "protokoll", ToUndo: "rueckgaengig, rueckgaengig machen, mach das rueckgaengig, mach rueckgaengig, nimm das zurueck, nimm zurueck",
		ToReady:   "abholbereit, abholen bereit, liegt bereit, liegen bereit, zur abholung bereit",
		ToMinutes: "dauer, dauern, zeitbedarf", ToStatistics: "statistik, statistiken, auswertung, kennzahlen",
		ToAlarm:     "alarm, notruf, notfall",
		ToTicket:    "ticket, wartemarke, wartenummer, neue wartemarke, neues ticket",
		ToCallAgain: "nochmal aufrufen, noch einmal aufrufen, erneut aufrufen, nochmal rufen, ruf nochmal",
		ToPark:      "parken, parke, park, zurueckstellen, stelle zurueck", ToTakeUp: "weiter mit, weitermachen mit, wieder aufnehmen",
		ToTakeOver: "ich nehme den chat, ich nehme das gespraech, wartet jemand im chat, ist jemand im chat, uebernehmen, uebernehme, uebernimm, ich uebernehme, chat uebernehmen, gespraech uebernehmen, chats, gespraeche, wer will einen menschen, wer braucht einen menschen, wer will mit jemandem sprechen",
		ToSendOn:   "weiterleiten, leite weiter, weiter an, weiter zu, schicke zu, schick zu",
	},
	from:           "von, ab",
	to:             "bis, -, –",
	besideFree:     "was, ist, sind, waere, waeren, wann, wo, noch, haben, hab, habt, ich, wir, ihr, denn, da, es, gibt, etwas, zeiten, termin, termine, zeit, am, an, um, bei, uns, schon",
	titles:         "mir, den, die, der, das, herr, herrn, frau, familie, fam, dr, prof, nach, termin, termine, person, name, namens, bitte",
	inside:         "intern, interne",
	concernMinutes: "min, min., minute, minuten, minutes, auf, =",
	nobody:         "keine, niemand",
	report: reportWords{
		since: "seit, ab, von, vom", year: "jahr, jahre, jahren, jahres", week: "kw, kalenderwoche, woche", quarter: "quartal, quartals, q",
		filler: "der, die, das, den, dem, im, in, fuer, des, am, tage, monat",
	},
	roles: map[booking.Role]string{
		booking.Viewer: "ansicht, einsicht, zuschauer, zuschauerin", booking.Clerk: "sachbearbeitung, mitarbeit, mitarbeiter, mitarbeiterin",
		booking.Lead: "leitung, leiter, leiterin",
	},

	weak: "beantragen, beantrage, antrag, beantragung, bekommen, kriegen, holen, besorgen, ausstellen, ausstellung, " +
		"ausgestellt, melden, aendern, aenderung, geaendert, verlaengern, verlaengerung, verlaengert, erneuern, abgelaufen, " +
		"bestellen, anfordern, dokument, dokumente, unterlagen, karte, kind, kinder, person, einzelperson, familie, online, " +
		"deutschland, ersetzen, einreichen, abgeben, kaufen, erledigen, personen, menschen, daten",
	stems: []string{"ungen", "ung", "ern", "est", "et", "en", "er", "es", "em", "e", "n", "s", "t"},

	office:    germanOffice.with(germanDialect),
	questions: germanQuestions,
	talk:      germanTalk,
	chosen:    germanChosen,
	told:      germanTold,
}
