package storage

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

var _ dialogs.Conversations = (*Store)(nil)

// turnWithin is how long a turn may wait for the database, with all that it
// asks there. A turn takes milliseconds; one that did not end by then is rolled
// back and done again.
const turnWithin = 15 * time.Second

// Converse runs one turn of a chat; see [dialogs.Conversations]. If it
// conflicts with another transaction, it is rolled back and turn runs again, so
// turn must not count on running once. Codes are sent after the commit.
func (s *Store) Converse(
	ctx context.Context, chat dialogs.Chat, now time.Time, turn func(context.Context, dialogs.Records) error,
) error {
	ctx, cancel := context.WithTimeout(ctx, turnWithin)
	defer cancel()
	return s.transact(ctx, now, func(t *tx) error {
		records, err := t.open(ctx, chat)
		if err != nil {
			return fmt.Errorf("open conversation: %w", err)
		}
		return turn(ctx, records)
	})
}

// records is what a turn works with.
type records struct {
	*tx
	chat      int64
	by        Actor
	clerk     dialogs.Colleague // the member of staff who talks, if it is one
	state     []byte
	turns     int64  // how many there were
	drawn     int64  // the last of them that the chat shows
	screen    string // the message that shows it
	erased    bool   // the person has just been erased
	overrides overrides
}

// chatQuery locks the chat, so that its turns run one after the other. Rows
// that refer to it may be written meanwhile.
const chatQuery = `SELECT id, person, state, turns, drawn, screen FROM chat WHERE channel = $1 AND address = $2 FOR NO KEY UPDATE`

// hourOf is the hour of a time in SQL, as chats know the one of their last turn.
// An index over hours need not be touched with each turn, as one over times must.
func hourOf(at string) string {
	return `date_trunc('hour', ` + at + `::timestamptz AT TIME ZONE 'UTC')`
}

// open finds the chat and locks it until the turn ends. If it does not exist,
// it is created with a new person. also queues further lookups under the lock.
func (t *tx) open(ctx context.Context, chat dialogs.Chat, also ...func()) (*records, error) {
	r := &records{tx: t, by: Actor{Sender: t.senderOf(chat), Channel: chat.Channel}}
	chat = t.stored(chat)
	r.queueReadChat(chat, also)
	t.queueReadOverrides(&r.overrides)
	err := t.send(ctx)
	if err != nil || r.chat != 0 {
		return r, err
	}
	t.queueLock(newLock(chatLock, chat.Channel+" "+chat.Address))
	t.queue(`
		WITH somebody AS (
			INSERT INTO person (created_at)
			SELECT $3::timestamptz WHERE NOT EXISTS (SELECT FROM chat WHERE channel = $1 AND address = $2)
			RETURNING id)
		INSERT INTO chat (channel, address, person, created_at, updated_at)
		SELECT $1, $2, id, $3, $3 FROM somebody`, chat.Channel, chat.Address, t.now)
	r.queueReadChat(chat, also)
	return r, t.send(ctx)
}

func (r *records) queueReadChat(chat dialogs.Chat, also []func()) {
	r.queue(chatQuery, chat.Channel, chat.Address).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			err := rows.Scan(&r.chat, &r.by.Person, &r.state, &r.turns, &r.drawn, &r.screen)
			if err != nil {
				return err
			}
		}
		return rows.Err()
	})
	for _, queue := range also {
		queue()
	}
}

// Recall is the state that was remembered last.
func (r *records) Recall(context.Context) ([]byte, error) { return r.state, nil }

// Remember stores the state, which is JSON. It is written with the commit.
func (r *records) Remember(_ context.Context, state []byte) error {
	r.state = state
	r.turns++
	r.queue(`UPDATE chat SET state = $2, turns = $3, updated_at = $4, unreachable_at = NULL WHERE id = $1`,
		r.chat, state, r.turns, r.now)
	return nil
}

// Facts looks up what is needed, in one round trip. What only staff may know is
// left out for others.
func (r *records) Facts(ctx context.Context, need dialogs.Need) (dialogs.Facts, error) {
	facts := dialogs.Facts{Now: r.now, Silent: len(r.channels) == 0, Directory: r.concerns, Town: r.see(r.officeFiles, r.overrides, r.now)}
	facts.PlainMail, facts.Reachable, facts.Staff.Clerk = r.plainMail(), r.reachable, r.clerk
	facts.Reached, facts.Site = slices.Contains(r.channels, r.by.Channel), r.site
	if need.Empty() {
		return facts, nil
	}
	err := r.queueFacts(&facts, r.by.Person, need)
	if need.Reach {
		r.queueReadReach(&facts.Reach)
	}
	if need.Staff.Colleagues && r.by.Staff != "" {
		r.queueReadColleagues(&facts.Staff.Colleagues, r.by.Role)
	}
	if err == nil && r.by.Role.Allows(booking.Viewer) {
		err = r.lookUpForStaff(ctx, &facts.Staff, need.Staff)
	}
	if err == nil {
		err = r.send(ctx)
	}
	if err != nil {
		return facts, fmt.Errorf("look up facts: %w", err)
	}
	return facts, nil
}

// Do carries out a command.
func (r *records) Do(ctx context.Context, command dialogs.Command) (dialogs.Result, error) {
	done := dialogs.Result{Command: command}
	err := r.clerk.May(command)
	if err == nil {
		err = r.carryOut(ctx, command, &done)
	}
	if isRefusal(err) {
		return dialogs.Result{Command: command, Refused: err}, nil
	}
	if err != nil {
		return dialogs.Result{}, fmt.Errorf("%s: %w", dialogs.CommandName(command), err)
	}
	return done, nil
}

// carryOut carries out a command and enters the result in done.
func (r *records) carryOut(ctx context.Context, command dialogs.Command, done *dialogs.Result) (err error) {
	switch c := command.(type) {
	case dialogs.Export:
		done.Data, err = r.export(ctx)
	case dialogs.Close:
		done.Override, err = r.close(ctx, c)
	case dialogs.Reopen:
		err = r.reopen(ctx, c)
	case dialogs.Open:
		done.Override, err = r.openHours(ctx, c)
	case dialogs.Withdraw:
		err = r.withdraw(ctx, c)
	case dialogs.Ready:
		done.Ready, err = r.ready(ctx, c)
	case dialogs.GiveCode:
		done.Appointment, done.Code, err = r.giveCode(ctx, c)
	case dialogs.AskCode:
		done.ReadOut, err = r.askCode(ctx, c)
	case dialogs.AskProof:
		err = r.askProof(ctx, c)
	case dialogs.Prove:
		err = r.prove(ctx, c)
	case dialogs.Rate:
		err = r.rate(ctx, c)
	case dialogs.Comment:
		err = r.comment(c)
	case dialogs.HandOver:
		err = r.handOver(ctx, c)
	case dialogs.Relay:
		err = r.relay(ctx, c)
	case dialogs.TakeBack:
		err = r.takeBack(ctx)
	case dialogs.Alarm:
		done.Heard, err = r.raise(ctx, c)
	case dialogs.SetRole:
		err = r.setRole(c)
	case dialogs.ChangeMinutes:
		done.Override, err = r.changeMinutes(ctx, c)
	case dialogs.RestoreMinutes:
		err = r.restoreMinutes(ctx, c)
	case dialogs.GiveTicket:
		done.Appointment, done.Outlook, err = r.giveTicket(ctx, r.by, c)
	case dialogs.CallAgain, dialogs.Park, dialogs.TakeUp, dialogs.SendOn:
		done.Appointment, err = r.attend(ctx, r.by, c)
	case dialogs.Next, dialogs.Uncall, dialogs.Unmark, dialogs.Finish, dialogs.Miss, dialogs.Restore:
		done.Appointment, err = r.doForStaff(ctx, c)
	default:
		done.Appointment, err = r.doForCitizen(ctx, command)
	}
	return err
}

// doForStaff carries out a command of staff about one appointment.
func (r *records) doForStaff(ctx context.Context, command dialogs.Command) (a booking.Appointment, err error) {
	switch c := command.(type) {
	case dialogs.Next:
		return r.next(ctx, r.by, c)
	case dialogs.Uncall:
		return r.uncall(ctx, r.by, c)
	case dialogs.Unmark:
		return r.unmark(ctx, r.by, c)
	case dialogs.Finish:
		return r.finish(ctx, r.by, c)
	case dialogs.Miss:
		return r.miss(ctx, r.by, c)
	case dialogs.Restore:
		return r.restore(ctx, r.by, c)
	}
	return a, fmt.Errorf("unknown command")
}

// doForCitizen carries out a command of a citizen; clerks may give most of them
// for others.
func (r *records) doForCitizen(ctx context.Context, command dialogs.Command) (a booking.Appointment, err error) {
	switch c := command.(type) {
	case dialogs.Hold:
		return r.hold(ctx, r.by, c)
	case dialogs.Release:
		return a, r.release(ctx, r.by, c.Hold)
	case dialogs.Book:
		return r.book(ctx, r.by, c)
	case dialogs.Move:
		return r.move(ctx, r.by, c)
	case dialogs.Cancel:
		return r.cancel(ctx, r.by, c)
	case dialogs.Affirm:
		return r.affirm(ctx, r.by, c)
	case dialogs.Wait:
		return a, r.wait(ctx, c)
	case dialogs.EndWait:
		return a, r.endWait(ctx, r.by, c.Wait)
	case dialogs.Accept:
		return r.accept(ctx, r.by, c.Hold)
	case dialogs.Decline:
		return a, r.decline(ctx, r.by, c.Hold)
	case dialogs.Arrive:
		return r.arrive(ctx, r.by, c)
	case dialogs.Delay:
		return r.delay(ctx, r.by, c)
	case dialogs.Attach:
		return r.attach(ctx, c)
	case dialogs.LinkTicket:
		return r.linkTicket(ctx, c)
	case dialogs.Erase:
		return a, r.erase(ctx)
	}
	return a, fmt.Errorf("unknown command")
}
