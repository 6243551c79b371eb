package dialogs_test

import (
	"testing"

	"terminbote/booking"
)

// A clerk in danger is told whether anybody hears of it.
func TestAnAlarmSaysWhetherItIsHeard(t *testing.T) {
	t.Parallel()
	town := smallOffice(t)
	v := arriveAsClerk(t, town, booking.Clerk).say(t, "alarm")
	if !v.remarked("staff.alarm_unheard") {
		t.Errorf("where no channel is connected: %v", v.remarks)
	}
	v.memory.Reachable = []booking.OfficeID{town.Offices[0].ID}
	if v = v.say(t, "alarm"); !v.remarked("staff.alarm_raised") {
		t.Errorf("where one is: %v", v.remarks)
	}
}
