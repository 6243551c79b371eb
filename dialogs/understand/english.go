package understand

import "terminbote/booking"

var english = language{
	speech: englishSpeech,

	code:  "en",
	names: map[string]string{"de": "german, in german", "en": "english, in english"},

	weekdays: [7]string{
		"sunday, sun", "monday, mon", "tuesday, tue, tues", "wednesday, wed, weds",
		"thursday, thu, thur, thurs", "friday, fri", "saturday, sat",
	},
	months: [12]string{
		"january, jan", "february, feb", "march, mar", "april, apr", "may", "june, jun",
		"july, jul", "august, aug", "september, sep, sept", "october, oct", "november, nov", "december, dec",
	},
	days: map[int]string{
		-2: "day before yesterday", -1: "yesterday", 0: "today", 1: "tomorrow, tmrw, tomorow",
		2: "day after tomorrow, overmorrow",
	},
	spans: map[int]string{
		1: "day, days", 7: "week, weeks", 14: "fortnight", month: "month, months",
	},
	next:      "next, coming, upcoming, following",
	afterNext: "after next",
	this:      "this",
	last:      "last, past, previous",
	in:        "in",
	hence:     "from now, from today",

	numbers: map[int]string{
		0: "zero", 1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine",
		10: "ten", 11: "eleven", 12: "twelve, dozen, a dozen", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen",
		17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty",
		60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety", 100: "hundred",
	},
	counts: map[int]string{
		0: "none, nobody", 1: "a, an, single, once, just me, only me, alone, just one, only one, myself",
		2: "twice, both, both of us, a couple, couple",
	},
	ordinals: map[int]string{
		1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth",
		10: "tenth", 11: "eleventh", 12: "twelfth", 13: "thirteenth", 14: "fourteenth", 15: "fifteenth",
		16: "sixteenth", 17: "seventeenth", 18: "eighteenth", 19: "nineteenth", 20: "twentieth", 30: "thirtieth",
	},
	endings: "st, nd, rd, th",
	counted: "person, persons, people, adults, adult, children, child, kids, kid, times, x, piece, pieces, cases, copies, number, no, option, " +
		"of us, we are, there are, together, in total, of them",
	and:   "and, plus",
	minus: "minus",

	oClock:    "oclock, h, hours, hrs",
	minutes:   "minute, minutes, min, mins",
	half:      "half",
	quarter:   "quarter, a quarter",
	before:    "to, before, till",
	after:     "past, after",
	clocks:    map[int]string{0: "midnight, 12 midnight", 12 * 60: "noon, midday, 12 noon, at noon, lunchtime"},
	morning:   "morning, in the morning, mornings, early, forenoon",
	afternoon: "afternoon, in the afternoon, afternoons, evening, in the evening, evenings, late",
	am:        "am",
	pm:        "pm",

	on: "on, the",
	filler: "on, the, at, of, please, thanks, thank you, around, about, approximately, exactly, sharp, i, would, like, " +
		"id like, id like to, i want to, want, for, an appointment, appointment, to come, come, can, could, may i, maybe, perhaps, yes, " +
		"ok, okay, possible, works, work, fine, how about, what about, is, it, hello, hi",
	chatter: "recently, lately, the other day, at the same time, same time, i'd, i'm, i've, need, to, we, how, and, or, my, our, your, his, her, their, me, us, new, get, getting, make, do, does, what, " +
		"where, when, which, must, have, has, got, had, be, am, are, was, will, a, an, in, into, with, from, by, as, this, " +
		"that, there, some, any, im, ive, just, also, book, help, now, quickly, urgently, urgent, son, daughter, wife, " +
		"husband, office, city, town, you, not, so, up, out, date, time, may, today, tomorrow, next, back, more",
	clause: "you, your, we, our, us, i, my, they, have, has, had, are, is, was, were, would, can, must, should, please, now, here, today, only, not, " +
		"with, this, that, because, what, how, where, why, just, more, get, go, visit, call",
	lures: "won, winner, prize, free, bonus, bitcoin, crypto, casino, jackpot, loan, viagra, click, discount, buy, cheap, money, offer, earn, " +
		"download, link, website",
	courtesy: "please, thanks, thank you, now, then, just, and",
	wishing: "i, we, id, d, ll, m, am, im, will, would, like, want, to, can, could, may, have, need, must, my, our, the, a, an, " +
		"unfortunately, sorry, about, few, some, hello, hi, you",
	again:   "again please, once more, once more please, once again, repeat, repeat please, please repeat, repeat that, repeat that please, can you repeat that, could you repeat that, say that again, say again, come again, what was the question, what did you ask",
	whether: "do i have to, must i, do i really have to, do i need to, is it required, is that required, is that necessary, is this necessary, is it mandatory, is that really necessary",
	none:    "no, none, nope, nothing, without, not, dont, havent, hasnt, unknown, skip",
	missing: "i, we, he, she, they, do, does, don, doesn, have, has, haven, hasn, t, ve, got, a, an, any, one, at, all, sorry, e, mail, email, mails, address, " +
		"addresses, phone, number, telephone",
	commands: map[Intent]string{
		Hello: "hello, hi, hi there, hello there, hey, good morning, good afternoon, good evening, good day",
		Thanks: "thanks, thank you, thanks a lot, thank you very much, many thanks, thx, ok thanks, great thanks, bye, goodbye, " +
			"bye bye, see you, thanks bye",
		Soonest: "any, any day, any time, anytime, whenever, i dont care, dont care, whatever, as soon as possible, asap, soonest, " +
			"the soonest, earliest, the earliest, as early as possible, first available, the first available, next available, " +
			"the first one",
		Next: "next, continue, done, ok, okay, go on, go ahead, proceed, finished, finish, thats all, that is all, " +
			"thats it, confirm, got it, understood, nothing else, keep going",
		Restore: "undo, undo that, undo it",
		Back:    "back, go back, previous, one step back, step back",
		Yes: "yes, do it, y, yeah, yep, yup, sure, of course, correct, right, thats right, agreed, fine, certainly, absolutely, " +
			"yes please, book it, yes book it, definitely",
		No:     "no, n, nope, nah, no thanks, no thank you, never, not really, wrong, rather not",
		Cancel: "cancel, abort, quit, stop, exit, never mind, nevermind, forget it, end",
		Start:  "start, start over, restart, start again, begin, begin again, from the beginning, reset, start anew",
		Help:   "help, ?, ??, ???, help me, what can i do, what can i type, how does this work, i dont understand",
		Here:   "i am here, im here, here, arrived, check in",
		Late: "late, running late, be late, being late, im late, im running late, i will be late, coming later, im coming later, " +
			"i am coming later, come later, stuck in traffic, delayed",
		Coming: "coming, yes coming, i will come, yes i will come, ill come, coming tomorrow, " +
			"be there, yes be there, ill be there, yes ill be there, be coming, yes be coming",
		About: "opening hours, opening times, office hours, hours, when are you open, are you open, are you open today, " +
			"when do you open, when do you close, where are you, where is the office, where is it, how do i get there, location, " +
			"telephone, telephone number, phone number, contact, speak to a human, talk to a human, speak to someone, " +
			"talk to someone, talk to a person, speak human, talk human, talk person, human, call you",
		Waiting: "waiting list, waitlist, my waiting list, show waiting list",
		Erase:   "delete my data, delete data, erase my data, erase data, delete everything, erase everything",
		Data:    "my data, export my data, download my data",
		Appointments: "my appointments, appointments, my appointment, my bookings, bookings, show my appointments, my booking, " +
			"show my appointment, show my booking, when is my appointment, whens my appointment, when is the appointment, " +
			"do i have an appointment, when do i have to come",
		Book: "book, appointment, book an appointment, new appointment, make an appointment, book appointment, an appointment",
		Move: "move, reschedule, move appointment, move my appointment, reschedule my appointment, " +
			"reschedule appointment, change appointment, postpone appointment, postpone, move booking, another time, move it",
		CallOff: "cancel appointment, cancel my appointment, call off, cancel the appointment, delete appointment, " +
			"cancel booking, cancel it, not come, cant come, cannot come, cant make it, cannot make it, not make it",
		More: "more, more days, more dates, more times, show more, others, other, later, other days, more please, " +
			"load more, other times, more appointments",
		Language: "language, change language, switch language, other language",
		Home:     "menu, main menu, home, overview, homepage",
	},
	staffCommands: map[Action]string{
		ToMenu: "menu", ToHelp: "help", ToToday: "today, whats on today, what is on today, whats on, plan, schedule, calendar, day list, who comes, whos coming, who is coming, who is still to come, whos still to come, who is still missing, whos still missing, how full is, how full are we, how busy is, how busy are we, how busy is it, how many were there, how many were there today, how many came, how many are coming, were done for today, we are done for today, thats it for today, whats my day like, what have i got, what have we got, what do i have, whos in, who is in, who have i got, are we full, are we full on, end of day, end of the day, close of day, wrap up", ToTomorrow: "tomorrow", ToWeek: "week, this week",
		ToFind: "find, search, look for, look up, who is, find an appointment", ToShow: "show, view, appointment, number",
		ToFree:   "free, available, free times, whats free, what is free, how many free slots, how many free times, how many slots",
		ToBook:   "new, put in, pencil in, book, booking, new appointment, new booking, book appointment, book an appointment",
		ToCancel: "cancel, delete, cancel appointment, cancelled, has cancelled, is not coming, isnt coming, cant come, cannot come", ToMove: "move, reschedule, rebook, move appointment", ToConnect: "connect, code",
		ToClose: "close, block, lock", ToOpen: "open", ToArrive: "here, arrived, is here, has arrived, check in, checked in",
		ToQueue: "queue, waiting, who is next, whos next, who comes next, whos up next, who is here, whos here, who is waiting, waiting room",
		ToCall:  "call, call next, call the next, call the next one, call the next person, next, next one, next customer, next person, next please", ToFinish: "done, finished, is done",
		ToMiss: "missing, missed, is missing, no show, noshow, not here, is not here, did not come, didnt come, didnt show up, did not show up, hasnt come, has not come", ToAppoint: "role, roles",
		ToAudit: "audit, audit log, trail, log", ToUndo: "undo, undo that, undo it, take that back, take it back",
		ToMinutes: "duration, durations", ToStatistics: "statistics, stats, figures",
		ToReady:     "ready, ready for pick up, ready to collect, is ready, are ready",
		ToAlarm:     "alarm, emergency",
		ToTicket:    "ticket, walk in, new ticket, give ticket",
		ToCallAgain: "call again, recall, call once more",
		ToPark:      "park, put on hold, set aside", ToTakeUp: "go on with, continue with, take up",
		ToTakeOver: "i take the chat, ill take the chat, i will take the chat, is anybody waiting in the chat, is anyone in the chat, take over, ill take over, take over the chat, take the chat, chats, talks, who wants a person, who asked for a person, who wants to talk to somebody",
		ToSendOn:   "forward, forward to, send on, send to, pass on to",
	},
	from:           "from",
	to:             "to, until, till, -, –",
	besideFree:     "what, whats, what's, which, when, is, are, do, we, have, has, any, anything, something, times, time, slot, slots, appointments, still, there, on, at, in, left, to, offer",
	titles:         "me, mr, mrs, ms, miss, mister, family, dr, prof, for, appointment, appointments, the, of, person, name, called, named, please",
	concernMinutes: "min, min., minute, minutes, mins, to, =",
	inside:         "internal",
	nobody:         "none, nobody",
	report: reportWords{
		since: "since, from", year: "year, years", week: "week, calendar week", quarter: "quarter, q", filler: "the, of, in, for, on, month",
	},
	roles: map[booking.Role]string{booking.Viewer: "viewer", booking.Clerk: "clerk", booking.Lead: "lead, leader"},

	weak: "apply, application, renew, renewal, extend, extension, expired, issue, change, update, replace, replacement, " +
		"document, documents, papers, card, child, children, kids, person, family, online, report, order, pick, buy, hand, " +
		"german, germany, certificate, confirmation, national, request, personal, people, data, details",
	stems: []string{"ing", "ed", "es", "s", "e"},

	office:    englishOffice,
	questions: englishQuestions,
	talk:      englishTalk,
	chosen:    englishChosen,
	told:      englishTold,
}
