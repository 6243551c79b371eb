package storage_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// keeper is one of two that are told the same: what it has given out, each kind
// in the order in which it came.
type keeper struct {
	name string
	dialogs.Conversations
	dialogs.Staff

	seen   map[reflect.Type][]any // IDs and numbers, which are others in each keeper
	visits []visit
	laid   map[string][]booking.OverrideID // by the command that did
}

// visit is an appointment as it was told last, and who made it.
type visit struct {
	booking.Appointment
	who string
}

// ordinal is which one of its kind an ID is.
func (k *keeper) ordinal(id any) string {
	of := reflect.TypeOf(id)
	n := slices.Index(k.seen[of], id)
	if n < 0 {
		n = len(k.seen[of])
		k.seen[of] = append(k.seen[of], id)
	}
	return fmt.Sprint("#", n)
}

// told is everything that a value tells, the IDs of this keeper left aside.
func (k *keeper) told(v any) string {
	var all strings.Builder
	k.tell(&all, "", reflect.ValueOf(v))
	return all.String()
}

func (k *keeper) tell(to *strings.Builder, path string, v reflect.Value) {
	if !v.IsValid() || v.IsZero() {
		return // which neither tells
	}
	switch x := v.Interface().(type) {
	case booking.AppointmentID, booking.PersonID, booking.Number, booking.WaitID:
		fmt.Fprintf(to, "%s: %s\n", path, k.ordinal(x))
	case time.Time:
		if x.IsZero() {
			return
		}
		fmt.Fprintf(to, "%s: %s\n", path, x.In(berlin).Format(time.RFC3339Nano))
	case []byte:
	default:
		k.tellParts(to, path, v)
	}
}

func (k *keeper) tellParts(to *strings.Builder, path string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for field, value := range v.Fields() {
			if field.IsExported() {
				k.tell(to, path+"."+field.Name, value)
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			fmt.Fprintf(to, "%s[%d]\n", path, i)
			k.tell(to, fmt.Sprintf("%s[%d]", path, i), v.Index(i))
		}
	case reflect.Pointer, reflect.Interface:
		k.tell(to, path, v.Elem())
	default:
		fmt.Fprintf(to, "%s: %v\n", path, v.Interface())
	}
}

// like is a day on which two keepers are told the same: the storage, and the
// memory that tests of dialogs talk to. Each is the other's measure.
type like struct {
	*testing.T
	chance *rand.Rand
	both   [2]*keeper
	now    time.Time
	done   map[string]int // commands that were not refused
}

func newLike(t *testing.T, seed uint64) *like {
	t.Helper()
	storagetest.Core(t, core...)
	town := likeTown()
	l := &like{T: t, chance: rand.New(rand.NewPCG(seed, 0)), now: morning, done: map[string]int{}}
	memory := dialogstest.New(town)
	pool := newPool(t)
	lea := dialogs.Colleague{Chat: chat("lea"), Name: "lea", Role: booking.Lead}
	store, err := storage.Open(t.Context(), pool.Config().ConnString(), town, func() time.Time { return l.now }, storage.Options{Leads: []dialogs.Colleague{lea}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(store.Close)
	memory.Appoint(lea)
	l.both = [2]*keeper{
		{name: "memory", Conversations: memory, Staff: memory, seen: map[reflect.Type][]any{}, laid: map[string][]booking.OverrideID{}},
		{name: "storage", Conversations: store, Staff: store, seen: map[reflect.Type][]any{}, laid: map[string][]booking.OverrideID{}},
	}
	return l
}

// likeTown is an office where most things happen that can.
func likeTown() booking.Town {
	town := sample(3)
	o := town.Offices[0]
	o.Desks[2].Skills = []booking.Skill{"papers"}
	o.Policy = booking.Usual()
	p := &o.Policy
	p.Horizon, p.Grid, p.Longest, p.Hold = 21, 5*time.Minute, 2*time.Hour, 15*time.Minute
	p.PerPerson, p.PerMail, p.MaxPersons, p.MailRequired, p.HoldsPerHour = 2, 3, 5, true, 4
	p.Release.Least, p.Release.Most, p.Newcomers.Share = 0, 0, 0
	p.ArrivalsRecorded, p.WalkIns.Tickets = true, true
	p.Calls = booking.Calls{Times: 2, Walk: time.Minute}
	return town
}

var citizens, clerks = []string{"ada", "bob", "cem"}, []string{"carla", "lea", "vera"}

// turn runs a turn with each keeper and holds that both tell the same.
func (l *like) turn(who, what string, do func(*keeper, context.Context, dialogs.Records) (any, error)) {
	l.Helper()
	var said [2]string
	for i, k := range l.both {
		run := func(ctx context.Context, r dialogs.Records) error {
			told, err := do(k, ctx, r)
			said[i] = k.told(told)
			return err
		}
		var err error
		if slices.Contains(clerks, who) {
			err = k.Serve(l.Context(), chat(who), who, l.now, run)
		} else {
			err = k.Converse(l.Context(), chat(who), l.now, run)
		}
		if err != nil {
			l.Fatalf("%s, %s: %v", k.name, what, err)
		}
	}
	if diff := cmp.Diff(strings.Split(said[0], "\n"), strings.Split(said[1], "\n")); diff != "" {
		l.Fatalf("%s at %s: %s (-memory +storage):\n%s", who, l.now.In(berlin).Format("Mon 15:04"), what, diff)
	}
}

// order has somebody give a command, made for each keeper of what it gave out.
func (l *like) order(who string, command func(*keeper) dialogs.Command) {
	l.Helper()
	l.now = l.now.Add(time.Second) // no two things happen at once
	l.turn(who, fmt.Sprintf("%T %+v", command(l.both[1]), command(l.both[1])), func(k *keeper, ctx context.Context, r dialogs.Records) (any, error) {
		done, err := r.Do(ctx, command(k))
		if done.Refused != nil {
			return whyNot(done), err
		}
		if k == l.both[0] {
			l.done[fmt.Sprintf("%T", done.Command)]++
		}
		k.note(who, done)
		done.Code, done.Command, done.Override, done.Appointment = "", nil, min(done.Override, 1), plain(done.Appointment)
		return done, err
	})
}

// whyNot is why a command was refused. Where several things stand against it, the
// keepers may name another one each.
func whyNot(done dialogs.Result) string {
	switch done.Command.(type) {
	case dialogs.Book, dialogs.Rate:
		return "no"
	}
	refusal, _ := booking.AsRefusal(done.Refused)
	return refusal.Name
}

// plain is an appointment but for what one keeper alone knows. Until somebody is
// called, any desk will do.
func plain(a booking.Appointment) booking.Appointment {
	a.Updated = time.Time{}
	if a.State != booking.Called {
		a.Desk = ""
	}
	if a.State == booking.Held {
		a.Lang, a.Coming, a.Late, a.Behind = "", false, 0, 0
	}
	return a
}

// note keeps what was given out.
func (k *keeper) note(who string, done dialogs.Result) {
	if done.Override != 0 {
		by := fmt.Sprintf("%T", done.Command)
		k.laid[by] = append(k.laid[by], done.Override)
	}
	if done.Appointment.ID == 0 {
		return
	}
	for i := range k.visits {
		if k.visits[i].ID == done.Appointment.ID {
			k.visits[i].Appointment = done.Appointment
			return
		}
	}
	k.visits = append(k.visits, visit{done.Appointment, who})
}

// look has somebody look everything up.
func (l *like) look(who string, which int) {
	l.Helper()
	today := booking.DateOf(l.now, berlin)
	l.turn(who, "what is looked up", func(k *keeper, ctx context.Context, r dialogs.Records) (any, error) {
		need := dialogs.Need{Appointments: true, Waiting: true, Contact: true, Offices: []booking.OfficeID{"hall"}, From: today, To: today.Add(2), Line: "hall"}
		if slices.Contains(clerks, who) {
			need = dialogs.Need{Staff: dialogs.StaffNeed{
				Office: "hall", From: today, To: today.Add(2), Find: "a", Audit: true, Colleagues: true, Appointment: oneOf(k.visits, which).ID,
				Closing: dialogs.Closing{Day: today.Add(1), Hours: booking.Hours{From: 9 * 60, To: 10 * 60}},
			}}
		}
		facts, err := r.Facts(ctx, need)
		return compared(facts), err
	})
}

func oneOf[T any](all []T, n int) (zero T) {
	if len(all) == 0 {
		return zero
	}
	return all[n%len(all)]
}
