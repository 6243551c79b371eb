package understand_test

import (
	"slices"
	"testing"

	"terminbote/dialogs/understand"
)

// Who cannot come and names another time moves the appointment. Who names none, or
// says when they are away, gives it up.
func TestWhoNamesAnotherTimeMovesAndDoesNotCancel(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for text, want := range map[string]understand.Intent{
		"donnerstag kann ich doch nicht, lieber freitag":          understand.Move,
		"kann leider nicht kommen, geht auch freitag?":            understand.Move,
		"Ich schaffe es nicht zum Termin. Geht auch Montag um 9?": understand.Move,
		"ich kann nicht kommen. lieber nächste woche":             understand.Move,
		"muss den termin absagen, lieber am freitag":              understand.Move,
		"cannot come, could we do monday at 10?":                  understand.Move,
		"kann ich auf freitag morgen wechseln":                    understand.Move,
		"can i switch to monday at 10":                            understand.Move,
		"muss absagen, freitag bin ich im urlaub":                 understand.CallOff,
		"ich kann am donnerstag doch nicht":                       understand.CallOff,
		"i cant make it, sorry":                                   understand.CallOff,
		"ist mein termin am freitag? ich muss absagen":            understand.CallOff,
		"am freitag ging es eigentlich, aber ich muss absagen":    understand.CallOff,
		"Eigentlich passte Donnerstag gut. Ich muss absagen":      understand.CallOff,
		"is my appointment on friday? i have to cancel it":        understand.CallOff,
	} {
		read := reader.Read(text, understand.Context{Lang: "de", Today: monday})
		meant := slices.ContainsFunc(read.Found, func(f understand.Finding) bool { return f.Value == understand.IntentValue{Intent: want} })
		if !meant || slices.ContainsFunc(read.Found, func(f understand.Finding) bool { _, is := f.Value.(understand.ConcernValue); return is }) {
			t.Errorf("%q reads %s, want %s", text, readingText(read), want)
		}
	}
}
