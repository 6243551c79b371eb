package storage

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// ErrOtherTown says that an office is another town's.
var ErrOtherTown = errors.New("the office belongs to another town")

// newStore is a town's store, which has not looked into the database yet.
func newStore(d *database, town booking.Town, options Options) *Store {
	s := &Store{database: d, id: town.ID, mailer: options.Mailer, channels: options.Channels, plainMail: options.PlainMail}
	s.reachable, s.site, s.looks = options.Reachable, options.Site, options.Looks
	s.leads.all = slices.Clone(options.Leads)
	if s.plainMail == nil {
		s.plainMail = func() bool { return false }
	}
	s.Use(town)
	return s
}

// Beside opens the database of s for another town as well, with connections, a
// clock and a log that both share. It returns ErrOtherTown for an office that is
// not this town's. Closing one closes all.
func (s *Store) Beside(ctx context.Context, town booking.Town, options Options) (*Store, error) {
	other := newStore(s.database, town, options)
	if err := other.enter(ctx); err != nil {
		return nil, fmt.Errorf("open the database for %q: %w", town.ID, err)
	}
	return other, nil
}

// enter makes the town known to the database, and recalls which offices it has
// had.
func (s *Store) enter(ctx context.Context) error {
	if err := s.Claim(ctx, s.asRead()); err != nil {
		return err
	}
	if err := s.recallFormer(ctx); err != nil {
		return err
	}
	s.towns.Store(s.id, s)
	return nil
}

// Claim notes that the offices are this town's. It returns ErrOtherTown if one is
// another's: rows know their office, and by that their town. An office that has
// appointments and stands nowhere is that of the town without a name, which
// notes nothing.
func (s *Store) Claim(ctx context.Context, town booking.Town) error {
	ids := make([]string, len(town.Offices))
	for i, o := range town.Offices {
		ids[i] = string(o.ID)
	}
	own := string(s.id)
	others, missing, err := s.whose(ctx, ids, own)
	switch {
	case err != nil:
		return err
	case len(others) > 0:
		return fmt.Errorf("%q: %w; expected an id of its own", others, ErrOtherTown)
	case own == "" || len(missing) == 0 || s.looks:
		return nil
	}
	_, err = s.pool.Exec(ctx, `INSERT INTO office_town (office, town) SELECT unnest($1::text[]), $2 ON CONFLICT DO NOTHING`, missing, own)
	if err != nil {
		return fmt.Errorf("note whose offices they are: %w", err)
	}
	return nil
}

// whose is which of the offices are another town's, and which are nobody's yet.
func (s *Store) whose(ctx context.Context, ids []string, own string) (others, missing []string, err error) {
	rows, err := s.pool.Query(ctx, `
		SELECT asked, coalesce(town, CASE WHEN EXISTS (SELECT FROM appointment a WHERE a.office = asked) THEN '' END)
		FROM unnest($1::text[]) AS asked LEFT JOIN office_town ON office = asked ORDER BY asked`, ids)
	var id string
	var town *string
	if err == nil {
		_, err = pgx.ForEachRow(rows, []any{&id, &town}, func() error {
			switch {
			case town == nil:
				missing = append(missing, id)
			case *town != own:
				others = append(others, id)
			}
			return nil
		})
	}
	if err != nil {
		return nil, nil, fmt.Errorf("look up whose offices they are: %w", err)
	}
	return others, missing, nil
}

// knows tells whether an office is the town's, or was.
func (f *officeFiles) knows(office booking.OfficeID) bool {
	_, ok := f.town.Office(office)
	return ok
}

// own leaves out the appointments of other towns. Every lookup of appointments
// passes here, so that one which forgets to ask for a town's own finds nothing.
func (f *officeFiles) own(all []booking.Appointment) []booking.Appointment {
	return slices.DeleteFunc(all, func(a booking.Appointment) bool { return !f.knows(a.Office) })
}

// townMark stands between a network and the town in stored names of networks.
const townMark = "/"

// stored is how the database names a chat. An account has the same address in
// every town; its network is named with the town, so that it is another chat,
// with another person, and another role.
func (s *Store) stored(chat dialogs.Chat) dialogs.Chat {
	chat.Channel = s.network(chat.Channel)
	return chat
}

// network is how the database names one of the town's networks. Mail is named
// the same everywhere: its addresses are no chats.
func (s *Store) network(name string) string {
	town := s.id
	if town == "" || name == mailChannel {
		return name
	}
	return name + townMark + string(town)
}

// networks is how the database names the networks on which people are told things.
func (s *Store) networks() []string {
	all := make([]string, len(s.channels))
	for i, name := range s.channels {
		all[i] = s.network(name)
	}
	return all
}

// unstored is the name of a network without the town.
func unstored(network string) string {
	name, _, _ := strings.Cut(network, townMark)
	return name
}

// ofTown selects rows whose network, in the column given, is the town's of $n.
func ofTown(column string, n int) string {
	return fmt.Sprintf(`split_part(%s, '%s', 2) = $%d`, column, townMark, n)
}

// townName is the town as an argument of a query.
func (t *tx) townName() string { return string(t.town.ID) }
