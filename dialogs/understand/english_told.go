package understand

// englishTold is how clerks speak of somebody's appointment.
var englishTold = toldWords{
	beside: "the, a, an, his, her, hers, their, he, she, they, him, them, it, is, was, has, have, had, been, be, just, now, already, still, yet, also, please, and, that, of, from, with, appointment, appointments, booking, slot, oclock, one, person, " +
		"rang, called, phoned, rung, calls, calling, caller, customer, client, says, said, s, 's, d, ll, will, would, instead, actually, so, named, ok, okay, say, list, mark, as, we, this, do, chat",
	asks: "when, whos, which, what, whats, whens, who, where, is, has, did, does, do, was, will, have, booked, coming, come, for, down, time, in, anything, anyone, anybody, something, somebody, i, we, got",
	outcomes: map[Action]string{
		ToCancel:  "cancels, canceled, cancelling, called off, call off, not coming, wont come, wont be coming, cant make it, cannot make it, cant make, doesnt need, no longer needs, no longer coming, wants to cancel, has to cancel, needs to cancel, drop, scrap, ill, sick, unwell",
		ToMiss:    "no sign, not come, not turned up, didnt turn up, did not turn up, hasnt turned up, hasnt shown up, not shown up, never came, never showed up, never turned up, hasnt arrived, not arrived, didnt arrive, isnt here, wasnt here, no shows, didnt show",
		ToFinish:  "all done, sorted, complete, completed, served, finished with, dealt with",
		ToArrive:  "turned up, showed up, in the waiting room, there, came in, came, walked in, waiting",
		ToMove:    "moved, rescheduled, push, push back, shift, bring forward, postpone, change, swap, put, moving",
		ToReach:   "call, call back, ring, ring back, phone, phone number, telephone, telephone number, number, email, contact, reach, contact details",
		ToConnect: "code, give code",
		ToUndo:    "undo, taken back, wrong, by mistake, mistake, not done, isnt done, not finished, isnt finished, isnt done yet, not done yet, mixed up",
		ToWrite:   "message, send, send message, tell, write, write to, text, sms, let know, inform, remind",
	},
	parted: map[Action]string{ToUndo: "take back", ToReach: "call back, ring back, phone back", ToMove: "push back, bring forward, put back", ToCancel: "call off, take off, cross off", ToWrite: "let know", ToConnect: "give code"},
	wishes: "can, could, wants, want, prefers, prefer, like, rather, can only, needs, asks for, asked for, asking for, comes later, coming later, coming at, later, earlier, come, running late, late, only",
	into:   "to, for, until, on",
	who:    "who, whos, whom",
	what:   "what, whats, when, whens, where, wheres, which, why, how",
	may:    "can, could, may, must, do, does, is, are, need, should, will, from",
	comes:  "comes, coming, running",
	opens:  "open again, open up, reopen, re open, open back",
	around: "office, counter, place, whole, entire, all, desk, desks",
	joins:  "and, then, so, now",
	rings:  "call, ring, phone",

	closes:    "close, closed, block, blocked, lock, shut",
	shuts:     "shut down, close down, close off, block off",
	everybody: "all, everyone, everybody, everything",

	both:  "both, each",
	at:    "at",
	after: "yet, after, still, actually",
	takenBack: takenBackWords{
		wrong:   "wrong, that was wrong, was wrong, wrong one, the wrong one, that was the wrong one, it was the wrong one, was the wrong one, wrong person, the wrong person, that was the wrong person, wrong appointment, my mistake, sorry my mistake, mistake, by mistake, that was a mistake, was a mistake, misclick, misclicked, oops, whoops, scratch that, no wrong, no wrong one, no that was wrong, no that was the wrong one, not right, thats wrong, thats not right",
		back:    "back, go back, not after all, actually not, actually no, not that one, no not that one, dont call, dont call them, no go back, revert, revert that",
		no:      "no, nope, wait, hang on, hold on, no wait, actually",
		notHere: "not here after all, not here yet, isnt here yet, is not here yet, isnt here after all, is not here after all, not yet here, hasnt come yet, has not come yet, no not here yet, hes not here yet, shes not here yet, not here, actually not here, not here actually",
		notDone: "not done yet, not done, not finished, not finished yet, isnt done yet, is not done yet, isnt finished yet, not done after all, no not done yet, actually not done, hes not done yet, shes not done yet",
	},
}
