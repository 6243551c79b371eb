package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"terminbote/booking"
	"terminbote/bot/report"
	"terminbote/locales"
	"terminbote/simulation"
	"terminbote/statistics"
	"terminbote/storage"
)

// rehearsed is the settings of a simulation.
type rehearsed struct {
	which                              *whichTown
	against, database, lang, png, from string
	days                               int
	seed                               uint64
	recorded                           bool
	load, missed, cancelled            float64
}

// Bounds of what is rehearsed: a longer run would say nothing more.
const (
	mostRehearsed = 366
	mostLoad      = 500 // percent
)

func runSimulate(ctx context.Context, c console, args []string) error {
	var s rehearsed
	set := c.flags("simulate")
	s.which = townFlags(set)
	set.StringVar(&s.against, "against", "", "changed office `FILE|FOLDER` to compare with")
	set.StringVar(&s.from, "from", "", "first `DAY`, such as 2026-11-23 (default: a month ago where recorded, else today)")
	set.IntVar(&s.days, "days", 30, "how many `DAYS`")
	set.Uint64Var(&s.seed, "seed", 1, "the same `NUMBER` gives the same people")
	set.BoolVar(&s.recorded, "recorded", false, "the demand is what the database recorded in these days, without the people")
	set.StringVar(&s.lang, "lang", "de", "the `LANGUAGE` of the table: de or en")
	set.StringVar(&s.png, "png", "", "also draw the comparison into `FILE`")
	people := simulation.Berlin()
	set.Float64Var(&s.load, "load", 100*people.Load, "minutes asked for, in `PERCENT` of those that desks serve")
	set.Float64Var(&s.missed, "missed", 100*people.Missed, "`PERCENT` who do not come")
	set.Float64Var(&s.cancelled, "cancelled", 100*people.Cancelled, "`PERCENT` who cancel")
	set.StringVar(&s.database, "database", os.Getenv("DATABASE_URL"), "PostgreSQL whose figures the demand is made from, as a `URL` (default $DATABASE_URL, else none)")
	if _, err := parse(set, args); err != nil {
		return err
	}
	if err := s.check(); err != nil {
		return err
	}
	return s.run(ctx, c)
}

// check refuses what cannot be rehearsed.
func (s rehearsed) check() error {
	switch {
	case s.days < 1 || s.days > mostRehearsed:
		return wrongCall{fmt.Sprintf("--days: from 1 to %d, not %d", mostRehearsed, s.days)}
	case s.load <= 0 || s.load > mostLoad:
		return wrongCall{fmt.Sprintf("--load: above 0 and up to %d percent, not %v", mostLoad, s.load)}
	case s.missed < 0 || s.cancelled < 0 || s.missed+s.cancelled > 100:
		return wrongCall{"--missed and --cancelled: from 0 to 100 percent, together too"}
	case s.recorded && s.database == "":
		return wrongCall{"--recorded: name the database with --database or DATABASE_URL"}
	case locales.Match(s.lang) != s.lang:
		return wrongCall{fmt.Sprintf("--lang: %q is not spoken here", s.lang)}
	}
	return nil
}

func (s rehearsed) run(ctx context.Context, c console) error {
	town, err := s.which.load()
	if err != nil {
		return err
	}
	o := town.Offices[0]
	var other *booking.Office
	if s.against != "" {
		changed, err := loadTown(s.against)
		if err != nil {
			return err
		}
		other = changed.Offices[0]
	}
	period, err := s.period(o, c.now())
	if err != nil {
		return err
	}
	demand, err := s.demand(ctx, town.ID, o, period)
	if err != nil {
		return err
	}
	if len(demand) == 0 {
		return errors.New("nobody would come: nothing is recorded, or the office serves nothing in these days")
	}
	rehearsal := report.Rehearsal{Before: s.play(c, o, demand, period)}
	if other != nil {
		after := s.play(c, other, demand, period)
		rehearsal.After = &after
	}
	return s.tell(c, rehearsal)
}

// period is the days that are looked at.
func (s rehearsed) period(o *booking.Office, now time.Time) (simulation.Period, error) {
	from := o.Today(now)
	if s.recorded {
		from = from.Add(-s.days)
	}
	if s.from != "" {
		day, err := booking.ParseDate(s.from)
		if err != nil {
			return simulation.Period{}, wrongCall{fmt.Sprintf("--from: a day like 2026-11-23 was expected, not %q", s.from)}
		}
		from = day
	}
	return simulation.Period{From: from, To: from.Add(s.days - 1)}, nil
}

// demand is who asks: as recorded, or invented, by what is recorded where there is
// a database.
func (s rehearsed) demand(ctx context.Context, id booking.TownID, o *booking.Office, period simulation.Period) ([]simulation.Request, error) {
	people := simulation.Berlin()
	people.Load, people.Missed, people.Cancelled = s.load/100, s.missed/100, s.cancelled/100
	if s.database != "" {
		visits, took, err := s.recordedFigures(ctx, id, o, period)
		if err != nil {
			return nil, err
		}
		if s.recorded {
			return simulation.Recorded(o, visits), nil
		}
		people.Visits, people.Took = visits, took
	}
	early := o.Policy.Horizon
	return simulation.Generate(o, period.From.Add(-early), early+s.days, people, s.seed), nil
}

// recordedFigures is the visits of the days, or of the half year before where the
// demand is invented, and how long visits took.
func (s rehearsed) recordedFigures(ctx context.Context, id booking.TownID, o *booking.Office, period simulation.Period) ([]statistics.Visit, []statistics.Took, error) {
	if !s.recorded {
		period = simulation.Period{From: period.From.Add(-statistics.LearnDays), To: period.From}
	}
	now := period.To.At(booking.Midnight, o.Calendar.Zone)
	town := booking.NewTown(o)
	town.ID = id
	store, err := storage.Open(ctx, s.database, town, func() time.Time { return now }, storage.Options{Looks: true})
	if err != nil {
		return nil, nil, err
	}
	defer store.Close()
	visits, err := store.RecordedVisits(ctx, o.ID, period.From, period.To)
	if err != nil {
		return nil, nil, err
	}
	figures, err := store.Statistics(ctx, now, o.ID, period.From, period.To)
	var took []statistics.Took
	for _, c := range figures.Concerns {
		if c.Took.Shown() {
			took = append(took, c.Took)
		}
	}
	return visits, took, err
}

// play runs the demand against an office file, and shows how far it is.
func (s rehearsed) play(c console, o *booking.Office, demand []simulation.Request, period simulation.Period) simulation.Outcome {
	p := &progress{out: c.err, live: isTerminal(c.err), total: len(demand)}
	outcome := simulation.Run(o, demand, period, s.seed, func(asked int) { p.show("rehearsed", asked) })
	p.end()
	return outcome
}

func (s rehearsed) tell(c console, r report.Rehearsal) error {
	if err := r.Write(c.out, s.lang); err != nil {
		return err
	}
	if s.png == "" {
		return nil
	}
	picture, err := r.Chart(s.lang)
	if err == nil {
		err = os.WriteFile(s.png, picture, 0o644) //nolint:gosec // a picture without secrets
	}
	if err != nil {
		return fmt.Errorf("draw the comparison: %w", err)
	}
	return nil
}
