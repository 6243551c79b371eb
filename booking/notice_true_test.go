package booking_test

import (
	"slices"
	"testing"
	"time"

	"terminbote/booking"
)

// Each kind of notice holds in its states alone, before and after the start, and
// never of another version of the appointment.
func TestEachNoticeHoldsInItsStatesAlone(t *testing.T) {
	t.Parallel()
	a := sampleAppointment()
	a.HeldUntil = a.Span.Start.Add(-time.Minute)
	before, after, long := a.Span.Start.Add(-time.Hour), a.Span.End, a.Span.End.Add(14*24*time.Hour)
	type when struct {
		state booking.State
		now   time.Time
	}
	ahead := []when{{booking.Confirmed, before}}
	there := []when{{booking.CheckedIn, before}, {booking.CheckedIn, after}, {booking.CheckedIn, long}, {booking.Confirmed, before}, {booking.Confirmed, after}, {booking.Confirmed, long}}
	holds := map[booking.NoticeKind][]when{
		booking.UncalledNotice:  there,
		booking.UnmissedNotice:  append([]when{{booking.Called, before}, {booking.Called, after}, {booking.Called, long}}, there...),
		booking.CancelledNotice: {{booking.Cancelled, before}, {booking.Cancelled, after}, {booking.Cancelled, long}},
		booking.MissedNotice:    {{booking.Missed, before}, {booking.Missed, after}, {booking.Missed, long}},
		booking.OfferNotice:     {{booking.Held, before}},
		booking.CalledNotice:    {{booking.Called, before}, {booking.Called, after}, {booking.Called, long}},
		booking.RatingNotice:    {{booking.Finished, before}, {booking.Finished, after}},
		booking.PickupNotice: {
			{booking.Finished, before},
			{booking.Finished, after},
			{booking.Finished, long},
			{booking.Called, before},
			{booking.Called, after},
			{booking.Called, long},
			{booking.CheckedIn, before},
			{booking.CheckedIn, after},
			{booking.CheckedIn, long},
			{booking.Confirmed, after},
			{booking.Confirmed, long},
		},
	}
	for _, kind := range booking.NoticeKinds() {
		want, special := holds[kind]
		if !special {
			want = ahead
		}
		for _, state := range states {
			for _, now := range []time.Time{before, after, long} {
				a.State = state
				n := booking.Notice{Kind: kind, Sequence: a.Sequence}
				if got := n.True(a, now); got != slices.Contains(want, when{state, now}) {
					t.Errorf("%s of what is %s holds %v after the start: %v", kind, state, now.Sub(a.Span.Start), got)
				}
				n.Sequence++
				if n.True(a, now) {
					t.Errorf("%s holds of an older version", kind)
				}
			}
		}
	}
}

// Only what tells of a time ahead brings a reminder; a visit is asked about later.
func TestWhatFollowsFromWhatHappened(t *testing.T) {
	t.Parallel()
	o, a := reminding(), sampleAppointment()
	now := tuesday.Add(-7).At(9*60, berlin())
	for _, kind := range booking.NoticeKinds() {
		all := o.Notices(kind, a, now)
		reminds := slices.Contains([]booking.NoticeKind{booking.BookedNotice, booking.MovedNotice, booking.RestoredNotice}, kind)
		if got := len(all) == 2 && all[1].Kind == booking.ReminderNotice; got != reminds || all[0].Kind != kind {
			t.Errorf("%s: %+v", kind, all)
		}
		want := now
		if kind == booking.RatingNotice {
			want = now.Add(15 * time.Minute)
		}
		if !all[0].Due.Equal(want) {
			t.Errorf("%s is due at %v, want %v", kind, all[0].Due, want)
		}
	}
}

// What was applied for can be fetched after the visit, by whatever the concerns
// lead to, each once.
func TestWhatIsFetchedFollowsFromTheConcerns(t *testing.T) {
	t.Parallel()
	o, a := sampleOffice(), sampleAppointment()
	for i, pickup := range []booking.ConcernID{"registration", "registration", "divorce", ""} {
		o.Concerns[i].Pickup = pickup
	}
	a.Items = []booking.Item{{Concern: "passport"}, {Concern: "id-card"}, {Concern: "registration"}, {Concern: "car"}, {Concern: "gone"}}
	if got := o.Pickups(a); !slices.Equal(got, []booking.ConcernID{"registration"}) {
		t.Errorf("fetched by %v, want registration", got)
	}
}

// A week begins on Monday, over the turn of a year too.
func TestAWeekBeginsOnMonday(t *testing.T) {
	t.Parallel()
	monday := booking.Date{Year: 2026, Month: time.December, Day: 28}
	for i := range 7 {
		if got := booking.WeekOf(monday.Add(i)); got != monday {
			t.Errorf("the week of %v begins on %v", monday.Add(i), got)
		}
	}
	if got := booking.WeekOf(monday.Add(7)); got != monday.Add(7) {
		t.Errorf("the next week begins on %v", got)
	}
}
