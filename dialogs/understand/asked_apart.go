package understand

import (
	"slices"
	"strings"
)

// askedApart is a reading with what is heard of a question and of what is told beside it, each read by
// itself, where the whole hears only one of them: "Habt ihr gelbe Säcke? Und einen Anwohnerparkausweis
// brauche ich". It is read so only where it is open what somebody comes for.
func (m *message) askedApart(said Reading) Reading {
	r, in := m.reader, m.in
	if in.Expect != ExpectWish && in.Expect != ExpectMore || in.Brief || said.Cut || said.Foreign || said.Corrects {
		return said
	}
	asked, told := partAtQuestions(said.Text)
	if asked == "" && told != "" {
		asked, told = m.partBehindQuestion()
	}
	if asked == "" || told == "" {
		return said
	}
	if len(concernsOf(said)) == 0 && !r.onlyTold(told, said, in) {
		if alone := concernsOf(r.read(told, in)); len(alone) > 0 && !slices.ContainsFunc(alone, isOpenStill) {
			said.Found = slices.DeleteFunc(slices.Clone(said.Found), func(f Finding) bool {
				return !strings.Contains(asked, f.Words) && !strings.Contains(told, f.Words)
			})
			said.Found = append(said.Found, alone...)
		}
	}
	if isToldIn(said, told) {
		said = said.withAnswered(r.read(asked, in), asked)
	}
	return said
}

// onlyTold tells whether some words only tell what somebody has, beside a question that names what it is about.
func (r *Reader) onlyTold(told string, said Reading, in Context) bool {
	named := slices.ContainsFunc(said.Found, func(f Finding) bool {
		q, asks := f.Value.(QuestionValue)
		return asks && q.Concern != ""
	})
	m := r.message(told, in)
	return named && len(m.words) > 0 && m.onlyTells(thought{to: len(m.words)})
}

// heardApart is how sure it must be what a sentence says that is read by itself.
const heardApart = 0.9

// isOpenStill tells whether it is not sure what a finding says.
func isOpenStill(f Finding) bool {
	v, is := f.Value.(ConcernValue)
	return f.Sure < heardApart || is && len(v.Rivals) > 0
}

// partAtQuestions is the sentences of a text that end with a question mark, and the others.
func partAtQuestions(text string) (asked, told string) {
	from := 0
	for i, c := range text {
		if !strings.ContainsRune("?!;.", c) || i+1 < len(text) && text[i+1] != ' ' {
			continue
		}
		if c == '?' {
			asked += text[from : i+1]
		} else {
			told += text[from : i+1]
		}
		from = i + 1
	}
	return strings.TrimSpace(asked), strings.TrimSpace(told + text[from:])
}

// partBehindQuestion is a question at the beginning of a text, and what is told behind it that somebody needs:
// "gibts gelbe Säcke bei euch und ich muss mich ummelden".
func (m *message) partBehindQuestion() (asked, told string) {
	if len(m.words) < 2*fewestAsked || !m.opensAt(0) && !m.verbOpensAt(0) {
		return "", ""
	}
	for i := fewestAsked - 1; i+2 < len(m.words); i++ {
		if joining[m.words[i].text] && speakers[m.words[i+1].text] && (needing[m.words[i+2].text] || stating[m.words[i+2].text]) {
			return m.text[:m.words[i].from], m.text[m.words[i+1].from:]
		}
	}
	return "", ""
}

// concernsOf is what somebody may come for, among what was found.
func concernsOf(said Reading) []Finding {
	return slices.DeleteFunc(slices.Clone(said.Found), func(f Finding) bool {
		v, is := f.Value.(ConcernValue)
		return !is || v.Negated
	})
}

// isToldIn tells whether what somebody comes for stands in some words, and nothing else is found but
// there, so that the others are heard by nobody.
func isToldIn(said Reading, words string) bool {
	outside := func(f Finding) bool { return !strings.Contains(words, f.Words) }
	return len(concernsOf(said)) > 0 && len(said.Unanswered) == 0 && !slices.ContainsFunc(said.Found, outside)
}

// withAnswered is a reading with what was asked in some of its words, which are left over no more.
func (r Reading) withAnswered(question Reading, words string) Reading {
	var heard []Finding
	for _, f := range question.Found {
		q, asks := f.Value.(QuestionValue)
		_, elsewhere := f.Value.(ElsewhereValue)
		if f.Sure >= heardApart && (elsewhere || asks && q.About != AboutUnknown) {
			heard = append(heard, f)
		}
	}
	if len(heard) == 0 {
		return r
	}
	r.Found = append(heard, r.Found...)
	among := func(w string) bool { return strings.Contains(words, w) }
	r.Rest, r.Passed = slices.DeleteFunc(slices.Clone(r.Rest), among), slices.DeleteFunc(slices.Clone(r.Passed), among)
	return r
}
