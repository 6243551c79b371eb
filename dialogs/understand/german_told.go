package understand

// germanTold is how clerks speak of somebody's appointment.
var germanTold = toldWords{
	beside: "der, die, das, den, dem, des, ein, eine, einen, er, sie, es, ihn, ihm, ihr, ihre, ihren, sein, seine, seinen, ist, sind, hat, hatte, war, waere, wird, wurde, " +
		"noch, schon, jetzt, gerade, grad, eben, leider, auch, mal, bitte, doch, halt, wohl, wieder, und, dass, ob, termin, termine, termins, buchung, uhrtermin, person, von, vom, fuer, mit, an, " +
		"angerufen, ruft, rief, meldet, gemeldet, sich, kunde, kundin, buerger, buergerin, anrufer, anruferin, anruf, stattdessen, kommen, immer, also, ok, okay, so, heisst, namens, namen, liste, markier, markiere, als, dazu, wir, haben",
	asks: "wann, wofuer, welcher, welchen, welche, welches, was, wer, wo, wie, ist, hat, hatte, kommt, kam, war, wurde, steht, gibt, gab, sind, haben, kommen, sagen, gebucht, eingetragen, dran, geplant, denn, eigentlich, genau, ich, wir, man, jemand, irgendwer, irgendwas, etwas, habe, hab, wen, will, wollte, sitzt, arbeitet",
	outcomes: map[Action]string{
		ToCancel: "abgesagt, absagt, storniert, gecancelt, canceln, cancel, streichen, streich, streiche, abbestellt, kommt nicht mehr, kommt nun nicht, kann nicht, kann nicht mehr, schafft nicht, braucht nicht mehr, will nicht mehr, moechte nicht mehr, " +
			"will absagen, moechte absagen, muss absagen, faellt aus, fallen aus, austragen, loeschen, loesch, krank, erkrankt",
		ToMiss:    "nicht aufgetaucht, nicht erschien, erschien nicht, nicht eingetroffen, nicht angekommen, taucht nicht auf, nicht hier, nicht gesehen, unentschuldigt, no show, keine spur, nicht zu sehen, nie gekommen",
		ToFinish:  "abgeschlossen, durch, abgehakt, bedient, abgefertigt, fertig bedient",
		ToArrive:  "eingetroffen, aufgetaucht, erschienen, hier, sitzt im warteraum, sitzt im wartezimmer, steht vor mir, angemeldet, reingekommen, steht hier, steht da, sitzt hier, sitzt da, kam",
		ToMove:    "verschoben, umgelegt, umlegen, umgebucht, buche um, verlegt, vorziehen, vorverlegen, schieb, schiebe, leg, lege, legen, setz, setze, pack, packe, tauschen",
		ToReach:   "anrufen, zurueckrufen, rueckruf, telefon, telefonnummer, handynummer, handy, mailadresse, mail, email, kontakt, kontaktdaten, erreichen, erreiche, erreicht, ruf, rufe",
		ToConnect: "code, gib code",
		ToWrite:   "nachricht, schreib, schreibe, schreiben, sms, sag bescheid, bescheid, bescheid geben, gib bescheid, richte aus, ausrichten, informiere, informieren, mitteilen, schick, schicke",
	},
	parted: map[Action]string{
		ToCancel: "nimm raus, nimm runter, sag ab, sage ab, sagt ab, sagte ab, trag aus, trage aus", ToReach: "ruf an, rufe an, ruf zurueck, rufe zurueck", ToWrite: "gib bescheid, sag bescheid, sage bescheid, richte aus",
		ToConnect: "gib code",
		ToMove:    "schieb vor, schieb zurueck, schiebe zurueck, leg um, lege um, buche um, buch um, zieh vor, setz um",
	},
	wishes: "kann, geht, passt, will, moechte, wuerde, lieber, gern, gerne, kann erst, kann nur, kann lieber, koennte, koennte erst, haette, bittet um, fragt nach, kommt spaeter, kommt erst, kommt frueher, kommt lieber, spaeter, frueher, erst, verspaetet",
	into:   "auf, zu, nach, in",
	who:    "wer, wen, wem, wieviele",
	what:   "was, wofuer, wozu, wann, wo, wie, welcher, welchen, welche, welches, warum, weshalb, wieso",
	may:    "kann, kannst, koennen, darf, duerfen, muss, muessen, soll, sollen, braucht, brauchen, reicht, geht, gilt, gibt, wird, werden, ab, bis",
	comes:  "kommt, kaeme, ist",
	opens:  "mach auf, mache auf, macht auf, aufmachen, oeffnen wieder, oeffne wieder, wieder oeffnen, wieder aufmachen",
	around: "amt, buero, buergerbuero, laden, alles, komplett, ganz, schalter, alle",
	joins:  "und, dann, danach, so",

	closes:    "sperre, sperren, sperr, gesperrt, schliesse, schliessen, schliess, geschlossen, zu, dicht, zumachen, dichtmachen, absperren",
	shuts:     "mach zu, mache zu, macht zu, machen zu, mach dicht, mache dicht, schliess ab, sperr ab",
	everybody: "alle, alles, allen, saemtliche",
}
