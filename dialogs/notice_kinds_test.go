package dialogs

import (
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/office"
)

// idsOf is the choices of a view.
func idsOf(v View) []string {
	var all []string
	for _, g := range v.Groups {
		for _, c := range g.Choices {
			all = append(all, c.ID)
		}
	}
	return all
}

// Each kind of notice says its own and asks what can be answered.
func TestEachKindOfNoticeSaysItsOwn(t *testing.T) {
	t.Parallel()
	o := office.Sample().Offices[0]
	start := november(24).At(600, o.Calendar.Zone)
	a := booking.Appointment{
		ID: 7, Claim: 7, Number: "K7M4PQ", Office: o.ID, Desk: o.Desks[0].ID, State: booking.Confirmed, Span: booking.Span{Start: start, End: start.Add(20 * time.Minute)},
		Items: []booking.Item{{Concern: "passport", Name: booking.Text{"de": "Pass"}, Quantity: 1}}, Persons: 1,
	}
	late := a
	late.Behind = 10 * time.Minute
	moves := a
	moves.State, moves.Claim, moves.HeldUntil = booking.Held, 3, start
	given := *o
	given.GivenUp = true
	for name, tt := range map[string]struct {
		kind    booking.NoticeKind
		a       booking.Appointment
		office  *booking.Office
		title   string
		ask     string
		choices []string
	}{
		"booked":        {booking.BookedNotice, a, o, "notice.booked", "", nil},
		"moved":         {booking.MovedNotice, a, o, "notice.moved", "", nil},
		"cancelled":     {booking.CancelledNotice, a, o, "notice.cancelled", "", nil},
		"reminder":      {booking.ReminderNotice, a, o, "notice.reminder", "notice.coming", []string{comingChoice, lateChoice, moveChoice, cancelChoice}},
		"missed":        {booking.MissedNotice, a, o, "notice.missed", "notice.missed_ask", []string{againChoice}},
		"offer":         {booking.OfferNotice, moves, o, "offer.title", "offer.ask", []string{acceptChoice, declineChoice}},
		"restored":      {booking.RestoredNotice, a, o, "notice.restored", "", nil},
		"closed":        {booking.ClosedNotice, a, o, "notice.closed", "notice.closed_ask", []string{moveChoice, cancelChoice}},
		"given up":      {booking.ClosedNotice, a, &given, "notice.closed", "notice.given_up_ask", []string{cancelChoice}},
		"taken up":      {booking.DroppedNotice, a, o, "notice.taken_up", "", nil},
		"called":        {booking.CalledNotice, a, o, "notice.called", "", nil},
		"uncalled":      {booking.UncalledNotice, a, o, "notice.mistake", "", nil},
		"unmissed":      {booking.UnmissedNotice, a, o, "notice.mistake", "", nil},
		"late":          {booking.LateNotice, late, o, "notice.late", "", nil},
		"on time again": {booking.LateNotice, a, o, "notice.on_time", "", nil},
		"rating":        {booking.RatingNotice, a, o, "rating.title", "rating.ask", []string{"rate:5", "rate:4", "rate:3", "rate:2", "rate:1"}},
		"pick up":       {booking.PickupNotice, a, o, "pickup.title", "pickup.ask", []string{pickupChoice}},
	} {
		v := Tell(Notice{Notice: booking.Notice{Kind: tt.kind}, Office: tt.office, Appointment: tt.a})
		if v.Title.Key != tt.title || v.Ask.Key != tt.ask || !slices.Equal(idsOf(v), tt.choices) {
			t.Errorf("%s: %s, %s, %v, want %s, %s, %v", name, v.Title.Key, v.Ask.Key, idsOf(v), tt.title, tt.ask, tt.choices)
		}
	}
	for stars := -1; stars <= booking.MostStars+1; stars++ {
		want := stars
		if stars < 1 || stars > booking.MostStars {
			want = 0
		}
		if got := Stars(ratePrefix + string(rune('0'+stars))); got != want {
			t.Errorf("%d stars are read as %d", stars, got)
		}
	}
}

// What is dropped of an appointment is told, and whether any of it remains.
func TestWhatIsLeftOfAnAppointmentIsTold(t *testing.T) {
	t.Parallel()
	o := *office.Sample().Offices[0]
	item := func(id booking.ConcernID) booking.Item {
		return booking.Item{Concern: id, Name: booking.Text{"de": string(id)}, Quantity: 1}
	}
	for name, tt := range map[string]struct {
		items   []booking.Item
		body    []string
		choices []string
	}{
		"one of two": {[]booking.Item{item("passport"), item("odd")}, []string{"notice.dropped_text", "notice.dropped_rest"}, []string{cancelChoice, moveChoice}},
		"all":        {[]booking.Item{item("odd"), item("odder")}, []string{"notice.dropped_text", "notice.dropped_text", "notice.dropped_all"}, []string{cancelChoice}},
	} {
		v := Tell(Notice{Notice: booking.Notice{Kind: booking.DroppedNotice}, Office: &o, Appointment: booking.Appointment{Office: o.ID, State: booking.Confirmed, Items: tt.items, Span: booking.Span{Start: november(24).At(600, o.Calendar.Zone)}}})
		if v.Title.Key != "notice.dropped" || !slices.Equal(keysOf(v.Body), tt.body) || !slices.Equal(idsOf(v), tt.choices) {
			t.Errorf("%s: %s, %v, %v", name, v.Title.Key, keysOf(v.Body), idsOf(v))
		}
	}
}

// An answer under a notice does what it says, as long as the notice holds.
func TestAnAnswerUnderANoticeDoesWhatItSays(t *testing.T) {
	t.Parallel()
	base := at(citizenFlow{}, noScreen, "")
	o, now := base.facts.Town.Offices[0], base.facts.Now
	a := booking.Appointment{ID: 7, Office: o.ID, State: booking.Confirmed, Sequence: 1, Desk: o.Desks[0].ID, Span: booking.Span{Start: now.Add(time.Hour), End: now.Add(2 * time.Hour)}, Items: []booking.Item{{Concern: "passport"}}}
	state := func(s booking.State, a booking.Appointment) booking.Appointment {
		a.State, a.HeldUntil = s, now.Add(time.Hour)
		return a
	}
	for name, tt := range map[string]struct {
		kind    booking.NoticeKind
		a       booking.Appointment
		choice  string
		command string
		screen  Screen
		remark  string
	}{
		"they come":          {booking.ReminderNotice, a, comingChoice, "affirm", noScreen, ""},
		"late":               {booking.ReminderNotice, a, lateChoice, "", lateScreen, ""},
		"cancel":             {booking.ReminderNotice, a, cancelChoice, "", cancelScreen, ""},
		"odd":                {booking.ReminderNotice, a, "odd", "", noScreen, "notice.over"},
		"accept":             {booking.OfferNotice, state(booking.Held, a), acceptChoice, "accept", noScreen, ""},
		"decline":            {booking.OfferNotice, state(booking.Held, a), declineChoice, "decline", noScreen, ""},
		"odd for an offer":   {booking.OfferNotice, state(booking.Held, a), comingChoice, "", noScreen, "offer.over"},
		"a rating":           {booking.RatingNotice, state(booking.Finished, a), "rate:3", "rate", noScreen, ""},
		"odd for a rating":   {booking.RatingNotice, state(booking.Finished, a), comingChoice, "", noScreen, "notice.over"},
		"no star":            {booking.RatingNotice, state(booking.Finished, a), "rate:0", "", noScreen, "notice.over"},
		"no longer ahead":    {booking.ReminderNotice, state(booking.Cancelled, a), comingChoice, "", noScreen, "notice.over"},
		"an offer that went": {booking.OfferNotice, state(booking.Expired, a), acceptChoice, "", noScreen, "notice.over"},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.facts.Appointments = []booking.Appointment{tt.a}
		talk.facts.Notice = &ReceivedNotice{booking.Notice{ID: 5, Kind: tt.kind, Sequence: 1}, tt.a}
		talk.respond(Responded{Notice: 5, Choice: tt.choice})
		command, remark := "", ""
		if len(talk.commands) == 1 {
			command = CommandName(talk.commands[0])
		}
		if len(talk.remarks) == 1 {
			remark = talk.remarks[0].Key
		}
		if command != tt.command || talk.Screen != tt.screen || remark != tt.remark {
			t.Errorf("%s: %q at %q, %q, want %q at %q, %q", name, command, talk.Screen, remark, tt.command, tt.screen, tt.remark)
		}
		talk = at(citizenFlow{}, noScreen, "")
		talk.facts.Notice = &ReceivedNotice{booking.Notice{ID: 6, Kind: tt.kind, Sequence: 1}, tt.a}
		if talk.respond(Responded{Notice: 5, Choice: tt.choice}); len(talk.commands) > 0 || talk.Screen != noScreen || talk.remarks[0].Key != "notice.over" {
			t.Errorf("%s, of another notice: %v", name, talk.commands)
		}
	}
}

// Somebody who has not come in time can still say that they come later, and nothing else.
func TestOnlyComingLaterIsSaidOfWhatHasBegun(t *testing.T) {
	t.Parallel()
	base := at(citizenFlow{}, noScreen, "")
	o, now := base.facts.Town.Offices[0], base.facts.Now
	for name, tt := range map[string]struct {
		ago      time.Duration
		sequence int
		choice   string
		want     bool
	}{
		"ahead": {-time.Minute, 1, comingChoice, true}, "begun": {time.Minute, 1, comingChoice, false}, "late": {time.Minute, 1, lateChoice, true},
		"late, of an earlier time": {time.Minute, 0, lateChoice, false}, "much too late": {5 * time.Hour, 1, lateChoice, false},
	} {
		a := booking.Appointment{Office: o.ID, State: booking.Confirmed, Sequence: 1, Span: booking.Span{Start: now.Add(-tt.ago), End: now.Add(time.Hour)}}
		if got := base.holds(ReceivedNotice{booking.Notice{Kind: booking.ReminderNotice, Sequence: tt.sequence}, a}, tt.choice); got != tt.want {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}
