package dialogs

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"terminbote/booking"
)

// Each refusal makes forget what it is about, and nothing else of what was answered.
func TestARefusalForgetsOnlyWhatItIsAbout(t *testing.T) {
	t.Parallel()
	nothing := func(*Draft) {}
	noTime := func(d *Draft) { d.Start = time.Time{} }
	noDay := func(d *Draft) { d.Start, d.Day = time.Time{}, booking.Date{} }
	noMail := func(d *Draft) { d.Mail, d.NoMail = "", false }
	rethought := func(d *Draft) {
		d.Picked, d.Informed, d.Office, d.Start, d.Day, d.ByDay, d.Page, d.ByHour, d.Hour = false, false, "", time.Time{}, booking.Date{}, false, 0, false, booking.Hours{}
	}
	all := func(d *Draft) { *d = Draft{} }
	for err, tt := range map[error]struct {
		remark  string
		forgets func(*Draft)
		screen  Screen
	}{
		booking.ErrUnproven:   {"refused.changed", rethought, noScreen}, // of what is no time
		booking.ErrAddresses:  {"refused.addresses", noMail, noScreen},
		booking.ErrTaken:      {"refused.taken", noTime, noScreen},
		booking.ErrExpired:    {"refused.taken", noTime, noScreen},
		booking.ErrTooSoon:    {"refused.too_soon", noTime, noScreen},
		booking.ErrClosed:     {"refused.closed", noDay, noScreen},
		booking.ErrTooFar:     {"refused.closed", noDay, noScreen},
		booking.ErrMailLimit:  {"refused.mail_limit", noMail, noScreen},
		booking.ErrLimit:      {"refused.limit", nothing, appointmentsScreen},
		booking.ErrDayLimit:   {"refused.day_limit", nothing, noScreen},
		booking.ErrTooOften:   {"refused.too_often", nothing, noScreen},
		booking.ErrTooLong:    {"refused.visit_too_long", rethought, noScreen},
		booking.ErrUnknown:    {"refused.gone", all, appointmentsScreen},
		booking.ErrOver:       {"refused.gone", all, appointmentsScreen},
		booking.ErrIncomplete: {"refused.incomplete", noMail, noScreen},
		booking.ErrApart:      {"refused.changed", rethought, noScreen},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.Draft = answered()
		want := answered()
		tt.forgets(&want)
		talk.flow.refuse(talk, Result{Command: Book{}, Refused: err})
		if !reflect.DeepEqual(talk.Draft, want) || talk.Screen != tt.screen || !slices.Equal(remarksOf(talk), []string{tt.remark}) {
			t.Errorf("%v: %v at %q\n%+v, want\n%+v", err, remarksOf(talk), talk.Screen, talk.Draft, want)
		}
	}
	moving := at(citizenFlow{}, noScreen, "")
	moving.Draft = answered()
	moving.Draft.Moving = 7
	if moving.rethink(); moving.Draft.Office != "small" {
		t.Error("what moves is looked for at another office")
	}
}

// What is kept of a talk is only what the town still knows.
func TestConcernsThatAreGivenUpAreLeftOutEverywhere(t *testing.T) {
	t.Parallel()
	ids := []booking.ConcernID{"odd", "passport", "gone"}
	wishes := []booking.Wish{{Concern: "odd", Quantity: 1}, {Concern: "passport", Quantity: 2}, {Concern: "gone"}}
	s := State{
		Version: version, Lang: "de", Later: slices.Clone(ids), Returned: Returned{Office: "werne", Wishes: slices.Clone(wishes)},
		Draft: Draft{Wishes: slices.Clone(wishes), Between: slices.Clone(ids)},
	}
	talk := recall(s, at(citizenFlow{}, noScreen, "").facts)
	for name, got := range map[string][]booking.ConcernID{
		"chosen": concernIDs(talk.Draft.Wishes), "in question": talk.Draft.Between, "cancelled": concernIDs(talk.Returned.Wishes), "for later": talk.Later,
	} {
		if !slices.Equal(got, []booking.ConcernID{"passport"}) {
			t.Errorf("%s: %v", name, got)
		}
	}
	if !slices.Equal(s.Later, ids) || !slices.Equal(s.Draft.Wishes, wishes) || !slices.Equal(s.Returned.Wishes, wishes) || !slices.Equal(s.Draft.Between, ids) {
		t.Errorf("the state itself is changed: %+v", s)
	}
}

// With a concern goes what was answered about it, and nothing about the others.
func TestWithAConcernGoesWhatWasAgreedOfIt(t *testing.T) {
	t.Parallel()
	for off, want := range map[booking.ConcernID][]booking.ConcernID{"passport": {"id-card"}, "id-card": {"passport"}, "odd": {"passport", "id-card"}} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.Draft.Wishes = []booking.Wish{{Concern: "passport", Quantity: 2}, {Concern: "id-card"}}
		talk.Draft.Agreed = []booking.ConcernID{"passport", "id-card"}
		before := talk.Draft
		talk.drop(off)
		if got := concernIDs(talk.Draft.Wishes); !slices.Equal(got, want) || !slices.Equal(talk.Draft.Agreed, want) {
			t.Errorf("without %s: %v, agreed %v", off, got, talk.Draft.Agreed)
		}
		if len(before.Wishes) != 2 || before.Wishes[0].Concern != "passport" || before.Agreed[0] != "passport" {
			t.Errorf("without %s: what was before is changed: %+v", off, before)
		}
	}
}

// Only an appointment that is ahead, and that the town still serves, can move or wait for
// an earlier time; a booking under way is asked about first.
func TestOnlyWhatIsAheadCanMove(t *testing.T) {
	t.Parallel()
	base := at(citizenFlow{}, noScreen, "")
	now := base.facts.Now
	of := func(state booking.State, in time.Duration, concern booking.ConcernID) booking.Appointment {
		return booking.Appointment{ID: 7, Office: "werne", State: state, Span: booking.Span{Start: now.Add(in), End: now.Add(in + time.Hour)}, Items: []booking.Item{{Concern: concern}}}
	}
	for name, tt := range map[string]struct {
		a      booking.Appointment
		begun  bool
		screen Screen
		remark []string
		moves  bool
	}{
		"ahead":              {of(booking.Confirmed, time.Second, "passport"), false, noScreen, nil, true},
		"it begins now":      {of(booking.Confirmed, 0, "passport"), false, appointmentsScreen, []string{"refused.gone"}, false},
		"begun":              {of(booking.Confirmed, -time.Hour, "passport"), true, appointmentsScreen, []string{"refused.gone"}, false},
		"cancelled":          {of(booking.Cancelled, time.Hour, "passport"), false, appointmentsScreen, []string{"refused.gone"}, false},
		"there":              {of(booking.CheckedIn, time.Hour, "passport"), false, appointmentsScreen, []string{"refused.gone"}, false},
		"given up":           {of(booking.Confirmed, time.Hour, "odd"), false, appointmentScreen, nil, false},
		"amidst a booking":   {of(booking.Confirmed, time.Hour, "passport"), true, resumeScreen, nil, false},
		"given up, amidst":   {of(booking.Confirmed, time.Hour, "odd"), true, appointmentScreen, nil, false},
		"of somebody else's": {booking.Appointment{ID: 8}, false, appointmentsScreen, []string{"refused.gone"}, false},
	} {
		for _, choice := range []string{moveChoice, waitChoice} {
			talk := at(citizenFlow{}, bookedScreen, "")
			talk.Chosen, talk.facts.Appointments = 7, []booking.Appointment{tt.a}
			if tt.begun {
				talk.Draft = Draft{Wishes: []booking.Wish{{Concern: "id-card"}}, Name: "Erika"}
			}
			want := talk.Draft
			if tt.moves {
				want = Draft{Moving: 7, Office: "werne", Wait: WaitDraft{On: choice == waitChoice}}
			}
			talk.change(choice)
			if talk.Screen != tt.screen || !slices.Equal(remarksOf(talk), tt.remark) || !reflect.DeepEqual(talk.Draft, want) || (talk.Instead == choice) != (tt.screen == resumeScreen) {
				t.Errorf("%s, %s: at %q, %v, %+v", name, choice, talk.Screen, remarksOf(talk), talk.Draft)
			}
		}
	}
}

// An answer to a notice that leads somewhere brings the talk back from the staff; one that
// is only noted does not.
func TestAnAnswerToANoticeBringsBackOnlyWhatItLeadsTo(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		choice   string
		commands []string
		handed   bool
	}{
		"coming": {comingChoice, []string{"affirm"}, true},
		"late":   {lateChoice, []string{"take back"}, false},
		"move":   {moveChoice, []string{"take back"}, false},
		"cancel": {cancelChoice, []string{"take back"}, false},
		"again":  {againChoice, []string{"take back"}, false},
		"odd":    {"odd", nil, true},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		now := talk.facts.Now
		a := booking.Appointment{
			ID: 7, Office: "werne", State: booking.Confirmed, Span: booking.Span{Start: now.Add(time.Hour), End: now.Add(2 * time.Hour)}, Items: []booking.Item{{Concern: "passport"}},
		}
		talk.Handed, talk.facts.Appointments = true, []booking.Appointment{a}
		talk.facts.Notice = &ReceivedNotice{booking.Notice{ID: 3, Kind: booking.ReminderNotice}, a}
		if passed := talk.passedOn(Responded{Notice: 3, Choice: tt.choice}); !passed || talk.Handed != tt.handed || !slices.Equal(commandsOf(talk), tt.commands) {
			t.Errorf("%s: passed on %v, handed %v, %v", name, passed, talk.Handed, commandsOf(talk))
		}
	}
}

// How many cases a ticket is for is kept while it is asked which concern is meant.
func TestACountForATicketIsKeptUntilItIsKnownForWhat(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{"reisepass": 3, "2 reisepass": 2, "1 reisepass": 1} {
		talk := at(staffFlow{}, staffTicketScreen, booking.Clerk)
		talk.facts.Directory = RememberingDirectory(talk.facts.Town)
		talk.Work.Ticket = TicketDraft{Count: 3, Among: []booking.ConcernID{"passport", "id-card"}}
		staffTicketStep{}.hear(talk, talk.read(text))
		if len(talk.commands) != 1 || talk.commands[0].(GiveTicket).Wishes[0] != (booking.Wish{Concern: "passport", Quantity: want}) {
			t.Errorf("%q: %+v, %v", text, talk.commands, remarksOf(talk))
		}
	}
	talk := at(staffFlow{}, staffTicketScreen, booking.Clerk)
	talk.Work.Ticket = TicketDraft{Count: 3, Among: []booking.ConcernID{"passport"}}
	if (staffTicketStep{}).choose(talk, ticketForPrefix+"id-card") || len(talk.commands) > 0 {
		t.Error("a ticket is given for what was not offered")
	}
	if ok := (staffTicketStep{}).choose(talk, ticketForPrefix+"passport"); !ok || talk.commands[0].(GiveTicket).Wishes[0].Quantity != 3 {
		t.Errorf("chosen: %+v", talk.commands)
	}
	odd := at(staffFlow{}, staffTicketScreen, booking.Clerk)
	odd.Work.Ticket = TicketDraft{Count: 3, Among: []booking.ConcernID{"passport"}}
	odd.facts.Directory = RememberingDirectory(odd.facts.Town)
	if odd.ticketFor("reisepass", -1); len(odd.commands) > 0 || !reflect.DeepEqual(odd.Work.Ticket, TicketDraft{}) || !slices.Equal(remarksOf(odd), []string{"staff.ticket_count"}) {
		t.Errorf("no count: %+v, %v", odd.Work.Ticket, remarksOf(odd))
	}
}

// Who rests is named by what is called out, however it is typed.
func TestWhoRestsIsNamedByWhatIsCalledOut(t *testing.T) {
	t.Parallel()
	booked := booking.Appointment{Number: "K7M4PQ"}
	ticket := booking.Appointment{Number: "TCK222", Ticket: 3}
	name := booking.TicketName(3)
	for typed, want := range map[string][2]bool{ // the appointment, the ticket
		"K7M4PQ": {true, false}, "k7m 4pq": {true, false}, "TCK222": {false, true}, "tck 222": {false, true},
		name: {false, true}, "w3": {false, true}, "W33": {false, false}, "W": {false, false}, "": {false, false},
	} {
		if got := [2]bool{isCalledOut(booked, typed), isCalledOut(ticket, typed)}; got != want {
			t.Errorf("%q: %v, want %v", typed, got, want)
		}
	}
}

// Changes are told of an appointment that is ahead; where no time is given, as in a file,
// of any that stands.
func TestChangesAreToldOfWhatIsAhead(t *testing.T) {
	t.Parallel()
	base := at(citizenFlow{}, noScreen, "")
	now := base.facts.Now
	for name, tt := range map[string]struct {
		state  booking.State
		in     time.Duration
		office booking.OfficeID
		now    time.Time
		want   []string
	}{
		"ahead":         {booking.Confirmed, time.Second, "werne", now, []string{"changed.title", "changed.dropped"}},
		"it begins now": {booking.Confirmed, 0, "werne", now, nil},
		"begun":         {booking.Confirmed, -time.Minute, "werne", now, nil},
		"begun, a file": {booking.Confirmed, -time.Minute, "werne", time.Time{}, []string{"changed.title", "changed.dropped"}},
		"there":         {booking.CheckedIn, time.Hour, "werne", now, nil},
		"cancelled":     {booking.Cancelled, time.Hour, "werne", time.Time{}, nil},
		"of no office":  {booking.Confirmed, time.Hour, "odd", now, nil},
	} {
		f := base.facts
		f.Now = tt.now
		o := f.Town.Offices[0]
		start := now.Add(tt.in)
		got := keysOf(f.changeLines(booking.Appointment{
			Office: tt.office, State: tt.state, Desk: o.Desks[0].ID, Span: booking.Span{Start: start, End: start.Add(10 * time.Minute)},
			Items: []booking.Item{{Concern: "odd", Name: booking.Text{"de": "Odd"}, Quantity: 1}},
		}))
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

// A place on the waiting list is named by the appointment that waits, or else by what is
// waited for, as far as the town still knows it.
func TestAPlaceIsNamedByWhatIsWaitedFor(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		place booking.Waiting
		want  string
	}{
		"an appointment":      {booking.Waiting{Appointment: 7, Wishes: []booking.Wish{{Concern: "odd"}}}, "wait.choice"},
		"a concern":           {booking.Waiting{Wishes: []booking.Wish{{Concern: "passport"}}}, "wait.choice_first"},
		"given up":            {booking.Waiting{Wishes: []booking.Wish{{Concern: "odd"}}}, "wait.choice_unserved"},
		"an appointment gone": {booking.Waiting{Appointment: 8}, "wait.choice_gone"},
		"nothing":             {booking.Waiting{}, "wait.choice_gone"},
	} {
		talk := at(citizenFlow{}, waitingScreen, "")
		talk.facts.Appointments = []booking.Appointment{{ID: 7, Office: "werne"}}
		tt.place.ID = 5
		talk.facts.Waiting, talk.Place = []Waiting{{Waiting: tt.place}}, 5
		list, shown := waitingStep{}.show(talk), placeStep{}.show(talk)
		if got := list.Groups[0].Choices[0]; got.Label.Key != tt.want || got.ID != placePrefix+"5" || shown.Title.Key != tt.want {
			t.Errorf("%s: %v, then %s, want %s", name, got, shown.Title.Key, tt.want)
		}
	}
}

// Name, mail and telephone are as they were last, but for what was said of them this time.
func TestWhatWasSaidThisTimeStaysBesideTheLast(t *testing.T) {
	t.Parallel()
	last := booking.Contact{Name: "Erika", Mail: "e@b.de", Phone: "0171"}
	for name, tt := range map[string]struct {
		contact     booking.Contact
		draft, want Draft
		ok          bool
	}{
		"nothing said":    {last, Draft{}, Draft{Name: "Erika", Mail: "e@b.de", Phone: "0171"}, true},
		"another address": {last, Draft{Mail: "a@b.de"}, Draft{Name: "Erika", Mail: "a@b.de", Phone: "0171"}, true},
		"no address":      {last, Draft{NoMail: true}, Draft{Name: "Erika", NoMail: true, Phone: "0171"}, true},
		"another phone":   {last, Draft{Phone: "0172"}, Draft{Name: "Erika", Mail: "e@b.de", Phone: "0172"}, true},
		"no mail known":   {booking.Contact{Name: "Erika"}, Draft{}, Draft{Name: "Erika"}, true},
		"nobody known":    {booking.Contact{Mail: "e@b.de", Phone: "0171"}, Draft{}, Draft{}, false},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.facts.Contact, talk.Draft = tt.contact, tt.draft
		if ok := talk.sameAsLast(); ok != tt.ok || !reflect.DeepEqual(talk.Draft, tt.want) {
			t.Errorf("%s: %v, %+v, want %+v", name, ok, talk.Draft, tt.want)
		}
	}
}

// What was cancelled is booked again by the same person: without an address only where
// they are known to have none.
func TestWhatWasCancelledIsBookedAgainByTheSamePerson(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		contact booking.Contact
		noMail  bool
	}{
		"all known": {booking.Contact{Name: "Erika", Mail: "e@b.de", Phone: "0171"}, false}, "no address": {booking.Contact{Name: "Erika"}, true}, "nobody known": {booking.Contact{}, false},
	} {
		talk := at(citizenFlow{}, appointmentsScreen, "")
		talk.Returned = Returned{Office: "werne", Wishes: []booking.Wish{{Concern: "passport", Quantity: 2}}, Persons: 2, Contact: tt.contact}
		(&taking{talk: talk}).rebook()
		d := talk.Draft
		if (booking.Contact{Name: d.Name, Mail: d.Mail, Phone: d.Phone}) != tt.contact || d.NoMail != tt.noMail || d.Persons != 2 || d.Office != "werne" || d.Category != "identity" || !d.Picked ||
			!slices.Equal(d.Wishes, []booking.Wish{{Concern: "passport", Quantity: 2}}) || len(talk.Returned.Wishes) > 0 || talk.Screen != noScreen {
			t.Errorf("%s: %+v at %q", name, d, talk.Screen)
		}
	}
}

// An office is left only for one that serves what it does not.
func TestAnOfficeIsLeftOnlyForOneThatServes(t *testing.T) {
	t.Parallel()
	base := at(citizenFlow{}, noScreen, "").facts.Town.Offices[0]
	small := *base
	small.ID = "small"
	small.Concerns = slices.DeleteFunc(slices.Clone(base.Concerns), func(c booking.Concern) bool { return c.ID == "passport" })
	town := booking.NewTown(&small, base)
	for name, tt := range map[string]struct {
		town   booking.Town
		chosen booking.OfficeID
		wanted booking.ConcernID
		want   booking.OfficeID
	}{
		"served there":     {town, "small", "id-card", "small"},
		"served elsewhere": {town, "small", "passport", ""},
		"served nowhere":   {town, "small", "odd", "small"},
		"of one office":    {booking.NewTown(&small), "small", "passport", "small"},
		"the other office": {town, base.ID, "passport", base.ID},
		"none chosen":      {town, "", "passport", ""},
		"one that is gone": {town, "gone", "passport", "gone"},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.facts.Town, talk.Draft.Office = tt.town, tt.chosen
		talk.leaveOfficeFor([]booking.Wish{{Concern: tt.wanted}})
		if left := slices.Equal(remarksOf(talk), []string{"office.elsewhere"}); talk.Draft.Office != tt.want || left != (tt.chosen != tt.want) {
			t.Errorf("%s: at %q, %v", name, talk.Draft.Office, remarksOf(talk))
		}
	}
}

// When somebody can say that they are there is told by their appointment, to its end.
func TestWhenSomebodyCanArriveIsTold(t *testing.T) {
	t.Parallel()
	base := at(citizenFlow{}, noScreen, "")
	o, now := base.facts.Town.Offices[0], base.facts.Now
	of := func(state booking.State, begun time.Duration) booking.Appointment {
		return booking.Appointment{ID: 7, Office: o.ID, Desk: o.Desks[0].ID, State: state, Span: booking.Span{Start: now.Add(-begun), End: now.Add(time.Hour)}}
	}
	until := o.Policy.Arrive.After
	late := of(booking.Confirmed, until+time.Second)
	late.Late = time.Second
	for name, tt := range map[string]struct {
		a    booking.Appointment
		want string
	}{
		"ahead":           {of(booking.Confirmed, -24*time.Hour), "here.when"},
		"at the end":      {of(booking.Confirmed, until), "here.when"},
		"over":            {of(booking.Confirmed, until+time.Second), "here.late"},
		"over, but later": {late, "here.when"},
		"called":          {of(booking.Called, 0), "ticket.called"},
		"there":           {of(booking.CheckedIn, 0), "here.done"},
		"of no office":    {booking.Appointment{Office: "odd"}, "here.none"},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		if talk.arriveWhen(tt.a); !slices.Equal(remarksOf(talk), []string{tt.want}) {
			t.Errorf("%s: %v, want %s", name, remarksOf(talk), tt.want)
		}
	}
}
