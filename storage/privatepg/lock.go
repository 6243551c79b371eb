package privatepg

import (
	"context"
	"errors"
	"fmt"
	"os"
	"syscall"
	"time"
)

// patience is how long to wait between two looks at something that another
// process changes.
const patience = 5 * time.Millisecond

func lockExclusive(ctx context.Context, f *os.File) error { return lock(ctx, f, syscall.LOCK_EX) }

func lockShared(ctx context.Context, f *os.File) error { return lock(ctx, f, syscall.LOCK_SH) }

// lock asks again and again rather than once: a call that waits in the kernel
// could not be given up.
func lock(ctx context.Context, f *os.File, how int) error {
	for {
		err := syscall.Flock(int(f.Fd()), how|syscall.LOCK_NB)
		if err == nil {
			return nil
		}
		if !errors.Is(err, syscall.EWOULDBLOCK) && !errors.Is(err, syscall.EINTR) {
			return fmt.Errorf("lock %s: %w", f.Name(), err)
		}
		if err := pause(ctx); err != nil {
			return fmt.Errorf("lock %s: %w", f.Name(), err)
		}
	}
}

// unlock gives a lock back at once. Closing the file alone would not do while
// a child that is just being started still has a copy of it.
func unlock(f *os.File) { _ = syscall.Flock(int(f.Fd()), syscall.LOCK_UN) }

// lastUser turns a shared lock into an exclusive one if nobody else holds it.
// It gives up its own for a moment meanwhile, in which the keeper may look in;
// so one refusal does not count.
func lastUser(users *os.File) bool {
	for range 4 {
		if syscall.Flock(int(users.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil {
			return true
		}
		time.Sleep(patience)
	}
	return false
}

func pause(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(patience):
		return nil
	}
}
