package mattermost

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot"
	"terminbote/dialogs"
)

var noon = time.Date(2026, time.November, 23, 11, 0, 0, 0, time.UTC)

// drawer is a counter that draws and calls nobody.
func drawer(t *testing.T) *Mattermost {
	t.Helper()
	address, _ := url.Parse("https://termine.example.org")
	m, err := New(
		Settings{Secret: "secret", PublicURL: address, Command: "termin", Direct: true, Channels: map[booking.OfficeID]string{"a": "1", "b": "2", "c": "2"}},
		&bot.Host{Now: clocktest.At(noon), Log: slog.New(slog.DiscardHandler)}, nil,
		func() booking.Town {
			return booking.Town{Offices: []*booking.Office{{Calendar: booking.Calendar{Zone: time.UTC}}}}
		}, nil,
	)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// evil is what somebody may have written into any place.
const evil = "@all [x](https://evil.example) <!channel> *b* `c` | d"

// holdsNoMarkup checks a text with evil in it.
func holdsNoMarkup(t *testing.T, what, text string) {
	t.Helper()
	for _, live := range []string{"@all", "[x](", "<!", " *b*", " `c`", " | d"} {
		if strings.Contains(text, live) {
			t.Errorf("%s: %q is live in %q", what, live, text)
		}
	}
	if !strings.Contains(text, "all") {
		t.Errorf("%s says %q", what, text)
	}
}

// Whatever stands anywhere on a page is shown as it is, in every way to show it.
func TestNoPartOfAPageIsMarkup(t *testing.T) {
	t.Parallel()
	m := drawer(t)
	for what, page := range map[string]bot.Page{
		"remark": {Remarks: []string{"Gut.", evil}}, "title": {Title: evil}, "body": {Body: []string{"Ort", evil}}, "question": {Ask: evil},
		"head": {Table: bot.Table{Head: []string{evil}, Rows: [][]string{{"x"}}}}, "cell": {Table: bot.Table{Head: []string{"x"}, Rows: [][]string{{evil}}}},
	} {
		holdsNoMarkup(t, what, text(page))
		holdsNoMarkup(t, what+" in words", m.wordy(page))
	}
	grouped := bot.Page{Groups: []bot.Group{{Title: evil, Buttons: []bot.Button{{ID: "x", Label: "x"}}}}}
	holdsNoMarkup(t, "group in words", m.wordy(grouped))
	holdsNoMarkup(t, "group", m.attachments(place{}, grouped)[0].Text)
	holdsNoMarkup(t, "button in words", m.wordy(bot.Page{Groups: []bot.Group{{Buttons: []bot.Button{{ID: "x", Label: evil}}}}}))
	stranger := dialogs.HandoverLine{Kind: dialogs.CitizenLine, Text: evil + " https://x.example :smile:"}
	holdsNoMarkup(t, "a citizen's line", lineText(stranger))
	if got := lineText(stranger); live(got) {
		t.Errorf("a citizen's line fetches: %q", got)
	}
	figured := bot.Page{Title: evil, Body: []string{"https://x.example"}, Ask: "?", Remarks: []string{"r"}, Groups: grouped.Groups}
	holdsNoMarkup(t, "figures", figures(figured))
	if got := figures(figured); live(got) || strings.Contains(got, "?") || strings.Contains(got, "r\n") {
		t.Errorf("figures: %q", got)
	}
}

func live(text string) bool {
	return strings.Contains(text, "https://") || strings.Contains(text, ":smile:")
}

// Nothing is longer than Mattermost takes, what is not too long is not cut, and a
// table that is says how much of it is missing.
func TestNothingIsLongerThanMattermostTakes(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]int{9: 9, 10: 10, 11: 10} {
		if got := shorten(strings.Repeat("ü", n), 10); utf8.RuneCountInString(got) != want || strings.HasSuffix(got, "…") != (n > 10) {
			t.Errorf("of %d characters %q is shown", n, got)
		}
	}
	if got := label(bot.Button{Label: " Ja,\n  bitte ", Marked: true}); got != "✓ Ja, bitte" {
		t.Errorf("a label is %q", got)
	}
	page := bot.Page{Lang: "de", Title: "Tag", Ask: "Weiter?", Table: bot.Table{Head: []string{"Zeit", "Name"}}}
	for i := range 2000 {
		page.Table.Rows = append(page.Table.Rows, []string{fmt.Sprint(i), strings.Repeat("x", 20)})
	}
	got := text(page)
	missing := 2000 - (strings.Count(got, "\n| ") - 1) // below the head
	if n := utf8.RuneCountInString(got); n > longestText || n < longestText-200 || !strings.HasSuffix(got, "Weiter?") || !strings.Contains(got, fmt.Sprintf("%d.%03d", missing/1000, missing%1000)) {
		t.Errorf("%d characters, %d rows are missing, and in the end %q", n, missing, got[len(got)-100:])
	}
	for _, some := range []string{drawer(t).wordy(bot.Page{Title: strings.Repeat("x", 20000)}), text(bot.Page{Ask: strings.Repeat("x", 20000)})} {
		if utf8.RuneCountInString(some) != longestText {
			t.Errorf("%d characters", utf8.RuneCountInString(some))
		}
	}
}

// buttons is a page with so many of them.
func buttons(n int, numbered bool) bot.Page {
	g := bot.Group{Title: "Gruppe", Numbered: numbered}
	for i := range n {
		g.Buttons = append(g.Buttons, bot.Button{ID: fmt.Sprint("id", i), Label: fmt.Sprint("Nr ", i)})
	}
	return bot.Page{Lang: "de", Revision: 7, Groups: []bot.Group{g}}
}

// Up to five buttons stand in a row, more become a list; groups without a title
// join what stands above as long as there is room.
func TestButtonsBecomeAListWhereTheyAreMany(t *testing.T) {
	t.Parallel()
	m := drawer(t)
	for n, want := range map[int]int{1: 1, 5: 5, 6: 1} {
		box := m.attachments(place{}, buttons(n, true))[0]
		if len(box.Actions) != want || (box.Actions[0].Type == model.PostActionTypeSelect) != (n > 5) || (box.Text == "") != (n > 5) {
			t.Errorf("%d buttons: %d actions of %s, titled %q", n, len(box.Actions), box.Actions[0].Type, box.Text)
		}
		if options := box.Actions[0].Options; n > 5 && (len(options) != 6 || options[1].Text != "2. Nr 1" || options[1].Value != "id1" || box.Actions[0].Name != "Gruppe") {
			t.Errorf("the list is %q with %+v", box.Actions[0].Name, options[1])
		}
	}
	plain := buttons(6, false)
	plain.Groups[0].Title = ""
	if list := m.attachments(place{}, plain)[0].Actions[0]; list.Options[1].Text != "Nr 1" || list.Name == "" {
		t.Errorf("not numbered: %q, %+v", list.Name, list.Options[1])
	}
	for n, boxes := range map[int]int{2: 1, 3: 2} {
		page := buttons(3, true)
		more := buttons(n, true).Groups[0]
		more.Title = ""
		page.Groups = append(page.Groups, more, bot.Group{})
		if got := m.attachments(place{}, page); len(got) != boxes {
			t.Errorf("three buttons and %d without a title: %d boxes, want %d", n, len(got), boxes)
		}
	}
	titled := buttons(1, true)
	titled.Groups = append(titled.Groups, buttons(1, true).Groups[0])
	if got := m.attachments(place{}, titled); len(got) != 2 {
		t.Errorf("two titles in %d boxes", len(got))
	}
	words := m.wordy(buttons(2, true))
	if !strings.Contains(words, "1: Nr 0\n2: Nr 1") || !strings.Contains(m.wordy(buttons(1, false)), "• Nr 0") || !strings.Contains(words, "/termin") {
		t.Errorf("in words: %q", words)
	}
}

// Each button carries a ticket for what it is, who it is drawn for and where; a
// stored message's holds without answers that can follow, and every ticket a shift.
func TestEachButtonCarriesItsTicket(t *testing.T) {
	t.Parallel()
	m := drawer(t)
	who := member{id: "u", lang: "de"}
	for name, tt := range map[string]struct {
		p      place
		opener bool
	}{
		"whispered": {place{who: who, channel: "c", hook: "h", left: 2}, true},
		"the last":  {place{who: who, channel: "c", hook: "h"}, false},
		"stored":    {place{who: who, channel: "c", hook: "h", left: 2, live: true}, true},
	} {
		page := buttons(1, true)
		page.Typing, page.Ask = true, "Wie heißen Sie?"
		boxes := m.attachments(tt.p, page)
		if (len(boxes) == 2) != tt.opener {
			t.Fatalf("%s: %d boxes", name, len(boxes))
		}
		want := ticket{User: "u", Channel: "c", Revision: 7, Until: noon.Add(12 * time.Hour).Unix(), Live: tt.p.live, Lang: "de"}
		if !tt.p.live {
			want.Hook, want.Left = "h", tt.p.left
		}
		press := want
		press.Purpose, press.Choice = toPress, "id0"
		all := map[*model.PostAction]ticket{boxes[len(boxes)-1].Actions[0]: press}
		if tt.opener {
			open := want
			open.Purpose, open.Choice = toOpen, "Wie heißen Sie?"
			all[boxes[0].Actions[0]] = open
		}
		for action, want := range all {
			signed, _ := action.Integration.Context[ticketKey].(string)
			got, err := m.seal.open(signed, "u", "c", noon)
			if err != nil || got != want || action.Integration.URL != "https://termine.example.org/mattermost/action" {
				t.Errorf("%s: %v, %+v, want %+v at %s", name, err, got, want, action.Integration.URL)
			}
		}
	}
	if p := (place{left: 3}).after(); p.left != 2 {
		t.Errorf("after an answer %d are left", p.left)
	}
}

// A message is stored with its buttons up to the size that every Mattermost takes.
func TestAStoredMessageFitsUpToItsSize(t *testing.T) {
	t.Parallel()
	props := model.StringInterface{"x": ""}
	frame := utf8.RuneCountInString(model.StringInterfaceToJSON(props))
	box := []*model.MessageAttachment{{Actions: make([]*model.PostAction, 2)}, {Actions: make([]*model.PostAction, 1)}}
	for n, want := range map[int]bool{8000: true, 8001: false} {
		props["x"] = strings.Repeat("ü", n-frame-3*lengthOfID)
		if fits(props, box) != want {
			t.Errorf("%d characters fit: %v", n, !want)
		}
	}
}

// An answer follows only by an ID that Mattermost gives, wherever the address leads;
// a channel tells an office only where it is its alone.
func TestWhatACallSaysIsReadWithCare(t *testing.T) {
	t.Parallel()
	id := strings.Repeat("a1", 13)
	for address, want := range map[string]string{
		"https://chat.example/hooks/commands/" + id: id, "https://evil.example/" + id: id, id: id,
		"https://chat.example/hooks/commands/" + id + "/..": "", "https://chat.example/hooks/commands/x": "", "": "", "https://chat.example/" + id + "?x=1": "",
	} {
		if got := hookOf(address); got != want {
			t.Errorf("%s: %q", address, got)
		}
	}
	m := drawer(t)
	for channel, want := range map[string]booking.OfficeID{"1": "a", "2": "", "3": "", "": ""} {
		if got := m.officeOf(channel); got != want {
			t.Errorf("channel %s is office %q's, want %q", channel, got, want)
		}
	}
	form := url.Values{"user_mentions": {"anna", "ben"}, "user_mentions_ids": {"ida"}}
	for name, want := range map[string]string{"anna": "ida", "ben": "", "carl": ""} {
		if got := mentioned(form, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

// An error is logged without the address it was for, and names the token's variable
// where that is to blame.
func TestAnErrorIsLoggedWithoutItsAddress(t *testing.T) {
	t.Parallel()
	inner := errors.New("refused")
	if got := plainly(fmt.Errorf("post: %w", &url.Error{Op: "Post", URL: "https://chat/hooks/secret", Err: inner})); !errors.Is(got, inner) || strings.Contains(got.Error(), "secret") {
		t.Errorf("%v", got)
	}
	for status, want := range map[int]bool{401: true, 403: false, 500: false} {
		err := model.NewAppError("x", "y", nil, "", status)
		if got := plainly(err).Error(); strings.HasPrefix(got, "MATTERMOST_TOKEN is wrong") != want {
			t.Errorf("%d: %s", status, got)
		}
	}
}

// What fails is tried again ever more slowly, up to a bound, and at once as usual
// when it is well again; a token that is wrong is not tried often at all.
func TestWhatFailsIsTriedEverMoreSlowly(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	m := drawer(t)
	m.log = slog.New(slog.NewTextHandler(&log, nil))
	d, threads := &dayPost{Mattermost: m}, newThreads(m, "a", "1")
	away := errors.New("away")
	for name, after := range map[string]func(error) time.Duration{
		"the day":   func(err error) time.Duration { return d.after(t.Context(), err) },
		"the talks": func(err error) time.Duration { return threads.after(t.Context(), err) },
	} {
		log.Reset()
		usual := after(nil)
		waits := []time.Duration{after(away)}
		for range 12 {
			waits = append(waits, after(away))
		}
		last := waits[len(waits)-1]
		if waits[0] < usual || !slices.IsSorted(waits) || last < 4*usual || waits[len(waits)-2] != last || waits[1] != 2*waits[0] {
			t.Errorf("%s: after %v it waits %v", name, usual, waits)
		}
		if n := strings.Count(log.String(), "level=ERROR"); n != 1 {
			t.Errorf("%s: the log tells of it %d times", name, n)
		}
		if again := after(nil); again != usual || after(away) != waits[0] {
			t.Errorf("%s: well again it waits %v, not %v", name, again, usual)
		}
	}
	if got := d.after(t.Context(), model.NewAppError("x", "y", nil, "", 401)); got != longestPause {
		t.Errorf("with a wrong token it waits %v", got)
	}
}
