package dialogs_test

import (
	"context"
	"slices"
	"strings"
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

// What cannot be a code uses up none of the tries, and a code may stand in a sentence.
func TestOnlyACodeIsTried(t *testing.T) {
	t.Parallel()
	v := booked(t).say(t, "meine termine", "Termin mit Nummer holen", another.String())
	for said, want := range map[string]string{
		"es kam nix an, auch nicht im spam":     "attach.no_code",
		"12345":                                 "attach.no_code",
		"meine Mail ist nils.harms@example.org": "attach.other_mail",
	} {
		got := v
		for range booking.CodeTries + 1 {
			got = got.say(t, said)
		}
		if first := v.say(t, said); !first.remarked(want) || got.step != "code" || got.remarked("attach.used_up") {
			t.Errorf("%q: at %s, %v", said, got.step, first.remarks)
		}
	}
	code := v.memory.Code(another)
	for _, said := range []string{"der Code ist " + code, "its " + code, "im Spam gefunden, " + code[:3] + " " + code[3:], code[:2] + " " + code[2:4] + " " + code[4:] + " steht da", strings.Join(strings.Split(code, ""), " ")} {
		if got := v.say(t, said); !got.remarked("attach.done") {
			t.Errorf("%q: at %s, %v", said, got.step, got.remarks)
		}
	}
	if got := v.say(t, another.String()); got.step != "code" || got.memory.Code(another) == code {
		t.Errorf("the number once more: at %s, %v", got.step, got.remarks)
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

// A number that stands in a sentence is not asked for once more, and what is wanted
// with it is not done with another appointment.
func TestANumberInASentenceIsTaken(t *testing.T) {
	t.Parallel()
	spaced := another.String()
	for said, want := range map[string]string{
		"Termin " + spaced + " übernehmen":                          "code",
		"ich habe schon einen Termin am Telefon gemacht, " + spaced: "code",
		"Termin " + string(another) + " absagen":                    "code",
		"Ich möchte meinen Termin " + spaced + " verschieben":       "code",
		"Termin verbinden": "number",
		"Termin absagen":   "cancel",
		"Termin " + booked(t).ahead[0].Number.String() + " absagen":     "cancel",
		"Termin " + booked(t).ahead[0].Number.String() + " übernehmen":  "appointment",
		"Termin " + booked(t).ahead[0].Number.String() + " verschieben": "when",
	} {
		if got := booked(t).say(t, said); got.step != want {
			t.Errorf("%q leads to %s, want %s:\n%s", said, got.step, want, got.seen("de"))
		}
	}
	asked := booked(t).say(t, "Termin verbinden")
	for _, said := range []string{spaced, "es ist die " + spaced, "Die Nummer lautet " + string(another) + "."} {
		if got := asked.say(t, said); got.step != "code" {
			t.Errorf("%q leads to %s:\n%s", said, got.step, got.seen("de"))
		}
	}
}

// "New" beside what somebody comes for says how it shall be, and starts nothing over.
func TestNewBesideAConcernStartsNothingOver(t *testing.T) {
	t.Parallel()
	v := arrive(t, smallOffice(t)).say(t, "Perso", "morgen 10:00")
	for said, over := range map[string]bool{
		`Perso, "neu"; Eil`: false, "Perso - neu": false, "Perso, neu!": false,
		"neu": true, "neu anfangen": true, "bitte von vorn": true,
	} {
		if got := v.say(t, said); (got.step == "category" || got.step == "resume") != over {
			t.Errorf("%q leads to %s:\n%s", said, got.step, got.seen("de"))
		}
	}
}

func TestANicknameLosesNoName(t *testing.T) {
	t.Parallel()
	v := arrive(t, smallOffice(t)).say(t, "Perso", "morgen 10:00")
	for said, want := range map[string]string{
		`Zoë "Zi" O'Neill-Größe`: "Zoë Zi O'Neill-Größe",
		"Zoë „Zi“ O'Neill-Größe": "Zoë Zi O'Neill-Größe",
		`"Anna Meier"`:           "Anna Meier",
		`Anna "Anni" Meier`:      "Anna Anni Meier",
	} {
		if got := v.say(t, said); got.state.Draft.Name != want {
			t.Errorf("%s is %q, want %q", said, got.state.Draft.Name, want)
		}
	}
}
