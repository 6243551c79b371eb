package mattermost_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"terminbote/bot"
	"terminbote/bot/mattermost"
	"terminbote/bot/mattermost/mattermosttest"
	"terminbote/dialogs"
)

const deleting = "DELETE /posts/{post}"

// erika is a citizen on another network.
var erika = dialogs.Chat{Channel: "test", Address: "erika"}

// line is the town with people who talk to citizens.
type line struct {
	*town

	ben   *mattermosttest.User // a member without a role
	phone *phone
}

// phone is where citizens of the other network read.
type phone struct {
	mu   sync.Mutex
	read map[string][]string
	err  error

	heard chan<- string // gets what is read; nil: nobody waits for it
}

// Send shows a message, or fails.
func (p *phone) Send(_ context.Context, address string, page bot.Page, _ ...bot.File) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.err != nil {
		return p.err
	}
	p.read[address] = append(p.read[address], bot.InWords(page))
	if p.heard != nil {
		p.heard <- bot.InWords(page)
	}
	return nil
}

func (p *phone) fail(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.err = err
}

func (p *phone) of(address string) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return strings.Join(p.read[address], "\n")
}

// newLine opens the counter with somebody at it.
func newLine(tb testing.TB) *line {
	tb.Helper()
	l := &line{town: newTown(tb), phone: &phone{read: map[string][]string{}}}
	l.ben = l.server.NewMember("Ben")
	l.door.to.Load().HoldTalks(l.store)
	l.keep()
	ctx, cancel := context.WithCancel(context.WithoutCancel(tb.Context()))
	done := make(chan struct{})
	board := bot.Switchboard{Answers: l.store, Senders: map[string]bot.Sender{"test": l.phone}, Now: l.clock.now, Log: l.log.logger()}
	go func() {
		defer close(done)
		board.Run(ctx)
	}()
	tb.Cleanup(func() { cancel(); <-done })
	l.eventually(func() bool { return strings.Contains(l.rows(), "counter:\n(") })
	return l
}

func (l *line) say(chat dialogs.Chat, texts ...string) bot.Page {
	l.Helper()
	var page bot.Page
	for _, text := range texts {
		var err error
		if page, err = l.host.Handle(l.Context(), chat, "de", dialogs.Said{Text: text}); err != nil {
			l.Fatalf("%q: %v", text, err)
		}
	}
	return page
}

// asks has a citizen ask for staff, and waits for the thread.
func (l *line) asks(chat dialogs.Chat, words string) mattermosttest.Message {
	l.Helper()
	l.say(chat, "Perso", "mit einem Menschen sprechen", "ja", words)
	l.anna.WaitFor(words)
	for _, m := range l.anna.Screen() {
		if strings.Contains(m.Text, words) {
			for _, root := range l.anna.Screen() {
				if root.ID == m.Root {
					return root
				}
			}
		}
	}
	l.Fatalf("%q stands in no thread:\n%s", words, l.anna.Transcript())
	return mattermosttest.Message{}
}

func (l *line) reads(chat dialogs.Chat, text string) {
	l.Helper()
	l.eventually(func() bool { return strings.Contains(l.phone.of(chat.Address), text) })
}

func TestATalkIsHandedOverAndBack(t *testing.T) {
	t.Parallel()
	l := newLine(t)
	root := l.asks(erika, "Guten Tag")
	l.say(erika, "Kann mein *Bruder* ihn abholen? @all &#64;here https://x.example/bild.png")
	l.anna.WaitFor("Bruder")
	if !strings.Contains(root.Text, "Personalausweis beantragen") || !slices.Contains(root.Labels(), "Gespräch beenden") {
		t.Errorf("the thread begins with %s", root)
	}
	said := l.anna.Thread(root)[2].Text
	if !strings.Contains(said, `\*Bruder\*`) || strings.Contains(said, "@all") || strings.Contains(said, "&#64") || strings.Contains(said, "://") {
		t.Errorf("what the citizen wrote is drawn as %q", said)
	}
	l.anna.Reply(root, "Ja, mit Vollmacht.")
	l.reads(erika, "Das Amt schreibt:\n\nJa, mit Vollmacht.")
	if page := l.say(erika, "Danke!"); !page.Handed || !slices.Contains(page.Remarks, "Weitergegeben.") {
		t.Errorf("page: %+v", page)
	}
	l.anna.WaitFor("Danke!")
	l.anna.Reply(root, "Fertig.")
	l.reads(erika, "Das Amt hat das Gespräch beendet.")
	l.anna.WaitFor("Beendet.")
	if page := l.say(erika, "Hallo"); page.Handed {
		t.Errorf("after the end: %+v", page)
	}
	l.eventually(func() bool { return len(l.anna.Thread(root)[0].Labels()) == 0 })
	if n := strings.Count(l.phone.of("erika"), "Vollmacht"); n != 1 {
		t.Errorf("the answer came %d times", n)
	}
}

func TestTheCitizenGoesBack(t *testing.T) {
	t.Parallel()
	l := newLine(t)
	root := l.asks(erika, "Hallo?")
	l.say(erika, "/ende")
	l.anna.WaitFor("Die Person ist nicht mehr im Gespräch.")
	l.anna.Reply(root, "Sind Sie noch da?")
	again := l.asks(erika, "Doch noch eine Frage")
	if again.ID == root.ID {
		t.Error("a second talk stands in the thread of the first")
	}
	l.anna.Reply(again, "Gern.")
	l.reads(erika, "Gern.")
	if strings.Contains(l.phone.of("erika"), "noch da") {
		t.Error("an answer to a talk that is over came")
	}
}

func TestTheButtonEndsATalkForClerksOnly(t *testing.T) {
	t.Parallel()
	l := newLine(t)
	root := l.asks(erika, "Hallo?")
	if err := l.ben.TapOn(root, "Gespräch beenden"); err != nil {
		t.Fatal(err)
	}
	l.ben.WaitFor("brauchen Sie eine Rolle")
	if !l.say(erika, "noch hier").Handed {
		t.Error("somebody without a role ended a talk")
	}
	if err := l.anna.TapOn(root, "Gespräch beenden"); err != nil {
		t.Fatal(err)
	}
	l.reads(erika, "beendet")
}

func TestOnlyClerksAnswer(t *testing.T) {
	t.Parallel()
	l := newLine(t)
	root := l.asks(erika, "Hallo?")
	l.ben.Reply(root, "Ich bin neu hier")
	l.ben.WaitFor("dazu braucht man eine Rolle")
	l.anna.ReplyWithFile(root)
	l.anna.WaitFor("Weitergegeben wird nur Text")
	l.anna.Announces(root, "@cleo was added to the channel")
	cleo := l.server.NewMember("Cleo")
	cleo.Leave(l.server.Staff)
	cleo.Reply(root, "von draußen")
	l.anna.Reply(root, "richtig")
	l.reads(erika, "richtig")
	if got := l.phone.of("erika"); strings.Contains(got, "neu hier") || strings.Contains(got, "draußen") || strings.Contains(got, "was added") {
		t.Errorf("Erika reads %s", got)
	}
}

// What a clerk changes has been read already: they are told, each time, and nothing
// comes twice.
func TestAnAnswerThatIsChangedIsNotSentAgain(t *testing.T) {
	t.Parallel()
	l := newLine(t)
	root := l.asks(erika, "Was kostet das?")
	answer := l.anna.Reply(root, "37 Euro")
	l.reads(erika, "37 Euro")
	hints := func() (n int) {
		for _, m := range l.anna.Thread(root) {
			if strings.Contains(m.Text, "als neue Nachricht") {
				n++
			}
		}
		return n
	}
	for i, text := range []string{"46 Euro", "46,00 Euro"} {
		l.server.Advance(time.Second)
		l.anna.Edit(answer, text)
		l.eventually(func() bool { return hints() == i+1 })
	}
	l.anna.Reply(root, "Richtig: 46 Euro.")
	l.reads(erika, "Richtig: 46 Euro.")
	if got := l.phone.of("erika"); strings.Contains(got, "46,00") || strings.Count(got, "37 Euro") != 1 || hints() != 2 {
		t.Errorf("%d hints; Erika reads %s", hints(), got)
	}
}

func TestTwoClerksAnswerAtOnce(t *testing.T) {
	t.Parallel()
	l := newLine(t)
	l.anna.Command("/termin rolle @ben clerk")
	root := l.asks(erika, "Hallo?")
	var both sync.WaitGroup
	both.Go(func() { l.anna.Reply(root, "von Anna") })
	both.Go(func() { l.ben.Reply(root, "von Ben") })
	both.Wait()
	l.reads(erika, "von Anna")
	l.reads(erika, "von Ben")
}

func TestWhoWaitsIsToldTheirPlace(t *testing.T) {
	t.Parallel()
	l := newLine(t)
	first := l.asks(erika, "Ich bin die Erste")
	karl := dialogs.Chat{Channel: "test", Address: "karl"}
	l.asks(karl, "Ich bin der Zweite")
	page := l.say(karl, "Wie lange noch?")
	if got := bot.InWords(page); !strings.Contains(got, "Vor Ihnen wartet eine Person.") {
		t.Errorf("Karl sees %s", got)
	}
	l.anna.Reply(first, "Guten Tag")
	l.reads(karl, "Sie sind als Nächstes an der Reihe.")
}

func TestADeletedThreadIsNoticed(t *testing.T) {
	t.Parallel()
	l := newLine(t)
	root := l.asks(erika, "Hallo?")
	l.server.Delete(root)
	l.reads(erika, "dort gelöscht")
	if l.say(erika, "Hallo").Handed {
		t.Error("the talk goes on in a thread that is gone")
	}
}

// Calls that fail, before or after they took effect, and another replica that
// goes on, lose nothing and repeat nothing.
func TestNothingIsLostOrRepeated(t *testing.T) {
	t.Parallel()
	for name, kind := range map[string]mattermosttest.FaultKind{"before": mattermosttest.CutBefore, "after": mattermosttest.CutAfter} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := newLine(t)
			l.server.Fail(mattermosttest.Fault{Kind: kind, Route: posting, Times: 2})
			root := l.asks(erika, "eins")
			l.server.Fail(mattermosttest.Fault{Kind: kind, Route: posting})
			l.say(erika, "zwei", "drei")
			l.anna.WaitFor("drei")
			l.phone.fail(dialogs.Later{After: time.Second})
			l.anna.Reply(root, "Antwort eins")
			l.clock.advance(time.Millisecond) // by which Mattermost orders them
			l.anna.Reply(root, "Antwort zwei")
			l.eventually(func() bool { return strings.Contains(l.rows(), "Antwort zwei") })
			l.phone.fail(nil)
			l.clock.advance(2 * time.Second)
			l.reads(erika, "Antwort zwei")
			var said []string
			for _, m := range l.anna.Thread(root)[1:] {
				if m.From == l.server.Bot.Username {
					said = append(said, m.Text)
				}
			}
			if want := []string{"eins", "zwei", "drei"}; !slices.Equal(said, want) {
				t.Errorf("in the thread: %q, want %q", said, want)
			}
			got := l.phone.of("erika")
			if strings.Count(got, "Antwort eins") != 1 || strings.Index(got, "eins") > strings.Index(got, "zwei") {
				t.Errorf("Erika reads %s", got)
			}
		})
	}
}

func TestAnotherReplicaGoesOnWithATalk(t *testing.T) {
	t.Parallel()
	l := newLine(t)
	root := l.asks(erika, "Hallo?")
	l.anna.Reply(root, "vorher")
	l.reads(erika, "vorher")
	other := l.counter(l.host)
	other.HoldTalks(l.store)
	l.door.lead(other)
	stop := l.keep() // it waits for the lead
	defer stop()
	l.anna.Reply(root, "nachher")
	l.say(erika, "noch etwas")
	l.reads(erika, "nachher")
	l.anna.WaitFor("noch etwas")
	if n := strings.Count(l.phone.of("erika"), "vorher"); n != 1 {
		t.Errorf("an answer came %d times", n)
	}
}

func TestATalkIsErasedInMattermostToo(t *testing.T) {
	t.Parallel()
	l := newLine(t)
	root := l.asks(erika, "streng geheim")
	l.anna.Reply(root, "auch geheim")
	l.reads(erika, "auch geheim")
	l.say(erika, "/ende", "Daten löschen", "ja")
	if strings.Contains(l.rows(), "geheim") {
		t.Error("what was written is still stored")
	}
	l.eventually(func() bool { return len(l.anna.Thread(root)) == 0 && !strings.Contains(l.rows(), "handover:\n(") })
	if len(l.server.Calls(deleting)) == 0 {
		t.Error("nothing was taken away")
	}
}

func TestWhoCannotBeReachedHasLeft(t *testing.T) {
	t.Parallel()
	l := newLine(t)
	root := l.asks(erika, "Hallo?")
	l.phone.fail(dialogs.ErrUnreachable)
	l.anna.Reply(root, "Ja?")
	l.anna.WaitFor("nicht mehr im Gespräch")
}

func TestNobodyIsOfferedWhoCannotBeReached(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	l := &line{town: w}
	page := l.say(erika, "mit einem Menschen sprechen")
	if got := bot.InWords(page); !strings.Contains(got, w.office.Phone) || strings.Contains(got, "Ja, mit dem Amt") {
		t.Errorf("without staff: %s", got)
	}
}

// Who may look at the day may not hold a talk: neither answer nor end it.
func TestWhoMayOnlyLookHoldsNoTalk(t *testing.T) {
	t.Parallel()
	l := newLine(t)
	root := l.asks(erika, "Hallo?")
	if _, err := l.pool.Exec(t.Context(), `INSERT INTO staff (channel, address, name, role, by, at) VALUES ($1, $2, 'ben', 'viewer', 'test', $3)`,
		mattermost.Channel, l.ben.ID, l.clock.now()); err != nil {
		t.Fatal(err)
	}
	l.ben.Reply(root, "Ich sehe nur zu")
	l.ben.WaitFor("dazu braucht man eine Rolle")
	if err := l.ben.TapOn(root, "Gespräch beenden"); err != nil {
		t.Fatal(err)
	}
	l.anna.Reply(root, "richtig")
	l.reads(erika, "richtig")
	if got := l.phone.of("erika"); strings.Contains(got, "sehe nur zu") || strings.Contains(got, "beendet") || !l.say(erika, "noch hier").Handed {
		t.Errorf("Erika reads %s", got)
	}
}
