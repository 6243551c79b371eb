package dialogs_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/terminal"
	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
	"terminbote/locales"
	"terminbote/office"
)

// The transcripts in testdata are talks as they are seen in the terminal, to
// be read in review like code. What was typed stands after "> ". Lines that
// begin with "* " say what else happens (see stage.direct), those with "# " at
// the beginning what the talk is about, in which office and language, and, where
// it is somebody of the staff who talks, in which role.
//
// To write a new one, write these lines only: -update fills in the answers.
func TestTranscripts(t *testing.T) {
	t.Parallel()
	replay(t, "testdata/*.txt", perform)
}

// replay plays each script of a folder, and compares what comes of it with what
// is written in it.
func replay(t *testing.T, pattern string, play func(*testing.T, string) string) {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			t.Parallel()
			script, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			found := play(t, string(script))
			if strings.Contains(found, "⟦") || strings.Contains(found, "<no value>") {
				t.Errorf("a sentence has gaps:\n%s", found)
			}
			checkFile(t, name, found)
		})
	}
}

// stage is where a transcript is performed.
type stage struct {
	t      *testing.T
	memory *dialogstest.Memory
	now    time.Time
	lines  []string                         // what is still to be typed, and directions
	input  []byte                           // what is being typed
	known  map[string]booking.AppointmentID // appointments entered, by name
	role   booking.Role                     // of the clerk who talks; empty: a citizen does
	out    bytes.Buffer
}

// perform plays a transcript and writes down what comes of it.
func perform(t *testing.T, script string) string {
	t.Helper()
	s := &stage{t: t, now: monday}
	town, lang := office.Sample(), "de"
	for line := range strings.Lines(script) {
		line = strings.TrimRight(line, " \n")
		head, isHead := strings.CutPrefix(line, "# ")
		switch {
		case strings.HasPrefix(line, ">"), strings.HasPrefix(line, "* "):
			s.lines = append(s.lines, line)
			continue
		case !isHead:
			continue
		}
		s.out.WriteString(line + "\n")
		if name, ok := strings.CutPrefix(head, "office: "); ok {
			town = load(t, name)
		}
		if code, ok := strings.CutPrefix(head, "lang: "); ok {
			lang = code
		}
		if role, ok := strings.CutPrefix(head, "role: "); ok {
			s.role = booking.Role(role)
		}
	}
	s.memory = dialogstest.New(town)
	s.memory.Mail = s.mail
	s.staff()
	s.play(lang)
	return s.transcript()
}

func (s *stage) play(lang string) {
	s.t.Helper()
	talk := terminal.Terminal{
		Host: &bot.Host{Conversations: s.memory, Staff: s.memory, Now: func() time.Time { return s.now }},
		As:   "visitor", Clerk: s.role != "", Lang: lang, In: s, Out: &s.out, Echo: true,
		Log: func(err error) { s.t.Error(err) }, Answers: s.memory,
	}
	if err := talk.Talk(s.t.Context()); err != nil {
		s.t.Error(err)
	}
}

// Read types the next line, once all directions before it are carried out.
func (s *stage) Read(p []byte) (int, error) {
	for len(s.input) == 0 && len(s.lines) > 0 {
		line := s.lines[0]
		s.lines = s.lines[1:]
		if text, ok := strings.CutPrefix(line, ">"); ok {
			s.input = []byte(expand(strings.TrimPrefix(text, " ")) + "\n")
			break
		}
		s.out.Truncate(s.out.Len() - len("\n> "))
		fmt.Fprintf(&s.out, "\n%s\n\n> ", line)
		s.direct(strings.TrimPrefix(line, "* "))
	}
	if len(s.input) == 0 {
		return 0, io.EOF
	}
	n := copy(p, s.input)
	s.input = s.input[n:]
	return n, nil
}

// direct carries out what else happens.
func (s *stage) direct(direction string) {
	var day, clock, mail, name string
	var minutes, many int
	o := s.memory.Town().Offices[0]
	switch {
	case scans(direction, "%d minutes pass", &minutes):
		s.now = s.now.Add(time.Duration(minutes) * time.Minute)
	case direction == "many new people want a time":
		s.memory.Rush(o.ID, o.Policy.Newcomers.Least, s.now)
	case scans(direction, "somebody else books %s %s", &day, &clock):
		for _, desk := range o.Desks {
			s.memory.Put(dialogstest.Elsewhere(o.ID, desk.ID, s.at(day, clock), 15*time.Minute))
		}
	case scans(direction, "everything is booked until %s", &day):
		for d := o.Today(s.now); !d.After(s.date(day)); d = d.Add(1) {
			s.memory.Fill(o, d)
		}
	case scans(direction, "the office closes on %s", &day):
		s.memory.Lay(o.ID, booking.Overrides{Closures: []booking.Closure{{
			Day: s.date(day), Hours: booking.AllDay(),
			Reason: booking.Text{"de": "Stromausfall", "en": "power cut"},
		}}})
	case scans(direction, "the office gives a ticket for %s", &name):
		s.ticket(o, booking.ConcernID(name))
	case scans(direction, "the first ticket is called to %s", &name):
		s.call(booking.DeskID(name))
	case scans(direction, "%s books %s %s", &name, &day, &clock):
		s.callers(o, name, s.at(day, clock), booking.Confirmed)
	case scans(direction, "%s comes at %s %s", &name, &day, &clock):
		s.callers(o, name, s.at(day, clock), booking.CheckedIn)
	case scans(direction, "%d visits for %s took %d minutes", &many, &name, &minutes):
		s.visits(o, booking.ConcernID(name), many, time.Duration(minutes)*time.Minute)
	case direction == "staff can be reached":
		s.memory.Reachable = []booking.OfficeID{o.ID}
	case direction == "staff end the talk":
		s.memory.Finish(citizen, "de")
	case strings.HasPrefix(direction, "staff write: "):
		s.memory.Write(citizen, "de", strings.TrimPrefix(direction, "staff write: "))
	case scans(direction, "nobody could tell %s", &name):
		s.memory.Tell(s.known[name], dialogs.NotTold)
	case scans(direction, "the office books by phone for %s %s with mail %s", &day, &clock, &mail):
		s.phone(o, s.at(day, clock), strings.Trim(mail, "-"))
	default:
		s.t.Errorf("nobody knows how to: %s", direction)
	}
}

// citizen is the chat in which transcripts are performed.
var citizen = dialogs.Chat{Channel: terminal.Channel, Address: "visitor"}

func scans(direction, format string, into ...any) bool {
	_, err := fmt.Sscanf(direction, format, into...)
	return err == nil
}

// staff gives the clerk who talks their role, and them a lead.
func (s *stage) staff() {
	s.known = map[string]booking.AppointmentID{}
	if s.role == "" {
		return
	}
	if s.role != "stranger" {
		s.memory.Appoint(dialogs.Colleague{Chat: terminal.Desk("visitor"), Name: "visitor", Role: s.role})
	}
	s.memory.Appoint(dialogs.Colleague{Chat: terminal.Desk("lea"), Name: "Lea Lindner", Role: booking.Lead})
}

// callers enters what somebody has booked, under a number of their own.
func (s *stage) callers(o *booking.Office, name string, start time.Time, state booking.State) {
	visit, err := o.Visit([]booking.Wish{{Concern: "id-card", Quantity: 1}}, 1)
	if err != nil {
		s.t.Fatal(err)
	}
	n := len(s.known)
	a := dialogstest.Elsewhere(o.ID, o.Desks[n%2].ID, start, visit.Length())
	a.Number, a.State, a.Items, a.Skills = numbers[n], state, visit.Items(), visit.Skills()
	a.Contact = booking.Contact{Name: name + " Beispiel", Phone: "02389 71-" + fmt.Sprint(100+n)}
	a.Arrived = s.now
	s.known[name] = s.memory.Put(a)
	s.memory.Tell(s.known[name], dialogs.WasTold)
}

// visits enters visits of the last workdays, at two desks in turn; every tenth
// took ten minutes longer, and after every tenth somebody did not come.
func (s *stage) visits(o *booking.Office, id booking.ConcernID, many int, took time.Duration) {
	visit, err := o.Visit([]booking.Wish{{Concern: id, Quantity: 1}}, 1)
	if err != nil {
		s.t.Fatal(err)
	}
	for i := range many {
		start := o.Today(s.now).Add(-1-i/8-2*(i/40)).Add(-2).At(8*60, o.Calendar.Zone).Add(time.Duration(i%8) * visit.Length())
		a := dialogstest.Elsewhere(o.ID, o.Desks[i%2].ID, start, visit.Length())
		a.Items, a.Skills, a.State = visit.Items(), visit.Skills(), booking.Missed
		if i%10 > 0 {
			a.State, a.Arrived, a.CalledAt = booking.Finished, start.Add(-5*time.Minute), start.Add(time.Duration(i%4)*time.Minute)
			a.Updated = a.CalledAt.Add(took + time.Duration(i%10/9)*10*time.Minute)
		}
		s.memory.Put(a)
	}
}

// phone books what somebody asked for by phone, under a number that is easily
// told apart.
func (s *stage) phone(o *booking.Office, start time.Time, mail string) {
	concern, _ := o.Concern("id-card")
	visit, err := o.Visit([]booking.Wish{{Concern: concern.ID, Quantity: 1}}, 1)
	if err != nil {
		s.t.Fatal(err)
	}
	a := dialogstest.Elsewhere(o.ID, o.Desks[0].ID, start, visit.Length())
	a.Number, a.Items, a.Skills = "PHN234", visit.Items(), visit.Skills()
	a.Contact = booking.Contact{Name: "Erika Beispiel", Mail: mail}
	s.memory.Put(a)
}

func (s *stage) date(text string) booking.Date {
	d, err := booking.ParseDate(text)
	if err != nil {
		s.t.Fatal(err)
	}
	return d
}

func (s *stage) at(day, clock string) time.Time {
	c, err := booking.ParseClock(clock)
	if err != nil {
		s.t.Fatal(err)
	}
	return s.date(day).At(c, s.memory.Town().Offices[0].Calendar.Zone)
}

// mail prints what would be sent.
func (s *stage) mail(to, lang string, number booking.Number, code string) {
	line := locales.Say("attach.mail", "Mail", to, "Number", number.String(), "Code", code)
	if number == "" {
		line = locales.Say("proof.mail", "Mail", to, "Code", code)
	}
	fmt.Fprintln(&s.out, "\n"+locales.For(lang).Say(line))
}

// long stands for what would fill the page.
var long = map[string]string{
	"{10,000 times x}": strings.Repeat("x", 10_000),
	"{500 times a}":    strings.Repeat("a", 500),
	"␇":                "\a", // which a terminal shows so
}

func expand(text string) string {
	for short, full := range long {
		text = strings.ReplaceAll(text, short, full)
	}
	return text
}

// transcript is what was said, without what only the terminal needs.
func (s *stage) transcript() string {
	text := strings.TrimSuffix(s.out.String(), "\n> \n")
	for short, full := range long {
		text = strings.ReplaceAll(text, full, short)
	}
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}
