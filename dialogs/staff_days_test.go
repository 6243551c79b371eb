package dialogs

import (
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/locales"
)

// onDay is an appointment of the sample office in a clerk's list.
func onDay(o *booking.Office, id booking.AppointmentID, day booking.Date, state booking.State, told DeliveryState) Entry {
	start := day.At(600, o.Calendar.Zone)
	return Entry{Told: told, Appointment: booking.Appointment{ID: id, Number: "K7M4PQ", Office: o.ID, State: state, Span: booking.Span{Start: start, End: start.Add(time.Minute)}}}
}

// A week shows the days on which somebody serves, or is booked, or something is special.
func TestAWeekShowsEveryDayOfWhichThereIsSomethingToSay(t *testing.T) {
	t.Parallel()
	saturday := november(28)
	for name, tt := range map[string]struct {
		change func(*booking.Office, *Facts)
		want   bool
	}{
		"a day off": {func(*booking.Office, *Facts) {}, false},
		"extra hours": {func(o *booking.Office, _ *Facts) {
			o.Calendar.Extra = []booking.ExtraHours{{Day: saturday, Shift: booking.Shift{From: 8 * 60, To: 9 * 60}}}
		}, true},
		"closed": {func(o *booking.Office, _ *Facts) {
			o.Calendar.Closures = []booking.Closure{{Day: saturday, Hours: booking.AllDay()}}
		}, true},
		"booked": {func(o *booking.Office, f *Facts) {
			f.Staff.Entries = []Entry{onDay(o, 7, saturday, booking.Confirmed, WasTold)}
		}, true},
		"cancelled": {func(o *booking.Office, f *Facts) {
			f.Staff.Entries = []Entry{onDay(o, 7, saturday, booking.Cancelled, WasTold)}
		}, false},
	} {
		talk := at(staffFlow{}, staffWeekScreen, booking.Clerk)
		o := *talk.workOffice()
		tt.change(&o, &talk.facts)
		talk.facts.Town, talk.Work.Day = booking.NewTown(&o), november(25)
		v := staffWeekStep{}.show(talk)
		if got := slices.Contains(idsOf(v), planPrefix+saturday.String()); got != tt.want {
			t.Errorf("%s: shown %v, want %v", name, got, tt.want)
		}
		if ids := idsOf(v); !slices.Contains(ids, planPrefix+november(23).String()) || !slices.Contains(ids, weekPrefix+november(16).String()) || !slices.Contains(ids, weekPrefix+november(30).String()) || slices.Contains(ids, planPrefix+november(30).String()) {
			t.Errorf("%s: %v", name, ids)
		}
	}
}

// A row of a week says what is special, and else that somebody was not reached.
func TestARowOfAWeekSaysWhatIsSpecial(t *testing.T) {
	t.Parallel()
	talk := at(staffFlow{}, staffWeekScreen, booking.Clerk)
	o := *talk.workOffice()
	day := november(24)
	reached, not := []Entry{onDay(&o, 7, day, booking.Confirmed, WasTold)}, []Entry{onDay(&o, 7, day, booking.Confirmed, WasTold), onDay(&o, 8, day, booking.Confirmed, NotTold)}
	if got := talk.facts.weekRow(&o, day, reached); got[3].Key != "" || got[1].Args["Number"] != 1 {
		t.Errorf("everybody reached: %v", got)
	}
	if got := talk.facts.weekRow(&o, day, not); got[3].Key != "staff.coming.untold" || got[1].Args["Number"] != 2 {
		t.Errorf("somebody not: %v", got)
	}
	o.Calendar.Closures = []booking.Closure{{Day: day, Hours: hours(8, 9)}}
	if got := talk.facts.weekRow(&o, day, not); got[3].Key != "staff.day.closed" {
		t.Errorf("closed: %v", got)
	}
}

// A day counts who is booked, who came and who was missed, and names those that nobody reached.
func TestADayCountsByStateAndByWhoWasTold(t *testing.T) {
	t.Parallel()
	talk := at(staffFlow{}, staffDayScreen, booking.Clerk)
	o, day := talk.workOffice(), november(23)
	all := []Entry{
		onDay(o, 1, day, booking.Confirmed, WasTold), onDay(o, 2, day, booking.CheckedIn, BeingTold), onDay(o, 3, day, booking.Called, WasTold), onDay(o, 4, day, booking.Finished, NothingToTell),
		onDay(o, 5, day, booking.Missed, NotTold), onDay(o, 6, day, booking.Missed, WasTold),
	}
	lines := talk.facts.counts(o, day, all)
	want := []locales.Args{{"Booked": 6, "Here": 3, "Missed": 2, "Free": 0}, {"Told": 3, "Untold": 1}}
	for i, args := range want {
		for name, value := range args {
			if got := lines[i].Args[name]; got != value {
				t.Errorf("%s: %s is %v, want %v", lines[i].Key, name, got, value)
			}
		}
	}
	if len(lines) != 3 || lines[2].Key != "staff.day.untold" || len(talk.facts.counts(o, day, nil)) != 1 || len(talk.facts.counts(o, day, all[:4])) != 2 {
		t.Errorf("%v", keysOf(lines))
	}
	talk.facts.Staff.Entries = slices.Concat(all, []Entry{
		onDay(o, 7, day, booking.Held, WasTold), onDay(o, 8, day.Add(1), booking.Confirmed, WasTold), onDay(&booking.Office{ID: "odd", Calendar: o.Calendar}, 9, day, booking.Confirmed, WasTold),
	})
	if got := talk.facts.entries(o, day); len(got) != 6 {
		t.Errorf("of the day are %d", len(got))
	}
}

// That new people are slowed down stands on today's plan alone.
func TestTheBrakeStandsOnTodaysPlan(t *testing.T) {
	t.Parallel()
	talk := at(staffFlow{}, staffDayScreen, booking.Clerk)
	o, today := talk.workOffice(), talk.today()
	since := talk.facts.Now.Add(-time.Hour)
	for name, tt := range map[string]struct {
		since time.Time
		day   booking.Date
		want  int
	}{"today": {since, today, 1}, "tomorrow": {since, today.Add(1), 0}, "not braked": {time.Time{}, today, 0}} {
		f := talk.facts
		f.Staff.Braked = tt.since
		if got := f.braked(o, tt.day); len(got) != tt.want {
			t.Errorf("%s: %v", name, keysOf(got))
		}
	}
	if BrakeLine(o, time.Time{}).Key != "staff.unbraked" || BrakeLine(o, since).Key != "staff.day.braked" {
		t.Error("staff are told the one for the other")
	}
	for reason, want := range map[string]string{"": "staff.no_reason", "Umzug": "text"} {
		text := booking.Text{}
		if reason != "" {
			text["de"] = reason
		}
		if got := reasonLine(text); got.Key != want {
			t.Errorf("%q: %s", reason, got.Key)
		}
	}
}

// Of concerns of one kind the one that takes least stands for all.
func TestTheQuickestStandsForItsKind(t *testing.T) {
	t.Parallel()
	of := func(id string, minutes int, skill booking.Skill) booking.Concern {
		return booking.Concern{ID: booking.ConcernID(id), First: time.Duration(minutes) * time.Minute, Skill: skill}
	}
	got := quickest([]booking.Concern{of("a", 10, "x"), of("b", 5, "x"), of("c", 5, "x"), of("d", 20, "y"), of("e", 30, "y")}, func(c booking.Concern) string { return string(c.Skill) })
	if len(got) != 2 || got[0].ID != "b" || got[1].ID != "d" {
		t.Errorf("%v", got)
	}
}

// Who has two accounts of one name is told apart by the account; an entry of the past by
// its day.
func TestWhatLooksAlikeIsToldApart(t *testing.T) {
	t.Parallel()
	talk := at(staffFlow{}, staffColleaguesScreen, booking.Lead)
	ben, other := Colleague{Chat: Chat{"test", "b"}, Name: "Ben"}, Colleague{Chat: Chat{"mail", "b"}, Name: "ben"}
	for want, all := range map[string][]Colleague{"staff.colleague": {ben}, "staff.colleague_at": {ben, other}} {
		talk.facts.Staff.Colleagues = all
		if got := talk.colleagueLabel(ben); got.Key != want {
			t.Errorf("of %d: %s", len(all), got.Key)
		}
	}
	a := onDay(talk.workOffice(), 7, november(24), booking.Confirmed, WasTold).Appointment
	if talk.facts.entryLabel(a, november(24)).Key != "staff.appointment.today" || talk.facts.entryLabel(a, november(23)).Key != "staff.appointment.choice" || talk.facts.entryLabel(a, booking.Date{}).Key != "staff.appointment.choice" {
		t.Error("the day is said where it is not clear")
	}
	a.Ticket = 3
	if got := visitorLine(a).Key; got != "staff.walk_in" || callName(a) != booking.TicketName(3) {
		t.Errorf("a ticket is %s, %s", got, callName(a))
	}
	for name, tt := range map[string]struct {
		act  AuditEntry
		want string
	}{
		"an appointment": {AuditEntry{What: WasMoved, Number: "K7M4PQ"}, "K7M 4PQ"},
		"a role":         {AuditEntry{What: RoleGiven, Detail: map[string]any{"name": "Ben", "role": "lead"}}, "staff.colleague"},
		"an account":     {AuditEntry{What: RoleGiven, Detail: map[string]any{"name": "Ben", "role": "lead", "account": "b", "network": "test"}}, "staff.colleague_at"},
		"a file":         {AuditEntry{What: FileHit, Detail: map[string]any{"day": "2026-11-24", "count": 3.0}}, "staff.act_hit"},
		"minutes":        {AuditEntry{What: MinutesChanged, Detail: map[string]any{"day": "2026-11-24", "concern": "passport", "before": 10.0, "minutes": 20.0}}, "staff.act_minutes"},
		"minutes back":   {AuditEntry{What: MinutesBack, Detail: map[string]any{"day": "2026-11-24", "concern": "passport"}}, "staff.act_minutes"},
		"a closure":      {AuditEntry{What: DayClosed, Detail: map[string]any{"day": "2026-11-24", "from": "08:00", "to": "09:00", "reason": "x"}}, "staff.act_day"},
		"nothing":        {AuditEntry{What: FileRead, Detail: map[string]any{"digest": "x"}}, ""},
	} {
		if got := talk.aboutLine(tt.act); got.Key != tt.want && (tt.want == "" || inGerman(got) != tt.want) {
			t.Errorf("%s: %s, want %s", name, got.Key, tt.want)
		}
	}
	minutes := talk.aboutLine(AuditEntry{What: MinutesChanged, Detail: map[string]any{"day": "2026-11-24", "concern": "passport", "before": 10.0, "minutes": 20.0}})
	if minutes.Args["Before"] != 10 || minutes.Args["Minutes"] != 20 {
		t.Errorf("minutes: %v", minutes.Args)
	}
}

// What was cancelled is booked again while its time is ahead, and nothing else is under way.
func TestWhatWasCancelledIsBookedAgainWhileItIsAhead(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		in    time.Duration
		draft Draft
		gone  bool
		want  string
	}{
		"ahead": {time.Hour, Draft{}, true, "restore.again"}, "now": {0, Draft{}, true, "restore.nothing"}, "over": {-time.Hour, Draft{}, true, "restore.nothing"},
		"nothing": {time.Hour, Draft{}, false, "restore.nothing"}, "in a booking": {time.Hour, Draft{Wishes: []booking.Wish{{Concern: "id-card"}}}, true, "restore.nothing"},
	} {
		talk := at(citizenFlow{}, appointmentsScreen, "")
		talk.Draft = tt.draft
		if tt.gone {
			talk.Returned = Returned{Office: "werne", Wishes: []booking.Wish{{Concern: "passport", Quantity: 2}}, Persons: 2, Start: talk.facts.Now.Add(tt.in), Contact: booking.Contact{Name: "Erika", Phone: "1"}}
		}
		(&taking{talk: talk}).restore()
		if got := remarksOf(talk); !slices.Equal(got, []string{tt.want}) {
			t.Errorf("%s: %v", name, got)
		}
		if d := talk.Draft; tt.want == "restore.again" && (d.Wishes[0] != (booking.Wish{Concern: "passport", Quantity: 2}) || d.Persons != 2 || d.Name != "Erika" || !d.NoMail || d.Phone != "1" || len(d.Days.Spans) != 1 || len(d.Hours.Times) != 1 || len(talk.Returned.Wishes) > 0) {
			t.Errorf("%s: %+v", name, d)
		}
	}
}
