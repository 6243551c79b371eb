package dialogs

import (
	"slices"
	"testing"
	"time"

	"terminbote/booking"
)

// Who is at a desk is called again, rests or is sent on, and who rests is taken up
// again. How often they were called is said where the office calls more than once,
// and there is somewhere to send them on to where it has more than one desk.
func TestWhatIsDoneWithSomebodyWhoIsThere(t *testing.T) {
	t.Parallel()
	called := booking.Appointment{ID: 7, State: booking.Called, Visit: booking.Attended{Calls: 1}}
	rests := booking.Appointment{ID: 7, State: booking.CheckedIn, Visit: booking.Attended{Parked: time.Date(2026, time.November, 23, 8, 50, 0, 0, time.UTC)}}
	for name, tt := range map[string]struct {
		a            booking.Appointment
		times, desks int
		ids          []string
		again        string
	}{
		"called, no rule":     {called, 0, 2, []string{"recall", "park", "forward"}, "staff.do.call_again"},
		"called, once":        {called, 1, 2, []string{"recall", "park", "forward"}, "staff.do.call_again"},
		"called, twice":       {called, 2, 2, []string{"recall", "park", "forward"}, "staff.do.call_again_of"},
		"called, three times": {called, 3, 2, []string{"recall", "park", "forward"}, "staff.do.call_again_of"},
		"called, one desk":    {called, 1, 1, []string{"recall", "park"}, "staff.do.call_again"},
		"rests":               {rests, 2, 2, []string{"takeup:7"}, "staff.do.take_up"},
		"waits":               {booking.Appointment{ID: 7, State: booking.CheckedIn}, 2, 2, nil, ""},
		"is to come":          {booking.Appointment{ID: 7, State: booking.Confirmed}, 2, 2, nil, ""},
		"was there":           {booking.Appointment{ID: 7, State: booking.Finished}, 2, 2, nil, ""},
	} {
		talk := at(staffFlow{}, staffAppointmentScreen, booking.Clerk)
		o := talk.workOffice()
		o.Policy.Calls.Times, o.Desks = tt.times, o.Desks[:tt.desks]
		var ids []string
		var all []Choice
		for _, g := range talk.attendingGroups(tt.a) {
			all = append(all, g.Choices...)
		}
		for _, c := range all {
			ids = append(ids, c.ID)
		}
		if !slices.Equal(ids, tt.ids) || len(all) > 0 && all[0].Label.Key != tt.again {
			t.Errorf("%s: %v, want %v with %s first", name, all, tt.ids, tt.again)
		}
		if len(all) > 0 && tt.again == "staff.do.call_again_of" && (all[0].Label.Args["Calls"] != 1 || all[0].Label.Args["Times"] != tt.times) {
			t.Errorf("%s: %v", name, all[0].Label.Args)
		}
	}
}
