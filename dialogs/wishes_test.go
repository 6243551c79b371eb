package dialogs_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"terminbote/office"
)

// How many messages a booking may take at most, on average: in all usual
// wishes, and where day and time are said at once.
const (
	mostMessages      = 5.5
	mostMessagesTimed = 4.5
)

// usualWish is what somebody writes first, and what they answer afterwards.
type usualWish struct {
	timed   bool // says day and time at once
	first   string
	answers map[string]string // by the step that asks; else the usual ones
}

var usualAnswers = map[string]string{
	"which": "1", "when": "der erste", "agree": "ja", "persons": "nur ich", "quantity": "einmal", "name": "Jens Vogt",
	"mail": "jens@example.org", "bring": "weiter", "review": "stimmt alles",
}

var usualWishes = []usualWish{
	{first: "perso verlängern"},
	{first: "ich brauche einen neuen reisepass", answers: map[string]string{"when": "so früh wie möglich"}},
	{first: "Ich bin umgezogen und möchte mich ummelden, wir sind zu viert", answers: map[string]string{"when": "Donnerstag nach 16 Uhr"}},
	{first: "führungszeugnis so schnell wie möglich"},
	{first: "2 personalausweise und 1 reisepass"},
	{first: "ich möchte meinen ausweis abholen"},
	{timed: true, first: "personalausweis morgen um 9"},
	{timed: true, first: "Termin für Meldebescheinigung am Mittwoch um halb elf"},
	{timed: true, first: "auto abmelden donnerstag 17 uhr, Jens Vogt"},
	{timed: true, first: "führerschein umtauschen am 1.12. um 10 Uhr, ich heiße Jens Vogt und meine mail ist jens@example.org"},
}

// A person who says what they want is booked in few messages.
func TestUsualWishesAreBookedInFewMessages(t *testing.T) {
	t.Parallel()
	var all, timed []int
	var table strings.Builder
	for _, w := range usualWishes {
		n := w.book(t)
		all = append(all, n)
		if w.timed {
			timed = append(timed, n)
		}
		fmt.Fprintf(&table, "\n%3d  %s", n, w.first)
	}
	t.Logf("messages from greeting to booked: mean %.1f, with day and time said %.1f%s", mean(all), mean(timed), table.String())
	if got := mean(all); got > mostMessages {
		t.Errorf("%.1f messages on average, at most %.1f", got, mostMessages)
	}
	if got := mean(timed); got > mostMessagesTimed {
		t.Errorf("%.1f messages on average with day and time said, at most %.1f", got, mostMessagesTimed)
	}
}

// book talks until the appointment is booked, and counts the messages.
func (w usualWish) book(t *testing.T) int {
	t.Helper()
	const most = 12
	v := arrive(t, office.Sample()).say(t, w.first)
	said := []string{w.first}
	for v.step != "booked" && len(said) < most {
		answer, own := w.answers[v.step]
		if !own || slices.Contains(said, answer) {
			answer = usualAnswers[v.step]
		}
		said = append(said, answer)
		v = v.say(t, answer)
	}
	if v.step != "booked" {
		t.Errorf("%q is not booked after %q: at %s", w.first, said, v.step)
	}
	return len(said)
}

func mean(counts []int) float64 {
	sum := 0
	for _, n := range counts {
		sum += n
	}
	return float64(sum) / float64(len(counts))
}
