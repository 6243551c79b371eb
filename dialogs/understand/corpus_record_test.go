package understand_test

import (
	"flag"
	"fmt"
	"hash/fnv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// The files in testdata/read list what is read in each sentence of the development part
// of the corpus, and in those of testdata/reader, where they belong and elsewhere: every
// finding with how sure it is, what is left over, and what else is known of the message. Unlike the labels they say what is,
// not what is meant: their difference shows what a change makes of what people write.
// go test ./dialogs/understand -run Recorded -update writes them.
func TestWhatIsReadIsRecorded(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	var wait sync.WaitGroup
	for name, all := range recordedSentences(t) {
		wait.Go(func() {
			var b strings.Builder
			for _, u := range all {
				fmt.Fprintf(&b, "%s\n    %s\n", u.text, readAs(reader.Read(u.text, u.in)))
			}
			checkRecord(t, filepath.Join("testdata", "read", name), b.String())
		})
	}
	wait.Wait()
}

// recordedSentences is what is read, by the file that records it. The test part of the
// corpus is none of it: nobody looks at its lines.
func recordedSentences(t *testing.T) map[string][]utterance {
	t.Helper()
	all := map[string][]utterance{}
	for _, u := range corpus(t) {
		if !u.held() {
			all[u.file] = append(all[u.file], u)
		}
	}
	files, err := filepath.Glob(filepath.Join("testdata", "reader", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		read, err := parseCorpus(filepath.Base(file), data)
		if err != nil {
			t.Fatal(err)
		}
		lang, _, _ := strings.Cut(filepath.Base(file), "-")
		all[lang+"-reader.txt"] = append(all[lang+"-reader.txt"], read...)
	}
	for _, lang := range []string{"de", "en"} {
		all[lang+"-asked-otherwise.txt"], all[lang+"-in-one-breath.txt"] = elsewhere(all, lang)
	}
	return all
}

// elsewhere is the sentences of a language once more: as answers to another question than
// theirs, and each with the one before it in one message. Nobody aims at what is read then;
// still it must not change unseen.
func elsewhere(all map[string][]utterance, lang string) (otherwise, joined []utterance) {
	marks := []string{", ", ". ", " "}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		before := ""
		for _, u := range all[name] {
			if u.in.Lang != lang {
				continue
			}
			if n := lot(u.text); before != "" && len(before)+len(u.text) < mostInOneBreath {
				both := u
				both.text = before + marks[n%len(marks)] + u.text
				joined = append(joined, both)
			}
			before = u.text
			u.in = otherQuestions[lot(u.text)%len(otherQuestions)](u.in)
			otherwise = append(otherwise, u)
		}
	}
	return otherwise, joined
}

const mostInOneBreath = 200 // bytes of two sentences in one message

// otherQuestions are what else may be asked, or seen, while something is said.
var otherQuestions = []func(in understand.Context) understand.Context{
	expecting(understand.ExpectWhen, 0), expecting(understand.ExpectWhen, 6), expecting(understand.ExpectName, 0),
	expecting(understand.ExpectMore, 0), expecting(understand.ExpectQuantity, 0), expecting(understand.ExpectPersons, 0),
	expecting(understand.ExpectYesNo, 0), expecting(understand.ExpectReview, 0), expecting(understand.ExpectMail, 0),
	expecting(understand.ExpectPhone, 0), expecting(understand.ExpectCode, 0), expecting(understand.ExpectSpan, 0), expecting(understand.ExpectWish, 11),
	func(in understand.Context) understand.Context {
		in.Brief = true
		return in
	},
	func(in understand.Context) understand.Context {
		in.Seen, in.Booked, in.Changes, in.Expect, in.Listed = understand.SeenAppointment, true, true, understand.ExpectWish, 0
		return in
	},
	func(in understand.Context) understand.Context {
		in.Seen, in.Expect, in.Listed = understand.SeenPlace, understand.ExpectWish, 0
		return in
	},
	betweenThese("id-card", "passport"), betweenThese("id-card-lost", "passport-lost", "lost-property"), betweenThese("register-single", "register-family"),
	betweenThese("conduct", "conduct-extended"), betweenThese("vehicle-off", "vehicle-address"), betweenThese("fishing-licence", "fishing-youth"),
}

func expecting(what understand.Expect, listed int) func(understand.Context) understand.Context {
	return func(in understand.Context) understand.Context {
		in.Expect, in.Listed = what, listed
		return in
	}
}

func betweenThese(ids ...booking.ConcernID) func(understand.Context) understand.Context {
	return func(in understand.Context) understand.Context {
		in.Expect, in.Between, in.Listed = understand.ExpectWish, ids, len(ids)
		return in
	}
}

// lot draws a number by a sentence's letters.
func lot(text string) int {
	h := fnv.New32a()
	h.Write([]byte(text))
	return int(h.Sum32() >> 8)
}

// readAs is all that a reading says, on one line.
func readAs(r understand.Reading) string {
	var all []string
	for _, f := range r.Found {
		all = append(all, strings.Join(append(factTexts(f.Value), besides(f.Value)...), " ")+fmt.Sprintf(" %.2f", f.Sure))
	}
	for name, is := range map[string]bool{"foreign " + r.Lang: r.Foreign, "follows": r.Follows, "instead": r.Instead, "only": r.Only, "mourns": r.Mourns} {
		if is {
			all = append(all, name)
		}
	}
	slices.Sort(all[len(r.Found):])
	for name, words := range map[string][]string{"rest": r.Rest, "passed": r.Passed, "unmet": r.Unmet, "unanswered": r.Unanswered} {
		if len(words) > 0 {
			all = append(all, name+" “"+strings.Join(words, " ")+"”")
		}
	}
	for _, w := range r.Either {
		all = append(all, "either "+whenFacts(w))
	}
	for _, a := range r.Apart {
		all = append(all, "apart "+string(a.Concern)+" "+whenFacts(a.When))
	}
	slices.Sort(all[len(r.Found):])
	return strings.Join(all, "; ")
}

// whenFacts writes days and hours that belong together.
func whenFacts(w understand.When) string {
	return strings.Join(append(daysFacts(w.Days), windowFacts(w.Hours)...), " ")
}

// besides is what a value says that its label leaves out.
func besides(value understand.Value) []string {
	switch v := value.(type) {
	case understand.DaysValue:
		if v.Coming != 0 || v.Thereafter {
			return []string{fmt.Sprintf("coming %07b thereafter %v", v.Coming, v.Thereafter)}
		}
	case understand.PersonsValue:
		if v.Also > 0 {
			return []string{fmt.Sprint("also ", v.Also)}
		}
	case understand.LanguageValue:
		return []string{fmt.Sprint("spoken ", v.Spoken)}
	case understand.QuestionValue:
		all := append(daysFacts(v.Days), windowFacts(v.Window)...)
		for _, w := range v.Either {
			all = append(all, "either "+whenFacts(w))
		}
		if v.Authority+v.Answer != "" || v.Parents {
			all = append(all, fmt.Sprintf("of %s%s parents %v", v.Authority, v.Answer, v.Parents))
		}
		if v.Enough {
			all = append(all, "enough")
		}
		return append(all, "“"+v.Words+"”")
	}
	return nil
}

// checkRecord holds that a file says what was read, or writes it.
func checkRecord(t *testing.T, name, read string) {
	t.Helper()
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(name, []byte(read), 0o644); err != nil {
			t.Error(err)
		}
		return
	}
	stored, err := os.ReadFile(name)
	if err != nil {
		t.Errorf("%v; -run Recorded -update writes it", err)
		return
	}
	want, got := strings.Split(string(stored), "\n"), strings.Split(read, "\n")
	for i := range max(len(want), len(got)) {
		if i >= len(want) || i >= len(got) || want[i] != got[i] {
			t.Errorf("%s:%d is out of date (-run Recorded -update writes what is read now; its difference shows what has changed):\n%s\nis read as\n%s",
				name, i+1, strings.Join(want[max(0, i-1):min(len(want), i+1)], "\n"), strings.Join(got[max(0, i-1):min(len(got), i+1)], "\n"))
			return
		}
	}
}
