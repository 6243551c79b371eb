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
		ToUndo:    "rueckgaengig machen, zuruecknehmen, zurueckgenommen, falsch, versehentlich, aus versehen, nicht fertig, nicht erledigt, nicht durch, nicht aufrufen, nicht aufgerufen, nicht richtige, nicht der richtige, verwechselt",
		ToWrite:   "nachricht, schreib, schreibe, schreiben, sms, sag bescheid, bescheid, bescheid geben, gib bescheid, richte aus, ausrichten, informiere, informieren, mitteilen, schick, schicke",
	},
	parted: map[Action]string{
		ToCall:   "ruf auf, rufe auf, rufen auf",
		ToUndo:   "nimm zurueck, nehme zurueck, aufruf zurueck, absage zurueck",
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

	both:  "beide, beiden, jeweils",
	at:    "an, am, bei, zum",
	after: "doch, noch",
	takenBack: takenBackWords{
		wrong:   "falsch, das war falsch, war falsch, falsch falsch, war der falsche, das war der falsche, war die falsche, das war die falsche, war der falsche termin, falscher, falsche, falschen, den falschen, der falsche, die falsche, falsche person, falscher termin, verklickt, habe mich verklickt, hab mich verklickt, ich habe mich verklickt, vertan, hab mich vertan, habe mich vertan, versehen, war ein versehen, das war ein versehen, aus versehen, versehentlich, irrtum, war ein irrtum, das war ein irrtum, nein falsch, nein das war falsch, nein war falsch, nein war der falsche, nein das war der falsche, ups, upps, stimmt nicht, das stimmt nicht",
		back:    "zurueck, wieder zurueck, doch nicht, nein doch nicht, ach nein doch nicht, halt doch nicht, moment doch nicht, ach doch nicht, quatsch, nicht der, nicht die, nein nicht der, nein nicht die, doch nicht aufrufen, nicht aufrufen, nein zurueck",
		no:      "nein, nee, ne, ach nein, halt, halt nein, stopp, quatsch nein, nein doch, doch",
		notHere: "doch nicht da, doch noch nicht da, noch nicht da, ist doch nicht da, ist noch nicht da, ist doch noch nicht da, noch gar nicht da, ist noch gar nicht da, doch nicht gekommen, noch nicht gekommen, nein nicht da, nein noch nicht da, nein doch nicht da, er ist doch nicht da, sie ist doch nicht da, nicht da",
		notDone: "doch nicht fertig, noch nicht fertig, ist doch nicht fertig, ist noch nicht fertig, doch noch nicht fertig, ist doch noch nicht fertig, nein nicht fertig, nein noch nicht fertig, nicht fertig, noch nicht erledigt, doch nicht erledigt, er ist noch nicht fertig, sie ist noch nicht fertig",
	},
}
