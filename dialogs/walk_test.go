package dialogs_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/office"
)

// How many walks there are and how long each is; in a soak, many more.
const (
	walks, walkSteps         = 6, 250
	soakedWalks, soakedSteps = 200, 500
)

// A walker taps and types at random at the sample office while time passes and
// others book and are refused. Whatever comes of it, every view is sound,
// nobody shares a desk, and nobody has more than the office gives.
func TestLongWalks(t *testing.T) {
	t.Parallel()
	takesSeconds(t)
	many, steps := howFar()
	var booked atomic.Int64
	t.Cleanup(func() {
		if booked.Load() == 0 {
			t.Error("no walker ever booked anything")
		}
	})
	for seed := range uint64(many) {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			t.Parallel()
			w := walker{t: t, random: rand.New(rand.NewPCG(seed, 0)), at: arrive(t, office.Sample())}
			for range steps {
				w.step()
				if t.Failed() {
					t.Fatalf("seed %d, after:\n%s", seed, w.trace())
				}
				if w.at.step == "booked" {
					booked.Add(1)
				}
			}
		})
	}
}

// howFar is how many walks there are, and of how many steps.
func howFar() (many, steps int) {
	if os.Getenv("SOAK") != "" {
		return soakedWalks, soakedSteps
	}
	return walks, walkSteps
}

// walker is somebody who does not know what they want.
type walker struct {
	t      *testing.T
	random *rand.Rand
	at     visitor
	did    []string
}

func (w *walker) step() {
	w.t.Helper()
	switch n := w.random.IntN(100); {
	case n < 60:
		w.tap()
	case n < 80:
		w.say()
	case n < 85:
		w.note("the office says no")
		refusals := w.at.refusals()
		w.at = w.at.refused(w.t, w.anyChoice(), refusals[w.random.IntN(len(refusals))])
	case n < 92:
		minutes := w.random.IntN(30)
		w.note(fmt.Sprintf("%d minutes pass", minutes))
		w.at.now = w.at.now.Add(time.Duration(minutes) * time.Minute)
		w.at = w.at.turn(w.t, dialogs.Sent{})
	case n < 94:
		w.note("a night passes")
		w.at.now = w.at.now.AddDate(0, 0, 1)
		w.at = w.at.turn(w.t, dialogs.Started{})
	default:
		w.crowd()
	}
	checkView(w.t, w.at)
	checkState(w.t, w.at)
	checkDesks(w.t, w.at)
}

func (w *walker) note(what string) { w.did = append(w.did, w.at.step+": "+what) }

// trace is what was done last.
func (w *walker) trace() string {
	var all string
	for _, d := range w.did[max(0, len(w.did)-25):] {
		all += d + "\n"
	}
	return all
}

func (w *walker) anyChoice() dialogs.Tapped {
	all, _ := w.at.choices()
	// Ways that lead on are taken more often than those that lead back, or no
	// walker would ever book.
	onward := slices.DeleteFunc(slices.Clone(all), func(c dialogs.Choice) bool { return labelOf(c.ID) == "" })
	if len(onward) > 0 && w.random.IntN(6) > 0 {
		all = onward
	}
	return dialogs.Tapped{Choice: all[w.random.IntN(len(all))].ID, Revision: w.at.state.Revision}
}

func (w *walker) tap() {
	w.t.Helper()
	tap := w.anyChoice()
	w.note("taps " + tap.Choice)
	next := w.at.turn(w.t, tap)
	checkTap(w.t, w.at, dialogs.Choice{ID: tap.Choice}, next)
	w.at = next
}

// say types something: mostly what is asked for, where it cannot be tapped.
func (w *walker) say() {
	texts := slices.Concat(everywhere, usual(w.at), w.at.unusual(), answers)
	text := texts[w.random.IntN(len(texts))]
	if w.at.view.Typing && w.random.IntN(4) > 0 {
		text = answers[w.random.IntN(len(answers))]
	}
	w.note(fmt.Sprintf("types %.60q", text))
	w.at = w.at.say(w.t, text)
}

// crowd lets others book wherever there is room.
func (w *walker) crowd() {
	w.note("others book")
	o := w.at.memory.Town().Offices[0]
	day := o.Today(w.at.now).Add(w.random.IntN(7))
	w.at.memory = w.at.memory.Clone()
	for range 20 {
		minute := booking.Clock(w.random.IntN(24*12) * 5)
		w.at.memory.Crowd(o, day.At(minute, o.Calendar.Zone), w.at.now)
	}
	w.at = w.at.turn(w.t, dialogs.Sent{})
}

// checkDesks holds that nobody shares a desk and nobody has too much.
func checkDesks(tb testing.TB, v visitor) {
	tb.Helper()
	// Who is called sits where they were called to, no matter who is to come there.
	all := slices.DeleteFunc(v.memory.Appointments(), func(a booking.Appointment) bool {
		return a.State == booking.Called || a.Desk == ""
	})
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.Office == b.Office && a.Desk == b.Desk && a.Claim != b.Claim && a.Span.Overlaps(b.Span) && a.Blocks(v.now) && b.Blocks(v.now) {
				tb.Errorf("%v and %v share %s", a, b, a.Desk)
			}
		}
	}
	if most := v.memory.Town().Offices[0].Policy.PerPerson; len(v.ahead) > most {
		tb.Errorf("the visitor has %d appointments of at most %d", len(v.ahead), most)
	}
}
