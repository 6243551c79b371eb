package understand

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// heard is a sentence that somebody could say, and which matter it is about.
type heard struct {
	matter int
	text   string
}

// matterTable is matters by name, and how people speak of each.
type matterTable struct {
	names []string
	heard []heard
}

// readMatters reads the files of the table. A matter that stands in several is
// one.
func readMatters() matterTable { return readTable("matters") }

// readTable reads the files of a folder.
func readTable(folder string) matterTable {
	var t matterTable
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(files) == 0 {
		panic(fmt.Sprint(files, err))
	}
	known := map[string]int{}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			panic(err)
		}
		t.read(string(text), known)
	}
	return t
}

// readTogether reads what people say who want several of the matters: under
// "= Reisepass beantragen + Personalausweis beantragen".
func readTogether(names []string) []lesson {
	var all []lesson
	t := readTable("together")
	for _, h := range t.heard {
		l := lesson{text: h.text}
		for name := range strings.SplitSeq(t.names[h.matter], " + ") {
			i := slices.Index(names, name)
			if i < 0 {
				panic("together: no matter is called " + name)
			}
			l.right = append(l.right, i)
		}
		all = append(all, l)
	}
	return all
}

// readParticulars reads what is meant and what is only told: under "= days, meant" the words
// in brackets say when somebody can come. What the table of topics has is meant.
func readParticulars() course {
	t := readTable("particulars")
	c := course{names: []string{particularMeant, particularTold}, likely: shares, leastHeard: leastHeard, leastPush: leastPush}
	for _, h := range t.heard {
		of, name, _ := strings.Cut(t.names[h.matter], ", ")
		kind, which, _ := strings.Cut(of, " ")
		words, from, to := marked(h.text)
		c.add(surroundingsIn(common(), words).evidence(particular{kind, which, from, to}), []int{slices.Index(c.names, name)})
	}
	topics := readTable("topics")
	for _, h := range topics.heard {
		if topic := topics.names[h.matter]; topic != noTopic {
			words, _ := wordsIn(oneCleanLine(h.text))
			words = parted(words)
			c.add(surroundingsIn(common(), words).evidence(particular{particularQuestion, topic, 0, len(words)}), []int{slices.Index(c.names, particularMeant)})
		}
	}
	return c
}

// marked is the words of a text, and which of them stand in brackets.
func marked(text string) (words []word, from, to int) {
	before, rest, _ := strings.Cut(text, "[")
	within, after, marks := strings.Cut(rest, "]")
	words, _ = wordsIn(oneCleanLine(before + within + after))
	words = parted(words)
	first := func(at int) int {
		i := slices.IndexFunc(words, func(w word) bool { return w.from >= at })
		if i < 0 {
			return len(words)
		}
		return i
	}
	from, to = first(len(before)), first(len(before)+len(within))
	if !marks || from == to {
		panic("particulars: nothing stands in brackets: " + text)
	}
	return words, from, to
}

// readTalks reads the table of talk. What people come for is none.
func readTalks() matterTable {
	t := readTable("talks")
	none := slices.Index(t.names, noMatter)
	for i, h := range readMatters().heard {
		if i%everySecond == 0 {
			t.heard = append(t.heard, heard{none, h.text})
		}
	}
	return t
}

// readAnswers reads the table of answers, with those that the languages list.
// What people come for, ask and say besides is none.
func readAnswers() matterTable {
	t := readTable("answers")
	for _, l := range languages {
		for intent, name := range listedAnswers {
			t.hear(name, l.speech.replies[intent])
		}
		for asked, byIntent := range askedAnswers {
			for intent, name := range byIntent {
				t.hear(name, l.speech.asked[asked][intent])
			}
		}
	}
	slices.SortFunc(t.heard, func(a, b heard) int { return cmp.Or(strings.Compare(a.text, b.text), a.matter-b.matter) })
	none := slices.Index(t.names, noMatter)
	for _, others := range []matterTable{readTable("topics"), readTable("talks"), readMatters()} {
		for i, h := range others.heard {
			if i%eachOther == 0 {
				t.heard = append(t.heard, heard{none, h.text})
			}
		}
	}
	return t
}

// readIntents reads the table of what people want with an appointment. What they come for,
// ask, answer and say besides is none.
func readIntents() matterTable {
	t := readTable("intents")
	none := slices.Index(t.names, noMatter)
	for _, others := range []matterTable{readTable("topics"), readTable("talks"), readTable("answers"), readMatters()} {
		for i, h := range others.heard {
			if i%eachOther == 0 {
				t.heard = append(t.heard, heard{none, h.text})
			}
		}
	}
	return t
}

// readKinds reads what the other tables say of how people wish, ask and talk. There
// are many more wishes, so that what else there is counts three times.
func readKinds() matterTable {
	t := matterTable{names: []string{kindWish, kindQuestion, kindTalk}}
	for _, of := range []struct {
		table       matterTable
		none        string // the name in the table of what is of another kind
		kind, other int
		times       int
	}{{readMatters(), noMatter, 0, 2, 1}, {readTable("topics"), noTopic, 1, 0, 3}, {readTable("talks"), "", 2, 2, 3}} {
		for range of.times {
			for _, h := range of.table.heard {
				kind := of.kind
				if of.table.names[h.matter] == of.none {
					kind = of.other
				}
				t.heard = append(t.heard, heard{kind, h.text})
			}
		}
	}
	own := readTable("kinds")
	for range 3 {
		for _, h := range own.heard {
			t.heard = append(t.heard, heard{slices.Index(t.names, own.names[h.matter]), h.text})
		}
	}
	return t
}

// eachOther is how few of the other tables' sentences are enough to tell
// answers from them, everySecond how few of the matters to tell talk.
const (
	eachOther   = 8
	everySecond = 2
)

// listedAnswers and askedAnswers are which answers of the languages' lists are
// which in the table.
var (
	listedAnswers = map[Intent]string{Yes: answersYes, No: answersNo, Enough: answersEnough, Cancel: answersStop, OtherTimes: answersOther, PickDay: answersOther}
	askedAnswers  = map[Expect]map[Intent]string{
		ExpectMore: {Enough: answersEnough}, ExpectYesNo: {Yes: answersYes, No: answersNo}, ExpectReview: {Yes: answersYes, No: answersNo},
		ExpectWhen: {OtherTimes: answersOther}, ExpectMail: {No: answersNone}, ExpectPhone: {No: answersNone}, ExpectCode: {No: answersNone},
	}
)

// hear adds a comma-separated list of what is said of a matter.
func (t *matterTable) hear(name, sayings string) {
	for _, text := range list(sayings) {
		t.heard = append(t.heard, heard{slices.Index(t.names, name), text})
	}
}

func (t *matterTable) read(text string, known map[string]int) {
	at := -1
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		name, isName := strings.CutPrefix(line, "= ")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case isName:
			i, ok := known[name]
			if !ok {
				i = len(t.names)
				known[name] = i
				t.names = append(t.names, name)
			}
			at = i
		default:
			t.heard = append(t.heard, heard{at, line})
		}
	}
}
