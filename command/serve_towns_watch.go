package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/office"
	"terminbote/storage"
)

// serveTowns serves the towns of the folder TOWNS, those that come while the
// program runs too, until ctx ends.
func (s *server) serveTowns(ctx context.Context, base *storage.Store) {
	if s.settings.Towns == "" {
		return
	}
	var all sync.WaitGroup
	defer all.Wait()
	s.claimInOrder()
	begin := func(id booking.TownID) { all.Go(func() { s.serveTown(ctx, id, base) }) }
	for _, id := range s.named {
		begin(id)
	}
	for said := ""; ctx.Err() == nil; bot.Pause(ctx, lookAtFiles) {
		said = s.findTowns(ctx, said, begin)
	}
}

// findTowns begins with the towns that are new in the folder. It returns what is
// wrong with the folder, and logs that where nobody has said so yet.
func (s *server) findTowns(ctx context.Context, said string, begin func(booking.TownID)) string {
	now, err := townsIn(s.settings.Towns)
	if err != nil {
		if err.Error() != said {
			s.log.ErrorContext(ctx, "no towns looked for; those that are served go on", "error", err)
		}
		return err.Error()
	}
	for _, id := range now {
		if !slices.Contains(s.named, id) {
			s.named = append(s.named, id)
			s.log.InfoContext(ctx, "town found", "town", string(id))
			begin(id)
		}
	}
	return ""
}

// variablesPrint is how the files with a town's variables look from outside.
type variablesPrint string

// printOf is that of a town.
func (s *server) printOf(id booking.TownID) variablesPrint { return s.variablesOf(id).print() }

// variablesOf is the files with a town's variables, which were not looked at yet.
func (s *server) variablesOf(id booking.TownID) *variablesFiles {
	return &variablesFiles{path: filepath.Join(s.folderOf(id), settingsFile)}
}

// variablesFiles is the files with a town's variables. The first one is read only when
// it looks otherwise: hundreds of towns are looked at every few seconds.
type variablesFiles struct {
	path    string
	looks   string   // how it looked when it was read
	secrets []string // the files with secrets that it names
}

// print looks at the files. Those that hold secrets are looked at as well.
func (v *variablesFiles) print() variablesPrint {
	looks := lookOf(v.path)
	if looks != v.looks {
		v.looks, v.secrets = looks, secretsNamed(v.path)
	}
	var print strings.Builder
	print.WriteString(looks)
	for _, path := range v.secrets {
		print.WriteString(lookOf(path))
	}
	return variablesPrint(print.String())
}

// secretsNamed is the files with secrets that a town's variables name, in order.
func secretsNamed(path string) []string {
	var all []string
	values, _ := readTownFile(path)
	for name, value := range values {
		if strings.HasSuffix(name, "_FILE") {
			all = append(all, value)
		}
	}
	slices.Sort(all)
	return all
}

// lookOf is how a file looks from outside.
func lookOf(path string) string {
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Sprintf("%q %v\n", path, err)
	}
	return fmt.Sprintf("%q %d %d\n", path, info.Size(), info.ModTime().UnixNano())
}

// watchVariables returns when the town can be served by other variables than those
// whose print is given, or ctx ends. Wrong ones are refused, and the ones before
// stay in force.
func (s *server) watchVariables(ctx context.Context, t *town, print variablesPrint) {
	seen, files := print, s.variablesOf(t.id)
	for bot.Pause(ctx, lookAtFiles); ctx.Err() == nil; bot.Pause(ctx, lookAtFiles) {
		now := files.print()
		rests := now == seen // somebody may be in the middle of writing
		seen = now
		if !rests || now == print {
			continue
		}
		print = now
		err := s.examine(t)
		t.metrics.VariablesRead(err == nil)
		if err == nil {
			t.log.InfoContext(ctx, "the town's variables have changed; it is served by the new ones")
			return
		}
		t.log.ErrorContext(ctx, "the town's variables refused; the ones before stay in force", "error", err)
	}
}

// examine is what is against serving a town by its folder as it is now.
func (s *server) examine(t *town) error {
	set, err := s.settings.ofTown(s.folderOf(t.id))
	if err != nil {
		return err
	}
	var offices booking.Town
	s.memory.during(func() { offices, err = office.Load(set.Office) })
	if err != nil {
		return err
	}
	_, wrong := set.MattermostChannels.of(offices)
	return errors.Join(wrong, s.claims.free(t.id, set))
}
