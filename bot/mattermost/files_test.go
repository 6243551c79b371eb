package mattermost_test

import (
	"bytes"
	"image/png"
	"strings"
	"testing"
	"time"

	"terminbote/bot"
	"terminbote/bot/mattermost"
	"terminbote/bot/mattermost/mattermosttest"
)

// Figures come as words to who asked, and as a picture and a table in the channel
// that nobody else reads.
func TestStatisticsComeAsPictureAndTable(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	_, err := w.pool.Exec(t.Context(), `
		INSERT INTO figure (appointment, office, starts, booked_at, concerns, persons, staff, planned, channel, state, waited, took, desk)
		SELECT i, $1, $2::timestamptz - i * interval '20 minutes', $2, 'id-card', 1, false, 15, 'telegram', 'finished', 4, 20, 'desk ' || i % 2
		FROM generate_series(1, 40) AS i`, string(w.office.ID), monday.AddDate(0, 0, -5))
	if err != nil {
		t.Fatal(err)
	}
	w.anna.Command("/termin statistik")
	w.anna.WaitFor("Gebucht über: Telegram 40")
	files := w.files(2)
	if _, err := png.Decode(bytes.NewReader(files[0].Content)); err != nil || !strings.HasSuffix(files[0].Name, ".png") {
		t.Errorf("%s is no picture: %v", files[0].Name, err)
	}
	if table := string(files[1].Content); !strings.HasPrefix(table, "\ufeffBereich;") || !strings.Contains(table, "alle;Gebucht;40;") {
		t.Errorf("%s:\n%s", files[1].Name, table)
	}
	for _, m := range w.anna.In(w.server.Direct(w.anna)).Screen() {
		if strings.Contains(m.Text, "Personalausweis beantragen") {
			return // who cannot see the picture reads the table
		}
	}
	t.Error("the picture stands without a table in words")
}

func TestNothingIsFetchedForTheFigures(t *testing.T) {
	t.Parallel()
	page := bot.Page{Title: "Statistik", Body: []string{"Besuche: gebucht 3 um 8:00", "dazu: https://x.example/bild.png", "und www.x.example"}}
	if got := mattermost.Figures(page); strings.Contains(got, "://") || strings.Contains(got, "www.") || !strings.Contains(got, "Besuche: gebucht 3 um 8:00") {
		t.Errorf("figures: %q", got)
	}
}

// files waits until somebody has so many files.
func (w *town) files(many int) []mattermosttest.File {
	w.Helper()
	for range 600 {
		if files := w.anna.Files(); len(files) >= many {
			return files
		}
		time.Sleep(100 * time.Millisecond)
	}
	w.Fatalf("no files came:\n%s", w.anna.Transcript())
	return nil
}
