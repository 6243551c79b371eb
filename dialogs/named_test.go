package dialogs

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/locales"
	"terminbote/office"
	"terminbote/statistics"
)

// checkNamed holds that each value is told by the sentence of its own.
func checkNamed[V comparable](t *testing.T, name func(V) locales.Line, want map[V]string) {
	t.Helper()
	for value, key := range want {
		if got := name(value); got.Key != key && inGerman(got) != key {
			t.Errorf("%v is told by %s (%s), want %s", value, got.Key, inGerman(got), key)
		}
	}
}

func TestEachStateRoleAndOutcomeHasItsName(t *testing.T) {
	t.Parallel()
	checkNamed(t, stateLine, map[booking.State]string{
		booking.Confirmed: "staff.state.booked", booking.CheckedIn: "staff.state.here", booking.Called: "staff.state.called",
		booking.Finished: "staff.state.finished", booking.Missed: "staff.state.missed", booking.Cancelled: "staff.state.cancelled",
		booking.Held: "staff.state.held", booking.Expired: "staff.state.held",
	})
	checkNamed(t, roleLine, map[booking.Role]string{
		booking.Stranger: "staff.role.none", booking.Viewer: "staff.role.viewer", booking.Clerk: "staff.role.clerk", booking.Lead: "staff.role.lead", "x": "staff.role.none",
	})
	checkNamed(t, outcomeLine, map[string]string{
		"": "staff.outcome.waits", "sent": "staff.outcome.sent", "void": "staff.outcome.void", "too late": "staff.outcome.too_late",
		"unreachable": "staff.outcome.unreachable", "failed": "staff.outcome.failed", "odd": "odd",
	})
	checkNamed(t, toldLine, map[DeliveryState]string{
		NothingToTell: "", BeingTold: "staff.outcome.waits", WasTold: "staff.outcome.sent", NotTold: "staff.coming.untold",
	})
	checkNamed(t, ChannelLine, map[string]string{
		"": "staff.channel.unknown", "staff": "staff.channel.staff", "mail": "staff.channel.mail", "web": "staff.channel.web", "telegram": "Telegram",
	})
	checkNamed(t, otherLine, map[string]string{
		"person 7": "staff.who.citizen", "erased": "staff.who.citizen", "letter": "staff.who.letter", "": "staff.who.program", "clock": "staff.who.program",
		"import": "staff.who.file", "pickup": "staff.who.file", "Karla": "Karla", "person": "person",
	})
	checkNamed(t, func(what Undoable) locales.Line { return undoLine(Undo{What: what, Number: "K7M4PQ"}) }, map[Undoable]string{
		cancelling: "staff.undo.cancel", missing: "staff.undo.miss", moving: "staff.undo.move", closingDown: "staff.undo.close",
		retiming: "staff.undo.minutes", withdrawing: "staff.undo.withdraw",
	})
	checkNamed(t, weekday, map[time.Weekday]string{
		0: "wait.sunday", 1: "wait.monday", 2: "wait.tuesday", 3: "wait.wednesday", 4: "wait.thursday", 5: "wait.friday", 6: "wait.saturday",
	})
}

// What is sent and what is done is named after itself; what has no name is shown as it is.
func TestEachNoticeAndDeedHasItsName(t *testing.T) {
	t.Parallel()
	for _, kind := range booking.NoticeKinds() {
		if got := noticeLine(kind); got.Key != "staff.notice."+string(kind) {
			t.Errorf("the notice %s is told by %s", kind, got.Key)
		}
	}
	if got := noticeLine("odd"); inGerman(got) != "odd" {
		t.Errorf("an unknown notice is %q", inGerman(got))
	}
	checkNamed(t, actLine, map[string]string{
		WasBooked: "staff.did.booked", WasMoved: "staff.did.moved", WasCancelled: "staff.did.cancelled", WasRestored: "staff.did.restored",
		WasDropped: "staff.did.dropped", WasTakenUp: "staff.did.taken_up", WasHit: "staff.did.hit", WasAffirmed: "staff.did.affirmed",
		WasDelayed: "staff.did.delayed", WasCheckedIn: "staff.did.here", WasCalled: "staff.did.called", WasUncalled: "staff.did.uncalled",
		WasFinished: "staff.did.finished", WasMissed: "staff.did.missed", WasGivenCode: "staff.did.code", WasAttached: "staff.did.attached",
		WasImported: "staff.did.imported", WasDisowned: "staff.did.disowned", WasReady: "staff.did.ready", AlarmRaised: "staff.did.alarm",
		WasTicketed: "staff.did.ticket", WasCalledAgain: "staff.did.called_again", WasParked: "staff.did.parked", WasSentOn: "staff.did.sent_on",
		DayClosed: "staff.did.closed", DayReopened: "staff.did.reopened", HoursOpened: "staff.did.opened", HoursWithdrawn: "staff.did.withdrawn",
		RoleGiven: "staff.did.appointed", FileRead: "staff.did.file_read", FileRefused: "staff.did.file_refused", FileHit: "staff.did.file_hit",
		MinutesChanged: "staff.did.minutes", MinutesBack: "staff.did.minutes_back", "odd": "odd",
	})
}

// A talk ended in the part to which its last question belongs.
func TestEachQuestionBelongsToAPartOfTheTalk(t *testing.T) {
	t.Parallel()
	for phase, steps := range map[string]string{
		"concern": "category concern search which quantity persons agree office same", "time": "when day time hour later", "contact": "name mail",
		"review": "review bring", "waiting": "waitDays waitHours waitUntil waitReview waiting place",
		"own": "appointment appointments move cancel number code booked late erase", "start": "start resume about", "other": "handover odd",
	} {
		for step := range strings.FieldsSeq(steps) {
			if got := phaseLine(phaseOf(step)); got.Key != "staff.phase."+phase {
				t.Errorf("%s belongs to %s, want %s", step, got.Key, phase)
			}
		}
	}
	ended := byPhase([]statistics.Ending{{Step: "name", Talks: 2}, {Step: "day", Talks: 3}, {Step: "mail", Talks: 4}})
	if len(ended) != 2 || ended[0] != (statistics.Ending{Step: "contact", Talks: 6}) || ended[1] != (statistics.Ending{Step: "time", Talks: 3}) {
		t.Errorf("by parts: %v", ended)
	}
}

func TestHowLongSomebodyWaitsIsRoundedInWords(t *testing.T) {
	t.Parallel()
	checkNamed(t, outlookLine, map[booking.Outlook]string{
		{}:                              "ticket.soon",
		{Most: 10 * time.Minute}:        "ticket.at_most",
		{Least: 600e9, Most: 600e9}:     "ticket.about",
		{Least: 300e9, Most: 600e9}:     "ticket.between",
		{Least: 300e9, Most: 1200e9}:    locales.For("de").Say(locales.Say("ticket.between", "Least", 5, "Most", 20)),
		{Least: 0, Most: 20 * 60 * 1e9}: locales.For("de").Say(locales.Say("ticket.at_most", "Most", locales.Minutes(20))),
	})
}

// What a clerk reads beside an appointment is the most pressing that is known.
func TestOfComingTheMostPressingIsSaid(t *testing.T) {
	t.Parallel()
	late := booking.Appointment{State: booking.Confirmed, Late: 10 * time.Minute, Coming: true}
	coming := booking.Appointment{State: booking.Confirmed, Coming: true}
	for name, tt := range map[string]struct {
		entry Entry
		want  string
	}{
		"nothing known": {Entry{Appointment: booking.Appointment{State: booking.Confirmed}, Told: WasTold}, ""},
		"they come":     {Entry{Appointment: coming}, "staff.coming.yes"},
		"late":          {Entry{Appointment: late}, "staff.coming.late"},
		"not told":      {Entry{Appointment: late, Told: NotTold}, "staff.coming.untold"},
		"being told":    {Entry{Appointment: late, Told: BeingTold}, "staff.coming.late"},
		"there":         {Entry{Appointment: booking.Appointment{State: booking.CheckedIn, Late: 1, Coming: true}}, ""},
		"called":        {Entry{Appointment: booking.Appointment{State: booking.Called, Late: 1, Coming: true}}, ""},
		"done":          {Entry{Appointment: booking.Appointment{State: booking.Finished, Late: 1, Coming: true}}, ""},
		"missed":        {Entry{Appointment: booking.Appointment{State: booking.Missed, Coming: true}}, "staff.coming.yes"},
	} {
		if got := comingLine(tt.entry).Key; got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}

func TestHowSomebodyLearnsOfAChangeIsSaid(t *testing.T) {
	t.Parallel()
	for want, a := range map[string]booking.Appointment{
		"staff.out_of_reach": {}, "staff.to_be_called": {Contact: booking.Contact{Phone: "1"}},
	} {
		if got := reach(a).Key; got != want {
			t.Errorf("%+v: %s, want %s", a.Contact, got, want)
		}
	}
	for _, a := range []booking.Appointment{
		{Holder: 1}, {Contact: booking.Contact{Mail: "a@b.de"}}, {Holder: 1, Contact: booking.Contact{Phone: "1"}}, {Contact: booking.Contact{Mail: "a@b.de", Phone: "1"}},
	} {
		if got := reach(a).Key; got != "staff.told_by_us" {
			t.Errorf("%+v: %s", a, got)
		}
	}
}

// What became of an appointment that a closure has hit.
func TestTheAnswerToAClosureIsWhatBecameOfIt(t *testing.T) {
	t.Parallel()
	o := office.Sample().Offices[0]
	talk := &talk{facts: Facts{Town: booking.NewTown(o)}}
	first, second := o.Desks[0].ID, o.Desks[1].ID
	entry := func(state booking.State, desk booking.DeskID, moved bool) Entry {
		return Entry{Appointment: booking.Appointment{Office: o.ID, State: state, Desk: desk}, Moved: moved}
	}
	for name, tt := range map[string]struct {
		closed booking.DeskID
		entry  Entry
		want   string
	}{
		"no answer":             {first, entry(booking.Confirmed, first, false), "staff.answer.none"},
		"cancelled":             {first, entry(booking.Cancelled, second, true), "staff.state.cancelled"},
		"moved":                 {first, entry(booking.Confirmed, second, true), "staff.answer.moved"},
		"at another desk":       {first, entry(booking.Confirmed, second, false), "staff.answer.seated"},
		"at none":               {first, entry(booking.Confirmed, "", false), "staff.answer.none"},
		"the office was closed": {"", entry(booking.Confirmed, second, false), "staff.answer.none"},
	} {
		if got := talk.answerLine(booking.Closure{Desk: tt.closed}, tt.entry).Key; got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}

// An account is named by what is known of it.
func TestAnAccountIsNamedByWhatIsKnown(t *testing.T) {
	t.Parallel()
	since := time.Date(2026, time.November, 1, 0, 0, 0, 0, time.UTC)
	for want, c := range map[string]Colleague{
		"staff.account":            {Name: "ben"},
		"staff.account_since":      {Name: "ben", FullName: "BEN", Since: since},
		"staff.account_full":       {Name: "ben", FullName: "Ben Berg"},
		"staff.account_full_since": {Name: "ben", FullName: "Ben Berg", Since: since},
	} {
		if got := accountLine(c).Key; got != want {
			t.Errorf("%+v: %s, want %s", c, got, want)
		}
	}
}

// Texts that are too long are cut at the bound, and say so.
func TestLongTextsAreCutAtTheirBound(t *testing.T) {
	t.Parallel()
	of := func(n int) string { return strings.Repeat("ä", n) }
	for name, tt := range map[string]struct{ got, want string }{
		"a name that fits":       {shortName(of(40)), of(40)},
		"a name that does not":   {shortName(of(41)), of(40) + "…"},
		"a query that fits":      {quote(of(100)), of(100)},
		"a query that does not":  {quote(of(101)), of(100) + " …"},
		"a line that fits":       {shorten(of(200)), of(200)},
		"a line that does not":   {shorten(of(201)), of(200)},
		"spaces and line breaks": {shorten(" a \n b  "), "a b"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %q", name, tt.got)
		}
	}
	many := func(n int) (all []string) {
		for i := range n {
			all = append(all, strconv.Itoa(i))
		}
		return all
	}
	if at, over := quoted(many(30)), quoted(many(31)); len(at) != 30 || len(over) != 31 || inGerman(over[30].(locales.Line)) != "…" || inGerman(over[29].(locales.Line)) != "29" {
		t.Errorf("%v, %v", at, over)
	}
}
