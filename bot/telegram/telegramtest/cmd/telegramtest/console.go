package main

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot/telegram/telegramtest"
)

const help = `Anna: Guten Tag          Anna writes; who is new here is made up
Anna [Weiter]            Anna presses a button
show Anna                the chat so far
block Anna, unblock Anna, sticker Anna, voice Anna, photo Anna, contact Anna +49…
clock 150s               moves the clock
fail KIND [METHOD [N]]   server, gateway, before, after, many or slow
heal                     ends all faults
calls [METHOD …]         what the bot called
check                    what the bot did wrong
load PEOPLE RATE TIME    people write /start, so many a second
crowd N PAUSE PLAN REPORT, disperse
                         N people hold talks by the file PLAN, one after the other, pausing
                         before each deed; REPORT gets a line for each answer`

// console plays people and the network by commands.
type console struct {
	server   *telegramtest.Server
	meter    *telegramtest.Meter
	language string

	mu     sync.Mutex // one command at a time
	people map[string]*telegramtest.User
	crowd  *crowd // nil while there is none
}

func newConsole(s *telegramtest.Server, m *telegramtest.Meter, language string) *console {
	return &console{server: s, meter: m, language: language, people: map[string]*telegramtest.User{}}
}

// ServeHTTP runs the command in a request's body.
func (c *console) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	line, err := io.ReadAll(io.LimitReader(r.Body, 64<<10))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	answer, err := c.do(string(line))
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		return
	}
	fmt.Fprintln(w, answer)
}

var (
	says = regexp.MustCompile(`(?s)^(\pL+): (.+)$`)
	taps = regexp.MustCompile(`^(\pL+) \[(.+)\]$`)
)

func (c *console) do(line string) (answer string, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	defer func() { // people without a test panic where they would fail it
		if p := recover(); p != nil {
			answer, err = "", fmt.Errorf("%v", p)
		}
	}()
	line = strings.TrimSpace(line)
	if m := says.FindStringSubmatch(line); m != nil {
		return c.talk(m[1], func(u *telegramtest.User) { u.Say(m[2]) })
	}
	if m := taps.FindStringSubmatch(line); m != nil {
		return c.talk(m[1], func(u *telegramtest.User) { u.Tap(m[2]) })
	}
	words := strings.Fields(line)
	if len(words) == 0 {
		return "", nil
	}
	return c.command(words[0], words[1:])
}

// talk does something as a person and tells how the chat went on.
func (c *console) talk(name string, act func(*telegramtest.User)) (string, error) {
	u := c.person(name)
	before := len(u.Transcript())
	act(u)
	u.Rest()
	return strings.TrimRight(u.Transcript()[before:], "\n"), nil
}

func (c *console) person(name string) *telegramtest.User {
	if c.people[name] == nil {
		c.people[name] = c.server.NewUser(name, c.language)
	}
	return c.people[name]
}

var deeds = map[string]func(u *telegramtest.User, rest string){
	"block":   func(u *telegramtest.User, _ string) { u.Block() },
	"unblock": func(u *telegramtest.User, _ string) { u.Unblock() },
	"sticker": func(u *telegramtest.User, _ string) { u.SendSticker() },
	"voice":   func(u *telegramtest.User, _ string) { u.SendVoice() },
	"photo":   func(u *telegramtest.User, caption string) { u.SendPhoto(caption) },
	"contact": func(u *telegramtest.User, phone string) { u.ShareContact(phone) },
}

func (c *console) command(name string, args []string) (answer string, err error) {
	if deed := deeds[name]; deed != nil && len(args) > 0 {
		return c.talk(args[0], func(u *telegramtest.User) { deed(u, strings.Join(args[1:], " ")) })
	}
	switch {
	case name == "help":
		return help, nil
	case name == "show" && len(args) == 1:
		return c.person(args[0]).Transcript(), nil
	case name == "clock" && len(args) == 1:
		d, err := time.ParseDuration(args[0])
		c.server.Advance(d)
		return c.server.Now().Format(time.RFC3339), err
	case name == "fail" && len(args) > 0:
		return "", c.fail(args)
	case name == "heal":
		c.server.Heal()
		return "", nil
	case name == "calls":
		return c.calls(args), nil
	case name == "check":
		return "", c.server.Check()
	case name == "load" && len(args) == 3:
		return c.load(args)
	case name == "crowd" && len(args) == 4 && c.crowd == nil:
		c.crowd, err = c.startCrowd(args)
		return "", err
	case name == "disperse" && c.crowd != nil:
		ending := c.crowd
		c.crowd = nil
		return "", ending.end()
	}
	return "", errors.New(`no such command, try "help"`)
}

var kinds = []string{"slow", "server", "gateway", "before", "after", "many"} // as FaultKind counts

func (c *console) fail(args []string) error {
	kind := slices.Index(kinds, args[0])
	if kind < 0 {
		return fmt.Errorf("a fault is one of %s", strings.Join(kinds, ", "))
	}
	f := telegramtest.Fault{Kind: telegramtest.FaultKind(kind)}
	if f.Kind == telegramtest.Slow {
		f.Latency = time.Second
	}
	if len(args) > 1 {
		f.Method = args[1]
	}
	if len(args) > 2 {
		n, err := strconv.Atoi(args[2])
		if err != nil {
			return err
		}
		f.Times = n
	}
	c.server.Fail(f)
	return nil
}

func (c *console) calls(methods []string) string {
	var lines []string
	for _, call := range c.server.Calls(methods...) {
		lines = append(lines, fmt.Sprintf("%s %d %s", call.Method, call.Code, call.Description))
	}
	return strings.Join(lines, "\n")
}

// load has people write /start one after the other at a steady rate.
func (c *console) load(args []string) (string, error) {
	people, err := strconv.Atoi(args[0])
	if err != nil {
		return "", err
	}
	rate, err := strconv.Atoi(args[1])
	if err != nil || rate < 1 || people < 1 {
		return "", errors.New("load wants people, updates a second and a time")
	}
	length, err := time.ParseDuration(args[2])
	if err != nil {
		return "", err
	}
	crowd := make([]*telegramtest.User, people)
	for i := range crowd {
		crowd[i] = c.server.NewUser(fmt.Sprint("Person ", i+1), c.language)
	}
	began := clocktest.Now()
	for i := range int(length.Seconds() * float64(rate)) {
		time.Sleep(clocktest.Until(began.Add(time.Duration(i) * time.Second / time.Duration(rate))))
		crowd[i%people].Start("")
	}
	time.Sleep(time.Second)
	return c.meter.Report().String(), nil
}
