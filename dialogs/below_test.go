package dialogs

import (
	"maps"
	"slices"
	"sync"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/office"
)

// at is a talk at a screen of the sample office.
func at(f flow, screen Screen, role booking.Role) *talk {
	return &talk{
		flow: f, State: State{Version: version, Lang: "de", Screen: screen}, looked: map[look][]time.Time{},
		facts: Facts{
			Town: office.Sample(), Directory: sampleDirectory(), Now: time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC),
			Staff: StaffFacts{Clerk: Colleague{Chat: Chat{Channel: "test", Address: "k"}, Name: "Karla", Role: role}},
		},
	}
}

// sampleDirectory is what the sample's concerns are called, made ready once.
var sampleDirectory = sync.OnceValue(func() *Directory { return new(Directories).Of(office.Sample()) })

// Each screen lies over another one, or over the draft.
func TestBackFromAScreenLeadsToTheOneBelow(t *testing.T) {
	t.Parallel()
	checkBelow(t, citizenFlow{}, screens, map[Screen]Screen{
		appointmentScreen: appointmentsScreen, cancelScreen: appointmentScreen, lateScreen: appointmentScreen, numberScreen: appointmentsScreen,
		codeScreen: numberScreen, waitingScreen: appointmentsScreen, placeScreen: waitingScreen, leaveTicketScreen: ticketScreen,
		resumeScreen: noScreen, appointmentsScreen: noScreen, bookedScreen: noScreen, proofScreen: noScreen, eraseScreen: noScreen,
		aboutScreen: noScreen, personScreen: noScreen, ratingScreen: noScreen, ticketScreen: noScreen,
	})
	checkBelow(t, staffFlow{}, staffScreens, map[Screen]Screen{
		staffCancelScreen: staffAppointmentScreen, staffMissScreen: staffAppointmentScreen, staffClosureScreen: staffDayScreen,
		staffReopenScreen: staffClosureScreen, staffWithdrawScreen: staffDayScreen, staffDeskScreen: staffQueueScreen,
		staffRoleScreen: staffColleaguesScreen, staffTicketScreen: staffQueueScreen, staffSendOnScreen: staffQueueScreen,
		staffNoteScreen: staffSendOnScreen, staffMinutesOfScreen: staffMinutesScreen, staffMinutesReviewScreen: staffMinutesScreen,
		staffAppointmentScreen: staffFindScreen, // where it was opened
		resumeScreen:           noScreen, staffDayScreen: noScreen, staffWeekScreen: noScreen, staffFreeScreen: noScreen, staffFindScreen: noScreen,
		staffReceiptScreen: noScreen, staffQueueScreen: noScreen, staffColleaguesScreen: noScreen, staffAuditScreen: noScreen,
		staffOfficeScreen: noScreen, staffMinutesScreen: noScreen, staffStatisticsScreen: noScreen,
	})
}

func checkBelow(t *testing.T, f flow, all map[Screen]step, below map[Screen]Screen) {
	t.Helper()
	if got, want := slices.Sorted(maps.Keys(below)), slices.Sorted(maps.Keys(all)); !slices.Equal(got, want) {
		t.Errorf("of the screens %v something is said of %v", want, got)
	}
	for screen, want := range below {
		talk := at(f, screen, booking.Lead)
		talk.Work.Below = staffFindScreen
		talk.back()
		if talk.Screen != want {
			t.Errorf("%s lies over %q, want %q", screen, talk.Screen, want)
		}
	}
}

// What leads anywhere in a clerk's talk, and the role that it takes.
func TestWhereAClerkGetsTakesARole(t *testing.T) {
	t.Parallel()
	for choice, want := range map[string]struct {
		role booking.Role
		to   Screen
		task Task
	}{
		todayChoice: {booking.Viewer, staffDayScreen, noTask}, appointmentsChoice: {booking.Viewer, staffDayScreen, noTask},
		tomorrowChoice: {booking.Viewer, staffDayScreen, noTask}, weekChoice: {booking.Viewer, staffWeekScreen, noTask},
		freeChoice: {booking.Viewer, staffFreeScreen, noTask}, findChoice: {booking.Viewer, staffFindScreen, noTask},
		staffOfficeChoice: {booking.Viewer, staffOfficeScreen, noTask},
		statisticsChoice:  {booking.Clerk, staffStatisticsScreen, noTask}, newChoice: {booking.Clerk, noScreen, bookingTask},
		queueChoice: {booking.Clerk, staffQueueScreen, noTask}, closeChoice: {booking.Clerk, noScreen, closingTask},
		openChoice: {booking.Clerk, noScreen, openingTask}, colleaguesChoice: {booking.Lead, staffColleaguesScreen, noTask},
		auditChoice: {booking.Lead, staffAuditScreen, noTask}, minutesChoice: {booking.Lead, staffMinutesScreen, noTask},
	} {
		for _, role := range booking.Roles() {
			talk, screen, task := at(staffFlow{}, staffReceiptScreen, role), staffReceiptScreen, noTask
			if role.Allows(want.role) {
				screen, task = want.to, want.task
			}
			if !talk.flow.travel(talk, choice) || talk.Screen != screen || talk.Work.Task != task || len(talk.remarks) > 0 == role.Allows(want.role) {
				t.Errorf("%s for a %s leads to %q, %q with %v, want %q, %q", choice, role, talk.Screen, talk.Work.Task, talk.remarks, screen, task)
			}
			offered := slices.ContainsFunc(talk.menuChoices(), func(c Choice) bool { return c.ID == choice })
			if offered != role.Allows(want.role) && choice != appointmentsChoice && choice != staffOfficeChoice {
				t.Errorf("the menu of a %s offers %s: %v", role, choice, offered)
			}
		}
	}
	tomorrow := at(staffFlow{}, noScreen, booking.Viewer)
	tomorrow.flow.travel(tomorrow, tomorrowChoice)
	if tomorrow.Work.Day != tomorrow.today().Add(1) {
		t.Errorf("tomorrow is %v", tomorrow.Work.Day)
	}
}

// What is typed where nothing else is expected leads a citizen somewhere.
func TestWhereACitizenGets(t *testing.T) {
	t.Parallel()
	for choice, want := range map[string]Screen{
		appointmentsChoice: appointmentsScreen, attachChoice: numberScreen, waitingChoice: waitingScreen, eraseChoice: eraseScreen,
		aboutChoice: aboutScreen,
	} {
		if talk := at(citizenFlow{}, noScreen, ""); !talk.flow.travel(talk, choice) || talk.Screen != want || len(talk.commands)+len(talk.remarks) > 0 {
			t.Errorf("%s leads to %q with %v, %v, want %q", choice, talk.Screen, talk.commands, talk.remarks, want)
		}
	}
	for choice, want := range map[string]string{
		assistantChoice: "handover.none", helpChoice: "help.text", helloChoice: "remark.hello", thanksChoice: "remark.thanks",
		languageChoice: "remark.language", languagePrefix + "en": "remark.language", hereChoice: "here.none",
	} {
		if talk := at(citizenFlow{}, noScreen, ""); !talk.flow.travel(talk, choice) || len(talk.remarks) != 1 || talk.remarks[0].Key != want {
			t.Errorf("%s says %v, want %s", choice, talk.remarks, want)
		}
	}
	data := at(citizenFlow{}, noScreen, "")
	if data.flow.travel(data, dataChoice); len(data.commands) != 1 || CommandName(data.commands[0]) != "export" {
		t.Errorf("data: %v", data.commands)
	}
	for _, odd := range []string{"", "odd", languagePrefix + "xx", newChoice} {
		if talk := at(citizenFlow{}, noScreen, ""); talk.flow.travel(talk, odd) {
			t.Errorf("%q leads somewhere: %q, %v", odd, talk.Screen, talk.remarks)
		}
	}
}
