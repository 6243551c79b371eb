package understand

import "terminbote/booking"

// Reading is all that a message says, whatever is asked. Findings stand in the
// order of the text and do not overlap.
type Reading struct {
	Text  string // as it was typed, on one line
	Lang  string // the language most of it is in
	Found []Finding
	Rest  []string // words with a meaning of their own that no finding explains
	// Passed is what is named beside what was found, among what people come for, and belongs to
	// none of it: it was only mentioned, or was not heard as a wish.
	Passed []string
	// Unmet is the parts that ask for something which no finding explains.
	Unmet []string
	// Unanswered is the questions beside other things that no finding explains.
	Unanswered []string
	// Asks says that some of it is put as a question.
	Asks bool
	// Agrees says that it begins with a yes to a question that binds, whatever else it says.
	Agrees bool
	// Proviso is what is set against a yes that binds, or makes it hang on: "ja, aber mit Express".
	Proviso string
	// Unsure says that such a proviso names nothing, and only leaves the yes open: "ja, vielleicht".
	Unsure bool
	// BesideYes is the clauses beside such a yes of which nothing was understood.
	BesideYes []string
	// Another is what somebody else needs an appointment of their own for.
	Another []Another
	// Cut says that more was written than is read: Text is the beginning of it.
	Cut bool
	// Foreign says that it is clearly in another language than the talk, in one
	// that is spoken here.
	Foreign bool
	// Follows says that it goes on with the question before: "und samstags?".
	Follows bool
	// Instead says that it puts what it says in place of what was said before.
	Instead bool
	// Corrects says that a part of it was read against what is chosen.
	Corrects bool
	// Several says that several appointments are to be called off: "lösch die zwei Termine".
	Several bool
	// Adds says that what it names comes beside what is booked: "den Pass auch noch dazu".
	Adds bool
	// Besides says that what it names comes beside what was named before: "und einen Pass auch".
	Besides bool
	// Keeps says that what is booked stays, and only changes: "der Termin soll bleiben".
	Keeps bool
	// Beside says where a new appointment shall lie, seen from what is booked.
	Beside Beside
	// Only says that what it names is to be all that somebody comes for: "nur den Pass".
	Only bool
	// Mourns says that it tells of the death of somebody of the family.
	Mourns bool
	// Either is the days and hours that belong together, of which any will do, where some hours
	// are meant on some days only: "Donnerstag ab 16 oder Freitag vormittag". The findings
	// say all days and all hours of it. It is empty where there are no such pairs.
	Either []When
	// Apart is the concerns that are wanted on days of their own: "Perso am Dienstag und
	// Reisepass am Mittwoch".
	Apart []ConcernWhen
}

// Finding is one thing that a part of the message says.
type Finding struct {
	Words string  // that part, as it was typed
	Sure  float64 // from 0 to 1; below 0.5 it is asked about before it counts
	Value Value
}

// Value is what a finding says: one of the types below.
type Value interface{ value() }

// The values of findings.
type (
	// ConcernValue is a concern that somebody has, or with Negated expressly
	// has not ("nicht Reisepass sondern Perso").
	ConcernValue struct {
		ID       booking.ConcernID
		Quantity int  // how many cases; 0: not said
		More     bool // it is one more: "noch ein Perso"
		Some     bool // several are wanted, and nobody said how many: "mehrere Reisepässe"
		Negated  bool
		Rivals   []booking.ConcernID // what the words could mean as well, two at most; they tell apart which question to ask
	}
	// StaysValue says that something chosen stays as it is: that it does, or who it is for.
	StaysValue struct{ ID booking.ConcernID } // empty: which of several is not said
	// ElsewhereValue is something that the office does not do, by the ID of
	// the town's entry that says who does.
	ElsewhereValue struct{ ID string }
	// PersonsValue is how many people come, the writer included.
	PersonsValue struct {
		Count int
		Also  int // of them, those who shall have the same as the writer: "mein Sohn braucht auch einen"
		By    int // by how many they are more, or fewer, than was said before; Count is 0 then: "eine Person weniger"
	}
	// DaysValue is which days are wanted.
	DaysValue struct{ Days }
	// HoursValue is which times of day are wanted.
	HoursValue struct{ Window }
	// ShiftValue moves what was chosen: "eine Stunde später", "lieber früher".
	ShiftValue struct {
		Later   bool
		Minutes int // how much; 0: not said
		Days    int // likewise
	}
	// ChoiceValue is a place in the list shown, from 1 on; -1 is the last
	// ("die zweite", "der späteste").
	ChoiceValue struct{ Place int }
	// CountValue is a bare number that the open question gives its meaning.
	CountValue struct{ Count int }
	// NameValue is somebody's name, as it is to be stored.
	NameValue struct {
		Name  string
		Wrong string // the one that it takes the place of, where that is said: "Beckmann, nicht Bekmann"
	}
	// MailValue is a mail address; Meant is the likelier one where it looks
	// mistyped ("gmial.com").
	MailValue struct{ Address, Meant string }
	// PhoneValue is a telephone number, as it is to be stored.
	PhoneValue struct{ Phone string }
	// LackValue says that somebody has none of what would be asked for: "ohne E-Mail", and in a
	// clerk's line "kein Handy".
	LackValue struct{ Of Expect }
	// NumberValue is an appointment's number.
	NumberValue struct{ Number booking.Number }
	// QuestionValue is a question to the assistant.
	QuestionValue struct {
		About   Topic
		Concern booking.ConcernID // which concern it is about; empty: none named
		Named   booking.ConcernID // with AboutUnknown: what it names, though nobody knows whether it is about that
		// Authority is the other authority that is asked about, by its ID
		Authority string
		Answer    string              // with AboutTown: the ID of the town's own answer
		Own       bool                // it is about the writer's own telephone: "braucht ihr meine Nummer"
		Parents   bool                // it asks which of a child's parents must come along or sign
		Covers    bool                // with AboutMine: for which people it is
		Due       bool                // with AboutReady: whether it is there by a day that is named
		Enough    bool                // with AboutLength: whether the time is enough
		All       bool                // it asks about all that is chosen: what it costs together
		Oneself   bool                // with AboutProxy: whether somebody else can do it by themselves
		Fetches   bool                // with AboutProxy: whether somebody else can fetch what is ready
		Guessed   bool                // only the whole of it sounds like that topic
		Differs   bool                // with AboutConcern: how it differs from others of its kind
		Concerns  []booking.ConcernID // with AboutTogether: those that are named
		Days      Days                // which days it names: open on Saturday
		Window    Window              // and which times of day
		Either    []When              // of which one of these will do, where they belong together
		Words     string              // as it was typed; a feast may be named in it
	}
	// IntentValue is what somebody wants to do.
	IntentValue struct{ Intent Intent }
	// CorrectionValue says that an answer given before is wrong.
	CorrectionValue struct {
		Of      Expect
		Ends    string // of a name, the letters that a word of it ends with: "Nachname mit w am Ende"
		Instead string // letters that these stand in place of, the last ones of the word
		Word    string // that word, where it is named; empty: the family name
		Given   bool   // or the given name
	}
	// TalkValue is small talk.
	TalkValue struct{ Talk Talk }
	// LanguageValue is a language that somebody asks for or writes in, by its
	// code; Spoken tells whether the message itself is in that language.
	LanguageValue struct {
		Lang   string
		Spoken bool
	}
)

func (ConcernValue) value()    {}
func (StaysValue) value()      {}
func (ElsewhereValue) value()  {}
func (PersonsValue) value()    {}
func (DaysValue) value()       {}
func (HoursValue) value()      {}
func (ShiftValue) value()      {}
func (ChoiceValue) value()     {}
func (CountValue) value()      {}
func (NameValue) value()       {}
func (MailValue) value()       {}
func (PhoneValue) value()      {}
func (LackValue) value()       {}
func (NumberValue) value()     {}
func (QuestionValue) value()   {}
func (IntentValue) value()     {}
func (CorrectionValue) value() {}
func (TalkValue) value()       {}
func (LanguageValue) value()   {}

// Days is which days are wanted. The zero value says nothing.
type Days struct {
	Spans    []DateSpan       `json:"spans,omitempty"`    // any of these; none: any day
	Weekdays booking.Weekdays `json:"weekdays,omitempty"` // only these; 0: any
	Coming   booking.Weekdays `json:"coming,omitempty"`   // named alone; Spans is the first of each to come
	Not      booking.Weekdays `json:"not,omitempty"`      // never these
	Off      []DateSpan       `json:"off,omitempty"`      // none of these
	Soonest  bool             `json:"soonest,omitempty"`  // as early as possible
	// Thereafter says that a weekday is the first behind the day spoken of.
	Thereafter bool     `json:"thereafter,omitempty"`
	Any        bool     `json:"any,omitempty"`   // every day will do; drops what was said before
	Fault      DayFault `json:"fault,omitempty"` // why no such day can be meant; Spans may name it
}

// Refuses tells whether some days do not do.
func (d Days) Refuses() bool { return d.Not != 0 || len(d.Off) > 0 }

// DateSpan is a stretch of days, both included; a zero end is open.
type DateSpan struct {
	From booking.Date `json:"from"`
	To   booking.Date `json:"to"`
}

// DayFault is why a day that was named cannot be meant.
type DayFault string

// The faults of a day.
const (
	NoSuchDay    DayFault = "no_such"       // 31 November
	PastDay      DayFault = "past"          // behind us
	WrongWeekday DayFault = "wrong_weekday" // Tuesday the 25th is a Wednesday
)

// Window is which times of day are wanted. The zero value says nothing.
type Window struct {
	Spans  []booking.Hours `json:"spans,omitempty"`  // any of these; none: any time
	Times  []booking.Clock `json:"times,omitempty"`  // one of these exactly, the likeliest first
	About  booking.Clock   `json:"about,omitempty"`  // near this time; 0: none named
	Any    bool            `json:"any,omitempty"`    // every time will do; drops what was said before
	Latest bool            `json:"latest,omitempty"` // the last of what fits
	Same   bool            `json:"same,omitempty"`   // the time of day that was chosen or booked before
}

// When is days and hours that belong together: Thursday from four on. Days that say nothing
// are those wanted before, and any day at all with Any.
type When struct {
	Days  Days   `json:"days,omitzero"`
	Hours Window `json:"hours,omitzero"`
}

// Topic is what a question is about.
type Topic string

// The topics of questions.
const (
	AboutFee       Topic = "fee"       // what does it cost, and who pays less
	AboutDocuments Topic = "documents" // what to bring
	AboutPhoto     Topic = "photo"
	AboutForms     Topic = "forms"
	AboutLength    Topic = "length" // how long does it take
	AboutReady     Topic = "ready"  // when will it be ready
	AboutNeed      Topic = "need"   // do I have to come at all; can it be done online
	AboutProxy     Topic = "proxy"  // can somebody else come for me
	AboutHours     Topic = "hours"  // when are you open, are you open on …
	AboutPlace     Topic = "place"  // where is it
	AboutParking   Topic = "parking"
	AboutTransit   Topic = "transit" // bus and train
	AboutAccess    Topic = "access"  // barrier-free
	AboutPayment   Topic = "payment" // card or cash
	AboutWalkIn    Topic = "walk_in" // without an appointment
	AboutPrivacy   Topic = "privacy" // who sees my data
	AboutBot       Topic = "bot"     // are you a person
	AboutLanguages Topic = "languages"
	AboutConcern   Topic = "concern" // what is …, do you do …
	AboutMine      Topic = "mine"    // when is my appointment
	AboutSoonest   Topic = "soonest" // when is the next free time
	AboutServices  Topic = "services"
	AboutContact   Topic = "contact"  // telephone, mail
	AboutChanging  Topic = "changing" // how do I cancel or move it later
	AboutNotices   Topic = "notices"  // do I get a confirmation, a reminder
	AboutHorizon   Topic = "horizon"  // how far ahead can I book
	AboutAgain     Topic = "again"    // may one book once more when it is cancelled
	AboutTogether  Topic = "together" // do several things go in one appointment
	AboutName      Topic = "name"     // in which name is it best booked
	AboutTown      Topic = "town"     // one of the town's own answers
	AboutUnknown   Topic = "unknown"  // a question, but nobody here knows
)

// Topics are all topics that a question can be about.
func Topics() []Topic {
	return []Topic{
		AboutFee, AboutDocuments, AboutPhoto, AboutForms, AboutLength, AboutReady, AboutNeed, AboutProxy, AboutHours, AboutPlace,
		AboutParking, AboutTransit, AboutAccess, AboutPayment, AboutWalkIn, AboutPrivacy, AboutBot, AboutLanguages, AboutConcern,
		AboutMine, AboutSoonest, AboutServices, AboutContact, AboutChanging, AboutNotices, AboutHorizon, AboutAgain, AboutTogether, AboutName, AboutTown, AboutUnknown,
	}
}

// Talk is small talk, and what must never be taken for a wish.
type Talk string

// The kinds of talk.
const (
	Greeting  Talk = "greeting"
	Thanking  Talk = "thanks"
	Goodbye   Talk = "goodbye"
	Insult    Talk = "insult"
	Praise    Talk = "praise"
	Emergency Talk = "emergency" // life is in danger: 112 and 110
	Nonsense  Talk = "nonsense"
	Pause     Talk = "pause" // they go on later
)
