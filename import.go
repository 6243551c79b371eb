package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/storage"
)

// importJob is an import as it was asked for.
type importJob struct {
	console
	path, database   string
	town             booking.Town
	now              time.Time
	dryRun, skipPast bool
}

func runImport(ctx context.Context, c console, args []string) error {
	return c.importAt(ctx, time.Now(), args)
}

// importAt enters appointments at the moment now.
func (c console) importAt(ctx context.Context, now time.Time, args []string) error {
	job := importJob{console: c, now: now}
	set := c.flags("import")
	set.BoolVar(&job.dryRun, "dry-run", false, "say what would be done, and do nothing")
	set.BoolVar(&job.skipPast, "skip-past", false, "leave out appointments of days gone by, and say how many")
	office := set.String("office", os.Getenv("OFFICE"), "office `FILE|FOLDER` (default $OFFICE, else the sample office)")
	url := databaseFlag(set)
	set.Usage = func() {
		fmt.Fprintln(c.err, "terminbote import FILE.csv enters appointments that were made before: all of them, or none.")
		describeColumns(c.err)
		set.PrintDefaults()
	}
	operands, err := parse(set, args, "a CSV file")
	if err != nil {
		return err
	}
	job.path, job.database = operands[0], *url
	if job.town, err = loadTown(*office); err != nil {
		return err
	}
	return job.run(ctx)
}

// run reads the file, has what can be read checked against what is booked, and
// enters it where nothing at all is wrong.
func (j importJob) run(ctx context.Context) error {
	sheet := &importSheet{town: j.town, now: j.now, skipPast: j.skipPast}
	err := sheet.readSheet(j.path)
	if err == nil && len(sheet.list) > 0 {
		err = j.enter(ctx, sheet)
	}
	wrong := report(j.err, j.path, sheet.faults)
	switch {
	case err != nil:
		return err
	case wrong > 0:
		return fmt.Errorf("nothing was entered: %d of %d lines are wrong", wrong, sheet.lines)
	}
	_, err = fmt.Fprintln(j.out, j.done(sheet))
	return err
}

// enter hands the appointments to storage. Where lines are wrong already it is
// only to say what is wrong with the others.
func (j importJob) enter(ctx context.Context, sheet *importSheet) error {
	d, err := openDatabase(ctx, j.database, j.err)
	if err != nil {
		return err
	}
	store, err := storage.Open(ctx, d.url, j.town, storage.Options{})
	if err != nil {
		return errors.Join(err, d.close())
	}
	err = j.enterInto(ctx, store, sheet)
	store.Close()
	return errors.Join(err, d.close())
}

func (j importJob) enterInto(ctx context.Context, store *storage.Store, sheet *importSheet) error {
	does, dryRun := "entered", j.dryRun || len(sheet.faults) > 0
	if dryRun {
		does = "checked"
	}
	progress := &importProgress{out: j.err, live: isTerminal(j.err), total: len(sheet.list)}
	progress.show("read", len(sheet.list))
	faulty, err := store.ImportAppointments(ctx, storage.Actor{Staff: "import"}, j.now, sheet.list, dryRun,
		func(done int) { progress.show(does, done) })
	progress.end()
	byLine := func(i storage.Imported, line int) int { return i.Line - line }
	for _, f := range faulty {
		if at, ok := slices.BinarySearchFunc(sheet.list, f.Line, byLine); ok {
			sheet.faults = append(sheet.faults, sheet.refusedIn(sheet.list[at], f.Err))
		}
	}
	return err
}

// done says what came of it.
func (j importJob) done(sheet *importSheet) string {
	says := fmt.Sprintf("%d appointments entered", len(sheet.list))
	if j.dryRun {
		says = fmt.Sprintf("%d appointments would be entered; nothing was written", len(sheet.list))
	}
	if sheet.past > 0 {
		says += fmt.Sprintf("; %d of days gone by left out", sheet.past)
	}
	return says
}
