package understand

// englishTold is how clerks speak of somebody's appointment.
var englishTold = toldWords{
	beside: "the, a, an, his, her, hers, their, he, she, they, him, them, it, is, was, has, have, had, been, be, just, now, already, still, yet, also, please, and, that, of, from, with, appointment, appointments, booking, slot, oclock, one, person, " +
		"rang, called, phoned, rung, calls, calling, caller, customer, client, says, said, s, 's, d, ll, will, would, instead, actually, so, named, ok, okay",
	asks: "when, whos, which, what, whats, whens, who, where, is, has, did, does, do, was, will, have, booked, coming, come, for, down, time, in",
	outcomes: map[Action]string{
		ToCancel: "cancels, canceled, cancelling, called off, call off, not coming, wont come, wont be coming, cant make it, cannot make it, cant make, doesnt need, no longer needs, no longer coming, wants to cancel, has to cancel, needs to cancel, drop, scrap",
		ToMiss:   "not come, not turned up, didnt turn up, did not turn up, hasnt turned up, hasnt shown up, not shown up, never came, never showed up, never turned up, hasnt arrived, not arrived, didnt arrive, isnt here, wasnt here, no shows, didnt show",
		ToFinish: "all done, sorted, complete, completed, served, finished with, dealt with",
		ToArrive: "turned up, showed up, in the waiting room, there, came in, came, waiting",
		ToMove:   "moved, rescheduled, push, push back, shift, bring forward, postpone, change, swap, put, moving",
		ToReach:  "call, call back, ring, ring back, phone, phone number, telephone, telephone number, number, email, contact, reach, contact details",
		ToWrite:  "message, send message, tell, write, write to, text, sms, let know, inform, remind",
	},
	parted: map[Action]string{ToReach: "call back, ring back, phone back", ToMove: "push back, bring forward, put back", ToCancel: "call off", ToWrite: "let know"},
	wishes: "can, could, wants, want, prefers, prefer, like, rather, can only, needs, asks for, asked for, asking for, comes later, coming later, coming at, later, earlier, come, running late, late, only",
	into:   "to, for, until, on",
	joins:  "and, then, so, now",

	closes:    "close, closed, block, blocked, lock, shut",
	shuts:     "shut down, close down, close off, block off",
	everybody: "all, everyone, everybody, everything",
}
