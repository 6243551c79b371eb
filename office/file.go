package office

// file is an office file as it is written. Its types are the only list of the
// keys there are: the reader and the schema for editors both go by their tags.
//
//	key   the key; with ",optional" it may be left out
//	doc   what it means, for editors
//	min, max   bounds of a number
type file struct {
	Languages    []language    `key:"languages" doc:"The languages in which every text of this file stands, such as [de, en]. The first is the office's own."`
	ID           name          `key:"id" doc:"The office's short name. It is stored with every appointment: never change it."`
	Name         text          `key:"name" doc:"The office's name for people."`
	Address      address       `key:"address" doc:"Where the office is."`
	Phone        line          `key:"phone" doc:"The telephone number for urgent concerns and for people without internet."`
	Website      link          `key:"website,optional" doc:"The office's home page."`
	Privacy      links         `key:"privacy,optional" doc:"Where the privacy notice can be read in full, by language."`
	Site         *site         `key:"site,optional" doc:"What the office says about itself on its web pages."`
	TimeZone     zone          `key:"time_zone" doc:"The time zone of the office's clock, such as Europe/Berlin."`
	State        state         `key:"state" doc:"The German state whose public holidays the office keeps, such as NW."`
	Booking      rules         `key:"booking" doc:"The rules of the office about booking."`
	Service      *service      `key:"service,optional" doc:"The rules of the office about what follows a booking. What is left out is as most offices have it."`
	Skills       []name        `key:"skills" doc:"What desks can do. Every concern asks for one of these."`
	Desks        []desk        `key:"desks" doc:"The counters with somebody behind them."`
	Shifts       []shift       `key:"shifts" doc:"When appointments are served in an ordinary week."`
	Closures     []closure     `key:"closures,optional" doc:"Times in which nobody is served. A closure beats everything."`
	ExtraHours   []extraHours  `key:"extra_hours,optional" doc:"Hours on single days on top of the week's, also on days off."`
	WalkInDays   []walkIn      `key:"walk_in_days,optional" doc:"Weekdays on which one comes without an appointment."`
	Categories   []category    `key:"categories" doc:"The groups in which the concerns stand, in the order shown."`
	Documents    []document    `key:"documents,optional" doc:"What people bring. Concerns name these; a visit lists each once."`
	Forms        []form        `key:"forms,optional" doc:"Papers to fill in beforehand. Concerns name these."`
	Concerns     []concern     `key:"concerns" doc:"The matters people come for, in the order shown."`
	Details      []detail      `key:"details,optional" doc:"What people ask about a concern: when it is ready, whether they have to come."`
	Combinations []combination `key:"combinations,optional" doc:"Which different concerns can share one appointment."`
	Authorities  []authority   `key:"authorities,optional" doc:"Who does what the office does not. The entries of 'elsewhere' name these."`
	Elsewhere    []elsewhere   `key:"elsewhere,optional" doc:"What people ask the office for and others do."`
	Answers      []answer      `key:"answers,optional" doc:"Answers to what only the town knows: parking, lift, interpreters."`
}

type address struct {
	Street   line `key:"street" doc:"Street and number."`
	PostCode line `key:"post_code" doc:"The post code, in quotes."`
	Town     line `key:"town" doc:"The town."`
	Hint     text `key:"hint,optional" doc:"Which door, which floor."`
}

type rules struct {
	Horizon      number `key:"horizon_days" min:"1" max:"366" doc:"How many days ahead one can book."`
	Lead         number `key:"lead_minutes" min:"0" max:"10080" doc:"Minutes from now to the first time offered to the public."`
	Grid         number `key:"grid_minutes" min:"5" max:"60" doc:"Starts and lengths are multiples of this; it divides the hour."`
	Longest      number `key:"longest_minutes" min:"5" max:"1440" doc:"The longest visit."`
	Hold         number `key:"hold_minutes" min:"1" max:"120" doc:"How long a time is kept for somebody who is booking."`
	PerPerson    number `key:"per_person" min:"1" max:"100" doc:"How many appointments one person may have ahead."`
	PerMail      number `key:"per_mail" min:"1" max:"100" doc:"How many appointments may be ahead under one mail address."`
	MaxPersons   number `key:"max_persons" min:"1" max:"100" doc:"How many people may come in one visit."`
	MailRequired flag   `key:"mail_required" doc:"Whether one must give a mail address."`
}

type desk struct {
	ID     name   `key:"id" doc:"The desk's short name."`
	Name   text   `key:"name" doc:"The desk's name for people."`
	Skills []name `key:"skills" doc:"What this desk can do."`
	Hours  *week  `key:"hours,optional" doc:"The desk's own hours. Without them it serves in every shift."`
}

// week is hours by weekday; a day left out has none.
type week struct {
	position
	Monday    []hours `key:"monday,optional" doc:"Hours on Mondays."`
	Tuesday   []hours `key:"tuesday,optional" doc:"Hours on Tuesdays."`
	Wednesday []hours `key:"wednesday,optional" doc:"Hours on Wednesdays."`
	Thursday  []hours `key:"thursday,optional" doc:"Hours on Thursdays."`
	Friday    []hours `key:"friday,optional" doc:"Hours on Fridays."`
	Saturday  []hours `key:"saturday,optional" doc:"Hours on Saturdays."`
	Sunday    []hours `key:"sunday,optional" doc:"Hours on Sundays."`
}

// days is the week as booking has it, Sunday first.
func (w *week) days() [7][]hours {
	return [7][]hours{w.Sunday, w.Monday, w.Tuesday, w.Wednesday, w.Thursday, w.Friday, w.Saturday}
}

type shift struct {
	Days     []weekday `key:"days" doc:"On which weekdays."`
	Hours    []hours   `key:"hours" doc:"From when to when."`
	Desks    []name    `key:"desks,optional" doc:"Which desks serve. Left out: all of them."`
	Internal flag      `key:"internal,optional" doc:"Whether only staff book into it."`
	From     date      `key:"from,optional" doc:"The first day on which it is so. Left out: it has long been."`
	Until    date      `key:"until,optional" doc:"The last day on which it is so. Left out: for good."`
}

type closure struct {
	Day    date    `key:"day" doc:"The day, or the first of several."`
	Until  date    `key:"until,optional" doc:"The last day, where it is more than one."`
	Hours  []hours `key:"hours,optional" doc:"From when to when. Left out: the whole day."`
	Desk   name    `key:"desk,optional" doc:"The desk that is closed. Left out: the whole office."`
	Reason text    `key:"reason" doc:"Why, for people to read."`
}

type extraHours struct {
	Day      date    `key:"day" doc:"The day."`
	Hours    []hours `key:"hours" doc:"From when to when."`
	Desks    []name  `key:"desks,optional" doc:"Which desks serve. Left out: all of them."`
	Internal flag    `key:"internal,optional" doc:"Whether only staff book into it."`
}

type walkIn struct {
	Days  []weekday `key:"days" doc:"On which weekdays."`
	From  date      `key:"from,optional" doc:"The first day of this arrangement."`
	Until date      `key:"until,optional" doc:"Its last day."`
}

type category struct {
	ID   name `key:"id" doc:"The category's short name."`
	Name text `key:"name" doc:"The category's name for people."`
}

type document struct {
	ID    name `key:"id" doc:"The document's short name."`
	Name  text `key:"name" doc:"What to bring, for people."`
	Photo flag `key:"photo,optional" doc:"Whether it is a photo of the person the concern is for."`
	From  date `key:"from,optional" doc:"The first day on which it is so. Left out: it has long been."`
	Until date `key:"until,optional" doc:"The last day on which it is so. Left out: for good."`
}

type form struct {
	ID   name `key:"id" doc:"The form's short name."`
	Name text `key:"name" doc:"The form's name for people."`
	URL  link `key:"url,optional" doc:"Where it is. Left out where it lies at the counter only."`

	From  date `key:"from,optional" doc:"The first day on which it is so. Left out: it has long been."`
	Until date `key:"until,optional" doc:"The last day on which it is so. Left out: for good."`
}

type concern struct {
	position
	ID          name      `key:"id" doc:"The concern's short name. It is stored with every appointment: never change it."`
	Category    name      `key:"category" doc:"The category in which it stands."`
	LeiKa       leika     `key:"leika,optional" doc:"Its 14 digits in the national service catalogue, in quotes."`
	Name        text      `key:"name" doc:"The concern's name for people."`
	Synonyms    synonyms  `key:"synonyms" doc:"What people call it, by language."`
	Explanation text      `key:"explanation" doc:"One or two sentences for somebody tired on a phone."`
	Documents   []name    `key:"documents,optional" doc:"What to bring."`
	Forms       []name    `key:"forms,optional" doc:"What to fill in beforehand."`
	Fees        []fee     `key:"fees,optional" doc:"What it costs, oldest first."`
	Minutes     minutes   `key:"minutes" doc:"How long it takes."`
	MaxQuantity number    `key:"max_quantity" min:"1" max:"99" doc:"How many cases fit into one appointment."`
	AskQuantity flag      `key:"ask_quantity,optional" doc:"Whether everybody is asked how many cases there are. Left out: it is one unless people say otherwise."`
	Skill       name      `key:"skill" doc:"What a desk must be able to do to serve it."`
	PhoneOnly   flag      `key:"phone_only,optional" doc:"Whether it is urgent and arranged by telephone only."`
	Pickup      name      `key:"pickup,optional" doc:"The concern with which people fetch what they applied for here, once it is ready."`
	Question    *question `key:"question,optional" doc:"What is asked before it can be booked."`
	From        date      `key:"from,optional" doc:"The first day on which the office does it. Left out: it has long done it."`
	Until       date      `key:"until,optional" doc:"The last day on which the office does it. Left out: for good."`
}

type fee struct {
	ValidFrom date   `key:"valid_from" doc:"The first day on which the fee is valid."`
	Until     date   `key:"until,optional" doc:"The last day on which it is valid. Left out: until the next one is."`
	Rates     []rate `key:"rates,optional" doc:"The prices. Left out where the amount is known at the counter only; then a note says why."`
	Note      text   `key:"note,optional" doc:"What people should know about the price."`
}

type rate struct {
	Name   text  `key:"name,optional" doc:"Who or what the price is for."`
	Amount money `key:"amount" doc:"Euros, such as 46.00."`
	Extra  flag  `key:"extra,optional" doc:"Whether it comes on top if wanted."`
}

type minutes struct {
	First     number `key:"first" min:"1" max:"1440" doc:"Minutes for the first case."`
	Further   number `key:"further,optional" min:"0" max:"1440" doc:"Minutes for each further case. Left out: as many as for the first."`
	PerPerson number `key:"per_person,optional" min:"0" max:"1440" doc:"Minutes for each person beyond the first. Left out: none."`

	Periods []period `key:"periods,optional" doc:"From and until when it takes another time, oldest first. Of several that hold on a day the last counts."`
}

// period is how long a concern takes for some time.
type period struct {
	position
	From      date   `key:"from,optional" doc:"The first day on which it is so. Left out: it has long been."`
	Until     date   `key:"until,optional" doc:"The last day on which it is so. Left out: for good."`
	First     number `key:"first" min:"1" max:"1440" doc:"Minutes for the first case."`
	Further   number `key:"further,optional" min:"0" max:"1440" doc:"Minutes for each further case. Left out: as many as for the first."`
	PerPerson number `key:"per_person,optional" min:"0" max:"1440" doc:"Minutes for each person beyond the first. Left out: none."`
}

type question struct {
	Ask       text `key:"ask" doc:"A question to be answered with yes or no."`
	Otherwise text `key:"otherwise" doc:"What is said to those who answer no."`
}

// combination is either any two among a list, or each of one with another.
type combination struct {
	position
	Among []name `key:"among,optional" doc:"Any two of these concerns go together."`
	Each  []name `key:"each,optional" doc:"Every one of these goes with every one under 'with'."`
	With  []name `key:"with,optional" doc:"See 'each'."`
}
