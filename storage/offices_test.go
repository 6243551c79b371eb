package storage_test

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
)

// ofYard is everything that can be looked up of an office called yard, by the
// day after monday.
func (n *neighbours) ofYard() map[string]string {
	n.Helper()
	office, week := booking.OfficeID("yard"), dialogs.Span{From: monday.Add(-7), To: monday.Add(7)}
	all := map[string]string{}
	keep := func(name string, found any) {
		text, err := json.MarshalIndent(found, "", " ")
		n.none(err)
		all[name] = string(text)
	}
	for name, need := range map[string]dialogs.Need{
		"days":    {Offices: []booking.OfficeID{office}, From: monday, To: monday.Add(7)},
		"line":    {Line: office},
		"plan":    {Staff: dialogs.StaffNeed{Office: office, From: monday, To: monday.Add(7)}},
		"hit":     {Staff: dialogs.StaffNeed{Office: office, Closing: dialogs.Closing{Day: monday, Hours: booking.Hours{To: booking.Midnight}}}},
		"lengths": {Staff: dialogs.StaffNeed{Office: office, Took: true, Replay: true}},
		"report":  {Staff: dialogs.StaffNeed{Office: office, Report: week}},
	} {
		err := n.Serve(n.Context(), chat(secret), secret, n.now, func(ctx context.Context, r dialogs.Records) error {
			facts, err := r.Facts(ctx, need)
			if name == "report" && (facts.Staff.Report == nil || len(facts.Staff.Report.Days) == 0) {
				n.Error("nothing is reported")
			}
			keep(name, []any{facts.Booked, facts.Line, facts.Staff})
			return err
		})
		n.none(err)
	}
	plan, err := n.Plan(n.Context(), office, monday, n.now)
	n.none(err)
	talks, err := n.Handovers(n.Context(), office)
	n.none(err)
	alarms, err := n.AlarmsUntold(n.Context(), office)
	n.none(err)
	since, untold, err := n.BrakeUntold(n.Context(), office)
	n.none(err)
	keep("posted", []any{plan.Line, plan.Staff, talks, alarms, since, untold})
	return all
}

// What is at one office makes no difference to another one of the same town,
// whatever is asked about that.
func TestAnOfficeIsWhatItIsWithoutTheOthers(t *testing.T) {
	t.Parallel()
	town := namedTown("b", "hall")
	town.Offices = append(town.Offices, namedTown("b", "yard").Offices...)
	w := newWorld(t, town)
	w.now = at(7, 0)
	w.Store = w.inTown(town)
	n := &neighbours{world: w, other: w.Store}
	there := order(at(9, 0))
	there.Office = "yard"
	held := n.must("yvonne", dialogs.Hold{Order: there})
	own := book(held, "yvonne")
	own.Order = there
	n.must("yvonne", own)
	before := n.measured()
	n.now = at(7, 0)
	n.live()
	if diff := cmp.Diff(before, n.measured()); diff != "" {
		t.Errorf("it was, and is (+) when there is something at the other one:\n%s", diff)
	}
}

// measured is what there is of yard on the next day, at noon.
func (n *neighbours) measured() map[string]string {
	n.Helper()
	n.now = monday.Add(1).At(12*60, berlin)
	n.exec(`DELETE FROM day_figure`) // they are measured once
	n.exec(`DELETE FROM first_offer`)
	for _, chore := range []func(context.Context, time.Time) error{n.MeasureDays, n.LearnRush} {
		n.none(chore(n.Context(), n.now))
	}
	return n.ofYard()
}
