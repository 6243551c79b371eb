package storage_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/dialogs"
)

// data is what somebody is given of themselves.
func (w *tellingWorld) data(name string) (parts map[string]json.RawMessage, all string) {
	w.Helper()
	done := w.do(name, dialogs.Export{})
	if done.Refused != nil || json.Unmarshal(done.Data, &parts) != nil {
		w.Fatalf("%v: %s", done.Refused, done.Data)
	}
	return parts, string(done.Data)
}

func TestEverybodyIsGivenAllThatIsStoredAboutThem(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test, mail)
	w.remember("erika", `{"draft": {"name": "Erika Beispiel"}}`)
	a, others := w.booked("erika", wednesday), w.booked("otto", wednesday.Add(time.Hour))
	w.must("erika", dialogs.Affirm{Appointment: a.ID})
	w.do("erika", dialogs.AskCode{Number: others.Number, Lang: "de"})
	var n network
	w.deliver(&n)
	parts, all := w.data("erika")
	for _, want := range []string{
		string(a.Number), "erika@example.org", "Erika Beispiel", "Reisepass", "affirmed", "booked", "reminder", "sent", `"test"`,
	} {
		if !strings.Contains(all, want) {
			t.Errorf("nothing says %q", want)
		}
	}
	if strings.Contains(all, "otto") {
		t.Error("it says something of somebody else")
	}
	for _, part := range []string{"person", "chats", "appointments", "history", "notices", "codes", "counted_against_limits"} {
		if string(parts[part]) == "[]" {
			t.Errorf("%s is empty", part)
		}
	}
}

// A new table with personal data has to give it to people as well, and
// to say of each what it is for.
func TestNoTableIsForgotten(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	privacy, err := os.ReadFile("../docs/privacy.md")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := w.pool.Query(t.Context(), `SELECT DISTINCT table_name FROM information_schema.columns WHERE table_schema = 'public'`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	known := []string{
		"person", "chat", "appointment", "history", "notice", "wait", "offer", "code", "inbox", "deed", "handover", "handover_line", "rated", // given
		"closure", "extra_hours", "minutes_change", "laid", "freed", "erasure", "hit", "unserved", "staff", "trail", "day_post", // nobody's
		"figure", "freed_figure", "reminder_figure", "day_figure", "first_offer", "talk_figure", // counts
		"letter", "mailbox", // hashes only, of what is under appointments and notices
		"rush", "brake", "seal", "busy_day", "alarm", "counter", "rating", "rating_line", "office_town", "pace", "office_name", // nobody's either
	}
	for rows.Next() {
		var table string
		if err := rows.Scan(&table); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(privacy), "**"+table+"**") {
			t.Errorf("docs/privacy.md does not say what %q is for", table)
		}
		machinery := strings.HasPrefix(table, "river_") || strings.HasPrefix(table, "goose_")
		if !slices.Contains(known, table) && !machinery {
			t.Errorf("is there something about a person in %q? Then data.go, erase.go, retention.go and docs/privacy.md need to know", table)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

func TestWhoIsErasedHasNoData(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	a := w.booked("erika", wednesday)
	w.must("erika", dialogs.Erase{})
	if _, all := w.data("erika"); strings.Contains(all, string(a.Number)) || strings.Contains(all, "example.org") {
		t.Errorf("there is still something: %s", all)
	}
}
