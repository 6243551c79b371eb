package mattermost_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot/mattermost/mattermosttest"
	"terminbote/office"
	"terminbote/storage/storagetest"
)

// What the benchmarks' town has booked: a full day, every day for 500 days.
const (
	aFullDay = 200
	inAll    = 100_000
	counters = 12 // desks that are needed for so many
)

// newBusyTown is a town with a full day today, and with as many appointments in
// the past as ahead. Its database waits for the disk, and its day post is kept.
func newBusyTown(b *testing.B) *town {
	b.Helper()
	offices := office.Sample()
	o := offices.Offices[0]
	for n := range counters {
		desk := o.Desks[0]
		desk.ID, desk.Name = booking.DeskID(fmt.Sprint("counter-", n+1)), booking.Text{"de": fmt.Sprint("Platz ", n+1)}
		o.Desks = append(o.Desks, desk)
	}
	w := newTownAt(b, storagetest.DurableURL(b), offices)
	opens := w.today().At(8*60, o.Calendar.Zone)
	storagetest.Fill(b, w.pool, storagetest.Ledger{Office: o, Concern: o.Concerns[0], Opens: opens, PerDay: aFullDay, Appointments: inAll})
	w.keep()
	w.shows(fmt.Sprint("Gebucht ", aFullDay))
	return w
}

// BenchmarkCommands is how long Mattermost waits for what a command shows, from
// HTTP to HTTP: with words, buttons, and a database of 100,000 appointments, 200
// of them today. Somebody is looked for whose name is frequent or rare, spelled
// right, with a slip, or nobody's; by number and by mail address.
func BenchmarkCommands(b *testing.B) {
	w := newBusyTown(b)
	for _, test := range []struct{ line, shows string }{
		{"heute", "Gebucht 200"},
		{"finde müller", "Müller"},
		{"finde mueller jü", "Jürgen Müller"},
		{"finde s", "Das sind die nächsten 20."},
		{"finde karl-heinz a", "Karl-Heinz A"},
		{"finde mulller jurgn", "Ähnlich heißen:"},
		{"finde maria shmidt", "Maria Schmidt"},
		{"finde kunigunde xanthippe", "Dazu gibt es keinen Termin."},
		{"finde KBH KCC", "KBH KCC"},
		{"finde p4711@example.org", "KBG KCC"},
	} {
		b.Run(test.line, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				w.clock.advance(time.Second) // so that membership is asked for now and then
				if seen := w.anna.Command("/termin " + test.line).Text; !strings.Contains(seen, test.shows) {
					b.Fatalf("%q is not in %s", test.shows, seen)
				}
				took = append(took, w.latest().Took)
			}
			report(b, "", took)
		})
	}
}

// latest is the latest call of ours.
func (w *town) latest() mattermosttest.Callback {
	all := w.server.Callbacks()
	return all[len(all)-1]
}

// BenchmarkAClerksPressIsAcknowledged is how long Mattermost waits for our
// answer to a press, with all that is looked up, done and shown before it, while
// the day post follows. A round is one citizen of a full day, and eight presses.
func BenchmarkAClerksPressIsAcknowledged(b *testing.B) {
	b.Run("directly", func(b *testing.B) {
		w := newBusyTown(b)
		(&shift{town: w, anna: w.directly(w.anna)}).measure(b)
	})
	b.Run("in the channel", func(b *testing.B) {
		w := newBusyTown(b)
		(&shift{town: w, anna: w.anna}).measure(b)
	})
}

// shift is a clerk's day at a desk.
type shift struct {
	*town

	anna   *mattermosttest.User
	served int
	took   map[string][]time.Duration // each press, by what it does
}

func (s *shift) measure(b *testing.B) {
	b.Helper()
	s.took = map[string][]time.Duration{}
	s.begin()
	b.ResetTimer()
	for n := range b.N {
		if s.served == aFullDay {
			s.posted()
			s.clock.advance(24 * time.Hour)
			s.begin()
		}
		s.serve(booking.Number("K" + digits.Replace(fmt.Sprintf("%05d", inAll/2+n))))
	}
	s.posted()
	b.StopTimer()
	report(b, "", slices.Concat(slices.Collect(maps.Values(s.took))...))
	for kind, took := range s.took {
		report(b, kind+"-", took)
	}
}

// digits is how the ledger writes them in the numbers of appointments.
var digits = strings.NewReplacer("0", "B", "1", "C", "2", "D", "3", "F", "4", "G", "5", "H", "6", "J", "7", "K", "8", "L", "9", "M")

func (s *shift) begin() {
	s.Helper()
	s.served = 0
	s.posted()
	s.anna.Command("/termin aufruf Platz 1")
}

// posted waits until the day post shows all that was done.
func (s *shift) posted() {
	s.Helper()
	s.anna.In(s.server.Staff).WaitFor(fmt.Sprintf("Gebucht %d · gekommen %d", aFullDay, s.served))
}

// serve looks at the day, notes that somebody has come, and calls them.
func (s *shift) serve(number booking.Number) {
	s.Helper()
	s.clock.advance(time.Second)    // so that membership is asked for now and then
	s.anna.Command("/termin heute") // in the channel, four presses can follow it
	s.press("plan", "Tag danach", "Gebucht 200")
	s.press("plan", "Tag davor", "Gebucht 200")
	s.press("page", "Weitere Termine", "Gebucht 200")
	s.choose("case", " Uhr, ", "Verlauf:")
	s.anna.Command("/termin zeige " + number.String())
	s.press("there", "Ist da", "ist da.")
	s.press("menu", "Anfang", "Wer da ist")
	s.choose("queue", "Wer da ist", number.String())
	s.press("call", "ächste Person aufrufen", "Aufgerufen: "+number.String())
	s.served++
}

// press presses the button with such a label, and sees what it shows.
func (s *shift) press(kind, label, shows string) {
	s.Helper()
	for _, full := range s.anna.Last().Labels() {
		if strings.HasSuffix(full, label) {
			s.anna.Tap(full)
			s.saw(kind, shows)
			return
		}
	}
	s.Fatalf("there is no button %q on %s", label, s.anna.Last())
}

// choose chooses what has such a text from a list.
func (s *shift) choose(kind, text, shows string) {
	s.Helper()
	for _, box := range s.anna.Last().Attachments {
		for _, list := range box.Actions {
			for _, option := range list.Options {
				if strings.Contains(option.Text, text) {
					s.anna.Select(list.Name, option.Text)
					s.saw(kind, shows)
					return
				}
			}
		}
	}
	s.Fatalf("there is no %q to choose on %s", text, s.anna.Last())
}

func (s *shift) saw(kind, shows string) {
	s.Helper()
	if seen := s.anna.Last().String(); !strings.Contains(seen, shows) {
		s.Fatalf("%q is not in %s", shows, seen)
	}
	s.took[kind] = append(s.took[kind], s.latest().Took)
}

// report reports how long the middle one and the slowest hundredth took.
func report(b *testing.B, what string, took []time.Duration) {
	b.Helper()
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, what+"p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, what+"p99-ms")
}
