package telegram_test

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"pgregory.net/rapid"

	"terminbote/bot"
	"terminbote/bot/telegram"
	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
	"terminbote/office"
)

func units(s string) int { return len(utf16.Encode([]rune(s))) }

var word = regexp.MustCompile(`[\pL\pN]`)

// checkLimits holds a page against what Telegram takes and people can read.
func checkLimits(t *rapid.T, p bot.Page) {
	texts, rows := telegram.Drawn(p)
	for _, text := range texts {
		if n := units(text); n > 4096 || strings.TrimSpace(text) == "" {
			t.Errorf("a message of %d units: %.80q", n, text)
		}
		if strings.Count(text, "<b>") != strings.Count(text, "</b>") {
			t.Errorf("a message with half a mark-up: %.80q", text)
		}
	}
	buttons := 0
	for _, row := range rows {
		if len(row) == 0 || len(row) > 8 {
			t.Errorf("a row of %d buttons", len(row))
		}
		for _, b := range row {
			buttons++
			// 64 bytes may have been more before they were cut.
			if n := len(b.Data); n == 0 || n >= 64 {
				t.Errorf("button %q carries %d bytes: %s", b.Text, n, b.Data)
			}
			if n := utf8.RuneCountInString(b.Text); n == 0 || n > 64 || strings.TrimSpace(b.Text) == "" {
				t.Errorf("label of %d characters: %q", n, b.Text)
			}
			if !word.MatchString(b.Text) {
				t.Errorf("a label without words: %q", b.Text)
			}
		}
	}
	wanted := 0
	for _, g := range p.Groups {
		wanted += len(g.Buttons)
	}
	if buttons > 100 || buttons != wanted {
		t.Errorf("%d buttons of %d are drawn", buttons, wanted)
	}
}

// typedWords is what people type anywhere.
var typedWords = []string{
	"Personalausweis", "Reisepass und Ummeldung", "passport", "weiter", "next", "2", "10", "morgen", "Thursday", "9.15",
	"Erika Beispiel", "erika@example.org", "zurück", "start", "hilfe", "<b>&amp;</b>", "🎉🎉", strings.Repeat("ä", 4096),
	strings.Repeat("& <", 1300), "K7M 4QX", "English",
}

func TestNothingIsDrawnOverTelegramsLimits(t *testing.T) {
	t.Parallel()
	werne := dialogstest.New(office.Sample())
	for _, lang := range []string{"de", "en"} {
		memory := werne.Clone()
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			rapid.Check(t, func(t *rapid.T) { wander(t, memory.Clone(), lang) })
		})
	}
}

// wander goes a random way through the office and looks at each view.
func wander(t *rapid.T, memory *dialogstest.Memory, lang string) {
	host := &bot.Host{
		Conversations: memory,
		Now:           func() time.Time { return monday },
	}
	chat := dialogs.Chat{Channel: telegram.Channel, Address: "1"}
	handle := func(event dialogs.Event) bot.Page {
		page, err := host.Handle(t.Context(), chat, lang, event)
		if err != nil {
			t.Fatal(err)
		}
		checkLimits(t, page)
		return page
	}
	page := handle(dialogs.Started{})
	for range rapid.IntRange(1, 40).Draw(t, "steps") {
		var choices []string
		for _, g := range page.Groups {
			for _, b := range g.Buttons {
				choices = append(choices, b.ID)
			}
		}
		if len(choices) > 0 && rapid.IntRange(0, 3).Draw(t, "how") > 0 {
			page = handle(dialogs.Tapped{Choice: rapid.SampledFrom(choices).Draw(t, "choice"), Revision: page.Revision})
			continue
		}
		page = handle(dialogs.Said{Text: rapid.SampledFrom(typedWords).Draw(t, "text")})
	}
}

func TestALongTextIsCutWithoutLosingAnything(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := html.EscapeString(strings.Repeat(rapid.StringOf(rapid.SampledFrom([]rune("aä&<\"🎉 \n"))).Draw(t, "text"), rapid.IntRange(1, 2000).Draw(t, "times")))
		parts := telegram.Split(text)
		if got := strings.Join(parts, ""); got != text {
			t.Error("something was lost")
		}
		for _, part := range parts {
			if n := units(part); n > 4096 {
				t.Errorf("a part of %d units", n)
			}
			if open := strings.LastIndex(part, "&"); open >= 0 && !strings.Contains(part[open:], ";") {
				t.Errorf("a part ends within an entity: %q", part[open:])
			}
		}
	})
}

func TestALongLabelIsShortenedAtAWord(t *testing.T) {
	t.Parallel()
	page := bot.Page{Revision: 1, Groups: []bot.Group{{Columns: 1, Buttons: []bot.Button{
		{ID: "a", Label: "Kurz"},
		{ID: "b", Label: strings.Repeat("Wort ", 30), Marked: true},
		{ID: "c", Label: strings.Repeat("x", 300)},
	}}}}
	_, rows := telegram.Drawn(page)
	want := []string{"Kurz", "✓ " + strings.TrimSpace(strings.Repeat("Wort ", 11)) + "…", strings.Repeat("x", 59) + "…"}
	if len(rows) != len(want) {
		t.Fatalf("%d rows, want %d", len(rows), len(want))
	}
	for i, row := range rows {
		if row[0].Text != want[i] {
			t.Errorf("label %q, want %q", row[0].Text, want[i])
		}
	}
}
