package dialogs

import (
	"slices"
	"testing"
	"time"

	"terminbote/booking"
)

// A mail address is proved with a code that was sent there: what can be no address, or
// no code, is said as what it is.
func TestAProofTakesAnAddressAndThenItsCode(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		sent    string // where a code was sent; empty: it is asked where to
		text    string
		command string
		remark  []string
	}{
		"an address":       {"", "eve@beispiel.de", "ask proof", nil},
		"without a domain": {"", "eve@beispiel", "", []string{"mail.no_domain"}},
		"without an at":    {"", "beispiel.de", "", []string{"mail.no_at"}},
		"odd":              {"", "eve beispiel@beispiel.de", "", []string{"mail.odd"}},
		"with a name":      {"", "eve@beispiel.de, Eve Beispiel", "ask proof", nil},
		"politely":         {"", "eve@beispiel.de bitte", "ask proof", nil},
		"a code":           {"eve@beispiel.de", "123 456", "prove", nil},
		"a code, told":     {"eve@beispiel.de", "its 672400, thanks", "prove", nil},
		"a short code":     {"eve@beispiel.de", "12345", "", []string{"proof.no_code"}},
		"a long code":      {"eve@beispiel.de", "1234567", "", []string{"proof.no_code"}},
		"letters":          {"eve@beispiel.de", "12345a", "", []string{"proof.no_code"}},
		"another address":  {"eve@beispiel.de", "eva@beispiel.de", "ask proof", nil},
		"another, odd":     {"eve@beispiel.de", "eva@", "", []string{"mail.no_domain"}},
	} {
		talk := at(citizenFlow{}, proofScreen, "")
		talk.Proof = Proof{Office: "werne", Mail: tt.sent}
		proofStep{}.hear(talk, talk.read(tt.text))
		if got := commandsOf(talk); !slices.Equal(got, slices.DeleteFunc([]string{tt.command}, func(s string) bool { return s == "" })) || !slices.Equal(remarksOf(talk), tt.remark) {
			t.Errorf("%s: %v, %v, want %q, %v", name, got, remarksOf(talk), tt.command, tt.remark)
		}
	}
	for name, tt := range map[string]struct {
		id, sent, known string
		ok              bool
		mail            string
	}{
		"the same": {sameChoice, "", "e@b.de", true, "e@b.de"}, "unknown": {sameChoice, "", "", false, ""}, "sent already": {sameChoice, "a@b.de", "e@b.de", false, "a@b.de"},
		"another": {changeMailChoice, "a@b.de", "", true, ""}, "none yet": {changeMailChoice, "", "", false, ""},
	} {
		talk := at(citizenFlow{}, proofScreen, "")
		talk.Proof.Mail, talk.facts.Contact.Mail = tt.sent, tt.known
		if ok := (proofStep{}).choose(talk, tt.id); ok != tt.ok || talk.Proof.Mail != tt.mail {
			t.Errorf("%s: %v, %q", name, ok, talk.Proof.Mail)
		}
	}
	for mail, want := range map[string][]string{"": nil, "e@b.de": {"ask proof"}} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.Draft.Mail = mail
		if talk.beginProof(Hold{Order: Order{Office: "werne", Start: talk.facts.Now}}); talk.Screen != proofScreen || talk.Proof.Office != "werne" || !talk.Proof.Start.Equal(talk.facts.Now) || !slices.Equal(commandsOf(talk), want) {
			t.Errorf("begun with %q: %+v, %v", mail, talk.Proof, commandsOf(talk))
		}
	}
	done := at(citizenFlow{}, proofScreen, "")
	done.Proof, done.Draft.NoMail, done.Draft.Wishes = Proof{Office: "werne", Mail: "e@b.de", Start: done.facts.Now.Add(time.Hour)}, true, []booking.Wish{{Concern: "passport", Quantity: 1}}
	if done.proved(Result{}); done.Draft.Mail != "e@b.de" || done.Draft.NoMail || done.Screen != noScreen || done.Proof != (Proof{}) || !slices.Equal(commandsOf(done), []string{"hold"}) {
		t.Errorf("proved: %+v, %v", done.Draft, commandsOf(done))
	}
}

// A plain yes or no, and nothing else, answers what takes something away.
func TestYesAndNoDoWhatTheySay(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		step    step
		flow    flow
		screen  Screen
		command string // of yes
		below   Screen // of no
	}{
		"cancel":         {cancelStep{}, citizenFlow{}, cancelScreen, "cancel", appointmentScreen},
		"erase":          {eraseStep{}, citizenFlow{}, eraseScreen, "erase", noScreen},
		"leave the line": {leaveTicketStep{}, citizenFlow{}, leaveTicketScreen, "cancel", ticketScreen},
		"strike":         {staffCancelStep{}, staffFlow{}, staffCancelScreen, "cancel", staffAppointmentScreen},
		"miss":           {staffMissStep{}, staffFlow{}, staffMissScreen, "miss", staffAppointmentScreen},
		"reopen":         {staffReopenStep{}, staffFlow{}, staffReopenScreen, "reopen", staffClosureScreen},
		"withdraw":       {staffWithdrawStep{}, staffFlow{}, staffWithdrawScreen, "withdraw", staffDayScreen},
	} {
		for id, want := range map[string]string{yesChoice: tt.command, noChoice: "", nextChoice: "", "odd": ""} {
			role := booking.Clerk
			if tt.flow == (citizenFlow{}) {
				role = ""
			}
			talk := at(tt.flow, tt.screen, role)
			ok := tt.step.choose(talk, id)
			screen := tt.screen
			if id == noChoice {
				screen = tt.below
			}
			if got := commandsOf(talk); !slices.Equal(got, slices.DeleteFunc([]string{want}, func(s string) bool { return s == "" })) || talk.Screen != screen || ok != (id == yesChoice || id == noChoice) {
				t.Errorf("%s, %s: %v, %v at %q, want %q at %q", name, id, ok, got, talk.Screen, want, screen)
			}
		}
	}
	for _, s := range []step{staffCancelStep{}, staffMissStep{}, staffReopenStep{}, staffWithdrawStep{}} {
		viewer := at(staffFlow{}, staffDayScreen, booking.Viewer)
		if ok := s.choose(viewer, yesChoice); !ok || len(viewer.commands) > 0 || !slices.Equal(remarksOf(viewer), []string{"staff.not_allowed"}) {
			t.Errorf("a viewer at %s: %v, %v", s.name(), viewer.commands, remarksOf(viewer))
		}
	}
}

// What is chosen at a step is kept as it was offered.
func TestWhatIsChosenIsKept(t *testing.T) {
	t.Parallel()
	talk := at(staffFlow{}, noScreen, booking.Lead)
	for id, internal := range map[string]bool{forAllChoice: false, forStaffChoice: true} {
		talk.Work.OverrideDraft = OverrideDraft{Internal: !internal}
		if ok := (openForStep{}).choose(talk, id); !ok || !talk.Work.OverrideDraft.For || talk.Work.OverrideDraft.Internal != internal {
			t.Errorf("%s: %+v", id, talk.Work.OverrideDraft)
		}
	}
	for id, want := range map[string]booking.Hours{"hours:day": booking.AllDay(), "hours:am": hours(0, 12), "hours:pm": hours(12, 24)} {
		talk.Work.Task, talk.Work.OverrideDraft = closingTask, OverrideDraft{}
		if ok := (overrideHoursStep{}).choose(talk, id); !ok || talk.Work.OverrideDraft.Hours != want {
			t.Errorf("%s: %+v", id, talk.Work.OverrideDraft)
		}
		talk.Work.Task, talk.Work.OverrideDraft = openingTask, OverrideDraft{}
		if ok := (overrideHoursStep{}).choose(talk, id); ok {
			t.Errorf("%s of extra hours: %+v", id, talk.Work.OverrideDraft)
		}
	}
	desk := talk.workOffice().Desks[1].ID
	for id, want := range map[string]booking.DeskID{deskPrefix + string(desk): desk, allDesksChoice: ""} {
		talk.Work.OverrideDraft = OverrideDraft{Desk: "x"}
		if ok := (overrideDeskStep{}).choose(talk, id); !ok || talk.Work.OverrideDraft.Desk != want || !talk.Work.OverrideDraft.Placed {
			t.Errorf("%s: %+v", id, talk.Work.OverrideDraft)
		}
	}
	if ok := (staffDeskStep{}).choose(talk, deskPrefix+string(desk)); !ok || talk.Work.Desk != desk || talk.Screen != staffQueueScreen {
		t.Errorf("a desk: %q at %q", talk.Work.Desk, talk.Screen)
	}
	if ok := (staffSendOnStep{}).choose(talk, deskPrefix+string(desk)); !ok || talk.Work.Forward.Desk != desk || talk.Screen != staffNoteScreen {
		t.Errorf("on to a desk: %+v at %q", talk.Work.Forward, talk.Screen)
	}
	talk.Work.Minutes = MinutesDraft{Among: []booking.ConcernID{"passport"}, Typed: "15", From: november(30)}
	if ok := (staffMinutesOfStep{}).choose(talk, minutesOfPrefix+"passport"); !ok || talk.Work.Minutes.Concern != "passport" || talk.Work.Minutes.Minutes != 15 || talk.Work.Minutes.From != november(30) {
		t.Errorf("minutes: %+v", talk.Work.Minutes)
	}
	for role, want := range map[booking.Role]int{booking.Lead: 1, booking.Clerk: 0} {
		talk := at(staffFlow{}, staffMinutesReviewScreen, role)
		talk.Work.Minutes = MinutesDraft{Concern: "passport", Minutes: 15, From: november(30)}
		if ok := (staffMinutesReviewStep{}).choose(talk, yesChoice); !ok || len(talk.commands) != want || want == 1 && talk.commands[0] != (ChangeMinutes{Office: "werne", Concern: "passport", Minutes: 15, From: november(30)}) {
			t.Errorf("a %s: %v", role, talk.commands)
		}
		talk.Work.Minutes.Minutes, talk.commands = 0, nil
		if (staffMinutesReviewStep{}).choose(talk, yesChoice) || len(talk.commands) > 0 {
			t.Error("minutes that were not said are changed")
		}
	}
}

// Mails lead to the times that are free, without the one that it is at.
func TestALetterOffersOtherTimesOnly(t *testing.T) {
	t.Parallel()
	talk := at(citizenFlow{}, noScreen, "")
	o, now := talk.facts.Town.Offices[0], talk.facts.Now
	day := o.Today(now).Add(1)
	c, _ := o.Concern("passport")
	a := booking.Appointment{ID: 7, Claim: 7, Office: o.ID, State: booking.Confirmed, Skills: []booking.Skill{c.Skill}, Span: booking.Span{Start: day.At(600, o.Calendar.Zone), End: day.At(600, o.Calendar.Zone).Add(c.First)}}
	l := Letter{Appointment: a, Office: o}
	if got, want := l.MoveNeed(now), (Need{Offices: []booking.OfficeID{o.ID}, From: o.Today(now), To: o.LastDay(now)}); !slices.Equal(got.Offices, want.Offices) || got.From != want.From || got.To != want.To {
		t.Errorf("looked up is %+v", got)
	}
	f := talk.facts
	f.Booked = []Booked{{Office: o.ID, Day: day}, {Office: o.ID, Day: november(29)}}
	days := l.FreeDays(f)
	if len(days) != 1 || days[0].Day != day || len(days[0].Starts) == 0 || slices.ContainsFunc(days[0].Starts, a.Span.Start.Equal) {
		t.Errorf("free are %v", days)
	}
	l.Office = &booking.Office{ID: "odd"}
	if got := l.FreeDays(f); got != nil {
		t.Errorf("at no office: %v", got)
	}
}
