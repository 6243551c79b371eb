package dialogs_test

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
)

// A command that the table lacks could be given by nobody.
func TestTheTableHasEveryCommand(t *testing.T) {
	t.Parallel()
	listed := map[string]bool{}
	names := map[string]bool{}
	for _, c := range dialogs.Commands() {
		listed[reflect.TypeOf(c).Name()] = true
		names[dialogs.CommandName(c)] = true
	}
	want, got := slices.Sorted(maps.Keys(declaredCommands(t))), slices.Sorted(maps.Keys(listed))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("commands that are declared, and those listed (-declared +listed):\n%s", diff)
	}
	if len(names) != len(want) {
		t.Errorf("%d commands have %d names", len(want), len(names))
	}
}

// declaredCommands is every type of the package with a method command.
func declaredCommands(t *testing.T) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	names, err := filepath.Glob("command*.go")
	if err != nil || len(names) == 0 {
		t.Fatalf("no files of commands: %v", err)
	}
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if ok && f.Recv != nil && f.Name.Name == "command" && f.Type.Params.NumFields() == 0 && f.Type.Results == nil {
				all[f.Recv.List[0].Type.(*ast.Ident).Name] = true
			}
		}
	}
	return all
}

func TestACommandIsGivenOnlyByThoseItIsFor(t *testing.T) {
	t.Parallel()
	chat := dialogs.Chat{Channel: "terminal", Address: "somebody"}
	by := map[string]dialogs.Colleague{
		"citizen":  {},
		"stranger": {Chat: chat},
		"viewer":   {Chat: chat, Role: booking.Viewer},
		"clerk":    {Chat: chat, Role: booking.Clerk},
		"lead":     {Chat: chat, Role: booking.Lead},
		"no role":  {Chat: chat, Role: "mayor"},
	}
	for _, tt := range []struct {
		command dialogs.Command
		allowed []string
	}{
		{dialogs.Hold{}, []string{"citizen", "clerk", "lead"}},
		{dialogs.Affirm{}, []string{"citizen"}},
		{dialogs.Erase{}, []string{"citizen"}},
		{dialogs.Accept{}, []string{"citizen"}},
		{dialogs.Close{}, []string{"clerk", "lead"}},
		{dialogs.SetRole{}, []string{"lead"}},
	} {
		for who, colleague := range by {
			err := colleague.May(tt.command)
			if slices.Contains(tt.allowed, who) != (err == nil) || err != nil && !errors.Is(err, booking.ErrNotAllowed) {
				t.Errorf("%T by a %s: got %v, want allowed only for %v", tt.command, who, err, tt.allowed)
			}
		}
	}
	for _, c := range dialogs.Commands() {
		_, alarm := c.(dialogs.Alarm) // danger asks no viewer for a role
		if by["stranger"].May(c) == nil || (by["viewer"].May(c) == nil) != alarm {
			t.Errorf("%T may be given by somebody who has no right to anything, or not in danger", c)
		}
	}
}

// The commands that are not staff's, by name: a new one is added here by who it is
// for, and everything else is the clerks' or the leads'.
func TestCitizensAndLeadsMayGiveTheseAlone(t *testing.T) {
	t.Parallel()
	both := []string{"hold", "release", "book", "move", "cancel", "arrive", "delay"}
	citizens := []string{
		"affirm", "ask code", "attach", "ask proof", "prove", "export", "erase", "wait", "end wait", "link ticket", "accept", "decline",
		"rate", "comment", "hand over", "relay", "take back",
	}
	leads := []string{"appoint", "change minutes", "restore minutes"}
	chat := dialogs.Chat{Channel: "terminal", Address: "somebody"}
	citizen, clerk := dialogs.Colleague{}, dialogs.Colleague{Chat: chat, Role: booking.Clerk}
	for _, command := range dialogs.Commands() {
		name := dialogs.CommandName(command)
		if got, want := citizen.May(command) == nil, slices.Contains(append(citizens, both...), name); got != want {
			t.Errorf("a citizen may give %q: %v, want %v", name, got, want)
		}
		if got, want := clerk.May(command) == nil, !slices.Contains(append(citizens, leads...), name); got != want {
			t.Errorf("a clerk may give %q: %v, want %v", name, got, want)
		}
	}
}
