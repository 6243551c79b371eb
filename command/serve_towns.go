package command

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/storage"
)

// settingsFile holds a town's variables, beside its office files.
const settingsFile = "settings.env"

// townForm is the form of a town's name: it stands in addresses of chats, in
// metrics and in the log.
var townForm = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,39}$`)

// townsIn is the names of the towns in a folder: those of the folders in it.
func townsIn(path string) ([]booking.TownID, error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, fmt.Errorf("TOWNS: %w", err)
	}
	var all []booking.TownID
	for _, e := range entries {
		info, err := os.Stat(filepath.Join(path, e.Name()))
		switch {
		case err != nil || !info.IsDir() || strings.HasPrefix(e.Name(), "."):
			continue
		case !townForm.MatchString(e.Name()):
			return nil, fmt.Errorf("TOWNS: a folder named by small letters, digits and - was expected, not %q", e.Name())
		}
		all = append(all, booking.TownID(e.Name()))
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("TOWNS: %s holds no folder; expected one for each town", path)
	}
	return all, nil
}

// townsServed is the towns that are being served, by the host under which people reach
// them.
type townsServed struct {
	mu      sync.RWMutex
	all     []*town
	hosts   map[string]http.Handler
	untried map[booking.TownID]bool // those that were there at the start and were neither served nor refused yet
}

// await has nobody be sent here before each of these towns was tried once.
func (t *townsServed) await(ids []booking.TownID) {
	t.untried = make(map[booking.TownID]bool, len(ids))
	for _, id := range ids {
		t.untried[id] = true
	}
}

// tried says that a town is served, or that it is wrong, which keeps no other away.
func (t *townsServed) tried(id booking.TownID) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.untried, id)
}

// ready is whether every town of the start was tried.
func (t *townsServed) ready(context.Context) error {
	t.mu.RLock()
	defer t.mu.RUnlock()
	if n := len(t.untried); n > 0 {
		return fmt.Errorf("%d not reached yet", n)
	}
	return nil
}

// expect has those who call a host come again until its town is served.
func (t *townsServed) expect(set settings) {
	if set.PublicURL == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if host := hostOf(set.PublicURL.Host); t.hosts[host] == nil {
		t.at(host, &pending{})
	}
}

// add has a town served, in place of the one of that name as it was before.
func (t *townsServed) add(s *town) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if i := slices.IndexFunc(t.all, func(before *town) bool { return before.id == s.id }); i >= 0 {
		if url := t.all[i].settings.PublicURL; url != nil {
			delete(t.hosts, hostOf(url.Host))
		}
		t.all = slices.Delete(t.all, i, i+1)
	}
	t.all = append(t.all, s)
	if s.id == "" || s.settings.PublicURL == nil {
		return
	}
	mux := http.NewServeMux()
	s.enter(mux)
	t.at(hostOf(s.settings.PublicURL.Host), mux)
}

// at has a host answered by h.
func (t *townsServed) at(host string, h http.Handler) {
	if t.hosts == nil {
		t.hosts = map[string]http.Handler{}
	}
	t.hosts[host] = h
}

// each is the towns that are being served.
func (t *townsServed) each() []*town {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return slices.Clone(t.all)
}

// byHost has each town answer under its own host, and next under all others.
func (t *townsServed) byHost(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		t.mu.RLock()
		own := t.hosts[hostOf(r.Host)]
		t.mu.RUnlock()
		if own == nil {
			own = next
		}
		own.ServeHTTP(w, r)
	})
}

// hostOf is a host without its port, by which towns are told apart.
func hostOf(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return strings.ToLower(strings.TrimSuffix(host, "."))
}

// claimInOrder gives what two towns want to have to the one whose name comes first,
// so that it is the same one after each start. Who gets nothing is told later.
func (s *server) claimInOrder() {
	for _, id := range s.named {
		if set, err := s.settings.ofTown(s.folderOf(id)); err == nil && s.claims.variables(id, set) == nil {
			s.towns.expect(set)
		}
	}
}

func (s *server) folderOf(id booking.TownID) string {
	return filepath.Join(s.settings.Towns, string(id))
}

// serveTown serves a town of the folder TOWNS until ctx ends. What is wrong with
// it keeps only this town away, and is looked at again until it is mended. When its
// variables have changed it is served by those.
func (s *server) serveTown(ctx context.Context, id booking.TownID, base *storage.Store) {
	metrics := s.metrics.OfTown(string(id))
	log := s.log.With("town", string(id))
	for said := ""; ctx.Err() == nil; {
		t := &town{id: id, now: s.now, log: log, metrics: metrics, claims: &s.claims, memory: s.memory}
		print := s.printOf(id)
		n, err := s.openTown(ctx, t, base)
		metrics.Unserved(err != nil)
		if err == nil {
			said = ""
			s.towns.add(t)
			s.towns.tried(id)
			log.InfoContext(ctx, "town served")
			s.runTown(ctx, t, n, print)
			continue
		}
		s.towns.tried(id)
		if err.Error() != said && ctx.Err() == nil {
			said = err.Error()
			log.ErrorContext(ctx, "town not served; the others are", "error", err)
		}
		bot.Pause(ctx, lookAtFiles)
	}
}

// runTown runs a town until ctx ends, or its variables are other ones.
func (s *server) runTown(ctx context.Context, t *town, n opened, print variablesPrint) {
	ctx, end := context.WithCancel(ctx)
	defer end()
	var watch sync.WaitGroup
	watch.Go(func() {
		s.watchVariables(ctx, t, print)
		end()
	})
	t.run(ctx, n, func(err error) { t.log.ErrorContext(ctx, "the town's bot was given up", "error", err) })
	watch.Wait()
}

// openTown prepares a town and opens its part of the database.
func (s *server) openTown(ctx context.Context, t *town, base *storage.Store) (n opened, err error) {
	t.settings, err = s.settings.ofTown(s.folderOf(t.id))
	if err == nil {
		t.settings.expect(t.metrics)
	}
	s.memory.during(func() { err = t.prepare(err) })
	if err != nil {
		return n, err
	}
	store, err := base.Beside(ctx, t.offices(), t.storeOptions())
	if err != nil {
		return n, err
	}
	return t.open(store)
}
