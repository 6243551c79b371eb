package understand

// englishTalk is small talk, anger and emergencies in English.
var englishTalk = talkWords{
	polite: map[Talk]string{
		Greeting: "hello, hi, hi there, hello there, hey, good morning, good afternoon, good evening, good day, greetings, hey there, hello everyone, anybody home, anybody there, is anybody there, is anyone there, anyone there, howdy, hiya, yo, dear sir or madam, hello hello, morning, evening, what s up, whats up, good day to you",
		Pause:    "one moment, one moment please, just a moment, moment please, one second, one sec, just a sec, a sec, hold on, hang on, wait a moment, wait a second, give me a moment, give me a second, bear with me, let me check, let me look, let me look it up, i have to look it up, i need to look it up, i have to check, need to check",
		Thanking: "thanks, thank you, thanks a lot, thank you very much, many thanks, thx, ok thanks, great thanks, thank you so much, cheers, cheers mate, much appreciated, thanks for your help, thank you for your help, ty, thank u, tnx, thanks so much, thanks very much, thanks mate",
		Goodbye:  "bye, goodbye, bye bye, see you, thanks bye, see you later, have a nice day, have a good day, see ya, take care, cya, good night, see you then, have a great day, good bye, have a nice weekend",
		Praise:   "worked well, worked great, that was great, that was helpful, really helpful, super helpful, love this, well done, great service, good job, that was easy, awesome, excellent, brilliant, you are great, you are awesome, you re great, you re awesome, amazing, very helpful, wonderful, perfect service, love it, nice service, this is great, great bot, this is brilliant, you are the best, impressive, this works well, nice work, good bot, this is awesome, fantastic, that was quick, that was fast, super easy",
	},
	grave: map[Talk]string{
		Insult: "(had|ive had|i've had) enough of this, fed up, sick of this, you are … stupid, you are … useless, you re … stupid, you re … useless, this is … useless, the worst, worst bot, idiot, idiots, you idiot, stupid bot, stupid machine, stupid, dumb bot, dumb machine, you are dumb, you are stupid, you re stupid, you re dumb, asshole, assholes, fuck you, fuck off, fucking, bullshit, this is bullshit, shit service, this is shit, piece of shit, moron, morons, useless, you suck, this sucks, shut up, bastard, bastards, bitch, damn bot, ridiculous, what a joke, incompetent, this is a joke, go to hell, screw you, crap, this is crap, garbage bot, worst service, dumbass, wanker, pathetic, lazy bastards, retarded, kiss my ass, rubbish service",
		Emergency: "just robbed, just been robbed, just got robbed, just mugged, just been mugged, is choking, stopped moving, does not wake up, doesn t wake up, won t wake up, not responding, seizure, electrocuted, gun, swallowed … pills, hurt myself, passed out, fainted, breaks into, broken into, not breathing, isn t breathing, isnt breathing, stopped breathing, can t breathe, cant breathe, cannot breathe, unconscious, collapsed, heart attack, stroke, ambulance, is on fire, on fire, house is burning, is burning, fire in, there is a fire, there s a fire, break in, breaking in, breaking into, burglar, burglars, hits me, hitting me, beats me, beating me, attacking me, attacked me, has a knife, got a knife, with a knife, has a gun, got a gun, with a gun, kill me, kill myself, " +
			"end my life, want to die, suicide, commit suicide, don t want to live, dont want to live, do not want to live, raped, rape, robbing me, being robbed, bleeding, badly hurt, badly injured, injured, drowning, poisoned, smell gas, smell of gas, gas leak, chest pain, pain in my chest, overdose, kidnapped, my child is missing, child is missing, daughter is missing, son is missing, following me, shooting, shots fired, bomb, dying, call 911, call 112, call 110, call the police, going to kill, swallowed pills, car crash, life in danger, threatening me with, threatens me with, stabbed, someone is hurt, water broke, took pills, is hurting me",
	},
	greeted:   "everyone, everybody, all, folks, team, there, guys",
	past:      "since, after",
	atOnce:    "now, just, help, quick, quickly, still",
	stress:    "really, so, very, totally, just, quite, actually, pretty, absolutely, all, truly",
	instead:   "instead, rather, actually, i meant, i mean, wrong, by mistake, mistyped, typo, no wait, change it to, change that to, make it, make that, changed my mind, on second thought",
	follows:   "and, and for, what about, how about, and what about, and how about, but, or",
	swaps:     "change, changing, switch, switching, swap, swapping",
	moves:     "move, push, shift, postpone, reschedule",
	leaves:    "i will come back to it, i will get back to you, i will think about it, let me think about it, i need to ask … first, i have to ask … first",
	mourns:    "died, passed away, is dead, has died",
	addresses: "you, u, ya",
	greets:    "good, lovely",
	doing:     "comes, come, is, are, waits, wait, has, have, wants, want, needs, need, stays, stay, will, can, cant, brings, drives, works, lives, goes",
	movedBy:   "by, back",
	advances:  "forward, forwards, earlier, up, sooner",
	parting:   "you, ya",
	cancels:   "cancel, cancelling",
	fixes:     "make, say, do",
	every:     "every, each",
	further:   "another, plus, additionally",
	likewise:  "too, also, likewise",
	spells:    "as, in, for, like",
	describes: "comes, come, coming, sits, speaks, speak, hears, sees, brings, bringing, walks, understands, uses, waits, calls, works, can",
	thereupon: "after, thereafter",
	thats:     "that, this",
	being:     "am, im, m, is, are",
	halts:     "no, nope, wait, hold on, hang on, stop, oh, oops, sorry, no sorry, no wait, oh wait, scratch that",
	besides:   "also, too, as well, another, in addition, additionally, on top, besides, plus",
	speaking:  "speak, in, talk, understand, please, prefer",
	tongues: map[string]string{
		"de": "german", "en": "english", "tr": "turkish", "uk": "ukrainian", "ru": "russian", "ar": "arabic", "pl": "polish", "ro": "romanian", "fr": "french", "es": "spanish", "it": "italian", "fa": "farsi, persian, dari", "ku": "kurdish", "nl": "dutch", "sq": "albanian", "bg": "bulgarian", "sr": "serbian", "hr": "croatian",
	},
}
