// Package terminal talks in plain lines: questions and choices go out, typed
// answers come in, by hand or from a script.
package terminal

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/locales"
)

// Channel is the terminal's name among the networks.
const Channel = "terminal"

// longestLine is how many bytes of one line are taken in; the rest of a longer
// one is left out. It is more than any answer needs.
const longestLine = 16 << 10

// Terminal is one talk in plain lines.
type Terminal struct {
	Host  *bot.Host
	As    string // who is talking
	Clerk bool   // at the office, not as a citizen
	Lang  string // to begin in
	In    io.Reader
	Out   io.Writer
	Echo  bool            // repeat what comes in, for a script's transcript
	Width func() int      // how many columns there are just now; nil: lines do not end
	Log   func(err error) // takes faults; the person sees a sentence

	// Answers is what staff write while they hold the talk; nil: they hold none.
	Answers dialogs.Answers
	handed  bool // they do

	// Keep keeps a file and says where it is; nil: files are named, and only those
	// that people can read are shown.
	Keep func(bot.File) (path string, err error)
}

// Desk is the chat of a clerk at the terminal. A citizen of the same name has
// another one.
func Desk(name string) dialogs.Chat {
	return dialogs.Chat{Channel: Channel, Address: "staff/" + name}
}

// Talk greets and then answers line by line until one of [Farewells], the end
// of the input or that of ctx.
// It returns an error only where the terminal itself cannot be read or written.
func (t *Terminal) Talk(ctx context.Context) error {
	in := bufio.NewReader(t.In)
	lang := t.Lang
	event := dialogs.Event(dialogs.Started{})
	t.catchUp(ctx) // staff may have written, and ended the talk, while nobody was here
	for ctx.Err() == nil {
		if t.handed {
			t.catchUp(ctx)
		}
		lang = t.turn(ctx, lang, event)
		if _, err := fmt.Fprint(t.Out, "\n> "); err != nil {
			return err
		}
		line, err := t.next(ctx, in)
		if errors.Is(err, io.EOF) {
			_, err = fmt.Fprintln(t.Out)
			return err
		}
		if err != nil {
			return err
		}
		if t.Echo {
			fmt.Fprintln(t.Out, harmless(line))
		}
		if leaves(line) {
			return nil
		}
		event = t.read(line)
	}
	return nil
}

// Farewells are the lines that end a talk, as does the end of the input.
var Farewells = []string{"exit", "quit", "/quit", ":q"}

func leaves(line string) bool {
	word := strings.TrimSuffix(strings.TrimSpace(line), "!")
	return slices.ContainsFunc(Farewells, func(f string) bool { return strings.EqualFold(f, word) })
}

// next waits for a line. It reads beside the talk, as a read that waits for a
// person cannot be called off: the end of ctx is an end of the input, and the
// read is left to end with the program.
//
// What staff write meanwhile is shown at once, but within a script only between
// its turns.
func (t *Terminal) next(ctx context.Context, in *bufio.Reader) (string, error) {
	type typed struct {
		line string
		err  error
	}
	came := make(chan typed, 1)
	go func() {
		line, err := readLine(in)
		came <- typed{line, err}
	}()
	news, stop := t.news()
	defer stop()
	for {
		select {
		case typed := <-came:
			return typed.line, typed.err
		case <-news:
			if t.catchUp(ctx) {
				fmt.Fprint(t.Out, "\n> ")
			}
		case <-ctx.Done():
			return "", io.EOF
		}
	}
}

// read is what a line means. "/start concern_passport" is what opens a link of
// that kind elsewhere.
func (t *Terminal) read(line string) dialogs.Event {
	if !t.Clerk && strings.HasPrefix(line, "/start") {
		return bot.ReadText(line)
	}
	return dialogs.Said{Text: line}
}

// turn handles one event and returns the language that is spoken then.
func (t *Terminal) turn(ctx context.Context, lang string, event dialogs.Event) string {
	page, err := t.handle(ctx, lang, event)
	if ctx.Err() != nil {
		return lang // interrupted, which is no fault
	}
	if err != nil {
		t.Log(err)
		fmt.Fprintln(t.Out, "\n"+Wrap(locales.For(lang).Say(t.sorry(err)), t.columns()))
		return lang
	}
	t.keepFiles(&page)
	t.handed = t.handed || page.Handed
	fmt.Fprint(t.Out, harmless(draw(page, t.columns())))
	return page.Lang
}

// keepFiles keeps the files of a page, and says where in a remark. What is for
// people to read stays on the page: what is known about them.
func (t *Terminal) keepFiles(page *bot.Page) {
	say := locales.For(page.Lang).Say
	var shown []bot.File
	for _, f := range page.Files {
		switch {
		case f.Type == "application/json":
			shown = append(shown, f)
			continue
		case t.Keep == nil:
			page.Remarks = append(page.Remarks, say(locales.Say("terminal.file", "File", locales.Plain(f.Name))))
			continue
		}
		path, err := t.Keep(f)
		if err != nil {
			t.Log(err)
			page.Remarks = append(page.Remarks, say(locales.Say("terminal.file_lost", "File", locales.Plain(f.Name))))
			continue
		}
		page.Remarks = append(page.Remarks, say(locales.Say("terminal.file_kept", "File", locales.Plain(path))))
	}
	page.Files = shown
}

// columns is how wide lines may be, or 0 where they do not end.
func (t *Terminal) columns() int {
	if t.Width == nil {
		return 0
	}
	return t.Width()
}

// handle takes an event in as a citizen's or a clerk's.
func (t *Terminal) handle(ctx context.Context, lang string, event dialogs.Event) (bot.Page, error) {
	if t.Clerk {
		return t.Host.Serve(ctx, Desk(t.As), t.As, lang, event)
	}
	return t.Host.Handle(ctx, dialogs.Chat{Channel: Channel, Address: t.As}, lang, event)
}

// sorry is the sentence for a fault.
func (t *Terminal) sorry(err error) locales.Line {
	if t.Host.Away(err) {
		return locales.Say("fault.away")
	}
	return locales.Say("fault.unknown")
}

// harmless shows the characters that a terminal would obey, as a picture:
// somebody's own words are repeated to them, and they may hold anything.
func harmless(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t', !unicode.IsControl(r):
			return r
		case r < ' ':
			return '␀' + r
		}
		return unicode.ReplacementChar
	}, text)
}

// readLine reads a line of any length and keeps its beginning. The last line
// may lack its line break.
func readLine(in *bufio.Reader) (string, error) {
	var line strings.Builder
	for {
		part, more, err := in.ReadLine()
		if err != nil {
			return "", err
		}
		if room := longestLine - line.Len(); room > 0 {
			line.Write(part[:min(room, len(part))])
		}
		if !more {
			return line.String(), nil
		}
	}
}
