package understand

// questionWords is how one language asks the assistant something. The lists are
// written as those of officeWords are.
type questionWords struct {
	whats    string           // question words: was, wie
	opens    string           // begins a question: kann ich
	modals   string           // of those, the ones that begin a statement too: muss mich ummelden
	tags     string           // at the end, makes a question of what must or may be: …, oder
	shut     string           // closed: zu
	suits    string           // ends what says whether a time suits: gut, schlecht
	boths    string           // two of what is listed: beides
	alls     string           // all of it: alles
	ables    string           // says that somebody can: kann
	comes    string           // says that somebody comes to the office: vorbeikommen
	musts    string           // says that somebody must or may: muss
	wishes   string           // makes a wish of a question: kann ich einen Termin …
	slots    string           // what people come by: Termin
	gets     string           // asks with "where" for what is wished for: wo bekomme ich
	tells    string           // before that, it begins none: ich kann
	leads    string           // behind these it begins none with a verb of needs: dann
	needs    string           // verbs that say what somebody needs: brauche
	whose    string           // before the place that an authority belongs to: Standesamt der …
	things   string           // question words that ask for things: was, welche
	whether  string           // begins such a question without a question word: ob
	wonders  string           // before a question that stands in a statement: ich wollte wissen, …
	whys     string           // asks why: of that only a few answers tell
	beyond   string           // asks what nobody here answers: how long a card is valid, from which age on
	duties   string           // asks whether one must or may: muss ich
	asked    string           // subjects that stand behind the verb of a question: zieht man
	about    string           // likewise, where no other question stands open: hält der Bus
	articles string           // of a subject behind a verb that may begin a statement: muss der Mietvertrag mit
	verbs    string           // small words that are such verbs: kommt
	states   string           // verbs that ask only at the beginning, before the writer: bin ich
	inCase   string           // of what may be done later: später, falls
	ifs      string           // begins what would be so: wenn
	excess   string           // too much of something, whose first word asks for nothing: zu spät
	topics   map[Topic]string // asks for something by itself: "was kostet"
	told     map[Topic]string // what somebody wants told: the address again
	telling  string           // verbs that want something told: schick, sag
	again    string           // wants something told once more
	parents  string           // words for a parent
	together string           // beside one, asks who comes along or signs: müssen beide
	enough   string           // asks whether the time is enough: reicht die Zeit
	whole    string           // asks about all that is chosen, and no part of it: zusammen
	onlyOne  string           // beside one, asks whether one of them is enough
	asks     map[Topic]string // asks for it where nothing else does: "wo"
	hints    map[Topic]string // asks for it in what is a question: "Parkplatz"

	town       map[string]string // asks for what a town answers itself, by the ID of its answer: who may come along
	oneself    string            // says of somebody else that they do it by themselves: selber
	jointly    string            // asks whether several things go in one appointment: geht das zusammen
	begins     string            // verbs that begin a question, where a yes would bind: ist
	holds      string            // says how long something holds: gilt, gueltig
	differs    string            // asks how one thing differs from another: Unterschied
	spans      string            // stretches of time, in questions how long or how often: Wochen
	translates string            // says that a text is in another language: übersetzt
	alike      []string          // each some words that say nearly the same where an office speaks: Grund, begründen
}

// talkWords is small talk in one language, and what is more serious.
type talkWords struct {
	polite  map[Talk]string // small talk, where a message is nothing else
	grave   map[Talk]string // wherever it stands
	past    string          // behind these an emergency is over: seit
	lasting string          // what has lasted so is none: seit Wochen
	atOnce  string          // an emergency is not over: jetzt
	greeted string          // who is greeted: zusammen
	stress  string          // makes small talk stronger, and changes nothing: echt

	speaking string            // asks for a language that is named: sprechen Sie …
	tongues  map[string]string // languages by their code, as this one calls them

	instead    string // puts something in place of what was said before: sondern
	fixes      string // sets a time, and counts nobody: make it eleven
	every      string // tells what is usual: jeden Abend
	besides    string // adds to it: außerdem
	onThose    string // points to the days before it: da
	afterThat  string // points to what lies behind a time that was named: danach
	beforeThat string // points to what lies before it: davor
	offers     string // asks whether there is anything free, beside a day or a time: habt ihr was
	otherDays  string // speaks of all days but those named: sonst
	comesToo   string // behind a relative: comes along to what is booked
	comesNot   string // behind a relative: does not come along after all
	takesAlong string // verbs that have a relative come along
	fewer      string // behind a number of people: they are fewer
	adds       string // has what is named beside what is booked: mit dazu
	keeps      string // leaves what is booked where it is: der Termin soll bleiben
	behind     string // right after what is booked: direkt nach mir
	ahead      string // right before it: direkt davor
	sameDay    string // on its day: am selben Tag
	rebooks    string // verbs that put something in the place of what is booked
	into       string // stand between such a verb and what is wanted: auf einen Pass umbuchen
	where      string // behind those, where they only say where something is: auf dem Pass
	follows    string // goes on with the question before: und für
	swaps      string // verbs that do so where a time is named, and may change something else where none is
	moves      string // verbs that move an appointment
	gives      string // what is done with a name that is asked for: angeben
	cancels    string // verbs that call one off
	thatTime   string // say the time that was named or chosen before: da, zu der Zeit
	delivers   string // bring in what somebody found: abgeben
	leaves     string // takes leave until later: ich melde mich … wieder
	mourns     string // tells of a death
	givesLater string // wants to give later what is asked: nachreichen
	looksUp    string // verbs that find out what one does not know by heart
	writes     string // verbs that say how a name is written
	lacks      string // say that a letter is not there
	formerly   string // stand before a name that somebody had: geborene
	nows       string // stand behind one that somebody has now
	spells     string // before the word that a letter begins: M wie Martha
	describes  string // verbs that tell of somebody else how they come: kommt mit Rollstuhl
	stands     string // of what is to be read somewhere: da steht
	repeats    string // before what was said already: wie gesagt
	ratifies   string // asks whether what was said can be: geht das
	companions string // before somebody who is met or told of: bei, von
	softens    string // behind a denial that only asks: auch, vielleicht
	weekLater  string // behind a weekday: the one a week after the coming
	thereupon  string // behind a weekday: the one to come after the day spoken of
	thats      string // behind it, for the day spoken of: after that
	greets     string // before a part of the day: guten
	addresses  string // begins what is said to somebody, and no name: du
	doing      string // somebody does, behind who it is: kommt, wartet
	movedBy    string // before by how much: um
	advances   string // it is moved to an earlier time: vorziehen
	parting    string // before the day of a farewell: bis, you
	further    string // one more: noch einen, another
	likewise   string // somebody else wants the same: auch
	being      string // somebody is: bin
	points     string // begins a sentence about what was spoken of: das, it
	alarms     string // calls an emergency so: Notfall
	usedTo     string // tells of what lies behind: used to
	provisos   string // makes a yes hang on something: wenn
	polished   string // words like those that only make it friendlier: wenn möglich
	unsure     string // leaves a yes open: vielleicht
	awaits     string // before "forward", of somebody who is glad: looking
	suffices   string // asks whether something is enough: reicht
	fetches    string // picks up what was ordered: holt … ab
	others     string // somebody else does so: jemand anders
	notThere   string // has not come yet: noch nicht da
	onIt       string // stands on what was named: drauf
	quiet      string // beside what was understood, words that nobody misses: verbs of speech, cut ones
	atEnd      string // says of letters that a name ends with them: am Ende
	ways       string // before what something is sent by: per
	pleased    string // tells that somebody is glad, or that something is settled: freue
	halts      string // takes it back at the beginning of a message: nee warte
}
