package storage

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

var _ dialogs.Staff = (*Store)(nil)

// Serve runs one turn of a chat with a member of staff; see [dialogs.Staff]. It
// is stored like any other, but the actor is the member of staff.
func (s *Store) Serve(
	ctx context.Context, chat dialogs.Chat, name string, now time.Time, turn func(context.Context, dialogs.Records) error,
) error {
	if name == "" {
		return errors.New("open a clerk's conversation: nobody answers for it")
	}
	ctx, cancel := context.WithTimeout(ctx, turnWithin)
	defer cancel()
	return s.transact(ctx, now, func(t *tx) error {
		role := booking.Stranger
		records, err := t.open(ctx, chat, func() {
			t.queueReadRole(&role, chat)
			t.queueRename(chat, name)
		})
		if err != nil {
			return fmt.Errorf("open a clerk's conversation: %w", err)
		}
		records.by = Actor{Staff: name, Role: role, Account: chat}
		records.clerk = dialogs.Colleague{Chat: chat, Name: name, Role: role}
		return turn(ctx, records)
	})
}

// RoleOf is the role of the person in chat.
func (s *Store) RoleOf(ctx context.Context, chat dialogs.Chat) (role booking.Role, err error) {
	err = s.read(ctx, time.Time{}, func(t *tx) error {
		t.queueReadRole(&role, chat)
		return t.send(ctx)
	})
	if err != nil {
		return booking.Stranger, fmt.Errorf("look up role: %w", err)
	}
	return role, nil
}

// queueRename queues the update of a name that somebody of the staff has changed
// on their network: the account is the identity, a name is only what it is
// called today.
func (t *tx) queueRename(chat dialogs.Chat, name string) {
	chat = t.stored(chat)
	t.queue(`UPDATE staff SET name = $3 WHERE channel = $1 AND address = $2 AND name <> $3`, chat.Channel, chat.Address, name)
}

// queueReadRole queues the lookup of a role. A lead from the settings stays
// one, so that nobody can lock everybody out.
func (t *tx) queueReadRole(role *booking.Role, chat dialogs.Chat) {
	if t.leads.has(chat) {
		*role = booking.Lead
		return
	}
	chat = t.stored(chat)
	t.queue(`SELECT role FROM staff WHERE channel = $1 AND address = $2`, chat.Channel, chat.Address).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			if err := rows.Scan(role); err != nil {
				return err
			}
		}
		return rows.Err()
	})
}

// setRole gives a colleague a role, or takes it away.
func (r *records) setRole(c dialogs.SetRole) error {
	known := c.Role == booking.Stranger || slices.Contains(booking.Roles(), c.Role)
	if !known || c.Chat.Channel == "" || c.Chat.Address == "" || c.Name == "" || strings.Contains(c.Chat.Channel, townMark) {
		return booking.ErrUnknown
	}
	chat := r.stored(c.Chat)
	if c.Role == booking.Stranger {
		r.queue(`DELETE FROM staff WHERE channel = $1 AND address = $2`, chat.Channel, chat.Address)
	} else {
		r.queue(`
			INSERT INTO staff (channel, address, name, role, by, at) VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (channel, address) DO UPDATE SET name = $3, role = $4, by = $5, at = $6`,
			chat.Channel, chat.Address, c.Name, string(c.Role), r.by.String(), r.now)
	}
	r.queueAudit(r.by, dialogs.RoleGiven, dialogs.RoleDetail(c))
	return nil
}

// queueReadColleagues queues the lookup of all who have a role, by name. A
// person without one sees only the leads, to ask them for one.
func (t *tx) queueReadColleagues(all *[]dialogs.Colleague, asks booking.Role) {
	t.queue(`
		SELECT s.channel, s.address, s.name, s.role, coalesce(c.created_at, s.at)
		FROM staff s LEFT JOIN chat c ON c.channel = s.channel AND c.address = s.address
		WHERE (s.role = 'lead' OR $1) AND `+ofTown(`s.channel`, 2)+` ORDER BY s.name, s.channel, s.address`,
		asks.Allows(booking.Viewer), t.townName()).Query(func(rows pgx.Rows) (err error) {
		*all, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (c dialogs.Colleague, err error) {
			err = row.Scan(&c.Chat.Channel, &c.Chat.Address, &c.Name, &c.Role, &c.Since)
			c.Chat.Channel = unstored(c.Chat.Channel)
			return c, err
		})
		*all = t.leads.addTo(*all)
		return err
	})
}
