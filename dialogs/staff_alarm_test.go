package dialogs_test

import (
	"testing"

	"terminbote/booking"
)

// Who is in danger is told whether anybody hears of it, whatever their role. Who has
// none calls nobody.
func TestAnAlarmSaysWhetherItIsHeard(t *testing.T) {
	t.Parallel()
	town := smallOffice(t)
	for _, role := range booking.Roles() {
		v := arriveAsClerk(t, town, role).say(t, "alarm")
		if !v.remarked("staff.alarm_unheard") {
			t.Errorf("%s, where no channel is connected: %v", role, v.remarks)
		}
		v.memory.Reachable = []booking.OfficeID{town.Offices[0].ID}
		if v = v.say(t, "alarm"); !v.remarked("staff.alarm_raised") {
			t.Errorf("%s, where one is: %v", role, v.remarks)
		}
	}
	for _, said := range []string{"alarm Schalter 1", "Notfall! Bitte kommt!", "/termin alarm am Eingang brennt es"} {
		if v := arriveAsClerk(t, town, booking.Viewer).say(t, said); !v.remarked("staff.alarm_unheard") {
			t.Errorf("%q calls nobody: %v", said, v.remarks)
		}
	}
	v := arriveAsClerk(t, town, booking.Stranger).say(t, "alarm")
	if v.remarked("staff.alarm_unheard") || v.remarked("staff.alarm_raised") {
		t.Errorf("somebody without a role raised an alarm: %v", v.remarks)
	}
}
