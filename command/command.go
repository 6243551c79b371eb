// Package command is the command line: it reads arguments and environment, and
// wires the other packages together.
//
//	terminbote chat               talk in the terminal
//	terminbote serve              talk on the networks, in production
//	terminbote doctor             look at all that serve depends on
//	terminbote link CONCERN       link and QR code for the town's home page
//	terminbote office check PATH  check office files
//	terminbote office schema      print their JSON Schema, for editors
//	terminbote simulate           rehearse demand against an office file
//	terminbote import FILE        enter appointments made before
//	terminbote pickup FILE        tell people that they can fetch what they applied for
//	terminbote migrate            bring a database up to date
//	terminbote healthcheck        check that the server on this machine is alive
//	terminbote version            print what was built
package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"golang.org/x/term"
)

// command is one thing the program does.
type command struct {
	name  string // one word or two
	does  string
	run   func(ctx context.Context, c console, args []string) error
	usage string // what follows the name
}

// console is what a command reads and writes, and its clock.
type console struct {
	in       io.Reader
	out, err io.Writer
	now      func() time.Time // the clock of whatever a command does
}

var commands = []command{
	{"chat", "books, shows, moves and cancels appointments in the terminal", runChat, "[--as NAME] [--lang de|en] …"},
	{"demo", "shows citizen, mailbox and office on one page to try out, with nothing to set up", runDemo, "[--keep] [--lang de|en] …"},
	{"serve", "talks on the networks that are set up, in production", runServe, "(--help lists its variables)"},
	{"doctor", "looks at all that serve depends on, says what is wrong and what helps, and starts nothing", runDoctor, "[--mail-to ADDRESS]"},
	{"link", "prints the link, and draws the QR code, that opens the chat with a concern chosen", runLink, "CONCERN [--bot NAME] [--png FILE] | CONCERN --html"},
	{"office check", "checks office files and names every error", runOfficeCheck, "FILE|FOLDER"},
	{"office schema", "prints the JSON Schema of office files, for editors", runOfficeSchema, ""},
	{"simulate", "rehearses days of demand against an office file, changed or not, and says what would change", runSimulate, "[--office FILE] [--against FILE] [--days N] …"},
	{"import", "enters appointments that were made before", runImport, "FILE.csv [--dry-run] …"},
	{"pickup", "tells people that what they applied for can be picked up", runPickup, "FILE.csv"},
	{"migrate", "brings a database up to date", runMigrate, "[--database URL]"},
	{"healthcheck", "checks that the server on this machine is alive", runHealthcheck, ""},
	{"version", "prints what was built", runVersion, ""},
}

// Main runs the command that the program's arguments name, until it is done or
// the program is told to stop, and returns the exit code.
func Main() int {
	now, err := machineClock()
	if err != nil {
		fmt.Fprintln(os.Stderr, "terminbote:", err)
		return 1
	}
	return runMain(now)
}

// runMain is Main by a clock.
func runMain(now func() time.Time) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return console{os.Stdin, os.Stdout, os.Stderr, now}.main(ctx, os.Args[1:])
}

// main runs the command that args name and returns the program's exit code: 0
// done, 1 not done, 2 called wrongly.
func (c console) main(ctx context.Context, args []string) int {
	for _, command := range commands {
		words := strings.Fields(command.name)
		if len(args) < len(words) || !slices.Equal(args[:len(words)], words) {
			continue
		}
		err := command.run(ctx, c, args[len(words):])
		switch {
		case err == nil, errors.Is(err, flag.ErrHelp):
			return 0
		case errors.As(err, new(wrongCall)):
			fmt.Fprintf(c.err, "terminbote %s: %v\n", command.name, err)
			return 2
		}
		fmt.Fprintf(c.err, "terminbote %s: %v\n", command.name, err)
		return 1
	}
	return c.unknown(args)
}

// unknown answers a call that names no command.
func (c console) unknown(args []string) int {
	if len(args) == 1 && slices.Contains([]string{"help", "-h", "-help", "--help"}, args[0]) {
		c.help()
		return 0
	}
	if meant := nearest(args); meant != "" {
		fmt.Fprintf(c.err, "terminbote: there is no command %q; did you mean \"terminbote %s\"? terminbote help lists all.\n", strings.Join(args, " "), meant)
		return 2
	}
	c.help()
	return 2
}

func (c console) help() {
	fmt.Fprintln(c.err, "Terminbote books appointments at a citizens' office in a chat.")
	for _, command := range commands {
		fmt.Fprintf(c.err, "\n  terminbote %s %s\n      %s\n", command.name, command.usage, command.does)
	}
}

// wrongCall is a call that a command does not understand.
type wrongCall struct{ reason string }

func (w wrongCall) Error() string { return w.reason }

// flags is a command's set of flags. It reports wrong ones itself.
func (c console) flags(name string) *flag.FlagSet {
	set := flag.NewFlagSet(name, flag.ContinueOnError)
	set.SetOutput(c.err)
	return set
}

// parse reads flags before and after the operands. It expects one operand for
// each name in operands.
func parse(set *flag.FlagSet, args []string, operands ...string) ([]string, error) {
	var found []string
	for {
		if err := set.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, err
			}
			return nil, wrongCall{err.Error()}
		}
		if set.NArg() == 0 {
			break
		}
		found = append(found, set.Arg(0))
		args = set.Args()[1:]
	}
	if len(found) != len(operands) {
		return nil, wrongCall{fmt.Sprintf("expected: %s; given: %d", strings.Join(append(operands, "nothing else"), ", "), len(found))}
	}
	return found, nil
}

// isTerminal tells whether a stream is a terminal.
func isTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// columns is how wide the terminal is that stream writes to, asked each time as
// people make windows wider and narrower; nil where it is none.
func columns(stream any) func() int {
	file, ok := stream.(*os.File)
	if !ok || !isTerminal(file) {
		return nil
	}
	return func() int {
		wide, _, err := term.GetSize(int(file.Fd()))
		if err != nil {
			return 0
		}
		return wide
	}
}
