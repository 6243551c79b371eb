package ledger

import (
	"regexp"
	"strings"
)

var (
	// lengthAbout and lengthAnd say nothing about how long it takes.
	lengthAbout = regexp.MustCompile(`^(?:ca|circa|etwa|rund|ungefaehr|about|approx|around)[. ] ?`)
	lengthAnd   = regexp.MustCompile(`\s*(?:,\s|\bund\b|\band\b)\s*`)
)

// lengthShares are hours and parts of an hour in words. A longer one stands before
// those that it contains.
var lengthShares = strings.NewReplacer(
	"1½", "1.5", "1 ½", "1.5", "1 1/2", "1.5", "2½", "2.5", "2 1/2", "2.5", "½", "0.5", "1/2", "0.5", "¼", "0.25", "1/4", "0.25", "¾", "0.75", "3/4", "0.75",
	"eine dreiviertelstunde", "0.75 h", "eine dreiviertel stunde", "0.75 h", "dreiviertelstunde", "0.75 h", "dreiviertel stunde", "0.75 h",
	"three quarters of an hour", "0.75 h",
	"eine viertelstunde", "0.25 h", "viertelstunde", "0.25 h", "viertel stunde", "0.25 h", "a quarter of an hour", "0.25 h", "quarter of an hour", "0.25 h",
	"eine halbe stunde", "0.5 h", "halbe stunde", "0.5 h", "half an hour", "0.5 h", "half hour", "0.5 h",
	"anderthalb", "1.5", "eineinhalb", "1.5", "einundeinhalb", "1.5", "one and a half", "1.5", "zweieinhalb", "2.5", "two and a half", "2.5",
)

// lengthNumbers are the numbers that people write out, folded.
var lengthNumbers = map[string]string{
	"eine": "1", "one": "1", "an": "1", "zwei": "2", "two": "2", "drei": "3", "three": "3", "vier": "4", "four": "4",
	"fuenf": "5", "five": "5", "zehn": "10", "ten": "10", "fuenfzehn": "15", "fifteen": "15", "zwanzig": "20", "twenty": "20",
	"dreissig": "30", "thirty": "30", "vierzig": "40", "forty": "40", "fuenfundvierzig": "45", "sechzig": "60", "sixty": "60",
}

// inFigures writes a length in words as figures that readMinutes reads: eine halbe
// Stunde as 0.5 h, eine Stunde und zehn Minuten as 1 stunde 10 minuten.
func inFigures(cell string) string {
	text := strings.ToLower(strings.Join(strings.Fields(cell), " "))
	text = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss").Replace(text)
	text = lengthShares.Replace(lengthAbout.ReplaceAllString(text, ""))
	words := strings.Fields(lengthAnd.ReplaceAllString(text, " "))
	for i, word := range words {
		if figure, ok := lengthNumbers[word]; ok {
			words[i] = figure
		}
	}
	return strings.Join(words, " ")
}
