package storage_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// neighbours is two towns in one database. The world is that of the town whose
// business it is; the other one must neither see nor change anything of it.
type neighbours struct {
	*world
	other *storage.Store
	their their
}

// their is what there is in the town that is to be left alone, for the arguments
// of anything that might touch it.
type their struct {
	appointments []booking.AppointmentID
	numbers      []booking.Number
	overrides    []booking.OverrideID
	texts        []string // tokens, codes, channels, posts
	ids          []int64  // of waits, talks, lines and alarms
}

// secret stands in every name, address and text of the town.
const secret = "heimlich"

func newNeighbours(t *testing.T) *neighbours {
	t.Helper()
	town := namedTown("b", "hall")
	w := newWorld(t, town)
	w.now = at(8, 0).Add(-time.Hour)
	w.Store = w.inTown(town)
	other, err := w.Beside(t.Context(), namedTown("a", "yard"), storage.Options{Mailer: w.post, Channels: []string{"test", "mail"}, Leads: leads("lead")})
	if err != nil {
		t.Fatal(err)
	}
	n := &neighbours{world: w, other: other}
	n.live()
	return n
}

// namedTown is a town with a name and one office.
func namedTown(id booking.TownID, office booking.OfficeID) booking.Town {
	town := sample(2)
	town.ID = id
	o := town.Offices[0]
	o.ID, o.Name = office, booking.Text{"de": string(office)}
	o.Policy.WalkIns = booking.WalkIns{Rule: booking.DueFirst, Tickets: true}
	o.Policy.ArrivalsRecorded, o.Policy.Rating = true, true
	o.Policy.PerMail = 20
	return town
}

func leads(names ...string) (all []dialogs.Colleague) {
	for _, name := range names {
		all = append(all, dialogs.Colleague{Chat: chat(name), Name: name})
	}
	return all
}

func (w *world) inTown(town booking.Town) *storage.Store {
	w.Helper()
	s, err := storage.Open(w.Context(), w.pool.Config().ConnString(), town, w.present,
		storage.Options{Mailer: w.post, Channels: []string{"test", "mail"}, Leads: leads(secret)})
	if err != nil {
		w.Fatal(err)
	}
	w.Cleanup(s.Close)
	return s
}

// live fills the town with everything that there can be in one.
func (n *neighbours) live() {
	for i, then := range []func(booking.Appointment){
		func(booking.Appointment) {},
		func(a booking.Appointment) { n.orders(secret, dialogs.Cancel{Appointment: a.ID}) },
		func(a booking.Appointment) { n.orders(secret, dialogs.Arrive{Appointment: a.ID}) },
		func(a booking.Appointment) { n.orders(secret, dialogs.GiveCode{Appointment: a.ID}) },
	} {
		a := n.booked(fmt.Sprint(secret, i), at(9, 15*i))
		then(a)
		n.note(a)
	}
	called := n.booked(secret+"called", at(8, 0))
	n.note(called)
	n.now = at(8, 0)
	n.orders(secret, dialogs.Arrive{Appointment: called.ID})
	n.orders(secret, dialogs.Next{Office: "hall", Desk: "desk 1"})
	ticket := n.orders(secret, dialogs.GiveTicket{Office: "hall", Wishes: order(at(9, 0)).Wishes, Persons: 1}).Appointment
	n.note(ticket)
	n.their.overrides = []booking.OverrideID{
		n.orders(secret, dialogs.Close{Office: "hall", Closing: dialogs.Closing{Day: monday, Hours: booking.Hours{From: 9 * 60, To: 9*60 + 10}}, Reason: secret}).Override,
		n.orders(secret, dialogs.Open{Office: "hall", Extra: dialogs.Extra{Day: monday.Add(1), Hours: booking.Hours{From: 13 * 60, To: 14 * 60}}}).Override,
		n.orders(secret, dialogs.ChangeMinutes{Office: "hall", Concern: "pass", Minutes: 20, From: monday.Add(5)}).Override,
	}
	n.orders(secret, dialogs.SetRole{Chat: chat("anna"), Name: secret, Role: booking.Lead})
	n.orders(secret, dialogs.Alarm{Office: "hall"})
	n.none(n.Attend(n.Context(), "hall", n.now))
	n.must(secret, dialogs.HandOver{Office: "hall", Lang: "de"})
	n.must(secret, dialogs.Relay{Text: secret})
	n.none(n.KeepDayPost(n.Context(), dialogs.DayPost{Office: "hall", Day: monday, Channel: "channel", ID: secret, At: n.now}))
	n.must(secret, dialogs.Wait{
		Office: "hall", Wishes: order(at(9, 0)).Wishes, Persons: 1, Lang: "de",
		Contact: booking.Contact{Name: secret, Mail: secret + "@example.org"},
		Terms:   booking.Terms{Weekdays: booking.AnyWeekday, Hours: booking.Hours{To: booking.Midnight}, Until: monday.Add(7)},
	})
	n.note(n.must(secret, hold(at(11, 0))))
	n.none(n.Receive(n.Context(), n.now, dialogs.Update{Channel: "test", ID: 7, Address: secret, Raw: []byte(secret)}))
	n.noteLinks()
}

func (n *neighbours) note(a booking.Appointment) {
	n.their.appointments = append(n.their.appointments, a.ID)
	if a.Number != "" {
		n.their.numbers = append(n.their.numbers, a.Number)
	}
}

func (n *neighbours) none(err error) {
	n.Helper()
	if err != nil {
		n.Fatal(err)
	}
}

// noteLinks notes the links that lead to appointments, and the numbers of rows.
func (n *neighbours) noteLinks() {
	for _, id := range n.their.appointments {
		token, err := n.Post(n.Context(), dialogs.Posting{To: secret + "@example.org", Appointment: id, Office: "hall"}, n.now)
		n.none(err)
		n.their.texts = append(n.their.texts, token)
	}
	n.their.texts = append(n.their.texts, "test", "channel", secret)
	for _, table := range []string{"wait", "handover", "handover_line", "alarm", "notice"} {
		n.their.ids = append(n.their.ids, int64(n.count(`SELECT coalesce(max(id), 0) FROM `+table)))
	}
	slices.Sort(n.their.ids)
	n.their.ids = slices.Compact(n.their.ids)
}

// kept is every row of the town, table by table.
func (n *neighbours) kept() map[string]string {
	n.Helper()
	const whose = `office = 'hall'`
	const of = `appointment IN (SELECT id FROM appointment WHERE office = 'hall')`
	const talks = `handover IN (SELECT id FROM handover WHERE office = 'hall')`
	all := map[string]string{}
	for table, which := range map[string]string{
		"appointment": whose, "closure": whose, "extra_hours": whose, "minutes_change": whose, "wait": whose, "alarm": whose,
		"day_post": whose, "brake": whose, "figure": whose, "rating": whose, "rating_line": whose, "counter": whose, "handover": whose,
		"history": of, "notice": of, "code": of, "letter": of, "rated": of, "hit": of + ` OR true`, "handover_line": talks,
		"chat": `channel LIKE '%/b'`, "staff": `channel LIKE '%/b'`, "trail": `town = 'b'`, "deed": whose, "talk_figure": `channel LIKE '%/b'`,
		"inbox": `channel LIKE '%/b'`,
	} {
		var rows string
		err := n.pool.QueryRow(n.Context(), `SELECT coalesce(string_agg(t::text, E'\n' ORDER BY t::text), '') FROM `+table+` t WHERE `+which).Scan(&rows)
		if err != nil {
			n.Fatalf("%s: %v", table, err)
		}
		all[table] = rows
	}
	return all
}

// filled is every way to fill in a value of a type with what there is in the town.
func (n *neighbours) filled(of reflect.Type) []reflect.Value {
	switch of {
	case reflect.TypeFor[booking.OfficeID]():
		return values(booking.OfficeID("hall"))
	case reflect.TypeFor[booking.DeskID]():
		return values(booking.DeskID("desk 1"))
	case reflect.TypeFor[booking.AppointmentID]():
		return values(n.their.appointments...)
	case reflect.TypeFor[booking.Number]():
		return values(n.their.numbers...)
	case reflect.TypeFor[[]booking.Number]():
		return values(n.their.numbers)
	case reflect.TypeFor[booking.OverrideID]():
		return values(n.their.overrides...)
	case reflect.TypeFor[time.Time]():
		return values(n.now.Add(time.Hour))
	case reflect.TypeFor[booking.Date]():
		return values(monday)
	case reflect.TypeFor[booking.Hours]():
		return values(booking.Hours{From: 10 * 60, To: 11 * 60})
	case reflect.TypeFor[booking.ConcernID]():
		return values(booking.ConcernID("pass"))
	case reflect.TypeFor[[]booking.Wish]():
		return values(order(n.now).Wishes)
	case reflect.TypeFor[booking.Role]():
		return values(booking.Lead)
	case reflect.TypeFor[dialogs.Chat]():
		return values(chat("anna"), dialogs.Chat{Channel: "test/b", Address: "anna"})
	case reflect.TypeFor[*booking.Office]():
		return values(n.office)
	case reflect.TypeFor[func(context.Context, dialogs.Records) error]():
		return values(n.listens)
	case reflect.TypeFor[context.Context]():
		return values(n.Context())
	}
	return n.filledKind(of)
}

// listens is a turn in which nothing of the town may be seen.
func (n *neighbours) listens(ctx context.Context, r dialogs.Records) error {
	state, err := r.Recall(ctx)
	n.unseen("a turn", string(state))
	facts, wrong := r.Facts(ctx, dialogs.Need{Appointments: true, Waiting: true, Contact: true, Reach: true})
	n.unseen("a turn", facts.Appointments, facts.Waiting, facts.Contact, facts.Reach)
	return errors.Join(err, wrong)
}

// filledKind does the same by the kind of a type.
func (n *neighbours) filledKind(of reflect.Type) []reflect.Value {
	var all []reflect.Value
	switch of.Kind() {
	case reflect.String:
		for _, text := range n.their.texts {
			all = append(all, reflect.ValueOf(text).Convert(of))
		}
	case reflect.Int64:
		for _, id := range n.their.ids {
			all = append(all, reflect.ValueOf(id).Convert(of))
		}
	case reflect.Int:
		all = append(all, reflect.ValueOf(3).Convert(of))
	case reflect.Struct:
		return n.filledFields(of)
	case reflect.Slice:
		for _, one := range n.filled(of.Elem()) {
			all = append(all, reflect.Append(reflect.MakeSlice(of, 0, 1), one))
		}
	default:
		all = append(all, reflect.Zero(of))
	}
	return all
}

// filledFields fills in the fields of a struct: with the first, the second … of
// what there is for each, so that no more are tried than the longest list has.
func (n *neighbours) filledFields(of reflect.Type) []reflect.Value {
	lists, longest := make([][]reflect.Value, of.NumField()), 1
	for i := range lists {
		if of.Field(i).IsExported() {
			lists[i] = n.filled(of.Field(i).Type)
			longest = max(longest, len(lists[i]))
		}
	}
	all := make([]reflect.Value, longest)
	for nth := range all {
		all[nth] = reflect.New(of).Elem()
		for i, list := range lists {
			if len(list) > 0 {
				all[nth].Field(i).Set(list[nth%len(list)])
			}
		}
	}
	return all
}

func values[T any](of ...T) []reflect.Value {
	all := make([]reflect.Value, len(of))
	for i := range of {
		all[i] = reflect.ValueOf(&of[i]).Elem()
	}
	return all
}

// unseen fails the test if something that was answered holds what is the town's.
func (n *neighbours) unseen(by string, answers ...any) {
	n.Helper()
	for _, answer := range answers {
		text, err := json.Marshal(answer)
		n.none(err)
		if strings.Contains(string(text), secret) {
			n.Errorf("%s sees the other town: %s", by, text)
		}
	}
}

// untouched fails the test if the town is not as it was.
func (n *neighbours) untouched(by string, was map[string]string) {
	n.Helper()
	if diff := cmp.Diff(was, n.kept()); diff != "" {
		n.Errorf("%s changed the other town:\n%s", by, diff)
	}
}

// gives has somebody of the other town, with a role or without, give a command.
func (n *neighbours) gives(by booking.Role, command dialogs.Command) (done dialogs.Result, err error) {
	turn := func(ctx context.Context, r dialogs.Records) (err error) {
		done, err = r.Do(ctx, command)
		return err
	}
	if by == booking.Stranger {
		err = n.other.Converse(n.Context(), chat("citizen"), n.now, turn)
	} else {
		err = n.other.Serve(n.Context(), chat(string(by)), string(by), n.now, turn)
	}
	done.Command = nil // it repeats what was asked for
	return done, err
}

// Every command there is, one that is added tomorrow too, with everything that the
// town has for its arguments.
func TestNoCommandOfOneTownTouchesAnother(t *testing.T) {
	t.Parallel()
	n := newNeighbours(t)
	was := n.kept()
	for _, by := range []booking.Role{booking.Lead, booking.Stranger} {
		for _, kind := range dialogs.Commands() {
			for _, filled := range n.filled(reflect.TypeOf(kind)) {
				command := filled.Interface().(dialogs.Command)
				done, err := n.gives(by, command)
				said := fmt.Sprintf("%q by %q", dialogs.CommandName(command), by)
				if err != nil {
					t.Errorf("%s is a fault, and no refusal: %v", said, err)
				}
				n.unseen(said, done.Appointment, string(done.Data), done.Code)
				if done.Appointment.Office == "hall" || done.Override != 0 || done.Code != "" {
					t.Errorf("%s was done in the other town: %+v", said, done)
				}
			}
			n.untouched(fmt.Sprintf("%q by %q", dialogs.CommandName(kind), by), was)
		}
	}
}

// The same for everything that networks and pages call on the store: the ports of
// dialogs, by their methods.
func TestNoPageOfOneTownTouchesAnother(t *testing.T) {
	t.Parallel()
	n := newNeighbours(t)
	was := n.kept()
	for _, port := range []reflect.Type{
		reflect.TypeFor[dialogs.DayPosts](), reflect.TypeFor[dialogs.Counter](), reflect.TypeFor[dialogs.Answers](),
		reflect.TypeFor[dialogs.Letters](), reflect.TypeFor[dialogs.Ratings](), reflect.TypeFor[dialogs.Tickets](),
		reflect.TypeFor[dialogs.Inbox](), reflect.TypeFor[dialogs.Screens](), reflect.TypeFor[dialogs.Postbook](),
	} {
		for i := range port.NumMethod() {
			name := port.Name() + "." + port.Method(i).Name
			for _, args := range n.arguments(port.Method(i).Type) {
				for _, answer := range invoke(reflect.ValueOf(n.other).MethodByName(port.Method(i).Name), args) {
					if _, isError := answer.Interface().(error); !isError && answer.Type() != reflect.TypeFor[*booking.Office]() {
						n.unseen(name, answer.Interface())
					}
				}
			}
			n.untouched(name, was)
		}
	}
}

// invoke calls a method; the last arguments of one with any number of them are a list.
func invoke(method reflect.Value, args []reflect.Value) []reflect.Value {
	if method.Type().IsVariadic() {
		return method.CallSlice(args)
	}
	return method.Call(args)
}

// arguments is every way to call a function with what there is in the town.
func (n *neighbours) arguments(of reflect.Type) [][]reflect.Value {
	lists, longest := make([][]reflect.Value, of.NumIn()), 1
	for i := range lists {
		lists[i] = n.filled(of.In(i))
		longest = max(longest, len(lists[i]))
	}
	all := make([][]reflect.Value, longest)
	for nth := range all {
		for _, list := range lists {
			all[nth] = append(all[nth], list[nth%len(list)])
		}
	}
	return all
}

func TestNothingThatAClerkLooksUpIsAnotherTowns(t *testing.T) {
	t.Parallel()
	n := newNeighbours(t)
	needs := []dialogs.StaffNeed{
		{Find: secret},
		{Find: "heimlick"},
		{Find: secret + "@example.org"},
		{Audit: true},
		{Colleagues: true},
		{Office: "hall", Report: dialogs.Span{From: monday, To: monday}, Took: true, Replay: true},
		{Office: "hall", Closing: dialogs.Closing{Day: monday, Hours: booking.Hours{From: 8 * 60, To: 12 * 60}}},
	}
	for _, number := range n.their.numbers {
		needs = append(needs, dialogs.StaffNeed{Find: string(number)})
	}
	for _, id := range n.their.appointments {
		needs = append(needs, dialogs.StaffNeed{Appointment: id})
	}
	for _, id := range n.their.overrides {
		needs = append(needs, dialogs.StaffNeed{Closed: id})
	}
	for _, need := range needs {
		var facts dialogs.Facts
		err := n.other.Serve(t.Context(), chat("lead"), "lead", n.now, func(ctx context.Context, r dialogs.Records) (err error) {
			facts, err = r.Facts(ctx, dialogs.Need{Staff: need, Reach: true})
			return err
		})
		n.none(err)
		f := facts.Staff
		n.unseen(fmt.Sprintf("%+v", need), f.Entries, f.Found, f.Similar, f.Appointment, f.Hit, f.Audit, f.Colleagues, f.Report, f.Replay)
		if len(facts.Reach.Offices) > 0 || len(f.Found)+len(f.Similar)+len(f.Hit) > 0 || f.Appointment != nil {
			t.Errorf("%+v finds the other town: %+v", need, f)
		}
	}
}

func TestARoleIsOneInItsTownAlone(t *testing.T) {
	t.Parallel()
	n := newNeighbours(t)
	here, err := n.RoleOf(t.Context(), chat("anna"))
	n.none(err)
	there, err := n.other.RoleOf(t.Context(), chat("anna"))
	n.none(err)
	if here != booking.Lead || there != booking.Stranger {
		t.Errorf("the same account is %q here and %q there, want a lead and nobody", here, there)
	}
	done, err := n.gives(booking.Lead, dialogs.SetRole{Chat: dialogs.Chat{Channel: "test/b", Address: "spy"}, Name: "spy", Role: booking.Lead})
	n.none(err)
	if !errors.Is(done.Refused, booking.ErrUnknown) {
		t.Errorf("a role in another town's channel was refused with %v", done.Refused)
	}
}

func TestNobodysTalkGoesOnInAnotherTown(t *testing.T) {
	t.Parallel()
	n := newNeighbours(t)
	var state []byte
	turn := func(into *[]byte, say string) func(context.Context, dialogs.Records) error {
		return func(ctx context.Context, r dialogs.Records) (err error) {
			*into, err = r.Recall(ctx)
			return errors.Join(err, r.Remember(ctx, []byte(say)))
		}
	}
	n.none(n.Converse(t.Context(), chat("twin"), n.now, turn(&state, `{"town":"b"}`)))
	n.none(n.other.Converse(t.Context(), chat("twin"), n.now, turn(&state, `{"town":"a"}`)))
	if state != nil {
		t.Errorf("the other town goes on with %s", state)
	}
	n.none(n.other.ForgetTalks(t.Context(), "test", n.now.Add(time.Hour)))
	n.none(n.Converse(t.Context(), chat("twin"), n.now, turn(&state, `{}`)))
	if string(state) != `{"town":"b"}` {
		t.Errorf("recalled %s", state)
	}
}

func TestAnOfficeIsOneTowns(t *testing.T) {
	t.Parallel()
	n := newNeighbours(t)
	thief := namedTown("c", "hall")
	if _, err := n.Beside(t.Context(), thief, storage.Options{}); !errors.Is(err, storage.ErrOtherTown) {
		t.Errorf("an office of another town was opened: %v", err)
	}
	if err := n.other.Claim(t.Context(), thief); !errors.Is(err, storage.ErrOtherTown) {
		t.Errorf("an office of another town was claimed: %v", err)
	}
}

// The town of an installation that was made for one has no name. Naming it is no
// way to come by its appointments.
func TestAnOfficeOfTheTownWithoutANameStaysThere(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.booked("erika", at(9, 0))
	if _, err := w.Beside(t.Context(), namedTown("c", "hall"), storage.Options{}); !errors.Is(err, storage.ErrOtherTown) {
		t.Errorf("its office was opened by another town: %v", err)
	}
	if got := w.reopen(sample(1)); len(w.ahead("erika")) != 1 || got == nil {
		t.Error("its appointments are gone")
	}
}

// Whose an office is, is noted once, by a town that has a name, and by nothing that only
// looks.
func TestWhoOnlyLooksNotesNoOffice(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	open := func(town booking.TownID, looks bool) {
		_, err := w.Beside(t.Context(), namedTown(town, "new"), storage.Options{Looks: looks})
		w.none(err)
	}
	noted := func(want ...string) {
		t.Helper()
		if got := w.left(`SELECT town FROM office_town WHERE office = 'new'`); !slices.Equal(got, want) {
			t.Errorf("the office is noted as that of %q, want %q", got, want)
		}
	}
	open("c", true)
	open("", false)
	noted()
	open("c", false)
	open("c", false)
	open("c", true)
	noted("c")
	if _, err := w.Beside(t.Context(), namedTown("d", "new"), storage.Options{Looks: true}); !errors.Is(err, storage.ErrOtherTown) {
		t.Errorf("another town looked at it: %v", err)
	}
}

// Chores run for one town at a time, and none of them may reach into another.
func TestNoChoreOfOneTownTouchesAnother(t *testing.T) {
	t.Parallel()
	n := newNeighbours(t)
	was := n.kept()
	late := n.now.Add(20 * time.Minute)
	for name, chore := range map[string]func(context.Context, time.Time) error{
		"learn": n.other.LearnRush, "measure": n.other.MeasureDays,
		"missed":   uncounted(n.other.MarkMissed),
		"late":     uncounted(n.other.TellLate),
		"unserved": uncounted(n.other.TellUnserved),
		"dropped":  uncounted(n.other.TellDropped),
		"offer":    uncounted(n.other.OfferTimes),
	} {
		n.none(chore(t.Context(), late))
		n.untouched(name, was)
	}
}

func TestATownErasesOnlyItsOwn(t *testing.T) {
	t.Parallel()
	n := newNeighbours(t)
	was := n.kept()
	short := namedTown("a", "yard")
	short.Offices[0].Policy.Retention = time.Hour
	n.other.Use(short)
	n.none(n.other.EraseOld(t.Context(), n.now.Add(20*24*time.Hour)))
	delete(was, "code")  // what ran out goes everywhere
	delete(was, "alarm") // likewise
	now := n.kept()
	delete(now, "code")
	delete(now, "alarm")
	if diff := cmp.Diff(was, now); diff != "" {
		t.Errorf("the other town's data were erased by this one's rules:\n%s", diff)
	}
}

func uncounted(do func(context.Context, time.Time) (int, error)) func(context.Context, time.Time) error {
	return func(ctx context.Context, now time.Time) error {
		_, err := do(ctx, now)
		return err
	}
}

// An owner who wants no mails says so to one town; the other may write to them.
func TestAnOwnersNoHoldsInItsTownAlone(t *testing.T) {
	t.Parallel()
	n := newNeighbours(t)
	a := n.booked("eve", at(11, 0))
	n.none(n.Disown(t.Context(), n.mailed("eve@example.org", a), n.now))
	under := func(held booking.Appointment) dialogs.Book {
		b := book(held, "mallory")
		b.Office, b.Contact.Mail = held.Office, "eve@example.org"
		return b
	}
	n.refuse("mallory", under(n.must("mallory", hold(at(11, 0)))), booking.ErrAddresses)
	n.Store = n.other
	there := hold(at(11, 0))
	there.Office = "yard"
	n.must("mallory", under(n.must("mallory", there)))
}

// A mail address counts with what it has in the town, at whichever of its offices, and
// not with what it has in another one.
func TestAMailAddressIsCountedWithinItsTown(t *testing.T) {
	t.Parallel()
	town := sample(3)
	annex := *town.Offices[0]
	annex.ID = "annex"
	town.Offices = append(town.Offices, &annex)
	town.Offices[0].Policy.PerMail = 1
	w := newWorld(t, town)
	ours := w.booked("ada", at(9, 0))
	held := w.must("bob", hold(at(10, 0)))
	again := book(held, "bob")
	again.Contact.Mail = "ada@example.org"
	w.refuse("bob", again, booking.ErrMailLimit)
	w.exec(`UPDATE appointment SET office = 'annex' WHERE id = $1`, int64(ours.ID))
	w.refuse("bob", again, booking.ErrMailLimit)
	w.exec(`UPDATE appointment SET office = 'of another town' WHERE id = $1`, int64(ours.ID))
	w.must("bob", again)
}
