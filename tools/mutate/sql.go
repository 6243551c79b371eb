package main

import (
	"regexp"
	"strings"
)

// isSQL recognizes a statement, or a part of one.
var isSQL = regexp.MustCompile(`\b(SELECT|UPDATE|INSERT INTO|DELETE FROM|WHERE|AND|ORDER BY|SET)\b`)

// wrongQuery is SQL with something wrong.
type wrongQuery struct{ what, text string }

// wrongWords is what can stand in place of something else, and how that is called.
var wrongWords = []struct {
	pattern     *regexp.Regexp
	instead     string
	description string
}{
	{regexp.MustCompile(`\bFOR (NO KEY )?UPDATE( OF \w+)?( SKIP LOCKED)?`), "", "no row lock"},
	{regexp.MustCompile(` SKIP LOCKED`), "", "waits for locked rows"},
	{regexp.MustCompile(` <= `), " < ", "a bound that is too narrow"},
	{regexp.MustCompile(` >= `), " > ", "a bound that is too narrow"},
	{regexp.MustCompile(` < `), " <= ", "a bound that is too wide"},
	{regexp.MustCompile(` > `), " >= ", "a bound that is too wide"},
	{regexp.MustCompile(`\bNOT EXISTS\b`), "EXISTS", "is there for is not there"},
	{regexp.MustCompile(`\bIS NOT NULL\b`), "IS NULL", "empty for filled"},
	{regexp.MustCompile(`\bIS NULL\b`), "IS NOT NULL", "filled for empty"},
	{regexp.MustCompile(`\bgreatest\(`), "least(", "the least for the greatest"},
	{regexp.MustCompile(`\bleast\(`), "greatest(", "the greatest for the least"},
	{regexp.MustCompile(`\bmax\(`), "min(", "the first for the last"},
	{regexp.MustCompile(`\bmin\(`), "max(", "the last for the first"},
	{regexp.MustCompile(` DESC\b`), "", "the wrong order"},
	{regexp.MustCompile(`\bORDER BY [^\n)]+`), "", "in any order"},
	{regexp.MustCompile(`(\bORDER BY [\w.]+)([,)\n]|$)`), "$1 DESC$2", "the wrong order"},
	{regexp.MustCompile(`\bEXISTS\b`), "NOT EXISTS", "is not there for is there"},
	{regexp.MustCompile(` = ANY\b`), " <> ANY", "all but those meant"},
	{regexp.MustCompile(` - (@\w+|\$\d+|interval)`), " + $1", "after for before"},
	{regexp.MustCompile(` \+ (@\w+|\$\d+|interval)`), " - $1", "before for after"},
	{regexp.MustCompile(` = '(\w[\w ]*)'`), " = '-'", "a state that is none"},
	{regexp.MustCompile(`\bDISTINCT( ON \([^)]*\))?`), "", "twice"},
	{regexp.MustCompile(` AT TIME ZONE (\$\d+|@\w+|'[^']*')`), "", "the wrong zone"},
	{regexp.MustCompile(`\bLIMIT \S+`), "", "no limit"},
	{regexp.MustCompile(`\bON CONFLICT[^\n]*DO NOTHING`), "", "a conflict that is an error"},
}

// wrongQueries is a statement with each of the faults that it can have.
func wrongQueries(text string) (all []wrongQuery) {
	for _, w := range wrongWords {
		for _, at := range w.pattern.FindAllStringSubmatchIndex(text, -1) {
			instead := w.pattern.ExpandString(nil, w.instead, text, at)
			wrong := text[:at[0]] + string(instead) + text[at[1]:]
			all = append(all, wrongQuery{"SQL: " + w.description + ": " + around(text, at[0]), wrong})
		}
	}
	for _, at := range conditions.FindAllStringIndex(text, -1) {
		end := at[1] + conditionLength(text[at[1]:])
		condition := text[at[1]:end]
		wrong := text[:at[1]] + "(true OR (" + condition + "))" + text[end:]
		all = append(all, wrongQuery{"SQL: not asked: " + short(condition), wrong})
	}
	return all
}

// around is the line of an offset.
func around(text string, at int) string {
	begin := strings.LastIndexByte(text[:at], '\n') + 1
	line, _, _ := strings.Cut(text[begin:], "\n")
	return short(line)
}

// conditions is where conditions begin, after white space.
var conditions = regexp.MustCompile(`\b(WHERE|AND|FILTER \(WHERE)\s+`)

// after is what a condition ends before.
var after = regexp.MustCompile(`^\s+(AND|OR|ORDER BY|GROUP BY|HAVING|LIMIT|FOR|RETURNING|ON|UNION|WINDOW|SET|THEN)\b`)

// conditionLength is how far a condition goes: to the next word, or bracket,
// that is not part of it.
func conditionLength(text string) int {
	depth, between := 0, false
	for i := range len(text) {
		switch text[i] {
		case '(', '[':
			depth++
			continue
		case ')', ']':
			if depth--; depth < 0 {
				return i
			}
			continue
		case ',', ';':
			if depth == 0 {
				return i
			}
		}
		if depth > 0 {
			continue
		}
		between = between || strings.HasPrefix(text[i:], "BETWEEN ")
		if word := after.FindStringSubmatch(text[i:]); word != nil {
			if word[1] == "AND" && between {
				between = false
				continue
			}
			return i
		}
	}
	return len(text)
}
