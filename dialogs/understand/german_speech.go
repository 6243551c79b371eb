package understand

// germanSpeech is what German phrases say to the reader.
var germanSpeech = speechWords{
	words:   germanPhrases,
	values:  germanValues,
	replies: germanReplies,
	wishes:  germanWishes,
	tones: toneWords{
		assent: "paletti, butter, fix, abgemacht, geritzt, eingetragen, tutti, roger, top, ja, jo, jau, jep, jepp, jup, joa, ok, okay, oki, passt, passen, stimmt, stimmen, richtig, korrekt, gut, super, perfekt, prima, wunderbar, genau, klar, einverstanden, gern, gerne, bestaetige, bestaetigt, bestaetigen, buchen, buch, buche, gebucht, eintragen, abschicken, absenden, haut, hin, top, fein, klasse, toll, spitze, bestens, optimal, recht, ordnung, machen, mach, sicher, natuerlich, bleiben, nehme, nehm, zufrieden, ideal, hervorragend, ausgezeichnet, sehr, freilich, jawohl, logisch, nehmen",
		deny:   "nein, nee, noe, ne, nicht, nich, net, ned, nie, kein, keine, keiner, keins, keinen, falsch, fehler, verkehrt, leider, unguenstig, schlecht, ungern, doof",
		enough: "nichts, nix, reicht, genuegt, alles, wars, waers, sonst, weitere, weiteren, weiteres, fertig, langt, komplett, erledigt, weiter, mehr, erste, noetig, bedarf",
		other:  "andere, anderen, anderes, anderer, weitere, weiteren, mehr, sonst, alternativen, alternative, auswahl, zeigen, zeig, zeige, vorschlaege, dabei, gibt, gibts, habt, haben, optionen",
	},
	moreOrLess: "mehr, weniger, zusaetzlich, extra",
	goes:       "geht, gehts, ginge, kommt",
	helps:      "habe, hab, haben, hat, hatte, hatten, habt, bin, ist, sind, war, waren, wurde, wurden, ham, hob, han, is, san",
	participle: "ge…t, ge…en, be…den, be…zt, ver…t, ver…en, er…t, er…en, zer…t, ent…t, ent…en, …iert, bekommen, erhalten",
	compares:   "als",
	because:    "weil, denn",
	origins:    "aus, von, nach, bei",
	reasons:    "weil, denn, wegen, damit, deswegen, sonst, obwohl, falls",
	describes:  "kleine, kleinen, kleiner, kleines, weitere, weiteren, weiterer, weitere, grosse, grossen, grosser, minderjaehrige, minderjaehrigen, beiden, beide, aeltere, juengere, eigene, eigenen, gemeinsamen, gemeinsame, neugeborene, liebe, alte, alten, alter, zwoelfjaehrige",
	rare:       "jan, so, mi, do, fr, sa, di, mo, mai, august, mar, sep, feb, jun, jul",
	asked:      germanAsked,
	week:       "woche",
	filler: "entweder, ansonsten, andernfalls, huete, hueten, huetet, wechseln, tauschen, stattdessen, waer, waers, gar, wirds, schonmal, vorab, voraus, draus, daraus, lg, vg, mfg, hdl, sowas, sowat, sone, son, vorbeikommen, vorbeischauen, reinschauen, reinkommen, vorbei, statt, anstatt, anstelle, gueltig, zwar, gerade, grad, momentan, wirklich, echt, tatsaechlich, ueberhaupt, natuerlich, bestimmt, definitiv, absolut, total, voll, ziemlich, erst, immerhin, jedenfalls, sowieso, trotzdem, allerdings, naemlich, gut, gute, guten, toll, schoen, schoene, besser, ideal, glaube, glaub, denke, denk, finde, find, weiss, wissen, hoffe, kenne, kennen, geworden, bleibt, gewesen, gehts, gings, waers, sieht, hoert, klingt, meinetwegen, tja, ach, gell, ne, nech, woll, hoer, hoeren, hallo, schau, schauen, gucken, guck, zeigen, folgendes, folgende, anliegen, problem, sache, sachen, dinge, ding, zeug, persoenlich, sozusagen, quasi, eventuell, notfalls, zur, not, digga, diggi, alter, bro, bruder, junge, chef, leute, kinder, freunde, ick, icke, isch, hoemma, hoer, samma, " +
		"schicken, schickt, schicke, senden, sendet, mailen, erreichbar, erreichen, erreicht, seite, moment, oh, ach, wieso, weshalb, warum, anonym, lautet, lauten, reicht, reichen, genuegt, quatsch, halt, stop, stopp, wart, warte, warten, nee, noe, ne, jo, ja, nein, moechten, ahja, achso, ups, oeha, hoppla, hm, hin, spaeter, frueher, alles, alle, jeweils, je, jedoch, dafuer, davon, darum, deshalb, dringende, wichtig, wir, beide, ganze, ganzen, einmal, bereits, uebrigens, falsch, richtig, okay, ok, nichts, keine, kein, keinen, nicht, nix, jemand, sonst, selber, selbst, mehr, viel, weitere, weiteren, anderer, anderen, andere, letztlich,  hmm, aeh, aehm, oeh, also, na, naja, nun, halt, eben, eigentlich, einfach, bloss, wohl, etwas, so, mal, schon, eh, ganz, doch, sonst, da, dort, " +
		"wenns, falls, wenn, sofern, dass, weil, denn, damit, aber, sondern, hallo, hey, hi, guten, morgen, tag, abend, servus, moin, tach, " +
		"liebe, lieber, lieben, beste, besten, am, freundliche, freundlichen, gruesse, gruss, mfg, lg, vg, gruessen, " +
		"ich, du, er, sie, es, wir, ihr, man, mir, mich, dir, dich, uns, euch, ihnen, ihm, ihn, " +
		"'s, 'n, 'ne, 'nen, nen, n, ne, ner, a, an, " +
		"bin, bist, ist, sind, seid, sei, war, waren, gewesen, werde, wird, werden, wurde, wuerd, wuerde, wuerden, wuerdet, wuerdest, " +
		"hab, habe, hast, hat, haben, habt, haett, haette, haetten, hatte, hatten, gehabt, " +
		"kann, kannst, koennen, koennt, koennte, koennten, koenntest, koenntet, konnte, will, willst, wollen, wollt, wollte, wollten, " +
		"moecht, moechte, moechten, soll, sollen, sollte, sollten, muss, musst, muessen, muesst, muesste, muessten, darf, duerfen, duerfte, " +
		"brauch, brauche, braeuchte, braeuchten, brauchen, braucht, benoetige, benoetigen, benoetigt, " +
		"komm, komme, kommen, kommt, kaeme, kaemen, geht, gehen, ginge, ging, passt, passen, passend, wuensche, suche, nehme, nehmen, nimm, " +
		"mach, mache, machen, macht, gib, geben, gebt, gibt, gaebe, sag, sage, sagen, schreib, schreibe, " +
		"bitt, bitte, bitten, dank, danke, sehr, gern, gerne, super, prima, perfekt, " +
		"und, oder, sowie, plus, auch, noch, nur, wieder, dann, danach, dazu, dabei, hier, her, hin, jetzt, " +
		"der, die, das, den, dem, des, ein, eine, einen, einem, einer, eines, dies, diese, diesen, dieser, dieses, " +
		"mein, meine, meinen, meinem, meiner, meines, unser, unsere, unseren, unserem, unserer, dein, deine, deinen, ihr, ihre, ihren, ihrem, ihrer, sein, seine, seinen, " +
		"in, im, ins, an, ans, am, auf, aufs, aus, bei, beim, mit, nach, von, vom, vor, zu, zum, zur, fuer, fuers, um, ueber, unter, wegen, bis, ab, ohne, gegen, durch, " +
		"termin, termine, terminchen, terminwunsch, uhrzeit, zeit, zeiten, " +
		"moeglich, moeglichst, vielleicht, evtl, eventuell, gegebenenfalls, am liebsten, bevorzugt, vorzugsweise, idealerweise, hauptsache, optimal, recht, genau, ungefaehr, " +
		"frei, freie, freien, freier, freies, irgendwie, irgendwann, irgendwas, irgendein, irgendeinen, " +
		"vereinbaren, ausmachen, buchen, reservieren, kriegen, bekommen, eintragen, notieren, eingetragen, kurz, tschuldigung, entschuldigung, sorry, verzeihung, leider",
}

// germanPhrases are phrases by what they say.
var germanPhrases = map[sense]string{
	sWeekOf: "kw, kalenderwoche, kalender woche, k w",

	sWeekWith:    "woche vom, woche ab, woche ab dem, woche des, in der woche vom, in der woche ab dem, in der woche um den",
	sNor:         "noch",
	sNever:       "ungeschickt, doof, ungut, unpassend, knapp, eng, nicht, nie, niemals, schlecht, unguenstig, bloed, unmoeglich, ned, nich, net, nit, keine zeit, nicht moeglich",
	sNight:       "nachts, in der nacht, des nachts",
	sBeforeDoing: "bevor, ehe",
	sAfterDoing:  "nachdem",
	sWhile:       "wenn, waehrend, solange, so lange, waehrenddessen, sobald",
	sSchool:      "schule, kita, kindergarten, krippe, hort, tagesmutter, grundschule, kiga, unterricht",
	sOfMonth:     "im, in, des, vom, von",
	sNewYear:     "(im|ins|zum) neuen jahr, neues jahr, neuen jahr, im neuen jahr erst",
	sYearsEnd:    "zwischen den jahren, zwischen weihnachten und (neujahr|silvester), zwischen den feiertagen",
	sWithLetters: "mit, ohne, hinten mit, am ende mit, vorne mit",
	sOfLetters:   "doppel, doppelt, doppeltem, doppelten, zweimal, einem, einfachem, weichem, hartem, scharfem, langem",
	sBusy:        "schlafe, schlaf, schlafen, penne, arbeite, arbeiten, arbeitet, arbeit, schule, dienst, schicht, fruehschicht, spaetschicht, nachtschicht, muss arbeiten, kita, job, buero, uni, vorlesung, vorlesungen, seminar, training, unterricht, meeting, meetings, besprechung, besprechungen, homeoffice, praktikum, pruefung, pruefungen, klausur, zahnarzt, zahnarzttermin, arzttermin, beerdigung, vorstellungsgespraech, fahrstunde, fahrschule, unterrichte, physio, physiotherapie, krankengymnastik, therapie, ergotherapie, logopaedie, deutschkurs, sprachkurs, integrationskurs, kurs",
	sDayBefore:   "davor, vorher, vor dem",
	sDayAfter:    "danach, nachher, spaeter, ab da",
	sReturns:     "zurueck, wieder da, wieder hier, wieder daheim, wieder zuhause, wieder zu hause, wieder im lande, wieder in deutschland, wieder in werne",
	sAway:        "reha, klinik, im klinikum, auf lehrgang, grippe, fieber, corona, auf kur, zur kur, auf reha, krank, krankgeschrieben, krank geschrieben, ausser haus, auswaerts, unterwegs, im urlaub, in urlaub, urlaub, verreist, verreise, auf reisen, ortsabwesend, auf montage, auf dienstreise, auf geschaeftsreise, auf fortbildung, auf klassenfahrt, im krankenhaus, in kur, auf kur, in reha, in der reha",
	sDone:        "feierabend, schluss, schulschluss, dienstschluss, schichtende, fertig mit der arbeit, schule aus, (schule|kita) ist aus, schulfrei, von der arbeit",
	sEnds:        "aus, vorbei, zu ende, fertig, endet, hoert, frei",
	sMust:        "muss, muessen, musst",
	sWorks:       "arbeite, arbeiten, arbeitet",
	sWas:         "war, waren, gewesen",
	sBegins:      "weg, gehen, faengt, fange, fang, beginnt, beginne, anfangen, los, muss zur, muss in die, muss ins, wieder im, wieder am, wieder auf, wieder in, wieder bei, wieder beim, zurueck im, zurueck in, zurueck sein, (wieder|zurueck) (da|hier|zuhause|daheim) sein",
	sDue:         "(wieder|zurueck) (los|weg|zur arbeit|bei der arbeit|auf der arbeit|auf arbeit|in der arbeit|arbeiten|im buero), (muss|muessen) (los|weg), los muss, weg muss, arbeitsbeginn, schichtbeginn, dienstbeginn, schulbeginn, zur arbeit, zur schule, zum dienst, zur schicht, in die schule",
	sFew:         "ein paar, einige, mehrere, n paar, paar",
	sUrgent:      "schnell, dringend, sofort, eilig, bald, demnaechst, ganz schnell, sehr schnell, sehr bald, ganz dringend, sehr dringend",
	sDontKnow:    "keine ahnung, keine ahnug, null ahnung, hm keine ahnung, puh keine ahnung, ehrlich gesagt keine ahnung, weiss nicht so recht, weiss nich so recht, hm weiss nicht so recht, hm weiss nicht, hm weiss nich, weiss nicht so genau, weiss ich nicht so genau, weiss nich, weiss ich nich, weiss net, weiss i net, woass i ned, weiss ned, nicht sicher, bin ich unsicher, weiss nicht recht, weiss nicht genau, weiss ich nicht genau, wie soll ich das wissen, woher soll ich das wissen, weiss nicht, weiss ich nicht, weiss ich noch nicht, ich weiss nicht, ich weiss noch nicht, ich weiss es nicht, kein plan, ka, kp, weiss noch nicht, keinen plan, mal sehen, mal schauen, kommt drauf an, vielleicht, unsicher, bin unsicher, bin nicht sicher, bin mir nicht sicher, schwer zu sagen, muss ich ueberlegen, muss ich noch ueberlegen",
	sEach:        "je, jeweils, pro",
	sEachOf:      "beides, jedes, alles, von jedem, von allem, von jeder sorte, jeweils, je",
	sOutright:    "person, personen, leute, leuten, erwachsene, erwachsener, erwachsenen, menschen",
	sIsOld:       "(er|sie|es|der|die|das|ich) is, is schon, is erst, is grad, is gerade, is jetzt, er ist, sie ist, es ist, kind ist, sohn ist, tochter ist, ich bin, bin, wird, werde, wurde, ist schon, ist erst, bin schon, bin erst, alter, bin gerade, ist gerade",
	sNotEarly:    "nicht so frueh, nicht zu frueh, nicht ganz so frueh, nicht allzu frueh, nicht so zeitig, nicht zu zeitig, nicht ganz frueh, nicht sehr frueh, nicht so frueh morgens, nicht so frueh am morgen, nicht in aller fruehe, nicht so frueh am tag",
	sNotLate:     "nicht so spaet, nicht zu spaet, nicht ganz so spaet, nicht allzu spaet, nicht sehr spaet, nicht so spaet am tag",
	sAfterAll:    "doch bloss, doch nur noch, doch eher, doch blos, also, genauer, doch nicht, doch, doch nur, nee doch, nein doch, doch lieber, ach nein, ach nee, nee warte, moment, halt, quatsch, sondern, korrektur",
	sYear:        "jahr, jahres, jahre",
	sYears:       "jahr, jahre, jahren, jaehrig, j, eur, euro, km, prozent, cm",
	sSlot:        "termin, termine, uhrzeit, zeit",
	sComesAlong:  "will mit, will auch mit, moechte mit, moechte auch mit, will mitkommen, moechte mitkommen, darf mit, der kommt dann mit, kommt dann mit, kommt noch mit, kommt noch dazu, kommt auch noch mit, kommen noch mit, kommen noch dazu, kommt dazu, kommen dazu, ist noch dabei, sind noch dabei, wird mitkommen, werden mitkommen, wird dabei sein, kommt ebenfalls, kommt natuerlich mit, kommt halt mit, muss auch mit, muss noch mit, nehme ich mit, nehm ich mit, bringe ich mit, bring ich mit, kommt mit, kommt auch mit, begleitet mich, ist dabei, ist auch dabei, kommen mit, kommen auch mit, sind dabei, sind auch dabei, begleiten mich, muss mit, muessen mit, geht mit, gehen mit, kommt auch, kommen auch",
	sTooEarly:    "zu frueh, zu zeitig, viel zu frueh, ist mir zu frueh, ist zu frueh, zu frueh fuer mich",
	sTooLate:     "zu spaet, viel zu spaet, ist mir zu spaet, ist zu spaet, zu spaet fuer mich",
	sTheLastBut:  "zweite von unten, zweiten von unten, zweites von unten, vorletzte, vorletzten, vorletzter, vorletztes, zweitletzte, zweitletzten",
	sTheMid:      "in der mitte, mittlere, mittleren, mittlerer, dazwischen, der in der mitte, die in der mitte, den in der mitte",
	sFamilyName:  "mit nachnamen, mit nachname, nachnamen, der nachname, nachname ist, der nachname ist, nachname, familienname, mein nachname, zuname",
	sGivenName:   "mit vornamen, mit vorname, vornamen, der vorname, vorname ist, der vorname ist, vorname, mein vorname, rufname",
	sRight:       "stimmt, stimmen, passt, stimmte",
	sMistaken:    "vertippt, vertan, verschrieben, verklickt, verdrueckt, vertippselt, versprochen, verlesen, falsch (getippt|gedrueckt|geklickt|eingegeben|geschrieben), das war (falsch|verkehrt|ein fehler|ein versehen|nicht richtig), war (ein versehen|ein fehler|falsch von mir), mein fehler, (tippfehler|schreibfehler)",
	sMisread:     "falsch verstanden, missverstanden, das meinte ich nicht, das meine ich nicht, meinte ich nicht, das wollte ich nicht, das habe ich nicht gesagt, das hab ich nicht gesagt, das war nicht gemeint, falsches anliegen, nicht das was ich wollte, nicht was ich wollte, das ist nicht mein anliegen, du hast mich falsch verstanden, das will ich gar nicht, darum geht es nicht, darum gehts nicht, darum geht es mir nicht",
	sNeed:        "brauche, braeuchte, brauchen, benoetige, benoetigen, brauch, nehme, moechte doch, waeren, will doch",
	sOnto:        "auf, auf den, auf die, auf dem, auf das, zu, zum",
	sCannot:      "",
	sSaying:      "(zum|beim|ein|mein|das) (ersten|zweiten|dritten|vierten|fuenften|hundertsten|erstes|zweites|drittes|erste|zweite|dritte) mal, erstes mal, schwarz auf weiss, auf den ersten blick, in erster linie, an erster stelle, aus erster hand, erste hilfe, von heute auf morgen, in null komma nix, in null komma nichts, auf einen blick",
	sWeekOn:      "(die|der|in der) woche (drauf|darauf|danach|dadrauf), eine woche (drauf|darauf|danach), folgewoche, die folgewoche, in der folgewoche, die darauffolgende woche, in der darauffolgenden woche, woche drauf",
	sWeekend:     "wochenende, wochenend, am wochenende",
	sWorkdays:    "werktags, wochentags, unter der woche, werktag, wochentag, in der woche unter",
	sNext:        "naechste, naechsten, naechster, naechstes, naechstem, naechst, naexte, naexten, naexter, nexte, nexten",
	sComing:      "kommende, kommenden, kommender, kommendem, kommendes, dieser kommenden",
	sIn:          "ueber",
	sWithin:      "innerhalb der naechsten, innerhalb von, innerhalb, binnen, in den naechsten, in den kommenden, die naechsten, den naechsten, naechsten",
	sAgo:         "vor",
	sSoonest: "sobald (wie|es|wies) (geht|moeglich|irgend geht|nur geht|irgendwie geht), so bald (es|wies) (geht|irgend geht|nur geht), so (bald|schnell|frueh) wie (es nur geht|nur geht|irgend geht|irgend moeglich|nur moeglich), so (bald|schnell|frueh|zeitnah) (wie es geht|wie s geht|es geht|wie geht|es nur geht), sobald was frei ist, sobald etwas frei ist, sobald ihr was habt, (lieber|besser) heute als morgen, schleunigst, ehestmoeglich, fruehstens, zum fruehestmoeglichen zeitpunkt, ohne lange wartezeit, in baelde, in kuerze, alsbald, der naechste, gleich der naechste, gleich den naechsten, direkt der naechste, das naechste was frei ist, was als naechstes frei ist, naechste freie, den naechsten, das frueheste, das fruehestmoegliche, den fruehesten, der frueheste, so schnell wie moeglich, so schnell wie es geht, so frueh wie es geht, so bald wie es geht, am besten gleich, am besten moeglichst heute noch, den naechsten den ihr habt, den naechstbesten, naechstbester, naechstbesten, so frueh wie moeglich, so bald wie moeglich, sobald wie moeglich, so schnell wie moeglich, so schnell es geht, so frueh es geht, so bald es geht, " +
		"moeglichst frueh, moeglichst moeglichst schnell, moeglichst zeitnah, zeitnah, schnellstmoeglich, schnellst moeglich, baldmoeglichst, baldmoeglich, " +
		"fruehestmoeglich, fruehstmoeglich, fruehestmoeglichen, fruehstmoeglichen, fruehestmoeglicher, fruehest moeglich, bald moeglichst, asap, a s a p, " +
		"am fruehesten, am schnellsten, schnellstens, fruehestens moeglich, naechstmoeglich, naechstmoeglichen, naechstmoeglicher, naechst moeglich, " +
		"der naechste freie, den naechsten freien, naechster freier, naechsten freien, naechste freie, der naechste moegliche, den naechsten moeglichen, naechster moeglicher, " +
		"naechsten moeglichen, der erste freie, den ersten freien, ersten freien, erster freier, erstbeste, erstbesten, den erstbesten, ersten moeglichen, den ersten moeglichen, " +
		"den schnellsten, so zeitnah wie moeglich, ab sofort, sofort, jetzt gleich, gleich jetzt, je eher desto besser, je frueher desto besser, je eher umso besser, je frueher umso besser, " +
		"je schneller desto besser, eilt, es eilt, ist eilig, egal hauptsache bald, hauptsache bald, hauptsache schnell, so bald wies geht, so schnell wies geht, " +
		"so frueh wies geht, baldigst, umgehend, wann ist der naechste freie, was ist der naechste freie, bald, " +
		"der naechste termin, naechster termin, naechste termin, naechsten termin, den naechsten termin, " +
		"was ist am schnellsten frei, wann gehts am schnellsten, wann ist was frei, wann waere was frei, wann ist der naechste, wann waere der naechste, wann habt ihr was frei, wann haben sie was frei, " +
		"schnellster termin, schnellsten termin, frueheste, fruehesten, fruehester, fruehster, fruehste, fruehsten",
	sAnyDay: "tag egal, egal welcher tag, egal an welchem tag, welcher tag ist egal, der tag ist egal, tag ist egal, jeder tag, an jedem tag, jeden tag, alle tage, " +
		"egal welchen tag, tag spielt keine rolle, der tag ist mir egal, tag ist mir egal, welcher tag ist mir egal, irgendein tag, irgendeinen tag, an irgendeinem tag, jeder tag passt, jeder tag geht",
	sAnyTime: "uhrzeit egal, egal um welche uhrzeit, egal welche uhrzeit, uhrzeit ist egal, zeit egal, die zeit ist egal, die uhrzeit ist egal, zeit ist egal, uhrzeit ist mir egal, " +
		"die uhrzeit ist mir egal, zu jeder uhrzeit, jede uhrzeit, egal um wieviel uhr, den ganzen tag, ganzen tag, ganztags, ganztaegig, ganzer tag, zu jeder zeit, um welche uhrzeit ist egal, egal zu welcher uhrzeit",
	sAnyWhen: "wann es euch passt, wann es ihnen passt, wann ihr wollt, wann sie wollen, wann immer es geht, ganz egal wann, wann auch immer es passt, zeitlich flexibel, " +
		"bin zeitlich flexibel, egal wann, jederzeit, wann ist egal, wann ist mir egal, immer, ich kann immer, kann immer, geht immer, passt immer, immer zeit, ich bin flexibel, " +
		"bin flexibel, flexibel, ganz flexibel, wann spielt keine rolle, wann auch immer",
	sIdle: "wie es euch passt, wie es ihnen passt, voellig wurscht, scheissegal, piepegal, nicht so wichtig, richte mich nach euch, richte mich nach ihnen, ich richte mich nach ihnen, " +
		"egal, ist egal, ist mir egal, mir egal, mir ist egal, ganz egal, voellig egal, total egal, is egal, is mir egal, wurscht, wurst, mir wurscht, is wurscht, schnuppe, " +
		"mir passt alles, passt alles, alles passt, alles geht, geht alles, irgendwann, spielt keine rolle, mir gleich, ist mir gleich, ganz gleich, mir einerlei, einerlei, " +
		"was frei ist, was ihr habt, egal welcher, egal welche, egal welches, hauptsache irgendwann, entscheiden sie, such was aus, suchen sie was aus, beliebig, beliebige, " +
		"nach belieben, ist eigentlich egal, eigentlich egal, keine praeferenz, kein wunsch, ohne praeferenz",
	sSameGiven: "(die|der|das|den) (gleiche|selbe|gleichen|selben), dieselbe, derselbe, dasselbe, gleiche (mail|adresse|e mail|email|mailadresse), selbe (mail|adresse|e mail|email|mailadresse), die da, die angezeigte, die vorgeschlagene, die obige, die von oben, diese da, nehmen sie die, nimm die",
	sSameTime:  "(gleiche|selbe) (uhrzeit|zeit), die (gleiche|selbe) (uhrzeit|zeit), (zur|zu der) (gleichen|selben) (uhrzeit|zeit), um (die|dieselbe) (gleiche|selbe) (uhrzeit|zeit), um dieselbe (uhrzeit|zeit), dieselbe (uhrzeit|zeit), gleich spaet, zur gleichen stunde",
	sLatest:    "kurz vor schluss, kurz vor ladenschluss, kurz bevor (ihr|sie) (zumacht|zumachen|schliesst|schliessen|zumacht habt), bevor (ihr|sie) (zumacht|zumachen|schliesst|schliessen), so spaet wie moeglich, moeglichst spaet, so spaet es geht, am spaetesten, spaetmoeglichst, spaetestmoeglich, so spaet wies geht, je spaeter desto besser, je spaeter umso besser",
	sOn:        "am, den, dem, der, an, vom, zum, beim, fuer den, an dem, im",
	sYet:       "noch, schon, gleich",
	sImpossible: "(geht|laeuft|klappt|passt) (nichts|nix|nischt), (geht|laeuft|klappt|passt) gar (nichts|nix|nischt), (geht|laeuft|klappt|passt) bei (mir|uns) (nichts|nix|nischt), (geht|laeuft|klappt|passt) bei (mir|uns) gar (nichts|nix|nischt), (geht|laeuft|klappt|passt) (mir|uns) gar (nichts|nix|nischt), (hab|han|ham|hob|hoab|hat|haben) (ich|i|ick|mer|mir|wir|ma|mia) (kei|koi|ka|koa|kee|keen|ken|keine) (zeit|zit|zeid), (kei|koi|ka|koa|kee|keen) (zeit|zit|zeid), (ist|sind) (mir|uns) zu (voll|stressig|hektisch|knapp), (ist|sind) zu (voll|stressig|hektisch|knapp), schlecht, (ist|sind|waere) schlecht, schlecht bei mir, ist bei mir schlecht, (ist|sind) (ja|eh|da|leider|doch) (zu|geschlossen|dicht), (ist|sind) (zu|geschlossen|dicht), (habt ihr|haben sie|habens) (ja|eh|da|leider|doch) (zu|geschlossen|dicht), (habt ihr|haben sie|habens) (zu|geschlossen|dicht), (schaff|schaffe|schaffen|krieg|kriege|pack) (ich|wir) (doch|leider|da|eh|auch) nicht, (schaff|schaffe|schaffen|krieg|kriege|pack) (ich|wir) nicht, (schaff|schaffe|schaffen) (ichs|wirs) nicht, auf keinen fall, auf gar keinen fall, keinesfalls, ist tabu, faellt flach, entfaellt, faellt weg, wird (doch|leider|wohl|eh) (nix|nichts), wird doch nix mehr, ist feiertag, ist feiertag bei uns, feiertag ist, ist bei uns feiertag, ist frei bei uns, wird (nix|nichts|nix mehr|nichts mehr|eng|knapp|schwierig), ist (nix|nichts) mehr, (ist|waere|sind) (ungeschickt|schwierig|unpraktisch|doof), hab ich (schule|dienst|schicht|uni|kurs|training), habe ich (schule|dienst|schicht|uni|kurs|training), geht nicht mehr, passt nicht mehr, klappt nicht mehr, wird nichts mehr, nicht mehr, schaffe ich nicht, schaffe ich nicht mehr, kann ich nicht mehr, ist zu knapp, ist mir zu knapp, passen nicht, gehen nicht, koennen nicht, kann ich ueberhaupt nicht, geht nicht, geht leider nicht, geht gar nicht, geht bei mir nicht, geht bei mir leider nicht, passt nicht, passt leider nicht, passt mir nicht, passt mir leider nicht, kann ich nicht, kann ich leider nicht, kann nicht, kann ich gar nicht, nicht, nie, " +
		"geht nie, passt gar nicht, passt nie, ist schlecht, ist ganz schlecht, arbeite ich, muss ich arbeiten, bin ich weg, bin ich nicht da, habe ich keine zeit, hab ich keine zeit, hab ich nie zeit, klappt nicht, klappt leider nicht, faellt aus, bitte nicht, lieber nicht, eher nicht, koennen wir nicht",
	sEvent: "auslaeuft, ablaeuft, auslaufen, pruefung, klausur, theoriepruefung, gerichtstermin, notartermin, dienstreise, geschaeftsreise, flieger, abflug, abreise, umgebucht, ungueltig, abgelaufen ist, nicht mehr gueltig, nur noch gueltig, hergezogen, hierhergezogen, zugezogen, weggezogen, reingezogen, heimgeschickt, weggeschickt, abgewiesen, eingebrochen, ueberfallen, ausgeraubt, angefangen, gefeiert, getauft, adoptiert, operiert, gekuendigt, aufgetaucht, gemerkt, gelesen, angerufen, versprochen, unterschrieben, fange, faengt, anfange, mitgenommen, maschine, flugzeug, faehre, liegen lassen, liegenlassen, liegengelassen, vergessen, passiert, wurde, wurden, worden, gestorben, verstorben, verlassen, geliehen, geschenkt, uebernommen, eingestellt, zugesagt, ziehe, ziehen, zieh, zieht, umgezogen, eingezogen, ausgezogen, gezogen, umzug, einzug, auszug, fliege, fliegen, flieg, fliegt, flug, fahre, fahren, faehrt, verreise, verreisen, reise, " +
		"urlaub, ferien, heirate, heiraten, geheiratet, hochzeit, geboren, geburtstag, laeuft, ablaeuft, endet, gilt, gueltigkeit, abgelaufen, lief, gueltig, verloren, geklaut, gestohlen, weggekommen, " +
		"gefunden, wiedergefunden, gekauft, verkauft, beantragt, bekommen, gekriegt, verlegt, verschwunden, weg, abgeholt, bestellt, gestellt, geschickt, erhalten, angekommen, gewohnt, wohne, wohnt, wohnen, lebe, lebt, " +
		"kaputt, volljaehrig, wird, werde, verreist, starte, startet, beginnt, faengt, brauche ihn bis, brauche es bis, auslandssemester, flieger, klassenfahrt, pruefung, umziehe, umziehen, wegziehe, ausziehe, einziehe, verreise, abreise",
	sSince:       "seit, seit dem, schon seit, bereits seit",
	sHours:       "stunde, stunden, std, stuendchen, h",
	sEarlyPart:   "frueher, fruehen, am fruehen, frueh am, zeitig am, zu beginn des",
	sLatePart:    "spaeter, spaeten, am spaeten, spaet am, ende des",
	sAt:          "um, punkt, genau um, exakt um, um punkt, um genau, zu, um die zeit",
	sAbout:       "gegen, so gegen, so um, so um die, um die, ungefaehr, ungefaehr um, so ungefaehr, so ungefaehr um, circa, ca, ca um, circa um, etwa, etwa um, in etwa, in etwa um, so etwa, so etwa um, um circa, um ca, um etwa, um ungefaehr, rund um, so rund um, so zirka, zirka, plus minus, so, so circa, so ca, ungefaehr gegen, etwa gegen, so circa um",
	sAboutBehind: "rum, herum, oder so, ungefaehr, circa, in etwa, etwa, plusminus, oder so aehnlich, so rum, so in der art, oder so um den dreh, um den dreh",
	sTo:          "vor",
	sPast:        "nach",
	sFrom:        "ab, ab dem, ab den, von, vom, erst ab, erst am, fruehestens, fruehestens ab, fruehestens am, fruehestens um, (nicht|nich|net|ned|nit|nid) vor, (nicht|nich|net|ned|nit|nid) vor dem, (nicht|nich|net|ned|nit|nid) vorm, nie vor, niemals vor, keinesfalls vor, auf keinen fall vor, ungern vor, nicht gern vor, nicht so gern vor, nie frueher als, nicht frueher als, nicht eher als, ab ca, ab circa, ab etwa, ab ungefaehr, ab so, so ab, ab frueheste, von ab",
	sAfter:       "nach, nach dem, nach den, erst nach, erst nach dem, spaeter als, nach ca, irgendwann nach, irgendwann nach dem",
	sUntil:       "bis, bis zum, bis zu, bis zur, bis spaetestens, spaetestens, spaetestens am, spaetestens um, spaetestens bis, bis spaetestens zum, nicht spaeter als, nicht nach, nicht nach dem, bis ca, bis circa, bis etwa, bis um, bis maximal, maximal bis, hoechstens bis, allerspaetestens, bis allerspaetestens, bis einschliesslich",
	sBefore:      "vor, vor dem, vor den, vor der, noch vor, noch vor dem, frueher als, irgendwann vor",
	sBetween:     "zwischen, zwischen dem, zwischen den, irgendwo zwischen, irgendwann zwischen, so zwischen, zw",
	sThrough:     "bis, bis zum, -, bis einschliesslich, bis zu, bis um",
	sAnd:         "und, u, sowie, plus",
	sOr:          "oder, und, bzw, beziehungsweise, od, oder auch, und auch, oder am, oder eventuell, oder vielleicht, oder notfalls, notfalls, oder halt, alternativ, ersatzweise, oder gerne, oder auch am, oder sonst, sonst",
	sOnly:        "nur, immer, immer nur, ausschliesslich, grundsaetzlich nur, generell nur, jeden, jeweils, nur immer, bloss, immer am, nur am, nur an",
	sNot:         "weder, bis auf, bis auf den, alles ausser, jeder tag ausser, nur eben nicht, (nicht|nich|net|ned|nit|nid), (nicht|nich|net|ned|nit|nid) am, (bloss|blos) (nicht|nich|net|ned|nit), nur (nicht|nich|net|ned|nit), bitte (nicht|nich|net|ned|nit), auf keinen fall, auf keinen fall am, ausser, ausser am, (aber|oba|aba|awa) (nicht|nich|net|ned|nit|nid), (aber|oba|aba|awa) (nicht|nich|net|ned|nit|nid) am, kein, keinen, keine, keinesfalls, niemals, nie, ungern, nicht an, bitte kein, bitte keinen, nicht so gern",
	sEvery:       "jeder, jeden, jede, jedem, jedes",
	sButRather:   "sondern, sondern lieber, sondern am, aber, sondern doch, lieber",
	sInsteadOf:   "anstelle, anstelle vom, anstatt am, statt dem, statt den, anstatt dem, statt vom, statt, anstatt, anstelle von, statt nur, anstatt nur, und nicht, nicht, statt am",
	sLater:       "drauf, spaeter, spaeteren, spaeterer, spaetere, spaeteres, danach, darauf, weiter hinten, nach hinten",
	sEarlier:     "frueher, frueheren, fruehere, frueherer, frueheres, eher, davor, vorher, zuvor, nach vorne",
	sOnceThere:   "(wo|wenn|falls|weil|da) (ich|wir) (schon|eh|grad|gerade|grade|sowieso|schonmal|einmal|da|hier)",
	sABit:        "geht nicht auch, gehts nicht auch, geht es nicht auch, ginge nicht auch, ginge es nicht auch, ginge es, ginge auch, ginge, waere auch, haetten sie, haettet ihr, ein paar tage, gibt es nicht, etwas, ein bisschen, bisschen, ein wenig, ein stueck, ein stueckchen, bissl, ein bissl, noch, lieber, doch lieber, was, einen, einen etwas, ein paar minuten, nen, eine, viel, deutlich, geht es, geht, geht es auch, geht auch, gehts, gehts auch, gibt es, gibt es was, gibt es auch, habt ihr, habt ihr was, haben sie was, haben sie auch was, haben sie, doch, gerne, am liebsten",
	sList:        "termin, zeit, uhrzeit, vorschlag, angebot, option, davon, der liste, in der liste, von oben, aus der liste, genannten, variante, moeglichkeit, auswahl, eintrag, punkt, von denen, der termine, der vorschlaege, tag",
	sPick:        "eher das, eher den, eher die, dann das, dann den, dann die, der, die, das, den, dem, nehme den, nehme die, nehme das, nehm den, nehm die, nehm das, ich nehme den, ich nehme die, ich nehme das, ich nehm den, ich nehm die, ich nehm das, nehme ich den, nehme ich die, nehme ich das, nehm ich den, nehm ich die, nehm ich das",
	sTheLast:     "allerletzte, allerletzten, allerletzter, allerletztes, ganz letzten, ganz letzte, letzte, letzten, letzter, letztes, letztere, letzteres, letzteren, untere, unteren, unterer, unteres, unterste, untersten, ganz unten, (das|der|die|den) unten, (das|der|die|den) (ganz|da) unten, hinterste",
	sTheTop:      "obere, oberen, oberer, oberes, oberste, obersten, ganz oben, (das|der|die|den) oben, (das|der|die|den) (ganz|da) oben, ersteres, erstere, ersteren, erstgenannte, erstgenannten",
	sTheSoon:     "am fruehesten, am fruehsten, allererste, allerersten, frueheste, fruehesten, fruehester, fruehste, fruehsten, fruehestes, fruehster, schnellste, schnellsten, eheste",
	sTheLate:     "am spaetesten, spaeteste, spaetesten, spaetester, spaetestes",
	sPlace:       "nummer, nr, option, vorschlag, punkt, variante, angebot, auswahl, termin nummer, termin, ziffer, no, antwort, den termin nummer, zeit, platz, position",
	sDayOn:       "am tag danach, tag danach, am naechsten tag, einen tag danach, tag drauf, am tag drauf, am tag darauf, tag darauf, den tag danach, am folgetag, folgetag",
	sDayBack:     "am tag davor, tag davor, am tag vorher, tag vorher, einen tag davor, den tag davor, am vortag, vortag",
	sWanting:     "(waere|waer|wuerde|wuerd) (schoen|gut|super|prima|toll|ideal|passen|gehen|klasse|fein|spitze|perfekt|mir recht|mir lieb|uns recht|mir passen|uns passen|mir gut passen|am besten), (haette|hab|habe) ich (zeit|frei), wenns geht, wenn es geht, falls moeglich, am besten, wenn moeglich, gerne, kann ich, koennte ich, kommen, komme, kommt, vorbei, moeglichst, bitte, termin, termine, terminwunsch, am liebsten, passt, passen, vorbeikommen, vorbeischauen, zeit, hingehen, erscheinen, bekomme ich, haette gern, haette gerne, geht, gehts, ginge, frei, buchen, wuensche",
	sSelf:        "ich, mich, mir, ich selbst, ich selber, mich selbst, meine person, meiner einer, icke, ick",
	sCaller:      "sie, ihn, sich, sie selbst, sich selbst",
	sWeAre:       "wir sind, wir kommen, sind wir, kommen wir, wir waeren, waeren wir, wir, sind, kommen, es kommen, es sind, insgesamt, zusammen, wir kommen zu, gesamt, uns",
	sMine:        "des, mein, meine, meinen, meinem, meiner, unser, unsere, unseren, unserem, unserer, der, die, das, dem, den, n, 'n, nen, 'ne, mei, meene, mien, meim, seine, seinen, seiner, seinem, ihre, ihren, ihrer, ihrem",
	sWith:        "bring, ich bring, bring noch, ich bring noch, bringe noch, ich bringe noch, bringe auch, ich bringe auch, nehme, ich nehme, ich nehm, nehm, ich nehme noch, mit, zusammen mit, gemeinsam mit, plus, mitsamt, ich komme mit, komme mit, bringe, ich bringe, samt",
	sTimes:       "an der zahl, draus, daraus, exemplare, exemplar, ausfertigungen, ausfertigung, stuecke, faelle, mal, x, fach, stueck, stk",
	sNameIs: "(im|in meinem) (pass|ausweis|perso|reisepass|personalausweis) (steht|heisse ich|heiss ich|bin ich), laut (pass|ausweis|perso|meinem pass|meinem ausweis), der name soll, der name soll doch, name soll, name soll doch, schreiben sie nur, schreiben sie einfach, schreib nur, schreib einfach, ich heiss, ich heisse uebrigens, ich heiss uebrigens, heisse uebrigens, ich buchstabiere, ich buchstabier, buchstabiert, geschrieben wird er, unter meinem maedchennamen, mein maedchenname ist, maedchenname, меня зовут, мое имя, мене звати, мене звуть, моє ім'я, benim adim, adim, ismim, ma numesc, numele meu este, ma cheama, nazywam sie, mam na imie, me llamo, mi chiamo, je m'appelle, اسمي, انا اسمي, name war, der name war, mein name war, name lautete, name sei, name soll sein, es heisst, er heisst, sie heisst, der heisst, ich heisse naemlich, die heisst, richtig ist, richtig heisst es, mein name ist, ich heisse, ich heiss, mein name lautet, mein name waere, der name ist, der name lautet, name ist, name lautet, name waere, der name waere, ich bin der, ich bin die, ich bin, ich bins, mein name, " +
		"hier ist, hier spricht, hier schreibt, hier ist der, hier ist die, hier, ich nenne mich, i bin der, i bin die, i bin, ick bin, ick heisse, isch bin, isch heisse, heisse, heiss, bin der, bin die, name, " +
		"vor und nachname, vorname und nachname, vorname nachname, es ist, das ist, mein vollstaendiger name ist, mein voller name ist, voller name, vollstaendiger name, unterschrift, gezeichnet, gez, " +
		"ich werde genannt, (schreib|schreiben sie|trag|tragen sie|setz|setzen sie|notier|notieren sie) mich (als|unter|auf), (trag|tragen sie|notier|notieren sie|vermerken sie), schreiben sie, schreib, schreiben sie auf, tragen sie ein, trag ein, trag mich ein als, tragen sie mich ein als, nehmen sie, buchen sie auf, bin, wir heissen, wir sind die, wir sind familie",
	sHost:       "bei, zu",
	sNameBehind: "heisst sie, heisst er, heisst die, heisst der, hier, am apparat, heisse ich, ist mein name, mein name, heiss ich, heisst mein mann, ist der name, lautet mein name, waere der name, nenne ich mich, ist mein nachname",
	sNameUnder: "auf den namen, auf dem namen, unter dem namen, unter den namen, auf, unter, auf name, fuer, im namen von, auf meinen namen, unter meinem namen, namens, " +
		"der termin ist fuer, termin fuer, fuer den namen, bitte auf, bitte unter, laeuft auf, eingetragen auf, eintragen auf, buchen auf, gebucht auf, reservieren auf, wohl auf",
	sTitle:    "herr, herrn, frau, fr, hr, hrn, familie, fam, fraeulein, eheleute, firma, fa, die herren",
	sDegree:   "dr, prof, professor, doktor, med, dipl, ing, phil, jur, rer, nat, ra, mag, msc, bsc, habil, nat, pol, oec, h c, vet, dent",
	sParticle: "v, los, las, von und zu, von, van, de, der, den, zu, zum, zur, vom, vander, ter, ten, el, al, bin, ben, ibn, abu, la, le, du, des, dos, da, di, del, della, do, das, d, o, mc, st, san, af, av, y, e, und zu, auf der, in der, von der, van der, van den, vor der, an der, aus dem, von und zu",
	sAtSign:   "at, aet, ett, klammeraffe, klammer affe, affenschwanz, ad, @",
	sDot:      "punkt, dot, pkt, .",
	sDash:     "minus, bindestrich, strich, -",
	sLowDash:  "unterstrich, underscore, _",
	sWrong: "stimmt (noch|so|immer noch|gar|leider|auch) nicht, passt (noch|so|gar|leider) nicht, ist (noch|leider|auch|immer noch) (falsch|nicht richtig|verkehrt), (schreibt|schreiben) sich (anders|nicht so), (ist|war) verkehrt, verkehrt, (ist|war) nicht (korrekt|richtig|meine|meiner), haut nicht hin, kommt nicht hin, passt mir doch nicht, passt mir nicht, passt mir leider nicht, passt uns nicht, passt leider nicht, passt leider doch nicht, geht doch nicht, geht leider nicht, geht leider doch nicht, klappt nicht, klappt doch nicht, klappt leider nicht, haut nicht hin, kann ich doch nicht, schreibt sich anders, schreibt man anders, wird anders geschrieben, schreibt sich aber anders, habe ich mich vertippt, hab ich mich vertippt, habe ich mich vertan, hab ich mich vertan, nicht mehr aktuell, veraltet, muss anders, soll anders, ist alt, passt doch nicht, stimmt doch nicht, ist nicht meiner, ist nicht meine, falsch, falsche, falscher, falschen, falsches, verkehrt, verkehrte, verkehrter, stimmt nicht, stimmt so nicht, stimmt nich, nicht richtig, nicht korrekt, nicht ganz richtig, verschrieben, vertippt, vertan, " +
		"aendern, aender, aendere, geaendert, korrigieren, korrigiere, korrektur, korrigiert, berichtigen, tippfehler, fehler, ein fehler, schreibfehler, anders, neu eingeben, neu, ist anders, " +
		"andern, abaendern, passt nicht, passt so nicht, bearbeiten, ersetzen, austauschen, fehlerhaft, geschrieben falsch, ueberarbeiten, anpassen, nicht die richtige, nicht der richtige, tauschen, wechseln, verwechselt, vertauscht, andere, anderen, anderer, anderes",
}

// germanValues are phrases that say a value.
var germanValues = map[sense]map[int]string{
	sWeekdays: {0: "sonntags", 1: "montags", 2: "dienstags", 3: "mittwochs", 4: "donnerstags", 5: "freitags", 6: "samstags, sonnabends"},
	sFeast: {
		1224: "heiligabend, heilig abend", 1225: "weihnachten, weihnachtstage, weihnachtstag, weihnachtsfeiertag, weihnachtstagen, weihnachtsfeiertagen, weihnachtsfeiertage", 1206: "nikolaus", 1231: "silvester", 101: "neujahr, jahreswechsel",
		firstAdvent: "advent, adventssonntag, adventsonntag", firstAdvent + 3: "vierter advent", easter - 48: "rosenmontag", easter - 47: "fastnacht, faschingsdienstag", easter - 46: "aschermittwoch", easter - 3: "gruendonnerstag",
		easter - 2: "karfreitag", easter: "ostern, ostersonntag, osterfest", easter + 1: "ostermontag", easter + 39: "himmelfahrt, christi himmelfahrt, vatertag", easter + 49: "pfingsten, pfingstsonntag", easter + 50: "pfingstmontag", easter + 60: "fronleichnam",
		1226: "zweiter weihnachtstag, zweiten weihnachtstag", 1031: "halloween, reformationstag", 1111: "martinstag, sankt martin",
		holidays: "feiertage, feiertagen, festtage, festtagen",
		106:      "dreikoenig, heilige drei koenige, dreikoenigstag", 501: "tag der arbeit", 1003: "tag der einheit", 1101: "allerheiligen",
	},
	sMonthPart: {1: "monatsanfang, monatsbeginn, zum monatsanfang, zum monatsbeginn, am monatsanfang", 2: "monatsmitte, zur monatsmitte", 3: "monatsende, zum monatsende, gegen monatsende, am monatsende, ultimo"},
	sPartOf:    {1: "anfang, anfangs, beginn, am anfang, zu beginn, zum anfang, gleich anfang", 2: "mitte, in der mitte, zur mitte", 3: "ende, am ende, zum ende, gegen ende"},
	sMonth:     {12: "dezmber, dezember, weihnachtsmonat", 9: "septembers"},
	sDay:       {0: "heit, heude, heutzutage, hoit", 1: "moin frueh, moje, morje, morgn", -1: "gestan, gestern"},
	sSpan:      {month: "monats, monates", 14: "doppelwoche", 1: "tach, tachen", 7: "wo, wochn"},
	sWeekday: {
		0: "sonntach, sunndag, sontag", 1: "montach, moandag, mondag, montg, monntag", 2: "dienstach, dinsdag, diensttag, dienstg", 3: "mittwuch, mittwochen, midwoch, middwoch, mitwoch",
		4: "donnerstach, dunnerstag, donerstag, dunnersdag, donnastach, donnastag", 5: "freitach, fraidach, freidag, fraitag", 6: "samstach, samsdag, sonnabends, saturdag",
	},
	sNumber: {1: "eins, ein, een, oans, oan, ens", 2: "zwei, zweie, zwo, zwoi, zwee, zwoa", 3: "drei, dreie, dree", 4: "viere", 5: "fuenwe, fuenfe, fuempf", 6: "sechse", 7: "siem, simm, sieme", 8: "achte", 9: "neune", 10: "zehne, zehen", 11: "elfe", 12: "zwoelwe, zwoelfe"},
	sClock:  {0: "mitternacht", 12 * 60: "mittag, zwoelf uhr mittags, 12 uhr mittags, high noon"},
	sPart: {
		int(early):      "(gleich|direkt|sofort) wenn (ihr|sie) (aufmacht|aufmachen|oeffnet|oeffnen|aufschliesst), wenn (ihr|sie) (aufmacht|aufmachen|oeffnet|oeffnen|aufschliesst), sobald (ihr|sie) (aufmacht|aufmachen|oeffnet|oeffnen|offen habt|offen haben), (zur|bei) oeffnung, gleich zur oeffnung, sobald offen ist, wenn offen ist, gleich als erstes, morgens, vorm arbeiten, vorm dienst, frueh, fruehmorgens, in der frueh, in der fruehe, am fruehen morgen, am morgen, frueh am morgen, frueh morgens, ganz frueh, sehr frueh, am frueh, in aller fruehe, in aller frueh, zeitig, am liebsten frueh, morgends, gleich frueh, gleich morgens, vor der arbeit",
		int(forenoon):   "vormittag, vormittags, am vormittag, vormittach, vormittachs, vormittagstermin, fruehschicht vorher, die vormittage",
		int(midday):     "mittags, mittag, am mittag, ueber mittag, in der mittagspause, mittagspause, mittagszeit, zur mittagszeit, mittach, mittachs, um die mittagszeit, zu mittag, in der mittagszeit, gegen mittag, um mittag rum",
		int(afterwards): "nachm mittagessen, nachm essen, nach dem essen, nachm mittag, nach der mittagspause, nach tisch, nachmittag, nachmittags, am nachmittag, nachmittach, nachmittachs, nachm, nachmittagstermin, den nachmittag, nach dem mittag, nach mittag, nach dem mittagessen, nach der schule, nach schulschluss, nach dem unterricht, nach der kita, nach dem kindergarten, nach der uni, nach der vorlesung",
		int(lateInDay):  "eher spaet, spaetnachmittag, spaetnachmittags, am spaetnachmittag, spaetnachmittach",
		int(afterNoon):  "fruehnachmittag, fruehnachmittags, fruehen nachmittag",
		int(evening):    "nachm feierabend, nachm dienst, nachm job, nachm arbeiten, nach dem dienst, nach dem job, nach der maloche, nach der schicht, nachm bueroschluss, abend, abends, am abend, nach feierabend, nach der arbeit, nach arbeit, feierabend, nach dienstschluss, nach dienst, nach arbeitsschluss, abens, am frueh abend, am fruehen abend, gegen abend, nach bueroschluss, am feierabend",
	},
	sPartShort: {int(forenoon): "vorm, vm, vormitt", int(afterwards): "nm, nachmitt"},
	sPartInDay: {int(early): "morgen, frueh, moin", int(lateInDay): "spaet, ziemlich spaet, recht spaet"},
	sOrdinal: {
		1: "erster, erstes, ersten, erste, 1te, ersta", 2: "zweiter, zweites, zweitens, zwoten, zwote, andere", 3: "drittes, dritter", 4: "viertes", 5: "fuenftes", 6: "sechstes", 7: "siebter, siebenten, siebente, siebtes", 8: "achtes", 9: "neuntes", 10: "zehntes",
		11: "elftes, elfter", 12: "zwoelftes", 13: "dreizehnter", 14: "vierzehnter", 15: "fuenfzehnter", 16: "sechzehnter", 17: "siebzehnter", 18: "achtzehnter",
		19: "neunzehnter", 20: "zwanzigster", 21: "einundzwanzigster", 22: "zweiundzwanzigster", 23: "dreiundzwanzigster", 24: "vierundzwanzigster", 25: "fuenfundzwanzigster",
		26: "sechsundzwanzigster", 27: "siebenundzwanzigster", 28: "achtundzwanzigster", 29: "neunundzwanzigster", 30: "dreissigster", 31: "einunddreissigster",
	},
	sLength: {15: "viertelstunde, viertel stunde, viertelstuendchen", 30: "halbe std, 1/2 std, halbe stunde, halben stunde, halbstunde, halbes stuendchen, 1/2 stunde", 45: "dreiviertelstunde, dreiviertel stunde", 90: "anderthalb stunden, eineinhalb stunden, einundeinhalb stunden"},
	sTimes:  {1: "ein einziger, einen einzigen, eine einzige, ein einziges, ein einziges mal, ein mal, einmal, eimal, amoi, eenmol, eenmal", 2: "zweimal, zwomal, doppelt, zwoamoi", 3: "dreimal", 4: "viermal", 5: "fuenfmal", 6: "sechsmal", 7: "siebenmal", 8: "achtmal", 9: "neunmal", 10: "zehnmal"},
	sKin: {
		1: "bessere haelfte, bess're haelfte, frau, mann, ehefrau, ehemann, gatte, gattin, sohn, tochter, kind, baby, mutter, vater, mama, papa, mutti, vati, oma, opa, bruder, schwester, freundin, freund, partner, partnerin, lebensgefaehrte, lebensgefaehrtin, " +
			"lebenspartner, lebenspartnerin, verlobte, verlobter, verlobten, enkel, enkelin, enkelkind, neffe, nichte, tante, onkel, cousin, cousine, schwiegermutter, schwiegervater, schwiegersohn, schwiegertochter, " +
			"maedel, junior, senior, sohnemann, toechterlein, kurzer, kurzen, kurze, bengel, goere, grossmutter, grossvater, omi, opi, patenkind, pate, patin, betreuerin, begleiterin, begleiter, anwalt, anwaeltin, stiefsohn, stieftochter, pflegekind, kleine, kleiner, kleinen, grosse, grosser, grossen, saeugling, kumpel, nachbar, nachbarin, mitbewohner, mitbewohnerin, kollege, kollegin, kollegen, alte, junge, jungen, jung, maedchen, maedel, " +
			"soehnchen, toechterchen, kindl, bub, buben, dolmetscher, dolmetscherin, betreuer, betreuerin, begleitung, begleitperson, schatz, weib, oller, olle, mudder, vadder, fru, dochter, soehn",
		2: "elternteile, eltern, zwillinge, zwillingen, grosseltern, schwiegereltern",
	},
	sPeople: {1: "luetten, luette, luetter, zwerge, zwerg, zwergen, knirpse, knirps, maeuse, minis, stoepsel, paenz, wichtel, kleinkind, kleinkinder, kleinkindern, teenager, jungs, maedels, maedchen, bengel, goeren, blagen, racker, kinners, wichte, lueuet, paesslein, bruedern, brueder, schwestern, enkeln, leutchen, mann hoch, familienmitglieder, familienangehoerige, angehoerige, person, personen, leute, leuten, mann, menschen, kopf, koepfe, koepfig, erwachsene, erwachsener, erwachsenen, erwachsen, kinder, kind, kindern, pers, leut, lueue, teilnehmer, jugendliche, jugendlicher, jugendlichen, babys, soehne, toechter, soehnen, toechtern, " +
		"antragsteller, besucher, hansel, maennekes, nasen, enkel, enkelkinder, geschwister, freunde, kids, minderjaehrige, senioren, grosse, kleine, kleiner"},
	sCompany: {
		1: "keiner ausser mir, (keiner|niemand) weiter, (keiner|niemand) weiteres, weiter (keiner|niemand), (niemand|keiner) ausser ich, nur meinereiner, nur icke, bloss meine wenigkeit, nur meine person, mutterseelenallein, ganz alleine, ausser mir niemand, niemand ausser mir, ausser mir keiner, sonst keiner, nur ich, nur fuer mich, allein, alleine, ich allein, ich alleine, nur ich allein, bloss ich, fuer mich, fuer mich allein, fuer mich alleine, nur eine person, ich komme allein, ich komme alleine, komm allein, komme allein, komme alleine, " +
			"nur meine wenigkeit, solo, niemand sonst, sonst niemand, nur mich, ich selbst, fuer mich selbst, nur fuer mich selbst, keiner sonst, keine weiteren personen, ohne begleitung, nur fuer mich allein, bloss fuer mich, bloss ich alleene, ganz allein, nur ich selbst",
		2: "zu zweit, beide, beiden, wir beide, uns beide, wir zwei, zu zwein, wir zwei beide, uns zwei, zu zweien, ich und noch jemand, ich plus eins, ich und eine weitere person, noch jemand, wir beiden, uns beiden, als paar, ehepaar, im doppelpack",
		3: "zu dritt, wir drei, alle drei, uns drei, zu dreien", 4: "zu viert, wir vier, alle vier, uns vier, zu vieren", 5: "zu fuenft, wir fuenf, alle fuenf, uns fuenf", 6: "zu sechst, wir sechs, alle sechs, uns sechs",
		7: "zu siebt, zu siebent", 8: "zu acht", 9: "zu neunt", 10: "zu zehnt",
	},
	sField: {
		1: "name, namen, nachname, nachnamen, vorname, vornamen, familienname, familiennamen",
		2: "mailadresse, mail adresse, emailadresse, e mailadresse, e mail adresse, mail, email, e mail, emailadresse, e mail adresse, mail adresse, email adresse, mailaddi, e mailadresse, adresse",
		3: "nummer, terminnummer, telefonnummer, handynummer, telefon, handy, telefonnr, rufnummer, mobilnummer, telefon nummer, handy nummer, tel, tel nr, telnr, fon, mobil, mobilnr, handynr, rufnr, rueckrufnummer, rueckrufnr, festnetz, festnetznummer",
		4: "tag, datum, termin, uhrzeit, zeit, termins, wochentag, terminzeit, zeitpunkt",
		5: "personenzahl, personen, anzahl personen, anzahl der personen, personenanzahl, zahl der personen, wie viele, anzahl leute",
		6: "anzahl, menge, stueckzahl",
		0: "anliegen, anliegens, leistung, dienstleistung, antrag, thema, auswahl",
		7: "buergerbuero, amt, standort, buero, aussenstelle, filiale, stelle, ort",
	},
}
