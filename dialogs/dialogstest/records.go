package dialogstest

import (
	"context"
	"fmt"
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// records is one turn's view of the memory.
type records struct {
	memory *Memory
	world  world
	chat   dialogs.Chat
	person booking.PersonID
	clerk  dialogs.Colleague // who talks; empty where a citizen does
	now    time.Time
	mails  []func() // sent once the turn is kept
	erased bool     // the person has just been erased

	erasing bool // nobody is kept from being erased
}

func (r *records) fail(what string) error {
	if r.memory.Fail == nil {
		return nil
	}
	return r.memory.Fail(what)
}

func (r *records) Recall(context.Context) ([]byte, error) {
	return r.world.states[r.chat], r.fail("recall")
}

// Count counts nothing: what storage counts is tested there.
func (*records) Count(dialogs.Course) {}

func (r *records) Remember(_ context.Context, state []byte) error {
	if !r.erased {
		r.world.states[r.chat] = state
	}
	return r.fail("remember")
}

// Facts finds what is needed and not a thing more, so that a step that forgot
// to ask for something is found out.
func (r *records) Facts(_ context.Context, need dialogs.Need) (dialogs.Facts, error) {
	r.memory.lookups = append(r.memory.lookups, need)
	facts := dialogs.Facts{Now: r.now, Town: r.town(), Directory: r.memory.concerns(), PlainMail: r.memory.PlainMail, Reached: true, Reachable: len(r.memory.Reachable) > 0}
	if r.serving() {
		facts.Staff = r.staffFacts(need.Staff)
	}
	if need.Appointments {
		facts.Appointments = r.world.notOver(r.person, r.now)
	}
	if need.Waiting {
		facts.Waiting = r.places()
	}
	if need.Contact {
		facts.Contact = r.world.contact(r.person)
	}
	if need.Reach {
		facts.Reach = r.reach()
	}
	if need.Notice != 0 {
		facts.Notice = r.notice(need.Notice)
	}
	if o, ok := facts.Town.Office(need.Line); ok {
		facts.Line = r.world.line(o, r.now)
	}
	for _, id := range need.Offices {
		o, ok := facts.Town.Office(id)
		for day := need.From; ok && !need.From.IsZero() && !day.After(need.To); day = day.Add(1) {
			facts.Booked = append(facts.Booked, dialogs.Booked{
				Office: id, Day: day, Busy: r.world.occupied(o, day, r.now),
			})
		}
	}
	return facts, r.fail("facts")
}

// town is the offices with their overrides.
func (r *records) town() booking.Town {
	if len(r.world.overrides) == 0 {
		return r.memory.town.As(func(o *booking.Office) booking.Date { return o.Today(r.now) })
	}
	var town booking.Town
	for _, o := range r.memory.town.Offices {
		town.Offices = append(town.Offices, o.With(r.world.overrides[o.ID], o.Today(r.now)))
	}
	return town
}

// Do carries out a command, unless it is to be refused.
func (r *records) Do(_ context.Context, command dialogs.Command) (dialogs.Result, error) {
	if err := r.fail("do"); err != nil {
		return dialogs.Result{}, err
	}
	done := dialogs.Result{Command: command}
	if r.memory.Refuse != nil {
		done.Refused = r.memory.Refuse(command)
	}
	if done.Refused == nil {
		done.Refused = r.clerk.May(command)
	}
	if done.Refused == nil {
		done.Refused = r.obey(command, &done)
	}
	if _, ok := command.(dialogs.Export); ok && done.Refused == nil {
		done.Data = []byte("{}\n")
	}
	if done.Refused != nil && !isRefusal(done.Refused) {
		return dialogs.Result{}, done.Refused
	}
	return done, nil
}

// obey carries out a command, and notes in done what came of it.
func (r *records) obey(command dialogs.Command, done *dialogs.Result) (err error) {
	switch c := command.(type) {
	case dialogs.AskCode:
		done.ReadOut, err = r.askCode(c)
		return err
	case dialogs.AskProof:
		return r.askProof(c)
	case dialogs.Prove:
		return r.prove(c)
	}
	known, err := r.serve(command, done)
	if !known {
		done.Appointment, err = r.carryOut(command)
	}
	return err
}

func (r *records) carryOut(command dialogs.Command) (booking.Appointment, error) {
	switch c := command.(type) {
	case dialogs.Hold:
		return r.hold(c)
	case dialogs.Release:
		return booking.Appointment{}, r.release(c)
	case dialogs.Book:
		return r.book(c)
	case dialogs.Move:
		return r.move(c)
	case dialogs.Cancel:
		return r.cancel(c)
	case dialogs.Affirm:
		return r.affirm(c)
	case dialogs.Export:
		return booking.Appointment{}, nil
	case dialogs.Erase:
		return booking.Appointment{}, r.erase()
	case dialogs.Arrive:
		return r.arrive(c)
	case dialogs.Delay:
		return r.delay(c)
	case dialogs.Wait:
		return booking.Appointment{}, r.wait(c)
	case dialogs.EndWait:
		return booking.Appointment{}, r.endWait(c)
	case dialogs.Accept:
		return r.accept(c)
	case dialogs.Decline:
		return booking.Appointment{}, r.decline(c)
	case dialogs.Rate:
		return booking.Appointment{}, r.rate(c)
	case dialogs.Comment:
		return booking.Appointment{}, r.comment(c)
	case dialogs.HandOver:
		return booking.Appointment{}, r.handOver(c)
	case dialogs.Relay:
		return booking.Appointment{}, r.relay(c)
	case dialogs.TakeBack:
		return booking.Appointment{}, r.takeBack()
	case dialogs.Attach:
		return r.attach(c)
	case dialogs.LinkTicket:
		return r.linkTicket(c)
	}
	return booking.Appointment{}, fmt.Errorf("no such command: %T", command)
}

// Refusals is every answer "no" that a citizen can get.
func Refusals() []error { return refusalsTo(booking.Public) }

// StaffRefusals is every answer "no" that a clerk can get.
func StaffRefusals() []error { return refusalsTo(booking.Public, booking.Staff) }

func refusalsTo(audiences ...booking.Audience) []error {
	var all []error
	for _, r := range booking.Refusals() {
		if slices.Contains(audiences, r.To) {
			all = append(all, r.Err)
		}
	}
	return all
}

func isRefusal(err error) bool {
	_, refused := booking.AsRefusal(err)
	return refused
}
