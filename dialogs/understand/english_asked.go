package understand

// englishAsked are answers that mean something only where one question stands
// open, or something else there.
var englishAsked = map[Expect]map[Intent]string{
	ExpectMore: {
		Enough: "that's it i think, i'm good, im good, i am good, all good, i'm fine, im fine, good, fine, done, finished, all done, nothing, nothing else, that's it, thats it, no more, enough, all set, i'm done, im done, ok thanks, not now, not today, not for now, no need, not needed, i have all, i have everything, i've got everything, i have all i need, i don't need anything else, i dont need anything else, don't need anything else, that's everything, not at the moment, for now that's it",
		More:   "one more thing, one more, yes one more thing, yes one more, yeah one more thing, another thing, something else, yes something else, there's one more thing, and another thing, yes there is, there is one more",
	},
	ExpectYesNo: {
		Yes: "both, yes both, both of them, yes both of them, yes all, yes all of them, yes that one, yes this one, sure thing, go ahead, by all means, absolutely, definitely, that's the one, that is the one, that's it, thats it, that's what i meant, exactly that, precisely, correct, you got it, you guessed it, indeed, of course, why not, alright then, fine by me, go for it, i think so, i believe so, yes please, please do, do it, ok, okay, fine, go, continue, next, got it, i guess, i suppose so, if you must, please, that's fine, ok sure, ok then, sounds about right, you can, you may",
		No:  "neither, neither of them, no neither, none of them, none of those, not really, no way, god no, heavens no, i don't think so, i dont think so, not that, not that one, that's not it, thats not it, wrong, incorrect, certainly not, definitely not, absolutely not, no not that, nah not that, not needed, no need, not necessary, not now, nothing, not today, not at the moment, maybe later, later, some other time, enough, i don't want that, i dont want that, i don't want to, i dont want to, don't need it, dont need it, i don't need it, i dont need it, not for me",
	},
	ExpectReview: {
		Yes: "all good, yep book it, looks right, looks good, looks fine, all correct, everything's right, everything is right, that's right, thats right, thats correct, confirm, confirmed, go ahead, do it, perfect, spot on, fine, yes that's right, sounds good, good to go, ship it, please book, book that, make it so, happy with that, ok, okay, next, continue, done, submit, send, send it, save, save it, finish, book, book it, book now, keep it, leave it, leave it like that, leave it as is, all fine, it's all right, that's all right, fine as is, as is, lock it in",
		No:  "that's not right, thats not right, that isn't right, not right, not correct, that's wrong, thats wrong, something's off, somethings off, something is off, no that's wrong, hmm no, change, not quite, not exactly, almost, not entirely, edit, correct it, correction, there is a mistake, there's a mistake, theres a mistake, a mistake, mistake, something is wrong, something's wrong, somethings wrong, something isn't right, i want to change something, i'd like to change something, i need to change something, wrong, that's not it, let me change something, needs a change, not like that",
	},
	ExpectMail: {
		No:   "i don't do email, i dont do email, i don't use emails, don't use it, dont use it, rather not, not giving that, i won't give it, haven't got one, havent got one, i haven't got one, never had one, no computer, can't remember it, don't know it, i don't know it, no, none, no email, no mail, i don't have one, i dont have one, don't have one, dont have one, don't have any, dont have any, i have none, i have no email, without, i'd rather not say, id rather not say, rather not say, i'd rather not, prefer not to say, i prefer not to say, i'd prefer not to, none of your business, that's none of your business, i don't want to give it, i dont want to give it, i don't want to, i dont want to, not needed, no thanks, no internet, i don't use email, i dont use email, private, n/a, na, not available, can i leave it out, do i have to",
		Next: "skip, skip it, skip this, skip please, leave it out, next, continue, continue without, without it",
	},
	ExpectPhone: {
		No:   "no, none, no phone, i don't have one, i dont have one, don't have one, dont have one, i have none, i have no phone, without, i'd rather not say, id rather not say, rather not say, i'd rather not, prefer not to say, i prefer not to say, none of your business, i don't want to give it, i dont want to give it, i don't want to, not needed, no thanks, private, n/a, na, do i have to",
		Next: "skip, skip it, skip this, skip please, leave it out, next, continue, continue without, without it",
	},
	ExpectName: {
		No: "no, none of your business, i'd rather not say, id rather not say, rather not say, i'd rather not, prefer not to say, i don't want to say, i dont want to say, i won't tell you, do i have to, not telling",
	},
	ExpectCode: {
		No: "i don't have one, i dont have one, don't have one, dont have one, i have none, none, i don't know it, i dont know it",
	},
	ExpectWhen: {
		Restore:    "leave it as it is, leave it as it was, leave as is, keep it as it is, keep it as it was, keep it, i keep it, i'll keep it, keep the old one, i'll keep the old one, i keep the old one, let's leave it, don't move it, dont move it, no need to move it, stay with the old one, i'll stay with the old one",
		OtherTimes: "none of these work for me, none work for me, can't do any, cant do any, can't do any of those, cant do any of those, can't make any, none of those suit, none suits, not those, not these, none of the above, anything different, got anything else, have you anything else, what else is there, what else have you got, i'm working then, no good for me, no, nope, none, none of them, none of these, none of those, none of them work, doesn't work, doesnt work, that doesn't work, that doesnt work, i can't, i cant, i can't make those, i cant make those, can't make any of those, more, show more, show me more, next, others, other, something else, anything else, what else, not possible, no good, none fits, none suit, these don't work, these dont work, those don't work, those dont work, not good, i'm busy then, im busy then",
	},
}
