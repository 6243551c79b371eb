package dialogs

import (
	"errors"
	"slices"

	"terminbote/booking"
	"terminbote/locales"
)

// quantityStep asks how many cases of a concern there are, one concern after
// the other, where the office wants to know or somebody wants to say it. Else
// it is one.
type quantityStep struct{}

func (quantityStep) name() string { return "quantity" }

func (quantityStep) need(*talk) Need { return Need{} }

func (quantityStep) open(t *talk) bool { return t.uncounted() >= 0 }

func (quantityStep) reopen(t *talk) bool {
	if t.Draft.Ask == quantityDetail && len(t.Draft.Counts) == len(t.Draft.Wishes) {
		t.keepCounts()
		return true
	}
	for i, w := range slices.Backward(t.Draft.Wishes) {
		if w.Quantity > 0 && t.facts.concern(w.Concern).AskQuantity {
			t.count(i, 0)
			return true
		}
	}
	return false
}

func (quantityStep) show(t *talk) View {
	c := t.facts.concern(t.Draft.Wishes[t.uncounted()].Concern)
	return View{
		Title:  say(c.Name),
		Ask:    locales.Say("quantity.ask"),
		Groups: []Group{numbers(c.MaxQuantity), navigation(backChoice, homeChoice)},
	}
}

func (s quantityStep) choose(t *talk, id string) bool { return t.chooseNumber(id, s.answer) }

func (s quantityStep) hear(t *talk, said reading) { t.hearNumber(said, s.answer) }

func (s quantityStep) answer(t *talk, n int) { s.set(t, t.uncounted(), n) }

// set says how many cases of the i-th wish there are.
func (quantityStep) set(t *talk, i, n int) {
	c := t.facts.concern(t.Draft.Wishes[i].Concern)
	if n < 1 || n > c.MaxQuantity {
		t.remark("refused.quantity", "Concern", locales.Text(c.Name), "Count", c.MaxQuantity, "Phone", t.phone())
		t.askCount(i)
		return
	}
	before := t.Draft.Wishes
	t.count(i, n)
	if t.uncounted() < 0 && t.Draft.Ask == quantityDetail {
		t.Draft.Ask, t.Draft.Counts = noDetail, nil
	}
	if errors.Is(t.fits(t.Draft.Wishes, 1), booking.ErrTooLong) {
		t.Draft.Wishes = before
		t.remark("refused.too_long", "Concern", locales.Text(c.Name), "Longest", t.facts.longest(), "Phone", t.phone())
	}
}

// count sets how many cases the i-th wish has.
func (t *talk) count(i, quantity int) {
	t.Draft.Wishes = slices.Clone(t.Draft.Wishes)
	t.Draft.Wishes[i].Quantity = quantity
}

// askCount asks how many cases the i-th wish has, where more were wanted than fit: the next
// number says it. All others keep theirs.
func (t *talk) askCount(i int) {
	if t.uncounted() == i {
		return
	}
	if t.Draft.Ask != quantityDetail {
		t.Draft.Ask, t.Draft.Counts = quantityDetail, nil
	}
	for k := len(t.Draft.Counts); k < len(t.Draft.Wishes); k++ {
		w := t.Draft.Wishes[k]
		t.Draft.Counts = append(t.Draft.Counts, w.Quantity)
		if !t.facts.concern(w.Concern).AskQuantity {
			t.count(k, max(1, w.Quantity))
		}
	}
	t.count(i, 0)
}

// keepCounts leaves all counts as they were before they were asked once more.
func (t *talk) keepCounts() {
	for i, quantity := range t.Draft.Counts {
		t.count(i, quantity)
	}
	t.Draft.Ask, t.Draft.Counts = noDetail, nil
}

// uncounted is the first wish whose quantity has to be asked; -1: none.
func (t *talk) uncounted() int {
	for i, w := range t.Draft.Wishes {
		c := t.facts.concern(w.Concern)
		again := t.Draft.Ask == quantityDetail && i < len(t.Draft.Counts)
		if w.Quantity == 0 && c.MaxQuantity > 1 && (c.AskQuantity || again) {
			return i
		}
	}
	return -1
}
