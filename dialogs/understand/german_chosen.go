package understand

// germanChosen is how people correct in German what they have chosen.
var germanChosen = chosenWords{
	allOfIt: "alles, alle, beide, beides, beiden, alle (beide|beiden|drei|zwei)",
	plural:  "sind, waeren",
	eachOne: "wir beide, wir beiden, wir brauchen beide, brauchen wir beide, (jeder|jede|jeden|jedem|jedes) von (uns|ihnen|euch|beiden), uns beide, uns beiden, (wir|uns) (drei|vier|fuenf), jeder, jeden",
	tooMany: "zu viel, zuviel, zu viele, zuviele",
	tooFew:  "zu wenig, zuwenig, zu wenige",
	isFor:   "ist, sind, sein, waere, waer, waeren, soll, is, wird, geht, gehoert",
	partly:  "davon, von denen, von den (beiden|zweien|zwei|dreien|drei), von beiden, dieser beiden",
	others: "(der|die|das|den|dem) (andere|anderen|andre|andren|anderer|anderes|zweite|zweiten) (beiden|zwei|drei|kram|sachen|sache|zeug|teil|dinge|krempel|anliegen), (der|die|das|den|dem) (andere|anderen|andre|andren), " +
		"(anderen|andere) (kram|sachen|krempel|zeug), (der|den|dem) (rest|uebrigen rest), rest, (das|alles) (uebrige|restliche|andere), die (uebrigen|restlichen), alle (anderen|uebrigen), der ganze rest",
	stays: "bleibt es bei, bleibts bei, bleibt (weiterhin|aber|nur|auch) bei, bleibt bei, bleiben bei, bleibt, bleiben, bleibt so, bleiben so, bleibt (wie gehabt|wie es ist|gleich|drin|dabei|stehen|bestehen|unveraendert|auch), weiterhin, immer noch, nach wie vor, " +
		"behalte ich, behalten wir, wie gehabt, so lassen, so belassen, lassen wir so, lass so, lassen sie so, unveraendert, (soll|sollen|muss|muessen|darf|duerfen) (bleiben|so bleiben|drin bleiben|dabei bleiben|stehen bleiben|auch bleiben|unbedingt bleiben), " +
		"(bleibt|bleiben|so) wie (er|es|sie) (ist|sind|war|waren), wie (er|es|sie) (ist|sind|war|waren), nicht (aendern|veraendern|anfassen|anruehren|antasten), (drin|stehen|dabei) lassen",
	fine:    "passt so, passt, stimmt, stimmt so, ist (ok|okay|richtig|korrekt|gut|gut so), sind (ok|okay|richtig), ok, okay",
	off:     "brauche ich (doch nicht|nicht|nicht mehr), brauch ich (doch nicht|nicht|nicht mehr), (kann|koennen) (weg|raus), faellt weg, lassen wir weg, lass weg, doch nicht, nicht mehr, nicht, nich, weg, raus, streichen, weglassen, loeschen, ohne, streich, streichen sie, vergiss, vergessen sie, kein, keinen",
	makes:   "mach, mache, machen, mach's, machs",
	draws:   "aus, draus, daraus, zu, mal, lieber, doch, sie",
	oneOfUs: "(einer|eine|eins|einem) von uns (beiden|zweien|zwei|dreien), (einer|eine) von uns",
	leaves:  "lass, lassen sie, lasst, lassen",
	alters:  "(aendere|aender|aendert|veraendere) nichts (an|am|beim), nichts (an|am|beim), (aendere|aender|aendern sie|aendert|veraendere)",
	insists: "schon, auch, sehr wohl, wohl, trotzdem, ja auch, doch auch, unbedingt",
	suffice: "reicht, reicht doch, reicht auch, genuegt, langt, reicht mir, reicht uns",
	gets:    "bekommt, bekommen, kriegt, kriegen, bekaeme, haette, haetten, moecht, wollen",
	slot:    "termin, termine, termins, terminchen",
	ofUs:    "von uns, von ihnen, von denen, von euch, davon",
	owned:   "von, vom",
	plain:   "normal, normale, normales, normalen, normaler, einfache, einfaches, einfachen, gewoehnliche, gewoehnliches",
	slots:   "termine",
	goes: "(soll|sollen|kann|koennen|muss|muessen|darf|duerfen) (raus|weg|wieder raus|wieder weg|gestrichen werden|geloescht werden|entfallen), (faellt|fallen) (weg|raus), doch nicht, doch nicht mehr, nun doch nicht, jetzt doch nicht, raus, weg, streichen, streich, streiche, loeschen, loesch, loesche, " +
		"entfernen, entfern, entferne, rausnehmen, raus nehmen, nimm … raus, streichen sie, loeschen sie, entfernen sie, nehmen sie … raus, lass … weg, lassen sie … weg, storniere, stornier, stornieren sie, (hab|habe) ich (nicht|nie) (gesagt|gewollt|bestellt|gemeint|verlangt), wollte ich (nicht|nie|gar nicht), will ich nicht, brauche ich (nicht|doch nicht|gar nicht)",
	slips:  "quatsch, ach quatsch, sorry, aeh, aehm, oeh, aeh nein, ich meine, ich meinte, meine ich, mein ich, vertan, vertippt, verschrieben, korrektur, besser gesagt, vielmehr, ups",
	due:    "schon, schon am, schon bis, schon bis zum, bis, bis zum, bis spaetestens, spaetestens, spaetestens am, spaetestens bis, bereits, bereits am, unbedingt bis, vor",
	dueOn:  "am, zum, fuer",
	ready:  "da sein, da haben, fertig, fertig sein, fertig haben, vorliegen, vorliegt, hier sein, in der hand, in haenden, bei mir sein, da ist",
	must:   "muss, muessen, muesste, muessten, soll, sollte, haben",
	it:     "ihn, es, den, die, das, sie",
	covers: "(gilt|passt|reicht|langt|zaehlt|stimmt|geht|taugt) (das|dies|es|der|der termin|dieser termin|alles), (ist|sind|waere|waer) (das|dies|es|der termin|die|alles|jetzt alles), (gilts|passts|reichts|gehts|ists), (deckt|umfasst|beinhaltet) (das|der termin|es)",
	they:   "er, sie",
	ofMine: "meiner, meines, unserer, unseres, seiner, seines, ihrer, ihres",
	ownOne: "meiner, meins, meines, meinen, meine, (meinen|meine|mein|meinem|meiner) (eigenen|eigene|eigener|eigenes|eignen)",
	theirs: "ihn, sie, ihm, ihr, uns, euch, beide, wen anders, jemand",
}
