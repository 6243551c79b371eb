package office

import (
	"sync"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/de"

	"terminbote/booking"
)

// holidaysByState is the public holidays of the German states.
var holidaysByState = map[string][]*cal.Holiday{
	"BB": de.HolidaysBB, "BE": de.HolidaysBE, "BW": de.HolidaysBW, "BY": de.HolidaysBY,
	"HB": de.HolidaysHB, "HE": de.HolidaysHE, "HH": de.HolidaysHH, "MV": withWomensDay(de.HolidaysMV),
	"NI": de.HolidaysNI, "NW": de.HolidaysNW, "RP": de.HolidaysRP, "SH": de.HolidaysSH,
	"SL": de.HolidaysSL, "SN": de.HolidaysSN, "ST": de.HolidaysST, "TH": de.HolidaysTH,
}

// withWomensDay adds the holiday that Mecklenburg-Vorpommern introduced in
// 2023, which the library does not know yet.
func withWomensDay(holidays []*cal.Holiday) []*cal.Holiday {
	since2023 := de.Frauentag.Clone(&cal.Holiday{StartYear: 2023})
	return append([]*cal.Holiday{since2023}, holidays...)
}

// englishNames is the holidays' names in English; the library has German ones.
var englishNames = map[string]string{
	de.Neujahr.Name:                   "New Year's Day",
	de.HeiligeDreiKoenige.Name:        "Epiphany",
	de.Frauentag.Name:                 "International Women's Day",
	de.Karfreitag.Name:                "Good Friday",
	de.Ostermontag.Name:               "Easter Monday",
	de.TagderArbeit.Name:              "Labour Day",
	de.ChristiHimmelfahrt.Name:        "Ascension Day",
	de.Pfingstmontag.Name:             "Whit Monday",
	de.Fronleichnam.Name:              "Corpus Christi",
	de.MariaHimmelfahrt.Name:          "Assumption Day",
	de.Weltkindertag.Name:             "World Children's Day",
	de.DeutschenEinheit.Name:          "Day of German Unity",
	de.Reformationstag.Name:           "Reformation Day",
	de.Allerheiligen.Name:             "All Saints' Day",
	de.BussUndBettag.Name:             "Day of Repentance and Prayer",
	de.Weihnachtstag.Name:             "Christmas Day",
	de.ZweiterWeihnachtsfeiertag.Name: "Second Day of Christmas",
}

// germanNames is what people call the holidays whose name in the library is
// unusual.
var germanNames = map[string]string{
	de.Neujahr.Name:       "Neujahr",
	de.Weihnachtstag.Name: "1. Weihnachtstag",

	de.ZweiterWeihnachtsfeiertag.Name: "2. Weihnachtstag",
}

// holidays tells the public holidays of a state. Years are worked out once,
// since the calendar is asked for every day that is offered.
func holidays(state string) func(booking.Date) (booking.Text, bool) {
	var mu sync.Mutex
	years := map[int]map[booking.Date]booking.Text{}
	return func(d booking.Date) (booking.Text, bool) {
		mu.Lock()
		defer mu.Unlock()
		names, known := years[d.Year]
		if !known {
			names = holidaysOf(state, d.Year)
			years[d.Year] = names
		}
		name, off := names[d]
		return name, off
	}
}

func holidaysOf(state string, year int) map[booking.Date]booking.Text {
	names := map[booking.Date]booking.Text{}
	for _, holiday := range holidaysByState[state] {
		day, _ := holiday.Calc(year)
		if day.IsZero() {
			continue
		}
		german := holiday.Name
		if usual, ok := germanNames[german]; ok {
			german = usual
		}
		y, m, d := day.Date()
		names[booking.Date{Year: y, Month: m, Day: d}] = booking.Text{"de": german, "en": englishNames[holiday.Name]}
	}
	return names
}
