package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"terminbote/booking"
	"terminbote/bot/mail"
	"terminbote/bot/telegram"
	"terminbote/dialogs"
	"terminbote/office/ledger"
	"terminbote/storage"
)

// readyAtOnce is how many people are told in one transaction.
const readyAtOnce = 50

// pickupActor is who tells people by this command, in the history.
var pickupActor = storage.Actor{Staff: dialogs.ByPickup}

func runPickup(ctx context.Context, c console, args []string) error {
	set := c.flags("pickup")
	which := townFlags(set)
	at := nowFlag(set)
	url := databaseFlag(set)
	set.Usage = func() {
		fmt.Fprintln(c.err, "terminbote pickup FILE tells people that what they applied for can be picked up. The file lists the numbers")
		fmt.Fprintln(c.err, "of their appointments: CSV or Excel, in a column called Terminnummer or number, or in any.")
		fmt.Fprintln(c.err, "The service tells them, by chat and mail. Nobody is told twice, so that it can be run again.")
		set.PrintDefaults()
	}
	operands, err := parse(set, args, "a file")
	if err != nil {
		return err
	}
	town, err := which.load()
	if err != nil {
		return err
	}
	now, err := c.clock(*at, town)
	if err != nil {
		return err
	}
	numbers, err := readNumbers(operands[0])
	if err != nil {
		return err
	}
	return c.pickup(ctx, *url, town, now, numbers)
}

func readNumbers(path string) (ledger.Numbers, error) {
	file, err := os.Open(path)
	if err != nil {
		return ledger.Numbers{}, err
	}
	defer file.Close()
	n, err := ledger.ReadNumbers(file)
	if err != nil {
		return n, fmt.Errorf("%s: %w", path, err)
	}
	return n, nil
}

// pickup tells people, and says of every other line why not.
func (c console) pickup(ctx context.Context, url string, town booking.Town, now func() time.Time, n ledger.Numbers) error {
	d, err := openDatabase(ctx, url, c.err)
	if err != nil {
		return err
	}
	store, err := storage.Open(ctx, d.url, town, now, storage.Options{Channels: []string{telegram.Channel, mail.Channel}})
	if err != nil {
		return errors.Join(err, d.close())
	}
	told, others, err := c.tellReady(ctx, store, n.Numbers, now())
	store.Close()
	if err := errors.Join(err, d.close()); err != nil {
		return err
	}
	for _, w := range n.Wrong {
		others++
		fmt.Fprintln(c.err, w)
	}
	fmt.Fprintf(c.out, "%d told\n", told)
	if others > 0 {
		return fmt.Errorf("%d of %d were not told", others, told+others)
	}
	return nil
}

// tellReady tells people in steps, each of which is kept whatever becomes of the
// next.
func (c console) tellReady(ctx context.Context, store *storage.Store, numbers []booking.Number, now time.Time) (told, others int, err error) {
	for len(numbers) > 0 {
		some := numbers[:min(len(numbers), readyAtOnce)]
		numbers = numbers[len(some):]
		all, err := store.TellReady(ctx, pickupActor, some, now)
		if err != nil {
			return told, others, err
		}
		for _, r := range all {
			if r.What == dialogs.ReadyTold {
				told++
				continue
			}
			others++
			fmt.Fprintf(c.err, "%s: %s\n", r.Number, whyNotTold[r.What])
		}
	}
	return told, others, nil
}

// whyNotTold says in the console's language what comes of a number.
var whyNotTold = map[dialogs.ReadyOutcome]string{
	dialogs.ReadyAlready:   "was told before",
	dialogs.ReadyUnknown:   "there is no such appointment",
	dialogs.ReadyAhead:     "the appointment is yet to come",
	dialogs.ReadyOver:      "nobody came, or it was called off",
	dialogs.ReadyErased:    "name and address are erased already",
	dialogs.ReadyUnreached: "there is neither a chat nor a mail address",
}
