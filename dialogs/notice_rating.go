package dialogs

import (
	"strconv"

	"terminbote/booking"
	"terminbote/locales"
)

// ratePrefix stands before how many stars a visit gets.
const ratePrefix = "rate:"

// tellRating asks how a visit was.
func (f Facts) tellRating(n Notice) View {
	return View{
		Title:  locales.Say("rating.title"),
		Body:   []locales.Line{locales.Say("rating.why", "Office", locales.Text(n.Office.Name))},
		Ask:    locales.Say("rating.ask"),
		Groups: []Group{{Columns: booking.MostStars, Choices: StarChoices()}},
	}
}

// StarChoices is what a visit can get, the best first.
func StarChoices() []Choice {
	names := [booking.MostStars]locales.Line{
		locales.Say("rating.1"), locales.Say("rating.2"), locales.Say("rating.3"), locales.Say("rating.4"), locales.Say("rating.5"),
	}
	var all []Choice
	for stars := booking.MostStars; stars > 0; stars-- {
		all = append(all, Choice{ID: ratePrefix + strconv.Itoa(stars), Label: names[stars-1]})
	}
	return all
}

// Stars reads a choice of those; 0: it is none.
func Stars(choice string) int {
	for stars := 1; stars <= booking.MostStars; stars++ {
		if choice == ratePrefix+strconv.Itoa(stars) {
			return stars
		}
	}
	return 0
}
