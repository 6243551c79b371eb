package dialogs_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
	"terminbote/office"
)

// says is what is told of an appointment at nine, at the first desk.
func says(kind booking.NoticeKind, change func(*dialogs.Notice)) (dialogs.View, string) {
	hall := *office.Sample().Offices[0]
	day := booking.Date{Year: 2026, Month: time.November, Day: 24}
	start := day.At(9*60, hall.Calendar.Zone)
	n := dialogs.Notice{
		Notice: booking.Notice{ID: 5, Kind: kind}, Office: &hall,
		Appointment: booking.Appointment{
			ID: 7, Number: "K7M4QX", Office: hall.ID, Desk: hall.Desks[0].ID, State: booking.Confirmed,
			Span: booking.Span{Start: start, End: start.Add(15 * time.Minute)}, Persons: 1,
			Items: []booking.Item{{Concern: hall.Concerns[0].ID, Name: hall.Concerns[0].Name, Quantity: 1}},
		},
	}
	if change != nil {
		change(&n)
	}
	view := dialogs.Tell(n)
	p := locales.For("de")
	said := []string{p.Say(view.Title)}
	for _, line := range view.Body {
		said = append(said, p.Say(line))
	}
	return view, strings.Join(said, "\n")
}

func TestWhatStaffDoIsToldInPlainWords(t *testing.T) {
	t.Parallel()
	closed := func(n *dialogs.Notice) {
		n.Office = n.Office.With(booking.Overrides{Closures: []booking.Closure{{
			Day: booking.DateOf(n.Appointment.Span.Start, n.Office.Calendar.Zone), Hours: booking.AllDay(),
			Reason: booking.Text{"de": "Rohrbruch"},
		}}}, booking.Date{})
	}
	dropped := func(n *dialogs.Notice) {
		office := *n.Office
		office.Concerns = nil
		n.Office = &office
	}
	partly := func(n *dialogs.Notice) {
		n.Appointment.Items = append(slices.Clone(n.Appointment.Items), booking.Item{
			Concern: "fax", Name: booking.Text{"de": "Fax beglaubigen"}, Quantity: 1,
		})
	}
	for _, tt := range []struct {
		kind    booking.NoticeKind
		change  func(*dialogs.Notice)
		want    []string
		choices []string
	}{
		{booking.CalledNotice, nil, []string{"K7M 4QX", "Schalter 1"}, nil},
		{booking.ClosedNotice, nil, []string{"kann leider nicht", "24. November", "9:00"}, []string{"move", "cancel"}},
		{booking.ClosedNotice, closed, []string{"Rohrbruch"}, []string{"move", "cancel"}},
		{booking.DroppedNotice, dropped, []string{"bietet das Amt am", "24. November", "brauchen Sie nicht zu kommen", "02389"}, []string{"cancel", "-move"}},
		{booking.DroppedNotice, partly, []string{"„Fax beglaubigen“ bietet das Amt am", "Für alles Übrige gilt der Termin weiter"}, []string{"cancel", "move"}},
		{booking.DroppedNotice, nil, []string{"K7M 4QX gilt, wie er gebucht ist", "bietet alles an"}, nil},
		{booking.RestoredNotice, nil, []string{"K7M 4QX gilt", "Versehen", "24. November"}, nil},
		{booking.LateNotice, func(n *dialogs.Notice) { n.Appointment.Behind = 20 * time.Minute }, []string{"20 Minuten", "9:00", "9:20"}, nil},
		{booking.LateNotice, nil, []string{"wieder pünktlich", "9:00"}, nil},
	} {
		view, said := says(tt.kind, tt.change)
		for _, want := range tt.want {
			if !strings.Contains(said, want) {
				t.Errorf("%s does not say %q:\n%s", tt.kind, want, said)
			}
		}
		missing := slices.ContainsFunc(tt.choices, func(id string) bool {
			id, not := strings.CutPrefix(id, "-")
			return has(view, id) == not
		})
		if missing || len(tt.choices) == 0 && len(view.Groups) > 0 {
			t.Errorf("%s offers %+v, want %v", tt.kind, view.Groups, tt.choices)
		}
	}
}
