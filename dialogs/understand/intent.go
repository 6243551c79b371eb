package understand

import (
	"slices"
	"strings"
)

// Intent is what a word means that is typed in place of a button.
type Intent string

// The commands that are understood everywhere; which of them do something is
// for the dialog to say. "ok" is Next: where a question is open it means yes.
const (
	Next         Intent = "next"
	Back         Intent = "back"
	Yes          Intent = "yes"
	No           Intent = "no"
	Cancel       Intent = "cancel" // what is being done here
	Start        Intent = "start"
	Help         Intent = "help"
	Appointments Intent = "appointments"
	Book         Intent = "book"
	Move         Intent = "move"
	CallOff      Intent = "call off" // an appointment
	More         Intent = "more"
	Language     Intent = "language"
	Home         Intent = "home"
	Here         Intent = "here"    // I am there
	Late         Intent = "late"    // I come later
	Coming       Intent = "coming"  // I come, as agreed
	Waiting      Intent = "waiting" // the waiting list
	Unwait       Intent = "unwait"  // wait no more
	Erase        Intent = "erase"   // all that is stored about me
	Data         Intent = "data"    // all that is stored about me
	About        Intent = "about"   // the office: where, when, its telephone
	Hello        Intent = "hello"   // a greeting, and no more
	Thanks       Intent = "thanks"  // that, or goodbye
	Soonest      Intent = "soonest" // any day, any time
	Enough       Intent = "enough"  // nothing else: "das wars"
	Person       Intent = "person"  // talk to somebody of the staff
	Refuse       Intent = "refuse"  // not say what is asked, in more words than no
	OtherTimes   Intent = "other times"
	PickDay      Intent = "pick day" // show the days to choose from
	Restore      Intent = "restore"  // have it back after all
	Same         Intent = "same"     // name and mail as they were last
	Attach       Intent = "attach"   // an appointment made elsewhere
	Remove       Intent = "remove"   // take what is named off the wish
)

// thumbs are answers that need no language.
var thumbs = map[string]Intent{
	"👍": Yes, "✅": Yes, "👌": Yes, "✔": Yes, "👎": No, "❌": No,
	"🆗": Yes, "🙆": Yes, "💯": Yes, "🤝": Yes, "☑": Yes, "🙅": No, "🚫": No, "✖": No, "⛔": No,
}

// ReadCommand reads "weiter", "zurück", "/start", "yes please", "I'd like to
// cancel my appointment", in whatever language, one typing slip forgiven. Language stands for a language's name
// too: LanguageNamed tells which.
func ReadCommand(text, lang string) (Intent, bool) {
	folded := Fold(text)
	if folded == "" {
		return thumb(text)
	}
	typed := strings.TrimPrefix(folded, "/")
	for _, match := range []func(*lexicon, string) (Intent, bool){
		(*lexicon).command, (*lexicon).plainCommand, (*lexicon).wishedCommand, (*lexicon).mistypedCommand,
	} {
		for _, x := range inOrder(lang) {
			if c, ok := match(x, typed); ok {
				return c, true
			}
		}
	}
	return "", false
}

// ExactCommand reads a command like ReadCommand, but forgives no slip.
func ExactCommand(text, lang string) (Intent, bool) {
	typed := strings.TrimPrefix(Fold(text), "/")
	for _, x := range inOrder(lang) {
		if c, ok := x.command(typed); ok && typed != "" {
			return c, true
		}
	}
	return "", false
}

func thumb(text string) (Intent, bool) {
	for sign, c := range thumbs {
		if strings.HasPrefix(strings.TrimSpace(text), sign) {
			return c, true
		}
	}
	return "", false
}

// LanguageNamed reads the name of a language, in any language ("English",
// "auf Englisch"), and returns its code.
func LanguageNamed(text string) (code string, ok bool) {
	words := strings.Join(wordsOf(Fold(text)), " ")
	for _, x := range spoken {
		if code, ok := x.called[words]; ok {
			return code, true
		}
	}
	return "", false
}

// command finds what was typed exactly as the language has it.
func (x *lexicon) command(typed string) (Intent, bool) {
	if c, ok := x.commands[typed]; ok {
		return c, true
	}
	words := strings.Join(wordsOf(typed), " ")
	if _, ok := x.called[words]; ok {
		return Language, true
	}
	c, ok := x.commands[words]
	return c, ok
}

// plainCommand leaves out please and thank you.
func (x *lexicon) plainCommand(typed string) (Intent, bool) {
	var kept []string
	for _, w := range wordsOf(typed) {
		if !x.courtesy[w] {
			kept = append(kept, w)
		}
	}
	return x.command(strings.Join(kept, " "))
}

// wishedCommand leaves out what makes a sentence of a command ("ich möchte
// meinen Termin absagen"), and minutes ("I'm 10 minutes late").
func (x *lexicon) wishedCommand(typed string) (Intent, bool) {
	var kept []string
	words := wordsOf(typed)
	for i, w := range words {
		length := x.saysMinutes(w) || i+1 < len(words) && x.saysMinutes(words[i+1])
		if !length && !x.courtesy[w] && !x.wishing[w] {
			kept = append(kept, w)
		}
	}
	return x.command(strings.Join(kept, " "))
}

func (x *lexicon) saysMinutes(word string) bool {
	return slices.ContainsFunc(x.means[word], func(m meaning) bool { return m.role == isMinutes })
}

// mistypedCommand forgives one typing slip, unless it could be of two
// commands.
func (x *lexicon) mistypedCommand(typed string) (Intent, bool) {
	words := strings.Join(wordsOf(typed), " ")
	var found Intent
	for phrase, c := range x.commands {
		if !isSlipOf(words, phrase) {
			continue
		}
		if found != "" && found != c {
			return "", false
		}
		found = c
	}
	return found, found != ""
}

// Alike tells whether two texts are the same but for commas, and full stops at
// their end: "ja absagen." is "Ja, absagen".
func Alike(a, b string) bool { return unpointed(a) == unpointed(b) }

func unpointed(text string) string {
	return strings.TrimRight(strings.ReplaceAll(Fold(text), ",", ""), ".!")
}

// wordsOf is the words and numbers of a folded text.
func wordsOf(folded string) []string {
	var words []string
	for _, t := range scan(folded) {
		if t.digits || isWord(t.text) {
			words = append(words, t.text)
		}
	}
	return words
}
