package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/office/ledger"
	"terminbote/storage"
)

// importJob is one import.
type importJob struct {
	console
	path, database string
	town           booking.Town
	now            time.Time
	dryRun         bool
	options        ledger.Options
}

func runImport(ctx context.Context, c console, args []string) error {
	job := importJob{console: c}
	set := c.flags("import")
	set.BoolVar(&job.dryRun, "dry-run", false, "say what would be done, and do nothing")
	set.BoolVar(&job.options.SkipPast, "skip-past", false, "leave out appointments of days gone by, and say how many")
	set.Func("ignore", "leave out the `COLUMN` of the file; may be given several times", func(column string) error {
		job.options.Ignore = append(job.options.Ignore, column)
		return nil
	})
	set.Func("map", "read a column that has another name, as `THEIRS=OURS`: --map Wer=name; may be given several times", job.mapColumn)
	which := townFlags(set)
	at := nowFlag(set)
	url := databaseFlag(set)
	set.Usage = func() {
		fmt.Fprintln(c.err, "terminbote import FILE enters appointments that were made before: all of them, or none.")
		ledger.DescribeColumns(c.err)
		set.PrintDefaults()
	}
	operands, err := parse(set, args, "a file")
	if err != nil {
		return err
	}
	job.path, job.database = operands[0], *url
	if job.town, err = which.load(); err != nil {
		return err
	}
	now, err := c.clock(*at, job.town)
	if err != nil {
		return err
	}
	job.now = now()
	return job.run(ctx)
}

// mapColumn reads one --map flag.
func (j *importJob) mapColumn(pair string) error {
	theirs, ours, ok := strings.Cut(pair, "=")
	if !ok || theirs == "" || ours == "" {
		return fmt.Errorf("THEIRS=OURS was expected, such as Wer=name, not %q", pair)
	}
	if j.options.Map == nil {
		j.options.Map = map[string]string{}
	}
	j.options.Map[theirs] = ours
	return nil
}

// run reads the file and checks it against what is booked. It enters the
// appointments if nothing at all is wrong.
func (j importJob) run(ctx context.Context) error {
	book, err := j.read()
	if err != nil {
		return err
	}
	if len(book.Entries) > 0 {
		err = j.enter(ctx, book)
	}
	wrong := book.Report(j.err, j.path)
	switch {
	case err != nil:
		return err
	case wrong > 0:
		return fmt.Errorf("nothing was entered: %d of %d lines are wrong", wrong, book.Lines)
	}
	_, err = fmt.Fprintln(j.out, j.done(book))
	return err
}

func (j importJob) read() (*ledger.Book, error) {
	file, err := os.Open(j.path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	book, err := ledger.Read(file, j.town, j.now, j.options)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", j.path, err)
	}
	return book, nil
}

// enter hands the appointments to storage. If lines are wrong already, storage
// only checks the others.
func (j importJob) enter(ctx context.Context, book *ledger.Book) error {
	d, err := openDatabase(ctx, j.database, j.err)
	if err != nil {
		return err
	}
	store, err := storage.Open(ctx, d.url, j.town, func() time.Time { return j.now }, storage.Options{})
	if err != nil {
		return errors.Join(err, d.close())
	}
	err = j.enterInto(ctx, store, book)
	store.Close()
	return errors.Join(err, d.close())
}

func (j importJob) enterInto(ctx context.Context, store *storage.Store, book *ledger.Book) error {
	does, dryRun := "entered", j.dryRun || book.Faulty()
	if dryRun {
		does = "checked"
	}
	p := &progress{out: j.err, live: isTerminal(j.err), total: len(book.Entries)}
	p.show("read", len(book.Entries))
	faulty, err := store.ImportAppointments(ctx, storage.Actor{Staff: dialogs.ByImport}, j.now, book.Entries, dryRun,
		func(done int) { p.show(does, done) })
	p.end()
	for _, f := range faulty {
		book.Refuse(f.Place, f.Err)
	}
	return err
}

// done is the sentence about the outcome.
func (j importJob) done(book *ledger.Book) string {
	says := fmt.Sprintf("%s entered", appointments(len(book.Entries)))
	if j.dryRun {
		says = fmt.Sprintf("%s would be entered; nothing was written", appointments(len(book.Entries)))
	}
	if dropped := book.Dropped(); len(dropped) > 0 {
		says += "; left out, since appointments have no such thing: " + strings.Join(dropped, ", ")
	}
	if book.Past > 0 {
		says += fmt.Sprintf("; %d of days gone by left out", book.Past)
	}
	return says
}

func appointments(n int) string {
	if n == 1 {
		return "1 appointment"
	}
	return fmt.Sprintf("%d appointments", n)
}
