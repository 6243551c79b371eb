package dialogs_test

import (
	"context"
	"slices"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

func TestWhoWasToldACodeIsPromisedNoMail(t *testing.T) {
	t.Parallel()
	v := booked(t)
	mailed := v.say(t, "meine termine", "Termin mit Nummer holen", another.String())
	if mailed.step != "code" || !bodySays(mailed.view, "attach.sent") {
		t.Errorf("without a clerk: at %s, %v", mailed.step, mailed.view.Body)
	}
	v.memory = v.memory.Clone()
	all := v.memory.Appointments()
	theirs := all[slices.IndexFunc(all, func(a booking.Appointment) bool { return a.Number == another })].ID
	counter := dialogs.Chat{Channel: "test", Address: "counter"}
	v.memory.Appoint(dialogs.Colleague{Chat: counter, Name: "anna", Role: booking.Clerk})
	give := func(ctx context.Context, r dialogs.Records) error {
		_, err := r.Do(ctx, dialogs.GiveCode{Appointment: theirs})
		return err
	}
	if err := v.memory.Serve(t.Context(), counter, "anna", v.now, give); err != nil {
		t.Fatal(err)
	}
	told := v.say(t, "meine termine", "Termin mit Nummer holen", another.String())
	if told.step != "code" || !bodySays(told.view, "attach.read_out") {
		t.Errorf("with a code read out: at %s, %v", told.step, told.view.Body)
	}
	if got := told.say(t, told.memory.Code(another)); !got.remarked("attach.done") {
		t.Errorf("the code does not serve: %v", got.remarks)
	}
}

func bodySays(v dialogs.View, key string) bool {
	return slices.ContainsFunc(v.Body, func(l locales.Line) bool { return l.Key == key })
}

// A link that names an appointment made elsewhere asks for nothing but the code.
func TestALinkFetchesAnAppointmentByItsCodeAlone(t *testing.T) {
	t.Parallel()
	v := booked(t)
	linked := v.turn(t, dialogs.Started{Payload: "number_" + string(another)})
	if linked.step != "code" || !bodySays(linked.view, "attach.sent") {
		t.Fatalf("at %s, %v", linked.step, linked.view.Body)
	}
	if got := linked.say(t, linked.memory.Code(another)); !got.remarked("attach.done") || got.step != "appointment" {
		t.Errorf("at %s: %v", got.step, got.remarks)
	}
	for _, none := range []string{"number_", "number_ZZZZZZZZZ", "number_<b>", "number_" + string(another) + "1"} {
		if got := v.turn(t, dialogs.Started{Payload: none}); got.step == "code" {
			t.Errorf("%q asks for a code", none)
		}
	}
}
