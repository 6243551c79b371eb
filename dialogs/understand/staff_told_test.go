package understand

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
)

// What clerks tell of somebody's appointment is read in whatever order they say it.
func TestClerksTellOfAppointmentsInTheirOwnWords(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ lang, text, want string }{
		{"de", "13:30", "show at 13:30"},
		{"de", "um halb zehn", "show at 09:30"},
		{"de", "morgen 10 uhr", "show on 2026-11-24 at 10:00"},
		{"de", "schmidt um 11", "show Schmidt at 11:00"},
		{"de", "was ist um 14 uhr", "show at 14:00"},
		{"de", "wer hat um 14 uhr termin", "show at 14:00"},
		{"de", "wann hat Yilmaz termin", "show Yilmaz"},
		{"de", "wann kommt frau yilmaz", "show Yilmaz"},
		{"de", "welcher termin war das von frau meyer", "show Meyer"},
		{"de", "ist schmidt schon da?", "show Schmidt"},
		{"de", "Smyth 1:30 absagen", "cancel Smyth at 13:30"},
		{"de", "14 uhr absagen", "cancel at 14:00"},
		{"de", "storno meyer", "cancel Meyer"},
		{"de", "meyer hat abgesagt", "cancel Meyer"},
		{"de", "meyer sagt ihren termin ab", "cancel Meyer"},
		{"de", "sag den termin von meyer ab", "cancel Meyer"},
		{"de", "frau meyer kann am donnerstag nicht", "cancel Meyer on 2026-11-26"},
		{"de", "der termin von braun um 14 uhr fällt aus", "cancel Braun at 14:00"},
		{"de", "meyer sagt ab, kind ist krank", "cancel Meyer (kind ist krank)"},
		{"de", "kommt nicht, kind krank", "cancel (kind krank)"},
		{"de", "der um 9 ist nicht gekommen", "miss at 09:00"},
		{"de", "schmidt ist noch nicht da", "miss Schmidt"},
		{"de", "9 uhr erledigt", "finish at 09:00"},
		{"de", "die um halb zehn ist fertig", "finish at 09:30"},
		{"de", "um 10 ist da", "arrive at 10:00"},
		{"de", "herr schmidt von 9 uhr ist jetzt da", "arrive Schmidt at 09:00"},
		{"de", "Frau von der Heide ist da", "arrive von der Heide"},
		{"de", "Al-Hassan ist gekommen", "arrive Al-Hassan"},
		{"de", "smyth hat angerufen, er will lieber mittwoch", "move Smyth to mittwoch"},
		{"de", "Schmidt kommt später, 10:30", "move Schmidt to 10:30"},
		{"de", "kowalski auf 15 uhr verschieben", "move Kowalski to 15 uhr"},
		{"de", "verschiebe den um 10 auf 11", "move at 10:00 to 11"},
		{"de", "der 11 uhr termin will lieber um 12", "move at 11:00 to um 12"},
		{"de", "schmidt um 11 auf freitag verlegen", "move Schmidt at 11:00 to freitag"},
		{"de", "leg nowak auf donnerstag nachmittag", "move Nowak to donnerstag nachmittag"},
		{"de", "kann nowak auch donnerstag?", "move Nowak to donnerstag"},
		{"de", "er will lieber erst um 12", "move to um 12"},
		{"de", "auf 11 verschieben", "move to 11"},
		{"de", "ruf nowak an", "reach Nowak"},
		{"de", "wie erreiche ich nowak", "reach Nowak"},
		{"de", "nachricht an schmidt: bitte foto mitbringen", "write Schmidt (bitte foto mitbringen)"},
		{"de", "schmidt um 9 ist krank, hat angerufen", "cancel Schmidt at 09:00"},
		{"de", "nimm braun raus", "cancel Braun"},
		{"de", "kowalski eine stunde später", "move Kowalski to stunde später"},
		{"de", "Kowalski kommt eine halbe Stunde später", "move Kowalski to halbe Stunde später"},
		{"de", "braun bitte auf den nächsten freien termin am donnerstag", "move Braun to den nächsten freien termin am donnerstag"},
		{"de", "frau nowak rief an, ob sie auch freitag kommen kann", "move Nowak to freitag"},
		{"de", "gib smyth einen code", "connect Smyth"},
		{"de", "was will die um 11", "show at 11:00"},
		{"de", "schmidt ist da und meyer sagt ab", ""}, // one at a time
		{"de", "Schmidt kommt später", ""},
		{"de", "Yilmaz ummelden morgen um 11", ""}, // a booking
		{"de", "trag mir noch Frau Yilmaz ein, Ummeldung, so gegen 11", ""},
		{"de", "schmidt", ""},
		{"de", "alle ab 11 absagen", ""},
		{"de", "danke", ""},
		{"en", "Smyth 1:30 cancel", "cancel Smyth at 13:30"},
		{"en", "cancel smyth at 1:30", "cancel Smyth at 13:30"},
		{"en", "smyth can't make it", "cancel Smyth"},
		{"en", "the 2 o'clock isn't coming", "cancel at 14:00"},
		{"en", "smyth rang, he wants wednesday", "move Smyth to wednesday"},
		{"en", "smyth called, wants to come on wednesday instead", "move Smyth to on wednesday"},
		{"en", "move the 10 o'clock to 3", "move at 10:00 to 3"},
		{"en", "push kowalski back to 11", "move Kowalski to 11"},
		{"en", "can smyth come on friday?", "move Smyth to on friday"},
		{"en", "the 9 o'clock didn't show up", "miss at 09:00"},
		{"en", "jones hasn't arrived", "miss Jones"},
		{"en", "nine o'clock is done", "finish at 09:00"},
		{"en", "the ten o'clock is here", "arrive at 10:00"},
		{"en", "has smyth arrived?", "show Smyth"},
		{"en", "when is smyth coming", "show Smyth"},
		{"en", "who's coming at 2", "show at 14:00"},
		{"en", "call smyth back", "reach Smyth"},
		{"en", "tell smyth to bring a photo", "write Smyth (to bring a photo)"},
		{"en", "mr schmidt from 9 has turned up", "arrive Schmidt at 09:00"},
		{"en", "the 11:30 is running late, will be here at 12", "move at 11:30 to at 12"},
		{"en", "nowak can't make today, can we do thursday same time", "move Nowak on 2026-11-23 to thursday same time"},
		{"en", "wolf rang to say he's ill", "cancel Wolf"},
		{"en", "take braun off the list", "cancel Braun"},
		{"en", "no sign of schmidt (9:00)", "miss Schmidt at 09:00"},
		{"en", "mark the 9 as no show", "miss at 09:00"},
		{"en", "what does smyth want", "show Smyth"},
		{"en", "passport wednesday smyth", ""},
	} {
		told, ok := ReadTold(tt.text, tt.lang, booking.Date{Year: 2026, Month: time.November, Day: 23}, 9*60)
		if got := inShort(told); ok != (tt.want != "") || ok && got != tt.want {
			t.Errorf("%q: %q (%v), want %q", tt.text, got, ok, tt.want)
		}
	}
}

// inShort is what was told, on one line.
func inShort(told Told) string {
	parts := []string{string(told.Do)}
	if told.Name != "" {
		parts = append(parts, told.Name)
	}
	if !told.Day.IsZero() {
		parts = append(parts, "on "+told.Day.String())
	}
	if len(told.Times) > 0 {
		parts = append(parts, "at "+told.Times[0].String())
	}
	if told.Words != "" {
		parts = append(parts, "to "+told.Words)
	}
	if told.Unused != "" {
		parts = append(parts, fmt.Sprintf("(%s)", told.Unused))
	}
	return strings.Join(parts, " ")
}

// A closure is read in whatever order it is said, and a part of a day behind the word for its plan.
func TestClerksCloseAndLookInTheirOwnWords(t *testing.T) {
	t.Parallel()
	today := booking.Date{Year: 2026, Month: time.November, Day: 23}
	afternoon := booking.Hours{From: 12 * 60, To: booking.Midnight}
	for _, tt := range []struct {
		lang, text string
		want       StaffCommand
	}{
		{"de", "mach schalter 2 heute nachmittag zu", StaffCommand{Do: ToClose, Day: today, Hours: afternoon, Desk: "desk-2"}},
		{"de", "sperre schalter 2 heute nachmittag", StaffCommand{Do: ToClose, Day: today, Hours: afternoon, Desk: "desk-2"}},
		{"de", "schalter 2 ab 14 uhr sperren, Kollegin krank", StaffCommand{Do: ToClose, Day: today, Hours: booking.Hours{From: 14 * 60, To: booking.Midnight}, Desk: "desk-2", Words: "Kollegin krank"}},
		{"de", "mach heute ab 12 dicht", StaffCommand{Do: ToClose, Day: today, Hours: afternoon}},
		{"de", "alle ab 11 absagen, Kollegin krank", StaffCommand{Do: ToClose, Day: today, Hours: booking.Hours{From: 11 * 60, To: booking.Midnight}, Words: "Kollegin krank", Everybody: true}},
		{"de", "alle termine morgen nachmittag absagen weil strom weg ist", StaffCommand{Do: ToClose, Day: today.Add(1), Hours: afternoon, Words: "weil strom weg ist", Everybody: true}},
		{"de", "freitag ab 10 zu wegen betriebsversammlung", StaffCommand{Do: ToClose, Day: today.Add(4), Hours: booking.Hours{From: 10 * 60, To: booking.Midnight}, Words: "wegen betriebsversammlung"}},
		{"de", "mach freitag wieder auf", StaffCommand{Do: ToPlan, Day: today.Add(4)}}, // where it can be reopened
		{"de", "sag allen ab", StaffCommand{Do: ToClose, Everybody: true}},
		{"en", "cancel everything after 3 today, power cut", StaffCommand{Do: ToClose, Day: today, Hours: booking.Hours{From: 15 * 60, To: booking.Midnight}, Words: "power cut", Everybody: true}},
		{"en", "close desk 2 this afternoon", StaffCommand{Do: ToClose, Day: today, Hours: afternoon, Desk: "desk-2"}},
		{"en", "block desk 2 tomorrow from 2 to 4, training", StaffCommand{Do: ToClose, Day: today.Add(1), Hours: booking.Hours{From: 14 * 60, To: 16 * 60}, Desk: "desk-2", Words: "training"}},
		{"en", "cancel everyone from 11, colleague is ill", StaffCommand{Do: ToClose, Day: today, Hours: booking.Hours{From: 11 * 60, To: booking.Midnight}, Words: "colleague is ill", Everybody: true}},
		{"de", "wer kommt heute nachmittag", StaffCommand{Do: ToPlan, Day: today, Hours: afternoon}},
		{"de", "morgen ab 14 uhr", StaffCommand{Do: ToPlan, Day: today.Add(1), Hours: booking.Hours{From: 14 * 60, To: booking.Midnight}}},
		{"de", "wie voll ist donnerstag", StaffCommand{Do: ToPlan, Day: today.Add(3)}},
		{"de", "wie voll ist es morgen nachmittag?", StaffCommand{Do: ToPlan, Day: today.Add(1), Hours: afternoon}},
		{"en", "who is coming this afternoon", StaffCommand{Do: ToPlan, Hours: afternoon}},
		{"en", "how busy is thursday", StaffCommand{Do: ToPlan, Day: today.Add(3)}},
	} {
		got, err := ReadStaffCommand(tt.text, tt.lang, today, counters)
		if err != nil || fmt.Sprint(got) != fmt.Sprint(tt.want) {
			t.Errorf("%q: %+v, %v, want %+v", tt.text, got, err, tt.want)
		}
	}
	for _, text := range []string{"ist schalter 2 zu", "machen wir freitag zu?", "mir ist alles zu viel"} {
		if got, err := ReadStaffCommand(text, "de", today, counters); err == nil && got.Do == ToClose {
			t.Errorf("%q closes: %+v", text, got)
		}
	}
}

// An answer is parted from the question who is next.
func TestWhoIsNextIsAskedBehindAnAnswer(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"ja, und wer ist der nächste?": "ja", "passt, wer kommt als nächstes": "passt", "buchen und dann wer ist dran": "buchen", "confirm, and who is next?": "confirm", "ja, morgen": "", "ja": "", "wer ist der nächste": "",
	} {
		if got, ok := AnswerThenNext(text, "de", ofNovember(23)); got != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
