package understand

// englishChosen is how people correct in English what they have chosen.
var englishChosen = chosenWords{
	allOfIt: "all, all of (it|them|these|those), both, both of (it|them|these|those), everything, the lot",
	plural:  "are",
	eachOne: "we both, both of us, each of us, we each, everyone of us, every one of us, (all|each) (two|three|four|five) of us",
	tooMany: "too many, too much",
	tooFew:  "too few, too little",
	isFor:   "is, are, be, s, was, will, goes, would",
	partly:  "of them, of those, of these, of the two, of the three, of both",
	others:  "the other (one|ones|two|three|thing|things|stuff|part), the others, (that|the) other, the rest of it, the rest, rest, everything else, anything else, all the rest, all the others, all other things, other stuff",
	stays:   "stays at, stay at, stays with, stays on, stays as is, stays, stay as they are, stay, remains at, remain at, remains, remain, still, as before, as is, unchanged, keep, keep it at, keeps, as it is, as they are, as it was, as they were, the way (it is|they are), (stays|stay|remains|remain) (the same|as it is|as they are|in), (should|shall|must|has to|have to) (stay|remain|stay in|stay as it is|stay as they are), alone, the same",
	fine:    "(is|are|s) (fine|ok|okay|right|correct|good), fine, ok, is as before",
	off:     "dont need, don't need, don t need, do not need, no longer need, (is|are) not needed, (can|could) go, is off, not, drop, skip, remove, without, forget, cancel, take out, leave out, out, no more",
	makes:   "make, turn, change, making",
	draws:   "the, those, it, them, into, to, a, my, rather, please",
	oneOfUs: "one of us two, one of us",
	leaves:  "leave, keep, please leave, please keep",
	alters:  "(dont|don't|don t|do not) (change|touch|alter), not change, not touch",
	insists: "too, also, as well, still, do, anyway",
	suffice: "after all, is enough, will do, is sufficient, s enough, would do, enough",
	theirs:  "him, her, them, us, somebody, someone",
}
