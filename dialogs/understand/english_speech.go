package understand

// englishSpeech is what English phrases say to the reader.
var englishSpeech = speechWords{
	words:   englishPhrases,
	values:  englishValues,
	replies: englishReplies,
	wishes:  englishWishes,
	tones: toneWords{
		assent: "sorted, deal, sweet, grand, spot, bang, cheers, yes, yeah, yep, yup, ok, okay, sure, right, correct, good, great, perfect, fine, exactly, clear, agreed, confirm, confirmed, book, submit, works, work, suits, awesome, lovely, cool, super, excellent, wonderful, happy, brilliant, absolutely, definitely, certainly, take, alright, accurate, ideal",
		deny:   "no, nope, nah, not, dont, doesnt, isnt, never, none, neither, wrong, incorrect, mistake, bad, cant, wont, unfortunately, error",
		enough: "nothing, enough, all, everything, finished, done, else, further, more, complete, set, needed, necessary, good, fine",
		other:  "other, others, another, different, more, else, alternatives, alternative, options, show, further",
	},
	moreOrLess: "more, less, fewer, extra",
	goes:       "come, book, possible, works",
	helps:      "i, he, she, we, they, has, have, had, was, were, been, just, son, daughter, husband, wife, kid, got",
	participle: "…ed, …oken, …olen, …own",
	compares:   "than",
	reasons:    "because, cause, cos, coz, since, as, otherwise, although",
	describes:  "little, small, big, older, younger, young, other, more, further, additional, elderly, own, newborn, teenage, underage",
	rare:       "sun, sat, mon, wed, may, march, mar, second",
	asked:      englishAsked,
	week:       " week",
	filler: "believe, suppose, reckon, honestly, basically, literally, totally, pretty, certainly, definitely, obviously, anyway, anyways, currently, recently, simply, mate, buddy, pal, guys, folks, bro, dude, better, good, ideal, bit, already, yet, such, kinda, sorta, stuff, matter, issue, problem, question, quick, hoping, able, afraid, unfortunately, of, course, personally, apparently, " +
		"send, reach, mailed, oh, ah, stop, wait, hang, hold, why, anonymous, enough, no, nope, nah, yeah, yep, hm, right, wrong, actually, all, other, others, another, else, more, less, nothing, none, not, dont, sometime, somewhat, whatever, whenever, once, after, before, later, earlier, own,  hmm, um, uh, er, well, so, just, actually, really, maybe, perhaps, please, pls, plz, kindly, hello, hi, hey, dear, sir, madam, regards, best, kind, cheers, " +
		"i, me, my, mine, you, your, he, him, his, she, her, it, its, we, us, our, they, them, their, one, someone, 'd, 'm, 's, 'll, 've, 're, im, id, ive, ill, itd, lets, " +
		"am, is, are, was, were, be, been, being, do, does, did, done, have, has, had, having, having, will, would, shall, should, can, could, may, might, must, " +
		"dont, doesnt, isnt, wont, cant, couldnt, didnt, want, wants, wanted, wanna, need, needs, needed, like, love, prefer, preferably, rather, instead, get, getting, got, gets, take, taking, make, making, made, go, going, come, coming, came, work, works, fit, fits, suit, suits, try, trying, " +
		"book, booking, schedule, arrange, reserve, set, up, appointment, appointments, slot, slots, meeting, time, times, date, possible, available, free, if, whether, that, this, these, those, there, here, then, than, now, also, too, still, even, only, again, " +
		"the, a, an, some, any, and, or, but, because, since, as, of, for, to, in, on, at, by, with, from, about, into, over, under, out, off, until, till, between, around, " +
		"good, morning, afternoon, evening, day, thanks, thank, thankyou, thx, sorry, excuse, much, many, lot, very, quite, bit, little, sure, ok, okay, yes, great, nice, fine, perfect, ideally, hopefully, possibly, kind, give, tell, say, put, let, know, think, guess, mean, look, looking, see, ask, asking, hope, wish, how, what, when, where, who, which, why, something, anything, everything, thing, things, quickly, quick, urgently, help, new, required, require, wondering, " +
		"husband's, who's, currently, both, each, every",
}

// englishPhrases are phrases by what they say.
var englishPhrases = map[sense]string{
	sWeekOf: "week, calendar week, cw, kw, week number, week no",

	sWeekWith:    "week of, the week of, in the week of, week beginning, week commencing, week starting, week from, in the week beginning, in the week starting",
	sNever:       "not, never, doesnt work, wont work, dont work, impossible, bad, dont suit, no good, doesnt suit, isnt good, not possible, dont fit, doesnt fit, cant, cannot, not work",
	sNight:       "at night, in the night",
	sBeforeDoing: "before i, before we, before my",
	sAfterDoing:  "after i finish, once i finish, when i finish, after i get off, when i get off, once i get off",
	sWhile:       "when, while, as long as, once",
	sSchool:      "school, kindergarten, nursery, daycare, preschool",
	sOfMonth:     "of, in, of the month of",
	sNewYear:     "(in|into|at) the new year, the new year, early new year",
	sYearsEnd:    "between christmas and (new year|new years|new years eve), between the years",
	sWithLetters: "with, without, with a, without a, without an, with an",
	sOfLetters:   "double, two, single, a",
	sBusy:        "work, working, school, shift, job, class, busy",
	sFew:         "a few, several, some, a couple",
	sUrgent:      "soon, urgent, urgently, immediately, right now, quickly, quick, fast",
	sDontKnow:    "no idea, i dont know, i don't know, dont know, don't know, dunno, not sure, i'm not sure, im not sure, i am not sure, no clue, idk, i have no idea, not sure yet, i don't know yet, i dont know yet, maybe, perhaps, hard to say, it depends, depends, let me think",
	sEach:        "each",
	sOutright:    "person, persons, people, adult, adults, folks, individuals",
	sIsOld:       "he is, she is, he's, she's, i am, i'm, im, is only, is just, aged, turned, turns, turning, just turned",
	sNotEarly:    "not too early, not so early, not that early, not very early, not early, not early in the morning, not first thing",
	sNotLate:     "not too late, not so late, not that late, not very late, not late, not late in the day",
	sAfterAll:    "no wait, wait, sorry, actually, no, make it, make that, hold on, i meant, correction",
	sYear:        "year",
	sYears:       "year, years, euro, euros, km, percent, yrs",
	sSlot:        "appointment, slot, time",
	sComesAlong:  "comes as well, is coming as well, will be there too, will be with me, tags along, comes along, is coming along, comes with me, is coming with me, is coming too, comes too, will come with me, will come too, will join me, joins me, will accompany me, accompanies me, are coming with me, are coming too, is with me",
	sTooEarly:    "too early, too early for me, thats too early, that's too early, much too early, way too early, its too early, it's too early, too soon",
	sTooLate:     "too late, too late for me, thats too late, that's too late, much too late, way too late, its too late, it's too late",
	sTheLastBut:  "second to last, last but one, second last, next to last",
	sUntilThen:   "see you, see ya, see you on, until",
	sTheMid:      "middle one, the middle one, one in the middle, the one in the middle, middle, in the middle",
	sFamilyName:  "surname, last name, family name, my surname, my last name, my family name, surname is, last name is",
	sGivenName:   "first name, given name, forename, my first name, first name is",
	sMisread:     "not what i came for, thats not what i came for, that's not what i came for, not what i meant, thats not what i meant, that's not what i meant, not what i want, that's not what i want, not what i wanted, misunderstood, you misunderstood, wrong service, you got it wrong, you got me wrong, not what i said, that's not what i asked for, not what i asked for, not what i need, that's not what i need",
	sNeed:        "need, require, want",
	sWeekend:     "weekend, the weekend, on the weekend, at the weekend, weekends",
	sWorkdays:    "weekdays, a weekday, weekday, on weekdays, during the week, working days",
	sNext:        "next",
	sComing:      "coming, upcoming, the coming, following, this coming, the following",
	sWithin:      "within, within the next, in the next, over the next, during the next, the next, in the coming, within the coming, next few, inside",
	sSoonest: "as (early|soon|fast|quickly) as you can, as (early|soon|fast) as you have, as early as it gets, next available one, the next available one, the next one, next one, whichever is soonest, earliest you have, the earliest you have, earliest available, the earliest available, soonest available, the soonest available, whenever is soonest, as soon as, as soon as possible, asap, a s a p, as early as possible, soonest, the soonest, earliest, the earliest, earliest possible, the earliest possible, soonest possible, the soonest possible, next available, the next available, " +
		"first available, the first available, next free, the next free, first free, the first free, quickest, the quickest, fastest, the fastest, as quickly as possible, as fast as possible, very soon, right away, straight away, straightaway, " +
		"the sooner the better, sooner the better, the earlier the better, earlier the better, whatever is soonest, whatevers soonest, whatever is first, at the earliest, at your earliest convenience, next possible, the next possible, next appointment, the next appointment, the first possible, first possible, " +
		"whats the next, when is the next, earliest one, soonest one, it's urgent, its urgent, it is urgent, as soon as you can, as soon as u can, first thing possible, next one available, next slot, the next slot, the earliest slot, earliest slot, first slot",
	sAnyDay:  "any day, any date, day doesnt matter, day does not matter, the day doesnt matter, whichever day, whatever day, all days, every day, any day works, any day is fine, any day will do, no matter which day, any weekday, day is not important, doesnt matter which day, dont mind which day, dont care which day, i dont mind the day",
	sAnyTime: "time doesnt matter, time does not matter, the time doesnt matter, any hour, all day, whole day, the whole day, any time of day, any time of the day, at any time of day, whatever time, whichever time, all day long, time is not important, time is irrelevant, any time that day, any time on that day",
	sAnyWhen: "i don t mind, i dont mind, don t mind, dont mind, i don t care, i dont care, doesn t matter, doesnt matter, any time is fine, any time works, anytime is fine, any time will do, anytime works, i can come any time, i'm available any time, im available any time, whenever suits you, " +
		"whenever suits, any time, anytime, at any time, whenever, im flexible, i am flexible, flexible, i'm flexible, no matter when, doesnt matter when, dont care when, " +
		"whenever is fine, i'm free whenever, fully flexible",
	sIdle: "any is fine, any of them is fine, it's up to you, its up to you, i have no preference, any, i dont care, dont care, do not care, i dont mind, dont mind, whatever, " +
		"no preference, doesnt matter, it doesnt matter, does not matter, it does not matter, i'm easy, im easy, all the same, all the same to me, its all the same, up to you, " +
		"you choose, you decide, you pick, always, anything works, anything, anything goes, anything is fine, any of them, any of those, whichever, makes no difference, " +
		"all of them, all of them work, whatever works, whatever is free, whatever you have, either, either is fine, it's all the same, it's the same, always free",
	sLatest:      "as late as possible, as late in the day as possible, latest possible, the latest possible, the later the better, later the better, as late as you can, as late as you have",
	sOn:          "on, the, on the, for the, for, by the, in",
	sYet:         "still, later, even, already, sometime, some time, maybe, perhaps, preferably",
	sImpossible:  "doesn't work, won't work, doesn't work for me, won't work for me, don't work, isn't possible, doesn't suit me, isn't good, doesn't fit, can't do, isn't good for me, is no good for me, is bad for me, not anymore, not any more, doesn't work anymore, is too soon, is too short notice, i can't make, won't work anymore, doesnt work, does not work, wont work, is not possible, isnt possible, is bad, is no good, is not good, isnt good, i cant, i cannot, im working, i work, i have to work, im busy, i'm busy, is out, not possible, i am busy, cant make it, i cant make it, doesnt suit, doesnt suit me, doesnt fit, does not suit me, doesnt work for me, does not work for me, is impossible, i'm not available, im not available, i am not available, i'm away, im away",
	sEvent:       "signed, noticed, called me, fired, baptised, adopted, promised, robbed us, give up, giving up, begin, begins, began, went, took, happened, died, posted, plane, train leaves, ferry, move, moved, moving, fly, flying, flight, travel, travelling, traveling, trip, holiday, holidays, vacation, marry, married, marrying, wedding, born, birthday, expire, expires, expired, expiring, runs, valid, lost, stolen, stole, found, bought, sold, applied, received, ordered, picked, leave, leaving, left, arrive, arrived, arriving, started, starts, start, live, living, lives, lived, turn, turns, exam, robbed, got, broke, issued",
	sSince:       "since, since the, ever since",
	sHours:       "hour, hours, hr, hrs, h",
	sEarlyPart:   "early, early in the, early on, at the start of the, beginning of the, first thing in the",
	sLatePart:    "late, late in the, later in the, at the end of the, end of the",
	sAt:          "at, at exactly, exactly at, at about exactly, exactly, sharp at, for",
	sAbout:       "around, about, at around, at about, approximately, at approximately, roughly, roughly at, round about, circa, ca, sometime around, some time around, somewhere around, close to, near, towards, say around, like around, at roughly, round",
	sAboutBehind: "or so, ish, or thereabouts, roughly, approximately, more or less, or around that, or something like that, give or take, or near that",
	sTo:          "to, before, till, of",
	sPast:        "past, after",
	sFrom:        "from, starting, starting from, starting on, not before, never before, not any time before, never earlier than, not earlier than, no earlier than, from about, from around, earliest, at the earliest, beginning, as of, as from, earliest on, onwards from, any time from, anytime from, not until, only from",
	sAfter:       "after, later than, any time after, anytime after, only after, sometime after, some time after, past",
	sUntil:       "until, till, til, by, not later than, no later than, up to, up until, latest, at the latest, by the latest, at latest, not after, by around, by about, latest by, at the latest by, up till",
	sBefore:      "before, earlier than, any time before, anytime before, prior to, sometime before, some time before, ahead of",
	sBetween:     "between, anywhere between, sometime between, any time between, anytime between, some time between, between the, in between, from between, from",
	sThrough:     "to, until, till, through, thru, -, and, til, up to",
	sAnd:         "and, plus, as well as, &",
	sOr:          "or, and, or else, or maybe, or perhaps, or on, or alternatively, alternatively, or possibly, or even, and also, or otherwise, otherwise, or also, or if not, if not",
	sOnly:        "only, every, always, exclusively, just, only on, always on, any, each, only ever",
	sNot:         "anytime but, any time but, any day but, every day but, everyday but, all days but, any day other than, any day apart from, anytime except, any time except, not, not on, except, except on, except for, excluding, no, never, never on, but not, but not on, anything but, any day but, any day except, apart from, besides, other than, not a, please not, avoid",
	sButRather:   "but, rather, but rather, but on, instead, but instead",
	sInsteadOf:   "instead of, rather than, not, and not, in place of",
	sLater:       "later, afterwards, further back, later on, latter",
	sEarlier:     "earlier, sooner, before that, beforehand, forward",
	sABit:        "can't it be, couldn't it be, can we do, could we do, is it possible, possible, do it, a bit, a little, bit, little, slightly, somewhat, much, a little bit, rather, a, an, is there anything, is there something, anything, something, do you have anything, do you have something, got anything, got something, have you got anything, have you anything, can it be, could it be, can we make it, could we make it, make it, any, even, one, prefer, i'd prefer, can i come, could i come",
	sList:        "one, slot, time, option, appointment, of them, of those, on the list, in the list, suggestion, choice, proposal, from the top, offer, on your list, date, of these, listed, entry, item",
	sPick:        "the, i take the, i'll take the, ill take the, take the, that, i want the, i choose the, i pick the, i'd like the, give me the, lets take the, let's take the, let's go with the, lets go with the, go with the, i'd take the",
	sTheLast:     "very last, last, bottom, final, very last, latter, last one",
	sTheSoon:     "earliest, top, soonest, earlier, former, very first, quickest, topmost",
	sTheLate:     "latest",
	sPlace:       "number, option, no, slot, choice, suggestion, appointment, appointment number, item, nr, answer, the number, entry, position",
	sDayOn:       "the day after, the day after that, day after that, the next day, one day after, the following day, the day afterwards",
	sDayBack:     "the day before, the day before that, day before that, one day before, the previous day",
	sWanting:     "move it, move appointment, move my appointment, reschedule, appointment, slot, i'd like, would like, works, suits, come, come in, come by, prefer, preferably, possible, free, available, ideally, book, can i, could i",
	sSelf:        "i, me, myself, my self",
	sWeAre:       "we are, we will be, there are, there will be, we're, were, we'll be, in total, total, altogether, there'll be, a party of, party of, group of, a group of, all, we come, we, us, of us, it's, together",
	sMine:        "my, our, the, a, an, one, his, her, their",
	sWith:        "with, along with, together with, plus, bringing, i bring, i come with, coming with, accompanied by, i'll bring, and also",
	sTimes:       "times, x, time, pieces, pcs, copies",
	sNameIs:      "my name is, my names, my name's, name is, the name is, the name's, i am, i'm, im, this is, it's, its, i am called, im called, i'm called, call me, name, full name, my full name is, my full name, the name would be, it is, my name would be, here is, signed, please put, put it under, put me down as, put me down for, write, put, put down, my first name is, name on the appointment, my last name is, my surname is, surname is, last name is, you can call me, here, i go by",
	sHost:        "with, to see",
	sNameBehind:  "here, speaking, is my name, is the name, thats my name, that's my name, that is my name, thats me, that's me, my name",
	sNameUnder:   "under the name, under the name of, in the name of, on the name of, for, under, under my name, on the name, book it under, booked under, book it for, its for, it's for, it is for, appointment for, in name of, with the name, by the name of, by the name, named, called, to the name of, reserve it for",
	sTitle:       "mr, mrs, ms, miss, mister, sir, madam, mx, family, messrs, missus, lady",
	sDegree:      "dr, prof, professor, doctor, phd, md, jr, sr, iii, ii",
	sParticle:    "los, las, van, von, de, der, den, el, al, bin, ben, ibn, abu, la, le, du, des, dos, da, di, del, della, do, das, d, o, mc, st, san, y, e, van der, van den, de la, ter, ten",
	sAtSign:      "at, @, at sign",
	sDot:         "dot, point, period, .",
	sDash:        "dash, hyphen, minus, -",
	sLowDash:     "underscore, _, low dash",
	sWrong:       "wrong, incorrect, false, not right, not correct, isnt right, isnt correct, is not right, misspelled, misspelt, mistyped, spelled wrong, typo, a typo, mistake, a mistake, error, change, correct, fix, edit, update, modify, amend, different, another, changed, mistaken, a different, incorrectly, spelled incorrectly, correction, adjust, switch, messed up, mixed up",
}

// englishValues are phrases that say a value.
var englishValues = map[sense]map[int]string{
	sWeekdays: {
		0: "sundays", 1: "mondays", 2: "tuesdays", 3: "wednesdays", 4: "thursdays", 5: "fridays", 6: "saturdays",
	},
	sFeast: {
		1224: "christmas eve, xmas eve", 1225: "christmas, xmas, christmas day, christmas holidays", 1226: "boxing day", firstAdvent: "advent, advent sunday", easter - 2: "good friday", easter: "easter, easter sunday", easter + 1: "easter monday", easter + 39: "ascension day", easter + 49: "pentecost, whitsun", 1206: "st nicholas", 1231: "new years eve, new year's eve", 101: "new year, new years, new year's, new years day, new year's day",
	},
	sMonthPart: {3: "month's end, months end, end of month"},
	sPartOf:    {1: "beginning of, the beginning of, start of, the start of, early, early in, at the beginning of, at the start of, first days of, in early", 2: "middle of, the middle of, mid, mid of, in the middle of, in mid, halfway through", 3: "end of, the end of, late, late in, at the end of, towards the end of, in late, last days of"},
	sDay:       {0: "tonight, 2day", 1: "tomorow, tomorrow, tmr, tommorow, tommorrow, 2morrow, tomoro", 2: "day after tomorrow, the day after tomorrow, overmorrow"},
	sSpan:      {14: "fortnight, a fortnight"},
	sWeekday: {
		1: "mondey, munday", 2: "tusday, teusday, tuseday, thuesday", 3: "wensday, wendsday, wednsday, wenesday", 4: "thrusday, thirsday, tursday", 5: "firday, fryday", 6: "saterday, satuday",
	},
	sNumber: {1: "one"},
	sClock:  {0: "midnight, 12 midnight", 12 * 60: "noon, 12 noon, midday, high noon"},
	sPart: {
		int(early):      "early morning, early in the morning, first thing, first thing in the morning, early, in the early morning, at the crack of dawn, before work",
		int(forenoon):   "morning, in the morning, mornings, in the mornings, forenoon, before noon, before lunch, before midday",
		int(midday):     "lunchtime, at lunchtime, lunch time, at lunch, around noon, around midday, over lunch, during lunch, during my lunch break, lunch, in my lunch break, lunch break, at lunch time, at midday, around lunchtime, around lunch, mid day",
		int(afterwards): "afternoon, in the afternoon, afternoons, in the afternoons, after lunch, after noon, post lunch, after school, after class, after kindergarten, after uni",
		int(lateInDay):  "late afternoon, in the late afternoon",
		int(afterNoon):  "early afternoon, in the early afternoon",
		int(evening):    "evening, in the evening, evenings, in the evenings, after work, after office hours, at night, tonight, after my work, after my shift, after hours, night",
	},
	sOrdinal: {
		13: "thirteenth", 21: "twenty first", 22: "twenty second", 23: "twenty third", 24: "twenty fourth", 25: "twenty fifth", 26: "twenty sixth", 27: "twenty seventh", 28: "twenty eighth", 29: "twenty ninth", 30: "thirtieth", 31: "thirty first",
	},
	sLength: {15: "quarter of an hour, a quarter of an hour, quarter hour", 30: "half an hour, half hour, a half hour, half a hour", 45: "three quarters of an hour", 90: "an hour and a half, one and a half hours, hour and a half"},
	sTimes:  {1: "once", 2: "twice, double, two times", 3: "thrice"},
	sKin: {
		1: "wife, husband, son, daughter, child, kid, baby, mother, father, mum, mom, dad, grandmother, grandfather, grandma, grandpa, brother, sister, girlfriend, boyfriend, partner, fiance, fiancee, friend, nephew, niece, aunt, uncle, cousin, spouse, " +
			"mother in law, father in law, toddler, infant, roommate, flatmate, boy, girl, colleague, interpreter, translator, carer, grandson, granddaughter, neighbour, neighbor, stepson, stepdaughter, little one, newborn",
		2: "parents, twins, grandparents, in laws",
	},
	sPeople: {1: "person, persons, people, adults, adult, children, child, kids, kid, of us, persons total, folks, sons, daughters, babies, teenagers, teenager, individuals, guests, applicants, family members, pax, peoples, brothers, sisters, friends, toddlers, in total, all together"},
	sCompany: {
		1: "nobody but me, no one but me, nobody except me, just me, only me, alone, by myself, on my own, just myself, only myself, me alone, only i, nobody else, no one else, just one person, only one person, myself only, me only, i come alone, i'm coming alone, just for me, only for me, for me only, for myself, for me, me myself, solo, just i, me myself and i, by my own",
		2: "both of us, the two of us, two of us, we both, us both, the both of us, us two, we two, as a couple, a couple, me plus one, me and one more, me and another person, me and someone else, plus one",
		3: "three of us, the three of us, all three of us", 4: "four of us, the four of us, all four of us", 5: "five of us, the five of us", 6: "six of us, the six of us",
	},
	sField: {
		1: "name, surname, last name, first name, family name, spelling of my name",
		2: "mail, email, e mail, email address, mail address, e mail address, address",
		3: "phone, phone number, telephone, telephone number, mobile, mobile number, cell, cell number, number, cell phone, tel, tel no, landline, callback number",
		4: "day, date, appointment, time, slot, appointment time",
		5: "number of people, number of persons, people, how many people, persons, people count",
		6: "quantity, amount, count, how many",
		0: "service, concern, request, topic, matter, selection",
		7: "office, location, branch, place",
	},
}
