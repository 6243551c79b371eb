// Package terminal talks in plain lines: questions and choices go out, typed
// answers come in, by hand or from a script.
package terminal

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

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
	Host *bot.Host
	As   string // who is talking
	Lang string // to begin in
	In   io.Reader
	Out  io.Writer
	Echo bool            // repeat what comes in, for a script's transcript
	Log  func(err error) // takes faults; the person sees a sentence
}

// Talk greets and then answers line by line until the input ends or ctx does.
// It returns an error only where the terminal itself cannot be read or written.
func (t *Terminal) Talk(ctx context.Context) error {
	lang := t.Lang
	in := bufio.NewReader(t.In)
	event := dialogs.Event(dialogs.Started{})
	for ctx.Err() == nil {
		lang = t.turn(ctx, lang, event)
		if _, err := fmt.Fprint(t.Out, "\n> "); err != nil {
			return err
		}
		line, err := readLine(in)
		if errors.Is(err, io.EOF) {
			_, err = fmt.Fprintln(t.Out)
			return err
		}
		if err != nil {
			return err
		}
		if t.Echo {
			fmt.Fprintln(t.Out, line)
		}
		event = dialogs.Said{Text: line}
	}
	return nil
}

// turn handles one event and returns the language that is spoken then.
func (t *Terminal) turn(ctx context.Context, lang string, event dialogs.Event) string {
	chat := dialogs.Chat{Channel: Channel, Address: t.As}
	page, err := t.Host.Handle(ctx, chat, lang, event)
	if err != nil {
		t.Log(err)
		fmt.Fprintln(t.Out, "\n"+locales.For(lang).Say(t.sorry(err)))
		return lang
	}
	fmt.Fprint(t.Out, draw(page))
	return page.Lang
}

// sorry is the sentence for a fault.
func (t *Terminal) sorry(err error) locales.Line {
	if t.Host.Away(err) {
		return locales.Say("fault.away")
	}
	return locales.Say("fault.unknown")
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
