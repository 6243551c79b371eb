package understand

// englishAsked are answers that mean something only where one question stands
// open, or something else there.
var englishAsked = map[Expect]map[Intent]string{
	ExpectMore: {
		Enough: "i'm good, im good, i am good, all good, i'm fine, im fine, good, fine, done, finished, all done, nothing, nothing else, that's it, thats it, no more, enough, all set, i'm done, im done, ok thanks, not now, not today, not for now, no need, not needed, i have all, i have everything, i've got everything, i have all i need, i don't need anything else, i dont need anything else, don't need anything else, that's everything, not at the moment, for now that's it",
		More:   "one more thing, one more, yes one more thing, yes one more, yeah one more thing, another thing, something else, yes something else, there's one more thing, and another thing, yes there is, there is one more",
	},
	ExpectYesNo: {
		Yes: "ok, okay, fine, go, continue, next, got it, i guess, i suppose so, if you must, please, that's fine, ok sure, ok then, sounds about right, you can, you may",
		No:  "not needed, no need, not necessary, not now, nothing, not today, not at the moment, maybe later, later, some other time, enough, i don't want that, i dont want that, i don't want to, i dont want to, don't need it, dont need it, i don't need it, i dont need it, not for me",
	},
	ExpectReview: {
		Yes: "ok, okay, next, continue, done, submit, send, send it, save, save it, finish, book, book it, book now, keep it, leave it, leave it like that, leave it as is, all fine, it's all right, that's all right, fine as is, as is, lock it in",
		No:  "change, not quite, not exactly, almost, not entirely, edit, correct it, correction, there is a mistake, there's a mistake, theres a mistake, a mistake, mistake, something is wrong, something's wrong, somethings wrong, something isn't right, i want to change something, i'd like to change something, i need to change something, wrong, that's not it, let me change something, needs a change, not like that",
	},
	ExpectMail: {
		No:   "no, none, no email, no mail, i don't have one, i dont have one, don't have one, dont have one, don't have any, dont have any, i have none, i have no email, without, i'd rather not say, id rather not say, rather not say, i'd rather not, prefer not to say, i prefer not to say, i'd prefer not to, none of your business, that's none of your business, i don't want to give it, i dont want to give it, i don't want to, i dont want to, not needed, no thanks, no internet, i don't use email, i dont use email, private, n/a, na, not available, can i leave it out, do i have to",
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
		OtherTimes: "no, nope, none, none of them, none of these, none of those, none of them work, doesn't work, doesnt work, that doesn't work, that doesnt work, i can't, i cant, i can't make those, i cant make those, can't make any of those, more, show more, show me more, next, others, other, something else, anything else, what else, not possible, no good, none fits, none suit, these don't work, these dont work, those don't work, those dont work, not good, i'm busy then, im busy then",
	},
}
