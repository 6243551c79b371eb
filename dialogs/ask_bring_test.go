package dialogs_test

import (
	"fmt"
	"slices"
	"testing"

	"terminbote/booking"
	"terminbote/locales"
)

// mostInReview is how many lines of what to bring stand in the review.
const mostInReview = 22

// wanting is a town whose first concern wants so many documents.
func wanting(town booking.Town, documents int) booking.Town {
	o := *town.Offices[0]
	o.Concerns = slices.Clone(o.Concerns)
	for i := range o.Concerns {
		o.Concerns[i].Documents = nil
		for n := range documents {
			id := booking.DocumentID(fmt.Sprint("paper ", n))
			o.Concerns[i].Documents = append(o.Concerns[i].Documents, booking.Document{ID: id, Name: booking.Text{"de": fmt.Sprint("Papier ", n)}})
		}
	}
	return booking.Town{Offices: []*booking.Office{&o}}
}

// linesToBring is how many lines of a page say what to bring, with the empty one
// above them, and without how long it takes.
func linesToBring(v visitor) int {
	from := slices.IndexFunc(v.view.Body, func(l locales.Line) bool { return l.Key == "bring.documents" })
	to := slices.IndexFunc(v.view.Body, func(l locales.Line) bool { return l.Key == "bring.length" })
	return to - from
}

// What to bring has a page of its own as soon as it does not fit into the review.
func TestWhatDoesNotFitIntoTheReviewHasItsOwnPage(t *testing.T) {
	t.Parallel()
	town := smallOffice(t)
	for documents := 10; documents < 2*mostInReview; documents++ {
		v := arrive(t, wanting(town, documents)).say(t, "Perso", "morgen 10:00", "Erika Beispiel", "erika@beispiel.de")
		if v.step != "bring" {
			continue
		}
		if got := linesToBring(v); got != mostInReview+1 {
			t.Errorf("the first page of its own has %d lines, want one more than fit", got)
		}
		return
	}
	t.Error("so many documents never have a page of their own")
}
