package understand

// germanDialect is how concerns are spoken of where nobody speaks High German,
// and how people say them who learn it.
var germanDialect = officeWords{
	things: map[concept]string{
		trade: "(firma|geschaeft|betrieb|laden|unternehmen|nagelstudio|kosmetikstudio|friseursalon|onlineshop|imbiss|kiosk) (anmelden|angemeldet|aufmachen|eroeffnen), gweab, gwerbe, gewerbe, nebenberuflich (selbststaendig|selbstaendig), hauptberuflich (selbststaendig|selbstaendig), nebenberuflich, freiberuflich, ich ag, auf eigene rechnung, auf eigene faust, mein eigener chef, eigener chef",
		registered: "(wo|ob|dass|das) (ich|i|ick|isch|wir|mir) … gemeldet (bin|sind|san), (nachweis|beleg|bescheinigung|bestaetigung|wisch|nachweisen|bestaetigen) … (wohnsitz|wohnort|wohnung|wohnadresse|meldeadresse|anschrift), " +
			"meldebescheid, meldebescheide, meldebestaetijung, meldebescheinijung, meldebeschoanigung, meldenachweise",
		alive:         "(dass|das|ob) … (noch|no|nu|noh) (lebe|lebt|leb|leben|lebet), (dass|das|ob) … am leben (bin|ist), lebenszeugnis, (noch|no) lebendig, nicht gestorben bin",
		household:     "(wer|wieviele|wie viele) … (haushalt|wohnung) (lebt|wohnt|leben|wohnen|gemeldet), wer alles (hier|bei) … wohnt, haushaltsliste, haushalzbescheinigung, alle … haushalt gemeldet",
		conduct:       "keine (straftat|straftaten|verbrechen) … (gemacht|begangen), kein krimineller, sauberes zeugnis, fuehrungszeignis, fuehrungszeuchnis, fuehrungszeignes, saubere weste, nichts verbrochen, nix verbrochen, nix ausgefressen, nichts ausgefressen, vorleben",
		diploma:       "zeignis, zeuchnis, zeignisse, zeuchnisse, abi, abschluss, berufsabschluss, facharbeiterbrief, approbation, bachelor, masterabschluss, gesellenzeugnis",
		licence:       "fueherschein, fueherscheins, fuehrerschei, fueaschein, fuehraschein, fuehrascheen, lapp, lappn, fleppn, fuehrerschien, auto fahren",
		vehicle:       "karren, schlitten, kutsche, schrottkarre, schrottauto, auddo, auto, audo, audl, auddi, kraeder, mofa, roller, traktor, trecker, schlepper, wohnwagn, wohnwaechn",
		parkingPermit: "parkausweiss, parkausweis, parkschein fuer anwohner, parkplakett, dauerparkausweis, parkausweisl",
		fishing:       "(fischerpruefung|angelpruefung|fischereipruefung) … (bestanden|gemacht|abgelegt|geschafft), (bestandene|bestandenen|bestandener) (fischerpruefung|angelpruefung), angelschei, angelscheen, fischereischei, fischn, angle, fischreischein, fischerreischein, petri heil, friedfischschein",
		belonging:     lostThings + ", (" + losable + ") … (vergessen|liegen lassen|liegengelassen|liegen geblieben|liegengeblieben|abgegeben|stehen lassen|stehengelassen), schlissl, schluessl, schlissel, fohrrad, fahrradl, radl, rad",
		bulky:         "sperrmuell (anmelden|bestellen|beantragen|abholen|anmeldung), spermuell, spermull, sperrmuel, sperrmull, speermuell, sperrmell, grosse sachen wegwerfen",
		furniture:     "schronk, kanapee, matratzen, schraenke, betten, tisch, tische, stuehle, moebl, moebelstuecke, sperrige",
	},
	acts: map[concept]string{
		register: "(an|o|oa|on|aan)(|ge|g|je)(meld|mell|moid|moeld|moed|maeld)(en|n|a|e|et|t|ung|d)",
		// Kölsch and Swabian say om-, which is not the Bavarian o-.
		reregister: "(um|om|uem|oem)(|ge|g|je)(meld|mell|moid|moeld|moed|maeld)(en|n|a|e|et|t|ung|d)",
		deregister: "(ab|ob|oab|af|av)(|ge|g|je)(meld|mell|moid|moeld|moed|maeld)(en|n|a|e|et|t|ung|d), auf den schrott, zum schrott, zum schrottplatz, zum verschrotten",
		collect:    "(ab|ob|oab|af)(|zu|ge|g|je)(hol|hoi|hoel|hool)(en|n|a|e|t|ung), (ab|ob)(hoin|hoia|holn), holen komm, holen kommen, mitnehmen kommen, mi abholen",
		lose:       "valo(rn|ren|an), verlo(rn|ra|ren|re|ere|ore|rene|renen|rener), vaschwunden, valegt, vaschlampt, vabummelt, fottjekumme, fott, wegkumme, wegkemma, weggekumme, valoahn, (" + losable + ") … (vergessen|liegen lassen|liegengelassen|liegen geblieben|liegengeblieben|abgegeben|stehen lassen|stehengelassen)",
		swap:       "(um|om|uem|aus|ei|ein)(|ge|g|je)(tausch|dausch|dusch|duusch)(en|n|a|e|t|et), umwandeln, umwandlung, umgewandelt, als karte statt, karte statt papier, papier gegen karte, umstellung, umstelle",
		certify:    "be(glaub|jlaub|glaab|glaaw)(igen|ign|igt|igte|igung|ichen|icht|ichung|ije|ijen|ijung|icha|iga), amtlichem siegel, amtliches siegel, dienstsiegel, siegel, stempeln, mit amtsstempel, amtsstempel",
		moveIn:     "(um|om|uem|oem)(|ge|g|je)(zog|zoch|trock|treck|zuach|zoong|zong)(en|n|a|e), (um|om|uem)(ziag|ziach|ziehg|zieh|zieg)(en|n|a|e)",
		establish:  "uffmache, uffmachen, aufmacha, aufmachn, selbststaendig mache, selbstaendig mache, selbststaendig gemacht, selbstaendig gemacht",
	},
	usual: map[concept]string{
		renew: "ver(laeng|laengg|leng)(ern|era|an|ere|ert|erung|re|ra), va(laeng|leng)(ern|an|a|ert), ab(gelaufn|glaufen|geloffe|geloffen|glofa|jeloofe), ogloffa, oglaffa, is umme, ist umme",
	},
	traits: map[concept]string{
		extended:      "erw, erweit, erweiterts, erweidertes, erweiderts, ausfuehrliches, ausfuehrliche",
		international: "intern, intl, internat, interational, internazional, internationalr",
		disabled:      "schwerbehinderder, schwerbehinderde, behinderde, behindertn, im rollstuhl",
	},
	faint: map[concept]string{
		child: "junge, jungen, jungs, maedchen, bursche, spross, goere, goeren, kinners, bengel, blag, blagen, buben, kinna, kindla, kinder unter",
	},
	small:  "amtlich, amtlicher, amtlichem, amtliches, amtlichen, sauberes, sauberen, sauber, italienische, italienischen, polnische, polnischen, schweizer, spanische, auslaendische, auslaendischen, brau, bruch, bruachat, mei, moi, miene, min, mine, oll, olle, ollen, olles, oide, oiden, mecht, mechat, wuerd, gern, saemtliche, gewisse, tagsueber, schicht, vollzeit, teilzeit, feierabend, hoam, daham, komma, kimm, kumm, kumme, kommet, wellet, wissa, bruuch, bruch, bruche, bruuk, breng, hann, hanns, han, hen, hent, hend, dat, datt, nix, jar, jern, jerne, jut, jute, juten, janz, janze, jrad, jibt, jib, jeht, jehen, jehn, ooch, och, ouch, oog, uff, ausm, aufm, fuern, fuers, inne, anne, inner, vonne",
	hollow: "(bein|beine|arm|arme|geduld|kontakt|spiel|zeit|lust|mut|verstand|ueberblick|glauben|hoffnung|vertrauen|wette|prozess|haare) verloren, aus den augen verloren, schwarz auf weiss, teil 1, teil i, teil eins, teil 2, teil ii, im augenblick, zur zeit, weil ich arbeite, weil ich arbeiten muss, (ich|ick|i|wir) (arbeite|arbeit|arbeiten)",
}

const (
	// losable are things that people leave somewhere.
	losable    = "handy|smartphone|schirm|regenschirm|jacke|tasche|rucksack|schluessel|brille|muetze|schal|handschuhe|koffer|mantel|buch|fahrrad"
	lostThings = "handschuhe, hoerer, ohrringe, sporttasche, turnbeutel, schulranzen, ranzen, kapuze, stofftier, helm, fahrradhelm, gehstock"
)
