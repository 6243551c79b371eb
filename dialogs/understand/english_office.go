package understand

// englishOffice is how people speak English at a German citizens' office;
// many of them learn it.
var englishOffice = officeWords{
	things: map[concept]string{
		degree: "doctorate, phd, doctor title, doctor s title, doctoral degree, doctoral title, academic title, academic degree, doctor degree",
		idCard: "id card, id cards, id, ids, identity card, identity cards, national id, national id card, german id, ident card, identification card, " +
			"identification, identity document, i d card, idcard, personal id, id document, personal card, identy card",
		passport: "passport, passports, travel document, pasport, passport book",
		idPaper:  "identity papers, identity documents, id documents, id papers, identification documents",
		pinCode: "six digit number, six digit code, pin, pin code, pin number, pin letter, secret code, transport pin, " +
			"wrong pin",
		onlineID: "online id, eid, eid function, online identification, electronic id, online function, online identity, e id, digital id, ausweisapp, electronic identity, " +
			"identify myself online, identify myself on the internet, prove my identity online, prove who i am online",
		euCard:        "eid card, eu citizen card, e id card",
		dwelling:      "flat, apartment, house, residence, home, place, room, domicile, appartment, main residence, place of residence, dorm, dormitory, household members",
		address:       "address, addresses, adress, home address, adresse, postal address",
		secondHome:    "no longer … (second|secondary) (home|flat|residence|apartment), (don t|do not|dont|no longer) (need|want|use|have) … (second|secondary) (home|flat|residence|apartment), (second|secondary) (home|flat|residence|apartment) … (anymore|any more|any longer|no longer needed), second home, second place, secondary residence, second residence, second flat, holiday home, second apartment",
		vehicle:       "car, cars, vehicle, vehicles, motorbike, motorcycle, truck, van, scooter, trailer, automobile, moped, auto, caravan, motorhome, camper van",
		vehiclePapers: "vehicle papers, car papers, car documents, vehicle documents, vehicle registration document, vehicle registration certificate, registration papers of my car, car registration papers, log book, logbook",
		plates:        "number plate, number plates, license plate, licence plate, license plates, licence plates, plates",
		licence: "driving licence, driving license, driver licence, driver license, drivers licence, drivers license, driver's license, driver's licence, drivers permit, driver's permit, driving permit, " +
			"licence to drive, driving licences, driver s license, driver s licence, car license, car licence, fuehrerschein, driver permit, driving card",
		parkingPermit: "parking permit, parking card, parking pass, parking badge, parking licence, parking license, blue badge, permit for parking, parking permits, permit to park, residents permit",
		fishing:       "catch fish, catch fishes, fishes, fishing, angling, fish, fishing licence, fishing license, fishing permit, angling licence, angling license, fishing card, fishing licences, angler",
		trade: "trade, trade licence, trade license, business licence, business license, business registration, self employed, self employment, freelance, freelancer, freelance business, small business, " +
			"sole trader, sole proprietor, gewerbe, business, selfemployed, self-employed",
		company: "company, shop, store, firm, startup, restaurant, food truck, online shop",
		conduct: "no criminal record, without criminal record, clean criminal record, paper from police, paper from the police, document from police, letter from the police, that i am clean, no crime, no crimes, not criminal, not a criminal, no criminal, never been convicted, never convicted, not convicted, no convictions, certificate of conduct, certificate of good conduct, good conduct, good conduct certificate, police clearance, police clearance certificate, criminal record, criminal record certificate, criminal records, criminal record check, background check, " +
			"police certificate, police record, clearance certificate, conduct certificate, police check, criminal background, no criminal record, record check, criminal check, police report for work, clean record, dbs check",
		registered: "registered here, live here, where i live, my address is here, that i live, i am registered, registration certificate, certificate of registration, proof of address, proof of residence, proof of registration, residence registration certificate, confirmation of registration, registration confirmation, " +
			"confirmation of address, address certificate, confirmation of residence, proof of residency, proof where i live, registration proof, address confirmation, certificate of address, residence proof, address proof",
		residency: "residence certificate, certificate of residence, extended registration certificate, residency certificate",
		alive:     "(haven t|have not|hasn t|has not) (died|died yet|passed away), not dead, isn t dead, not dead yet, still breathing, still living, still around, life certificate, certificate of life, proof of life, that i am alive, living certificate, alive certificate, still alive, am alive, certificate of existence, im alive",
		household: "who lives in my, who lives in our, who is living with me, living in my household, household certificate, certificate of household, household confirmation, who lives with me",
		copied:    "copy, copies, photocopy, photocopies, transcript, transcripts",
		diploma:   "diploma, diplomas, degree, school certificate, school report, university certificate, bachelor, master degree, report card, degree certificate, school certificates, transcript of records, graduation certificate, application documents",
		signature: "signed, signing, signature, signatures, sign",
		belonging: "keys, key, phone, mobile, cell phone, cellphone, smartphone, iphone, bike, bicycle, bag, backpack, umbrella, glasses, ring, jacket, laptop, tablet, camera, headphones, scarf, gloves, suitcase, sunglasses, necklace, wristwatch, teddy, pram, stroller, earring, rucksack",
		wallet:    "wallet, purse, handbag, billfold, pocketbook",
		lostFound: "lost and found, lost property, lost and found office, lost property office, lost items, found items, lost item",
		bulky:     "large rubbish, big rubbish, large garbage, big things, bulky waste, bulky rubbish, bulky garbage, bulky trash, bulk waste, bulky items, bulky, large waste, big garbage, bulky waste card, bulky goods, big trash, bulk trash",
		furniture: "furniture, sofa, couch, mattress, wardrobe, armchair, bed frame, cupboard, carpet, shelf, settee",
		waste:     "garbage, rubbish, trash, bins, wastebin, rubbish bin, garbage bin, waste, garbage collection, waste bin, waste collection, rubbish collection, dustbin, yellow bags, recycling, wheelie bin",
		surname:   "name, names, surname, last name, family name, maiden name, lastname",
		firstName: "first name, given name, forename",
		marital: "marital status, civil status, family status, " +
			"date of birth, place of birth, birth date, birthday in the register, widow, widowed, widower",
		theRegister:   "population register, register enquiry, register inquiry, population register enquiry, address enquiry, address inquiry, residents register, register information",
		dog:           "dog, dogs, puppy, dog tax, dog licence, dog license, dog tag",
		pet:           "cat, cats, horse, pet, pets, animal, bird",
		birthPaper:    "birth certificate, birth certificates, certificate of birth, birth record",
		deathPaper:    "death certificate, death certificates, certificate of death",
		marriagePaper: "marriage certificate, marriage certificates, certificate of marriage, certificate of no impediment, family book",
		wedding:       "wedding, marry, get married, getting married, marriage, engaged, marrying, civil wedding, civil ceremony, registry office wedding",
		kindergarten:  "kindergarten, daycare, day care, nursery, kita, childcare, child care, creche, nursery place",
		school:        "school, schools, primary school, enrol in school, school place, school enrolment, elementary school, grammar school",
		photo:         "photo, photos, picture, pictures, passport photo, passport photos, photograph, biometric photo, biometric picture, passport picture, photo booth, passport photograph",
		tax:           "tax, taxes",
		pension:       "pension, pension application, retirement, pension fund, retirement pension, old age pension, pension office",
		childBenefit:  "child benefit, child benefits, kindergeld, family benefits, family benefit, children benefit, familienkasse, child allowance, family benefits office, kids money",
		church:        "church, church tax",
		visa:          "visa, visas, schengen visa, tourist visa",
		permit:        "residence permit, residence title, blue card, work permit, settlement permit, permanent residence, residency permit, immigration, working permit, residence card, aufenthaltstitel",
		citizenship:   "citizenship, naturalisation, naturalization, become german, german nationality, nationality, naturalised, naturalized, german citizen",
	},
	acts: map[concept]string{
		danger: "threat, threats, threatened, threatening, threatens, stalking, stalked, stalker, stalks, being followed, in danger, violent, domestic violence, women s shelter, womens shelter, harassed, harassing, harassment, abusive, endangered",
		lose: "is not there anymore, no idea where, don t know where, forgot in the, forgot on the, left on the bus, left on the train, left in the, fell out of, nicked, lost, lose, loss, missing, misplaced, stolen, theft, stole, robbed, gone, disappeared, cannot find, cant find, can t find, can not find, vanished, pickpocketed, loosed, losed, lost it, mislaid, " +
			"don t find, dont find, do not find, left … on the bus, left … on the train, pickpocket, couldn t find, thief, pick pocketed, snatched, left behind, forgot … in the bus, forgot … in the train, thrown away, nowhere to be found, forgotten in the, " +
			"went missing, go missing, has gone, took my, swiped, pinched, burgled, break in, lost track of, dropped somewhere, cannot locate, can t locate, slipped out of, shredded, left … in the taxi, left … in a taxi, left on a bus, left on a train, threw away, thrown out",
		find: "reported (lost|stolen|missing) but, thought i had lost, thought i lost, honest finder, (is|was) back, loss report, turned out to be in, was in the drawer, was under the, was behind the, found, found again, turned up, reappeared, find again, find it again, came back, showed up, have it back, got it back, resurfaced, " +
			"loss report … back, my id back, my passport back, handed in, returned to me, gave it back, brought it back, found it, was behind, discovered, recovered, retrieved",
		collect: "finished, got a letter that, letter that my, has come, is there for me, was told it is ready, collect, pick up, picking up, pickup, collection, collecting, pick, is ready, fetch, ready to be collected, pick it up, take my ready, has arrived, have arrived, ready for collection, ready, pick my, pick … up",
		change: "is wrong, misspelled, spelled wrong, not correct, not right anymore, change, changed, changing, update, updated, correct, correction, amend, modify, updating, entered wrong, changes, " +
			"still shows, still has the old, still says, old address, took … name back, maiden name back, recorded, entered, wrongly spelled, spelt wrong, spelled wrong in, incorrect, mistake in, not right, is false, new name",
		register:   "register, registration, registering, enrol, enroll, sign up, anmeldung, anmelden, check in with city, registrate, enrolment, register myself",
		reregister: "re register, reregister, re registration, re registering, ummeldung, ummelden",
		deregister: "moving out of the country, move out of the country, give up, giving up, moving out of germany, move out of germany, leaving germany, leave germany, leaving the country, leave the country, moving abroad, move abroad, emigrating, emigrate, put off my car, put my car off, sign out, log off from city, deregister, deregistration, de register, deregistering, unregister, sign off, take off the road, off the road, abmeldung, abmelden, cancel my registration, cancel registration, sign out of the city, unregistered, cancel … registration, scrap, scrapped, cancel car registration, de registration, cancel the registration",
		moveIn: "change my residence, changed my residence, change residence, new residence, move, moved, moving, move in, moved in, moving in, relocate, relocated, relocating, just moved, new place, change of address, change of residence, new in town, relocation, just arrived in, moved house, moves in, moves, new flat, new apartment, new home, new house, " +
			"move house, moving house, change flat, changed flat, changed apartment, changing flat, moved together, " +
			"care home, nursing home, retirement home, different address now, live somewhere else, live at a different, settled in, settle in",
		leave: "give up … flat, giving up … flat, gave up … flat, give up … apartment, giving up … apartment, give up … house, going abroad, go abroad, goes abroad, go back to my country, go home for good, leaving germany, leave germany, emigrate, emigrating, move abroad, moving abroad, moved out, moving out, move out, left germany, moving away, leave the country, leaving the country, emigration, going back to my country, return to my country, back to my home country, move back to, moving back to, " +
			"moved abroad, leaving the city, go back home forever, leaving for good, leave for good, moved away, move away, leave city, emigrated, leave from germany, going to live in, going away from germany, relocate abroad, " +
			"going back to, go back to, going home for good, for good, return home for good, returning to my country, moving to another country, will move there, resettle, giving up my flat in germany",
		swap: "to card, to a card, into card format, card version, exchange, swap, exchanging, convert, converting, trade in, exchanged, replace old, card format, switch to card, into card, into a card, conversion, mandatory exchange",
		certify: "with a stamp, official stamp, stamped, certify, certified, certification, attest, attested, notarise, notarize, notarised, notarized, authenticate, authenticated, witnessed, attestation, legalise, legalize, beglaubigung, verified copy, certificated, " +
			"certifying, true copy, beglaubigen, official copy, official copies, stamped, authentication, certificate my, officially confirmed, verify my",
		lock: "block, blocked, lock, hide, protect, blocking, keep secret, secret, protected, hidden, " +
			"must not get my address, must not find, must not know, nobody … find out, nobody … know, no one … find out, no one … know, keep … secret",
		forget: "forgot, forgotten, forget, don t remember, do not remember, dont remember, three times wrong, 3 times wrong, remember not, no longer know, wrong three times",
		activate: "activate, reset, set, switch on, turn on, unlock, unblock, enable, activated, activation, resetting, activating, enabling, new pin, " +
			"is blocked, is locked, got blocked, got locked, not activated, not active",
		seek: "find a person, find somebody, find someone, look for a person, looking for a person, find an address, find the address, search for a person, search a person, where somebody lives, where someone lives, find … address, search address, address of somebody, address of someone, where … lives, looking for someone, looking for somebody, find out where, " +
			"debtor, debtors, ran away, ran off, lost touch, lost contact, class reunion, his new address, her new address, their new address, address of my, friend s address, someone s address, somebody s address, schoolfriend s address, find out where a, tenant disappeared",
		sell:    "sold, sell, selling",
		married: "married, got married, after the wedding, after wedding, after marriage, just married, after my wedding, after our wedding",
		divorced: "divorced, divorce, separated, " +
			"separation, split up",
		born:      "born, birth, newborn registration, paternity, had a baby",
		died:      "died, death, dead, deceased, passed away, funeral, burial, bury, cemetery, grave",
		establish: "start a business, start a company, open a shop, open a business, open … shop, open … restaurant, open … business, found a company, start my own business, opening a shop, starting a business, start a, set up a business, set up a company, found a business, run a business",
		pass: "passing on, passed on, passed on to, sharing, pass on, give my data, giving, advertising, opt out, sharing my data, " +
			"passing on my, get my data, have my data, object to, objecting, hand over my data, sell my data, data sharing, my data to",
	},
	usual: map[concept]string{
		obtain: "apply, applying, application, new, get, obtain, issue, issued, make, order, request, buy, need, receive, getting, purchase, applied, take out, first",
		renew: "does not work, doesn t work, stopped working, is finished, is finish, too old, about to expire, going to expire, not good anymore, renew, renewal, renewed, renewing, extend, extension, expired, expire, expires, expiring, prolong, prolongation, prolonged, replace, replacement, broken, damaged, run out, runs out, ran out, invalid, not valid, no longer valid, out of date, outdated, extending, not valid anymore, replacing, valid until, finish date, runs off, running out, washed, washing machine, expiry, running off, isn t valid, worn out, torn, " +
			"chewed, unreadable, illegible, got wet, bent, ripped, destroyed, run out soon, not valid any more, isn t valid anymore, cracked, snapped",
	},
	traits: map[concept]string{
		temporary: "temp, take with me, take it with me, take away at once, temporary, emergency, provisional, urgent, immediately, right away, interim, same day, preliminary, at once, on the spot, preliminary, " +
			"stopgap, take home, take home right away, in the meantime, until the real one, bridge the time, on the same day, straight away, short term, for the time being",
		express:       "express, fast track",
		international: "international, idp, rental car, hire car, outside europe, outside eu, outside the eu, rent a car, outside of europe",
		abroad:        "abroad, foreign, another country, other country, overseas, foreign country",
		extended:      "extended, enhanced, kindergarten, nursery, daycare, (with|for) (children|kids), youth work, youth group, scouts",
		wholeFamily: "family, all five of us, all four of us, all three of us, mum dad, mum and dad, mom and dad, we all need, everyone in the family, whole family, all of us, entire family, family of four, family of three, family of five, us all, everybody in my family, everyone in my family, whole of the family, with children, with kids, with my children, with my kids, with my family, " +
			"husband and the kids, wife and the kids, husband and kids, wife and kids, husband and the children, wife and the children, dad and the children, kids and me, kids and i",
		couple:      "together, couple, wife and i, husband and i, wife and me, husband and me, partner and i, partner and me, me and my wife, me and my husband, me and my partner, girlfriend and i, boyfriend and i, spouse",
		disabled:    "disabled, disability, handicapped, wheelchair, blue badge, disabilities, severely disabled, handicap",
		resident:    "resident, residents, resident s, outside my house, in front of my house, at home, my street, near my home, where i live, front of my home, at my home",
		european:    "eu, eea, eu citizen, eu citizens, european",
		voluntary:   "volunteer, volunteering, voluntary, coach, coaching, youth work, working with children, work with children, work with kids, working with kids, scouts, trainer, youth club, honorary, youth group",
		ordinary:    "real one, single person, one person, only me, just me, alone, by myself, ordinary, normal, regular, usual, basic, standard, plain",
		certificate: "permit, permission, certificate, certificates, proof, paper, confirmation, confirm, in writing, something official, official paper, some paper",
		firstTime:   "first time, for the first time, very first",
	},
	faint: map[concept]string{
		hurry:  "urgently, very urgent, really urgent",
		stolen: "nicked, stolen, theft, stole, robbed, pickpocketed, pickpocket, thief, snatched, steal, burgled",
		flight: "flight, fly, flying, flights",
		child:  "child, children, kid, kids, baby, son, sons, daughter, daughters, newborn, infant, toddler, minor, junior, youth, teenager, boy, girl, grandchild, grandson, granddaughter, teen, years old, year old",
	},
	refers:  "it, them, this, that, one",
	needing: "need, needs, want, wants, wanna, require, requires",
	done:    "already",
	been:    "have, has, had, ve, ive, was, were, been, haven, hasn, havent, hasnt",
	having:  "have, has, had, got, own",
	inside:  "inside, in, was, with",
	wanting: "need, needs, want, wanna, would, like, must, have, require, apply, please, can, could, should, wants, requires, asks",
	setting: "bank, card, cards, document, documents, papers, job, work, club, university, uni, employer, boss, landlord, police, letter, form, forms, student, study, trip, travel, vacation, holiday, holidays, people, person, persons, data, post, doctor, lawyer, court, contract, slot, stamp",
	mine:    "my, mine, our, ours, his, her, hers, their",
	owners:  "of",
	countries: "austria, switzerland, poland, spain, italy, france, england, britain, uk, united kingdom, ireland, scotland, holland, netherlands, belgium, luxembourg, denmark, sweden, norway, finland, portugal, greece, turkey, croatia, serbia, bosnia, slovenia, " +
		"hungary, czechia, slovakia, romania, bulgaria, albania, kosovo, ukraine, russia, usa, united states, america, canada, mexico, brazil, argentina, chile, australia, new zealand, japan, china, thailand, vietnam, india, egypt, morocco, tunisia, israel, dubai, " +
		"syria, iraq, iran, afghanistan, africa, asia, south africa, bali, malta, cyprus, iceland, estonia, latvia, lithuania, colombia, korea, namibia, kenya, cuba, indonesia, philippines",
	nations: "turkish, polish, romanian, bulgarian, syrian, ukrainian, russian, iraqi, iranian, afghan, indian, pakistani, vietnamese, chinese, thai, moroccan, tunisian, algerian, egyptian, albanian, kosovan, serbian, bosnian, croatian, macedonian, italian, spanish, portuguese, greek, french, dutch, belgian, austrian, swiss, hungarian, czech, slovak, lithuanian, latvian, estonian, " +
		"danish, swedish, norwegian, finnish, british, irish, american, us, canadian, mexican, brazilian, colombian, argentinian, nigerian, ghanaian, eritrean, somali, georgian, armenian, lebanese, israeli, japanese, korean, filipino, australian, south african",
	toward: "to, to the",
	urgent: "today, urgent, now",
	soon:   "tomorrow",

	hollow: "away on business, on business, business trip, business hours, business days, business day, lost (contact|touch|patience|interest|weight|hope), id like, id love, id need, id prefer, id rather, id want, id also like, id also want, id also need, id just, id really",
	small: "password, passwords, passcode, ago, again, after, all, already, always, am, anymore, anyone, anything, asap, ask, asked, available, away, back, because, been, before, being, best, better, between, both, bring, but, came, come, coming, could, couldn, currently, day, days, dear, did, didn, different, does, doesn, doing, don, done, during, each, early, either, else, english, enough, even, ever, every, everything, exactly, excuse, few, fine, first, found, friend, from, full, germany, german, give, go, goes, going, good, great, guess, guys, had, happened, hasn, haven, he, hear, hello, here, hers, him, himself, his, hope, how, however, " +
		"if, inside, instead, isn, it, its, itself, job, keep, kind, kindly, know, last, lately, later, least, let, like, little, live, lives, living, ll, long, longer, look, looking, lot, madam, many, married, maybe, mean, month, months, much, my, name, near, nearly, necessary, never, nice, no, none, nor, nothing, now, of, off, old, once, one, ones, only, onto, options, other, others, our, ours, over, own, per, perhaps, person, persons, people, plan, planning, please, possible, possibly, post, prefer, previous, problem, put, quick, quickly, quite, re, really, recently, regarding, right, said, same, saw, say, schedule, see, she, should, since, sir, so, some, somebody, someone, something, soon, sorry, still, such, sure, " +
		"take, tell, than, that, their, them, then, these, they, thing, things, think, this, those, through, till, too, took, town, travel, trip, try, trying, two, until, us, use, used, useful, using, usually, ve, very, via, visit, vacation, holiday, holidays, wait, wanna, want, wanted, was, way, week, weeks, well, went, were, what, whatever, when, where, whether, which, while, who, whole, why, will, wish, with, within, without, won, work, working, works, would, wouldn, wrong, year, years, yes, yesterday, yet, your, yours, document, documents, card, cards, certificate, certificates, paper, papers, form, forms, office, city hall, town hall, citizen, citizens, appointment, appointments, slot, booking, book, rathaus, buergerbuero, husband, wife, partner, mother, father, mum, mom, dad, brother, sister, parents, employer, boss, landlord, university, uni, study, studies, student, bank, police, club, time, thank, hi, hey, dude, bro, mate, gonna, gotta, wanna, lemme, pls, plz, thx, u, ur, im, ive, id like, id need, cant, dont, doesnt, didnt, wont, couldnt, arrange, reserve, make, making, another, any, must, can, may, might, shall, do, have, has, having, is, are, be, the, a, an, to, for, on, in, at, by, about, as, and, or, not, i, me, we, you, it, really, also, just, up, out, into, job, new, s, t, d, m, monday, next, today, tomorrow, morning, afternoon, evening",
	parts:     "new, main, re",
	links:     "",
	something: "something, sth, stuff",
	self:      "myself, ourselves, me, us",
	afters:    "after, since, when, while",
	several:   "we, us, ourselves, weve",
	purpose:   "for, because, so",
	joins:     "and, or, plus, also, as well as, with, und, too",
	breaks:    "firstly, secondly, thirdly, because, since, that, if, when, although, so, then, but, after, while, otherwise, therefore",
	not:       "not, no, aren, weren, arent, werent, dont, doesnt, wont, isnt, cant, didnt, don, dont, doesn, isn, wasn, hasn, haven, wasnt, hasnt, havent, without, never, neither",
	numbers:   "section, part, class, zone",
	without:   "without",
	valid:     "valid, german, proper",
	instead:   "instead of, rather than",
	neither:   "neither",
	speaker:   "i, we, im, ive, weve",
	yet:       "yet",
	nor:       "nor",
	places:    "to, from, in, at, near, of",
	about:     "about",
	shall:     "shall, should, must, want, wants",
	along:     "too, also, as well, likewise",
	rather:    "but, instead, rather",
	times:     "times, x, pieces",
	the:       "the, that, this",
	article:   "a, an",
	only:      "only, just, merely",
	stands:    "one, ones",
	both:      "both",
	lone:      "single",

	denials: denialWords{
		refuses:  "skip, forget, forget about, drop, leave out, leave … out, never mind, no need, not needed, not necessary, do without, nothing to do with, gave up on, given up on, give up on, not interested in, not here for, off the table, called off, scrap",
		settles:  "is fine, are fine, is ok, is okay, s fine, is sorted, are sorted, sorted already, taken care of, still valid, still good, is valid, are valid, is done, are done, up to date, works, still works, got back, i still have, we still have, is new, are new, is brand new, (i|we|he|she) already (have|has|got), (i|we|he|she) (have|has) already, already (changed|done|registered|picked|collected|renewed|exchanged|paid|applied)",
		means:    "mean, meant, about, interested",
		excepts:  "instead of, rather than, except, except for, apart from, other than, (anything|everything|all) but, without, besides",
		embraces: "leave … aside, leaving … aside",
		prefers:  "rather, sooner, better, prefer",
		than:     "than",
		no:       "no, nope, not",
		hedges:   "rather, better, now, then, after, all, actually",
		intended: "wanted, going, planned",
		firstly:  "first, originally, initially",
		reverses: "but, however",
		others:   "else, other",
		longer:   "any, more, anymore, longer",
		whole:    "everything, all",
		there:    "have, got, there, ready, done",
	},

	moreThan: "more, than, over",
	upTo:     "up, to",
}
