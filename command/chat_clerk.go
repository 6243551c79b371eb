package command

import (
	"context"
	"fmt"
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/bot/terminal"
	"terminbote/dialogs"
	"terminbote/storage"
)

// rehearsal gives a clerk at the terminal their role. There is nothing to
// protect here: anybody who can start the program on a database can do anything
// with it.
const rehearsal = "rehearsal"

// clerksRole is the role in which to work for the office.
func (s chatSettings) clerksRole() (booking.Role, error) {
	role := booking.Role(s.role)
	switch {
	case s.role == "":
		return booking.Lead, nil
	case s.clerk == "":
		return booking.Stranger, wrongCall{"--role: only with --as-clerk NAME"}
	case !slices.Contains(booking.Roles(), role):
		return booking.Stranger, wrongCall{fmt.Sprintf("--role: %q is none of viewer, clerk and lead", s.role)}
	}
	return role, nil
}

// giveRole gives a clerk at the terminal a role, unless they have it already.
func giveRole(ctx context.Context, store *storage.Store, name string, role booking.Role, now time.Time) error {
	has, err := store.RoleOf(ctx, terminal.Desk(name))
	if err != nil || has == role {
		return err
	}
	appoint := dialogs.SetRole{Chat: terminal.Desk(name), Name: name, Role: role}
	return store.Serve(ctx, terminal.Desk(rehearsal), rehearsal, now, func(ctx context.Context, r dialogs.Records) error {
		done, err := r.Do(ctx, appoint)
		if err == nil && done.Refused != nil {
			err = fmt.Errorf("give %s the role of a %s: %w", name, role, done.Refused)
		}
		return err
	})
}
