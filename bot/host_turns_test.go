package bot_test

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
)

// Whichever look-up or change of a turn fails, the first or the last, the turn fails
// and leaves everything as it was.
func TestAFaultAnywhereInATurnChangesNothing(t *testing.T) {
	t.Parallel()
	fault := errors.New("the database is away")
	h, memory := newHost()
	for _, text := range booked {
		state, appointments := memory.State(erika), memory.Appointments()
		for n := 1; ; n++ {
			failing, asked := memory.Clone(), 0
			failing.Fail = func(string) error {
				if asked++; asked == n {
					return fault
				}
				return nil
			}
			page, err := host(failing).Handle(t.Context(), erika, "de", dialogs.Said{Text: text})
			if asked < n {
				break // the turn does not ask so often
			}
			if !errors.Is(err, fault) || !cmp.Equal(page, bot.Page{}) {
				t.Errorf("%q while call %d fails: %v, and a page %q", text, n, err, page.Title)
			}
			if !slices.Equal(state, failing.State(erika)) || !cmp.Equal(appointments, failing.Appointments()) {
				t.Errorf("%q while call %d fails changed something", text, n)
			}
		}
		say(t, h, text)
	}
	memory.Fail = nil
	looks := 0
	for n := 1; ; n++ {
		failing, asked := memory.Clone(), 0
		failing.Fail = func(string) error {
			if asked++; asked == n {
				return fault
			}
			return nil
		}
		_, err := host(failing).Look(t.Context(), erika, "de")
		if asked < n {
			break
		}
		if looks++; !errors.Is(err, fault) {
			t.Errorf("looking while call %d fails: %v", n, err)
		}
	}
	if looks < 2 {
		t.Errorf("looking at a talk asks %d times", looks)
	}
}

// What a turn does is counted: the step that took it in, what was typed, each
// command and what was refused.
func TestWhatATurnDoesIsCounted(t *testing.T) {
	t.Parallel()
	h, memory := newHost()
	h.Metrics = bot.NewMetrics()
	memory.Refuse = func(c dialogs.Command) error {
		if _, ok := c.(dialogs.Hold); ok {
			memory.Refuse = nil
			return booking.ErrTaken
		}
		return nil
	}
	say(t, h, "Perso", "morgen 9:30")
	say(t, h, booked[1:]...)
	if _, err := h.Handle(t.Context(), erika, "de", dialogs.Tapped{Choice: "home", Revision: -1}); err != nil {
		t.Fatal(err)
	}
	page := scrape(t, h.Metrics)
	for _, want := range []string{
		`terminbote_commands_total{command="book"} 1`, `terminbote_commands_total{command="hold"} 1`, `terminbote_refusals_total{command="hold",kind="taken"} 1`,
		`terminbote_booked_visits_total{channel="test"} 1`, `terminbote_typed_messages_total{understood="yes"} 6`, `terminbote_typed_messages_total{understood="no"} 0`,
	} {
		if !strings.Contains(page, want+"\n") {
			t.Errorf("missing %s", want)
		}
	}
	turns, steps := 0, 0
	for line := range strings.Lines(page) {
		if strings.HasPrefix(line, `terminbote_turn_seconds_count{channel="test",step="`) {
			steps++
			if strings.Contains(line, `step=""`) {
				t.Errorf("a turn was taken in by no step: %s", line)
			}
			turns += int(line[strings.LastIndex(line, " ")+1] - '0')
		}
	}
	if turns != 7 || steps < 4 {
		t.Errorf("%d turns were counted at %d steps, want 7", turns, steps)
	}
}

// A tap that begins a talk counts as one on the greeting: people who were erased
// still see its buttons.
func TestATapBeginsATalk(t *testing.T) {
	t.Parallel()
	h, _ := newHost()
	greeting := say(t, h, "Hallo")
	tap := dialogs.Tapped{Choice: greeting.Groups[0].Buttons[0].ID, Revision: greeting.Revision}
	want, err := h.Handle(t.Context(), erika, "de", tap)
	if err != nil {
		t.Fatal(err)
	}
	fresh, _ := newHost()
	got, err := fresh.Handle(t.Context(), erika, "de", dialogs.Tapped{Choice: tap.Choice, Revision: 5})
	if err != nil || got.Ask != want.Ask || got.Title != want.Title {
		t.Errorf("%v: %q %q %q, want %q", err, got.Remarks, got.Title, got.Ask, want.Ask)
	}
}

// A clerk who asks for figures gets them in words, as a picture and as a table,
// once; without an office there are none.
func TestFiguresComeAsPictureAndTable(t *testing.T) {
	t.Parallel()
	h, memory := newHost()
	h.Staff = memory
	lead := dialogs.Chat{Channel: "desk", Address: "lea"}
	memory.Appoint(dialogs.Colleague{Chat: lead, Name: "lea", Role: booking.Lead})
	o := memory.Town().Offices[0]
	start := monday.AddDate(0, 0, -5)
	memory.Put(booking.Appointment{
		Number: "K7M4QX", Office: o.ID, State: booking.Finished, Span: booking.Span{Start: start, End: start.Add(20 * time.Minute)},
		Arrived: start, CalledAt: start.Add(time.Minute), Updated: start.Add(15 * time.Minute),
		Items: []booking.Item{{Concern: o.Concerns[0].ID, Name: o.Concerns[0].Name, Quantity: 1}},
	})
	serve := func(text string) bot.Page {
		t.Helper()
		page, err := h.Serve(t.Context(), lead, "lea", "de", dialogs.Said{Text: "/termin " + text})
		if err != nil {
			t.Fatal(err)
		}
		return page
	}
	page := serve("statistik")
	if len(page.Files) != 2 || page.Report != nil {
		t.Fatalf("%d files: %+v", len(page.Files), page)
	}
	picture, table := page.Files[0], page.Files[1]
	if _, err := png.Decode(bytes.NewReader(picture.Content)); err != nil || picture.Type != "image/png" || !strings.HasSuffix(picture.Name, ".png") {
		t.Errorf("%s, %s is no picture: %v", picture.Name, picture.Type, err)
	}
	if !strings.Contains(string(table.Content), ";") || table.Type != "text/csv" || !strings.HasPrefix(table.Name, "statistik-2026-") || !strings.HasSuffix(table.Name, ".csv") {
		t.Errorf("%s, %s: %s", table.Name, table.Type, table.Content)
	}
	if next := serve("heute"); len(next.Files) != 0 {
		t.Errorf("the next page brings %d files", len(next.Files))
	}
}

// counting notes what is counted of turns for statistics.
type counting struct {
	*dialogstest.Memory

	courses []dialogs.Course
}

// Converse runs a turn and notes what it counts.
func (c *counting) Converse(ctx context.Context, chat dialogs.Chat, now time.Time, turn func(context.Context, dialogs.Records) error) error {
	return c.Memory.Converse(ctx, chat, now, func(ctx context.Context, r dialogs.Records) error { return turn(ctx, countingRecords{r, c}) })
}

type countingRecords struct {
	dialogs.Records

	to *counting
}

// Count notes a turn.
func (r countingRecords) Count(c dialogs.Course) { r.to.courses = append(r.to.courses, c) }

// Each turn is counted once: at which step it ends, what was typed and understood,
// and whether it booked.
func TestEachTurnIsCountedOnce(t *testing.T) {
	t.Parallel()
	_, memory := newHost()
	counted := &counting{Memory: memory}
	h := host(memory)
	h.Conversations = counted
	say(t, h, append([]string{"xyzzy"}, booked...)...)
	if _, err := h.Handle(t.Context(), erika, "de", dialogs.Tapped{Choice: "home", Revision: -1}); err != nil {
		t.Fatal(err)
	}
	if len(counted.courses) != 7 {
		t.Fatalf("%d turns were counted, want 7", len(counted.courses))
	}
	steps := map[string]bool{}
	for i, c := range counted.courses {
		steps[c.Step] = true
		if c.Heard != (i < 6) || c.Missed != (i == 0) || c.Booked != (i == 5) || c.Step == "" {
			t.Errorf("turn %d: %+v", i, c)
		}
	}
	if len(steps) < 5 {
		t.Errorf("the turns ended at %v", steps)
	}
}
