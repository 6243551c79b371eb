package command

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
	"time"

	"terminbote/booking"
	"terminbote/storage"
)

// lookAtFiles is how often it is looked whether the office files have changed. A
// change counts when it has stood that long.
const lookAtFiles = 3 * time.Second

// watchFiles reads the office files again when they change or a hangup signal
// asks for it, until ctx ends.
func (s *town) watchFiles(ctx context.Context) {
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP)
	defer signal.Stop(hangup)
	look := time.NewTicker(lookAtFiles)
	defer look.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-hangup:
			s.readFiles(ctx)
		case <-look.C:
			if s.files.Changed() {
				s.readFiles(ctx)
			}
		}
	}
}

// readFiles reads the office files again, as a whole or not at all, and finds at
// once those that new ones no longer serve.
func (s *town) readFiles(ctx context.Context) {
	var err error
	s.memory.during(func() { err = s.files.Read(func(town booking.Town) error { return s.accepts(ctx, town) }) })
	s.metrics.FilesRead(err == nil)
	if err != nil {
		s.log.ErrorContext(ctx, "office files refused; the ones before stay in force", "variable", "OFFICE", "error", err)
	} else {
		s.log.InfoContext(ctx, "office files read", "digest", s.files.Digest())
	}
	store := s.store.Load()
	if err == nil {
		store.Use(s.files.Current())
		s.tellOfFiles(ctx, store)
	}
	if fault := store.AuditFiles(ctx, s.now(), s.files.Digest(), err != nil); fault != nil {
		s.log.ErrorContext(ctx, "reading not recorded", "error", fault)
	}
}

// accepts is what the town has against other office files.
func (s *town) accepts(ctx context.Context, offices booking.Town) error {
	_, wrong := s.settings.MattermostChannels.of(offices)
	if wrong == nil {
		wrong = s.claims.offices(s.id, offices)
	}
	if wrong == nil {
		wrong = s.store.Load().Claim(ctx, offices)
	}
	return wrong
}

// tellOfFiles tells at once the holders of appointments that the office files no
// longer serve, or have given up a concern of. What fails the hourly
// chores try again.
func (s *town) tellOfFiles(ctx context.Context, store *storage.Store) {
	unserved, fault := store.TellUnserved(ctx, s.now())
	dropped, other := store.TellDropped(ctx, s.now())
	if err := errors.Join(fault, other); err != nil {
		s.log.ErrorContext(ctx, "appointments not compared with the office files; the chores try again", "error", err)
	}
	if unserved+dropped > 0 {
		s.log.WarnContext(ctx, "office files no longer serve appointments; their holders were told", "time", unserved, "concern", dropped)
	}
}
