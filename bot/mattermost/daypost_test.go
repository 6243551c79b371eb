package mattermost_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot/mattermost/mattermosttest"
	"terminbote/dialogs"
)

const (
	posting  = "POST /posts"
	patching = "PUT /posts/{post}/patch"
)

// dayPosts are the posts of the bot in the staff's channel.
func (w *town) dayPosts() []mattermosttest.Message {
	var ours []mattermosttest.Message
	for _, m := range w.anna.Screen() {
		if m.From == w.server.Bot.Username && !m.OnlyVisible {
			ours = append(ours, m)
		}
	}
	return ours
}

// shows waits until there is one post, and it shows a text.
func (w *town) shows(text string) {
	w.Helper()
	w.eventually(func() bool {
		all := w.dayPosts()
		return len(all) == 1 && strings.Contains(all[0].Text, text)
	})
}

func TestTheDayIsPostedInTheMorningAndPatched(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it waits for seconds")
	}
	w := newTown(t)
	w.clock.advance(-90 * time.Minute)
	w.keep()
	w.again(2)
	if all := w.dayPosts(); len(all) > 0 {
		t.Fatalf("at half past six there is a post: %v", all)
	}
	w.clock.advance(90 * time.Minute)
	w.shows("Es ist nichts gebucht.")
	a := w.booked(w.today(), "Erika Beispiel")
	w.shows(a.Number.String())
	if post := w.dayPosts()[0]; strings.Contains(post.Text, "Erika") || !post.Edited {
		t.Errorf("the post: %s", post)
	}
	w.do(dialogs.Chat{Channel: "test", Address: "Erika Beispiel"}, dialogs.Cancel{Appointment: a.ID})
	w.shows("Es ist nichts gebucht.")
	w.clock.advance(24 * time.Hour)
	w.eventually(func() bool { return len(w.dayPosts()) == 2 })
	if last := w.dayPosts()[1].Text; !strings.Contains(last, "Dienstag, 24. November") {
		t.Errorf("the next day's post: %s", last)
	}
}

func TestThePostIsPatchedAtMostOnceASecondAndNeverWithoutAChange(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it waits for seconds")
	}
	w := newTown(t)
	w.keep()
	w.shows("nichts gebucht")
	began := clocktest.Now()
	for _, name := range []string{"A. Eins", "B. Zwei", "C. Drei", "D. Vier", "E. Fünf", "F. Sechs"} {
		w.booked(w.today(), name)
		time.Sleep(300 * time.Millisecond)
	}
	w.shows("Gebucht 6")
	w.again(1) // the last patch is seen before its call is noted down
	patches := w.server.Calls(patching)
	if most := int(clocktest.Since(began)/time.Second) + 1; len(patches) > most {
		t.Errorf("%d patches within %v", len(patches), clocktest.Since(began))
	}
	said := map[string]bool{}
	for _, p := range patches {
		var patch struct{ Message string }
		if err := json.Unmarshal(p.Body, &patch); err != nil || said[patch.Message] {
			t.Errorf("patched without a change: %v %s", err, patch.Message)
		}
		said[patch.Message] = true
	}
	w.again(3)
	if again := w.server.Calls(patching); len(again) != len(patches) {
		t.Errorf("nothing happened, and it was patched %d times", len(again)-len(patches))
	}
}

// postIsStored waits for the day post's row, which is written after the post is seen.
func (w *town) postIsStored() {
	w.Helper()
	w.eventually(func() bool { return strings.Contains(w.rows(), w.dayPosts()[0].ID) })
}

func TestNamesAreShownToWhoAsksAndMaySeeThem(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	ben := w.server.NewMember("Ben")
	w.booked(w.today(), "Erika Beispiel")
	w.keep()
	w.shows("Gebucht 1")
	w.postIsStored()
	w.unmoved("looking", func() {
		w.anna.Tap("Namen zeigen")
		w.anna.WaitFor("Erika Beispiel")
		ben.Tap("Namen zeigen")
		ben.WaitFor("brauchen Sie eine Rolle")
	})
	if seen := ben.Last().Text; strings.Contains(seen, "Erika") {
		t.Errorf("Ben has no role and sees %s", seen)
	}
}

func TestWhoPostedAndGotNoAnswerDoesNotPostAgain(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.server.Fail(mattermosttest.Fault{Kind: mattermosttest.CutAfter, Route: posting})
	w.keep()
	w.shows("nichts gebucht")
	w.booked(w.today(), "Erika Beispiel")
	w.shows("Gebucht 1")
}

func TestAnotherReplicaGoesOnWithThePost(t *testing.T) {
	t.Parallel()
	for name, forgotten := range map[string]bool{"remembered": false, "forgotten": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newTown(t)
			stop := w.keep()
			w.shows("nichts gebucht")
			w.postIsStored()
			stop()
			if forgotten { // as where the first one died in between
				if _, err := w.pool.Exec(t.Context(), "DELETE FROM day_post"); err != nil {
					t.Fatal(err)
				}
			}
			w.door.lead(w.counter(w.host))
			w.booked(w.today(), "Erika Beispiel")
			w.keep()
			w.shows("Gebucht 1")
			if n := len(w.server.Calls(posting)); n != 1 {
				t.Errorf("posted %d times", n)
			}
		})
	}
}

func TestADeletedPostIsPostedAgain(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.keep()
	w.shows("nichts gebucht")
	w.server.Delete(w.dayPosts()[0])
	w.booked(w.today(), "Erika Beispiel")
	w.shows("Gebucht 1")
}

// Mattermost may be away for as long as it likes: citizens book, and the post
// is made up for afterwards, once.
func TestWhileMattermostIsAwayCitizensBookAndThePostFollows(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it waits for seconds")
	}
	w := newTown(t)
	w.server.GoAway()
	w.keep()
	var numbers []booking.Number
	for _, name := range []string{"A. Eins", "B. Zwei"} {
		numbers = append(numbers, w.booked(w.today(), name).Number)
	}
	w.eventually(func() bool { return strings.Contains(w.log.String(), "day post not kept") })
	w.clock.advance(time.Hour)
	numbers = append(numbers, w.booked(w.today(), "C. Drei").Number)
	w.again(1)
	w.server.Heal()
	w.shows("Gebucht 3")
	post := w.dayPosts()[0].Text
	if slices.ContainsFunc(numbers, func(n booking.Number) bool { return !strings.Contains(post, n.String()) }) {
		t.Errorf("not all of %v stand in %s", numbers, post)
	}
	if n := strings.Count(w.log.String(), "day post not kept"); n != 1 {
		t.Errorf("said %d times", n)
	}
	w.eventually(func() bool { return strings.Contains(w.log.String(), "day post kept again") })
}

func TestARevokedTokenIsSaidOnceAndTriedSlowly(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it waits for seconds")
	}
	w := newTown(t)
	w.server.Revoke()
	w.keep()
	w.booked(w.today(), "Erika Beispiel")
	w.eventually(func() bool { return strings.Contains(w.log.String(), "day post not kept") })
	time.Sleep(2500 * time.Millisecond) // on a slow machine this proves less, but nothing wrong
	if calls := w.server.Calls(); len(calls) > 1 {
		t.Errorf("a revoked token is tried %d times within seconds", len(calls))
	}
	if n := strings.Count(w.log.String(), "day post not kept"); n != 1 {
		t.Errorf("said %d times", n)
	}
}

func TestADayOnWhichNobodyWorksIsNotPosted(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it waits for seconds")
	}
	w := newTown(t)
	w.clock.advance(6 * 24 * time.Hour) // a Sunday
	w.keep()
	w.again(3)
	if all := w.dayPosts(); len(all) > 0 {
		t.Errorf("on %v there is a post: %s", w.today(), all[0])
	}
}

func TestNamesBreakNoTableAndCallNobody(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	names := []string{
		"Eva | Adam", "@all @channel @here", "[Karl](https://example.org)", "**Otto** `x` ~~y~~", "> Ida", "<b>Max</b>", "# Uwe \\| Ute",
		"1. Ernst", "- Rosa", "Ünal ~town-square", "<script>alert(1)</script>", "![Ute](javascript:alert(1))",
	}
	for _, name := range names {
		w.booked(w.today(), name)
	}
	seen := w.anna.Command("/termin heute").Text
	var cells []string
	for line := range strings.Lines(seen) {
		if strings.HasPrefix(line, "|") {
			if n := strings.Count(escaped.ReplaceAllString(line, ""), "|"); n != 8 {
				t.Errorf("%d columns: %s", n-1, line)
			}
			cells = append(cells, line)
		}
	}
	if len(cells) != len(names)+2 {
		t.Errorf("%d rows for %d names:\n%s", len(cells)-2, len(names), seen)
	}
	plain := escaped.ReplaceAllString(seen, "")
	for _, live := range []string{"@all", "@channel", "@here", "](", "**Otto", " `x`", "~~y", "<b>", "<script", "![", " ~town"} {
		if strings.Contains(plain, live) {
			t.Errorf("%q is live in\n%s", live, seen)
		}
	}
}

// escaped is what Markdown does not read as markup.
var escaped = regexp.MustCompile(`\\.`)

func TestALongDayFitsIntoAPost(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	a := w.booked(w.today(), "Erika Beispiel")
	_, err := w.pool.Exec(t.Context(), `
		INSERT INTO appointment (id, claim, number, office, starts, ends, state, items, persons, skills, audience, name, created_at, updated_at)
		SELECT 1000 + n, 1000 + n, 'K' || n, office, starts, ends, state, items, persons, skills, audience, name, created_at, updated_at
		FROM appointment, generate_series(1, 399) n WHERE id = $1`, a.ID)
	if err != nil {
		t.Fatal(err)
	}
	w.keep()
	w.shows("Gebucht 400")
	post := w.dayPosts()[0].Text
	if n := len([]rune(post)); n > 16383 || n < 15000 || !strings.Contains(post, "weitere") {
		t.Errorf("%d characters, which end with %s", n, post[len(post)-200:])
	}
}
