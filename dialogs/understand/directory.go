package understand

import "terminbote/booking"

// Directory is what one town does, and what it can say about itself, in the
// words that people use for it. It is plain data.
type Directory struct {
	Concerns  []ConcernEntry
	Elsewhere []ElsewhereEntry
	Answers   []AnswerEntry
	// Authorities are those that do what stands elsewhere: people ask where they
	// are as well.
	Authorities []AuthorityEntry
	Places      []string // names of the town, which say nothing of what somebody comes for
}

// ConcernEntry is a concern as people speak of it.
type ConcernEntry struct {
	ID       booking.ConcernID
	Names    []string // what it is called, in every language
	Synonyms []string // what people call it
	Words    []string // texts about it; these count little
}

// ElsewhereEntry is something that somebody else does, as people speak of it.
type ElsewhereEntry struct {
	ID       string
	Names    []string
	Synonyms []string
}

// AuthorityEntry is another authority, by its full names: "Standesamt der Stadt
// Werne".
type AuthorityEntry struct {
	ID    string
	Names []string
}

// AnswerEntry is a question that only the town can answer, as people ask it.
type AnswerEntry struct {
	ID       string
	Synonyms []string
}
