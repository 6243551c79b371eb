package understand

// germanAsked are answers that mean something only where one question stands
// open, or something else there.
var germanAsked = map[Expect]map[Intent]string{
	ExpectMore: {
		Enough: "alles, passt, passt schon, passt so, passt alles, alles gut, gut so, fertig, bin fertig, reicht, reicht mir, reicht mir so, das langt mir, mehr nicht, sonst nichts, nichts, nix, nur das, alles klar, schon gut, das genuegt, bin versorgt, ich hab alles, habe alles, hab alles, danke reicht, ich hab sonst nichts, ich habe sonst nichts, hab sonst nichts, sonst hab ich nichts, sonst habe ich nichts, weiter nichts, nicht noetig, danke das reicht, erstmal nicht, im moment nicht, gerade nicht, heute nicht, kein bedarf, brauch ich nicht, brauche ich nicht, brauch sonst nichts, brauche sonst nichts, brauche nichts, brauche nichts mehr, brauch nix mehr, das wars dann auch schon, dabei bleibts, dabei bleibt es",
		More:   "ja noch was, noch was, noch etwas, ja noch etwas, ja da ist noch was, eins noch, eine sache noch, noch eine sache, ja eine sache noch, ja noch eins, noch eins, da waere noch was, da war noch was, ja es gibt noch was",
	},
	ExpectYesNo: {
		Yes: "ok, okay, oki, mach, mach ruhig, nur zu, kannst du machen, koennen sie machen, soll so sein, hab ich doch gesagt, wenn es sein muss, wenns sein muss, weiter, passt schon, alles klar, verstanden, gern doch, ja doch gern, ja ich will, ja will ich, stimmt, von mir aus ja, so ists recht, aber sicher, aber klar, logo, na logo, ja logo, na klar doch, na sicher, ja hab ich",
		No:  "nicht noetig, brauch ich nicht, brauche ich nicht, reicht, danke nein, nein danke, nur das, nichts, bloss nicht, kein bedarf, will ich nicht, moechte ich nicht, muss nicht sein, jetzt nicht, gerade nicht, im moment nicht, heute nicht, spaeter, nicht jetzt, ein andermal, auf gar keinen fall, niemals, vergiss es nicht",
	},
	ExpectReview: {
		Yes: "ok, okay, weiter, fertig, kannst du so buchen, koennen sie so buchen, so buchen, bitte so buchen, buch das so, bitte buchen, bitte eintragen, eintragen, abschicken, absenden, senden, bitte abschicken, speichern, fix machen, festmachen, mach fest, mach es fest, alles klar, kann so bleiben, so lassen, lass so, lassen wir so, bestaetigen, bestaetige, ja bestaetigen, jetzt buchen, termin buchen, buchen, buchs, buche, mach das so, mach mal, alles in butter, stimmt soweit, passt soweit, soweit ok, soweit gut, ist alles richtig, ist richtig so, ist korrekt, alles prima",
		No:  "aendern, nicht ganz, fast, noch nicht ganz, stimmt nicht ganz, nicht richtig, da ist ein fehler, ein fehler, fehler, da ist ein fehler drin, da ist was falsch, da ist etwas falsch, etwas ist falsch, irgendwas ist falsch, irgendwas stimmt nicht, etwas stimmt nicht, korrigieren, korrektur, ich moechte etwas aendern, ich moechte was aendern, ich will was aendern, ich will etwas aendern, moment da stimmt was nicht, bitte aendern, muss ich aendern, angaben aendern, falsch, alles falsch, leider nicht, so nicht, nicht so",
	},
	ExpectMail: {
		No:   "keine, hab keine, habe keine, ohne, nix, nein, nee, keine mail, keine angabe, keine angaben, will ich nicht, moechte ich nicht, ich moechte keine angeben, moechte keine angeben, will keine angeben, geht euch nichts an, geht sie nichts an, geht dich nichts an, sag ich nicht, sage ich nicht, moechte ich nicht sagen, moechte ich nicht angeben, will ich nicht sagen, will ich nicht angeben, lieber nicht, lieber ohne, hab ich nicht, habe ich nicht, gibts nicht, gibt es nicht, nicht vorhanden, brauch ich nicht, sowas hab ich nicht, so was habe ich nicht, kein internet, ich hab kein internet, nutze ich nicht, benutze ich nicht, nicht noetig, bitte ohne, geht es auch ohne, gehts auch ohne, mach ich nicht, darf ich nicht, datenschutz, kein email, muss das sein, verrate ich nicht",
		Next: "ueberspringen, bitte ueberspringen, auslassen, weglassen, weiter, weiter ohne, skip, ok weiter, einfach weiter",
	},
	ExpectPhone: {
		No:   "keine, keins, hab keine, habe keine, hab keins, habe keins, ohne, nix, nein, nee, kein telefon, hab kein telefon, keine angabe, will ich nicht, moechte ich nicht, moechte ich nicht sagen, moechte ich nicht angeben, will ich nicht sagen, will ich nicht angeben, geht euch nichts an, geht sie nichts an, sag ich nicht, sage ich nicht, lieber nicht, lieber ohne, hab ich nicht, habe ich nicht, nicht vorhanden, nicht noetig, verrate ich nicht, brauch ich nicht, muss das sein, ich moechte keine angeben",
		Next: "ueberspringen, bitte ueberspringen, auslassen, weglassen, weiter, weiter ohne, skip, ok weiter, einfach weiter",
	},
	ExpectName: {
		No: "sag ich nicht, sage ich nicht, will ich nicht, moechte ich nicht, moechte ich nicht sagen, will ich nicht sagen, geht euch nichts an, geht sie nichts an, geht dich nichts an, lieber nicht, keine angabe, ohne namen, ohne name, verrate ich nicht, nein, nee, muss das sein",
	},
	ExpectCode: {
		No: "hab ich nicht, habe ich nicht, hab keinen, habe keinen, keine, hab keine, habe keine, kenne ich nicht",
	},
	ExpectWhen: {
		OtherTimes: "passt nicht, passt alles nicht, passt mir nicht, geht nicht, geht alles nicht, da kann ich nicht, da kann ich ueberhaupt nicht, da kann ich gar nicht, kann ich nicht, da habe ich keine zeit, da hab ich keine zeit, keiner, keine, keins, keiner davon, keine davon, nichts davon, nein, nee, noe, weitere, mehr, mehr zeigen, zeig mehr, zeig mir mehr, zeigen sie mehr, andere, was anderes, etwas anderes, weiter, weitere anzeigen, sonst noch was, gibts noch was, gibt es noch was, was gibts noch, was gibt es noch, noch andere, schlecht, ganz schlecht, unguenstig, das geht nicht, die gehen alle nicht, geht leider alles nicht, klappt nicht, klappt alles nicht, kann ich alle nicht, da kann ich an keinem",
	},
}
