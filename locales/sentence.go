package locales

import (
	"fmt"
	"slices"
	"text/template"
	"text/template/parse"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// countArg chooses the plural form of a sentence that has several.
const countArg = "Count"

// sentence is what has to be known of a sentence before it is said.
type sentence struct {
	forms map[string]string // by plural form: "one", "other", …
	gaps  []string          // sorted
}

func newSentence(m *i18n.Message) (sentence, error) {
	s := sentence{forms: map[string]string{}}
	for form, text := range map[string]string{
		"zero": m.Zero, "one": m.One, "two": m.Two, "few": m.Few, "many": m.Many, "other": m.Other,
	} {
		if text == "" {
			continue
		}
		gaps, err := gapsOf(text)
		if err != nil {
			return s, fmt.Errorf("%s: %w", m.ID, err)
		}
		s.forms[form] = text
		s.gaps = append(s.gaps, gaps...)
	}
	if s.plural() {
		s.gaps = append(s.gaps, countArg)
	}
	slices.Sort(s.gaps)
	s.gaps = slices.Compact(s.gaps)
	return s, nil
}

// fixed is the text of a sentence that is always the same: one form, no gap.
func (s sentence) fixed() (string, bool) {
	text, ok := s.forms["other"]
	return text, ok && len(s.forms) == 1 && len(s.gaps) == 0
}

// plural tells whether the sentence changes with a number.
func (s sentence) plural() bool { return len(s.forms) > 1 }

// gapsOf names the gaps of a text, such as Time in "until {{.Time}}". Sentences
// make no decisions, so nothing but a gap may stand between the braces.
func gapsOf(text string) ([]string, error) {
	t, err := template.New("").Parse(text)
	if err != nil {
		return nil, err
	}
	if t.Tree == nil || t.Root == nil {
		return nil, nil
	}
	var gaps []string
	for _, node := range t.Root.Nodes {
		if node.Type() == parse.NodeText {
			continue
		}
		gap, ok := gapOf(node)
		if !ok {
			return nil, fmt.Errorf("%s is no gap like {{.Name}}", node)
		}
		gaps = append(gaps, gap)
	}
	return gaps, nil
}

func gapOf(node parse.Node) (string, bool) {
	action, ok := node.(*parse.ActionNode)
	if !ok || len(action.Pipe.Decl) > 0 || len(action.Pipe.Cmds) != 1 || len(action.Pipe.Cmds[0].Args) != 1 {
		return "", false
	}
	field, ok := action.Pipe.Cmds[0].Args[0].(*parse.FieldNode)
	if !ok || len(field.Ident) != 1 {
		return "", false
	}
	return field.Ident[0], true
}
