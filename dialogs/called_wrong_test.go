package dialogs

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// The network's contact answers the question for the name, and no other.
func TestTheNetworksContactIsTheName(t *testing.T) {
	t.Parallel()
	asking := func() *talk {
		talk := at(citizenFlow{}, noScreen, "")
		talk.Draft = Draft{Wishes: []booking.Wish{{Concern: "passport", Quantity: 1}}, Picked: true, Persons: 1, Office: "werne", Day: november(24), Start: november(24).At(600, time.UTC)}
		return talk
	}
	talk := asking()
	if talk.introduced(Introduced{Name: "Erika Beispiel", Phone: "0171 1"}); talk.Draft.Name != "Erika Beispiel" || talk.Draft.Phone != "0171 1" {
		t.Errorf("at %s: %q, %q", talk.step().name(), talk.Draft.Name, talk.Draft.Phone)
	}
	odd := asking()
	if odd.introduced(Introduced{Name: "http://evil.example", Phone: "1"}); odd.Draft.Name+odd.Draft.Phone != "" || !slices.Equal(remarksOf(odd), []string{"name.odd"}) {
		t.Errorf("odd: %q, %v", odd.Draft.Name, remarksOf(odd))
	}
	other := at(citizenFlow{}, noScreen, "")
	if other.introduced(Introduced{Name: "Erika Beispiel", Phone: "1"}); other.Draft.Name+other.Draft.Phone != "" || !slices.Equal(remarksOf(other), []string{"remark.text_only"}) {
		t.Errorf("elsewhere: %q, %v", other.Draft.Name, remarksOf(other))
	}
}

// What an answer is called wrong for is asked again; what is booked is changed by telephone.
func TestWhatIsCalledWrongIsAskedAgain(t *testing.T) {
	t.Parallel()
	for of, gone := range map[understand.Expect]func(Draft) bool{
		understand.ExpectName: func(d Draft) bool { return d.Name == "" }, understand.ExpectMail: func(d Draft) bool { return d.Mail == "" && !d.NoMail },
		understand.ExpectPhone: func(d Draft) bool { return d.Phone == "" && !d.NoPhone }, understand.ExpectWhen: func(d Draft) bool { return d.Start.IsZero() && d.Day.IsZero() },
		understand.ExpectPersons: func(d Draft) bool { return d.Persons == 0 && d.Ask == personsDetail && d.Came == 2 }, understand.ExpectQuantity: func(d Draft) bool { return d.Wishes[0].Quantity == 0 && d.Ask == quantityDetail },
		understand.ExpectOffice: func(d Draft) bool { return d.Office == "" }, understand.ExpectWish: func(d Draft) bool {
			return len(d.Wishes)+len(d.Between) == 0 && d.Category+booking.CategoryID(d.Query) == "" && !d.Picked
		},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.Draft = answered()
		x := &taking{talk: talk}
		x.reopen(of)
		for other, is := range map[string]bool{"name": talk.Draft.Name == "", "office": talk.Draft.Office == "", "wishes": len(talk.Draft.Wishes) == 0} {
			if is && !gone(talk.Draft) {
				t.Errorf("%s called wrong forgets the %s", of, other)
			}
		}
		if !gone(talk.Draft) {
			t.Errorf("%s called wrong stays: %+v", of, talk.Draft)
		}
		booked := at(citizenFlow{}, bookedScreen, "")
		(&taking{talk: booked}).reopen(of)
		if want := of == understand.ExpectName || of == understand.ExpectMail; slices.Equal(remarksOf(booked), []string{"correct.booked"}) != want || len(booked.remarks) > 1 {
			t.Errorf("%s of what is booked: %v", of, remarksOf(booked))
		}
	}
	for of, right := range map[understand.Expect][]understand.Value{
		understand.ExpectName: {understand.NameValue{}}, understand.ExpectMail: {understand.MailValue{}}, understand.ExpectWhen: {understand.DaysValue{}, understand.HoursValue{}, understand.ShiftValue{}},
		understand.ExpectPersons: {understand.PersonsValue{}, understand.CountValue{}}, understand.ExpectQuantity: {understand.PersonsValue{}, understand.CountValue{}}, understand.ExpectWish: {understand.ConcernValue{}},
	} {
		for _, v := range []understand.Value{
			understand.NameValue{}, understand.MailValue{}, understand.DaysValue{}, understand.HoursValue{}, understand.ShiftValue{}, understand.PersonsValue{}, understand.CountValue{}, understand.ConcernValue{}, understand.TalkValue{},
		} {
			x := &taking{said: understand.Reading{Found: []understand.Finding{{Sure: 1, Value: v}}}}
			if got, want := x.corrected(of), slices.ContainsFunc(right, func(r understand.Value) bool { return reflect.TypeOf(r) == reflect.TypeOf(v) }); got != want {
				t.Errorf("%T corrects %s: %v, want %v", v, of, got, want)
			}
		}
	}
}
