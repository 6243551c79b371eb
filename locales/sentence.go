package locales

import (
	"fmt"
	"slices"
	"strings"
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
	parts []part            // of the one form of a sentence that has no others
}

// part is a text, or the name of a gap.
type part struct{ text, gap string }

func newSentence(m *i18n.Message) (sentence, error) {
	s := sentence{forms: map[string]string{}}
	for form, text := range map[string]string{
		"zero": m.Zero, "one": m.One, "two": m.Two, "few": m.Few, "many": m.Many, "other": m.Other,
	} {
		if text == "" {
			continue
		}
		parts, err := partsOf(text)
		if err != nil {
			return s, fmt.Errorf("%s: %w", m.ID, err)
		}
		s.forms[form], s.parts = text, parts
		s.gaps = append(s.gaps, gapsIn(parts)...)
	}
	if s.plural() {
		s.gaps, s.parts = append(s.gaps, countArg), nil
	}
	slices.Sort(s.gaps)
	s.gaps = slices.Compact(s.gaps)
	return s, nil
}

// with is the text of a sentence that does not change with a number, its gaps filled.
func (s sentence) with(values map[string]string) string {
	if len(s.parts) == 1 {
		return s.parts[0].text + values[s.parts[0].gap]
	}
	var text strings.Builder
	for _, p := range s.parts {
		text.WriteString(p.text)
		text.WriteString(values[p.gap])
	}
	return text.String()
}

// plural tells whether the sentence changes with a number.
func (s sentence) plural() bool { return len(s.forms) > 1 }

// partsOf are the parts of a text such as "until {{.Time}}". Sentences make no
// decisions, so nothing but a gap may stand between the braces.
func partsOf(text string) ([]part, error) {
	t, err := template.New("").Parse(text)
	if err != nil {
		return nil, err
	}
	if t.Tree == nil || t.Root == nil {
		return nil, nil
	}
	var parts []part
	for _, node := range t.Root.Nodes {
		if words, ok := node.(*parse.TextNode); ok {
			parts = append(parts, part{text: string(words.Text)})
			continue
		}
		gap, ok := gapOf(node)
		if !ok {
			return nil, fmt.Errorf("%s is no gap like {{.Name}}", node)
		}
		parts = append(parts, part{gap: gap})
	}
	return parts, nil
}

// gapsIn are the names of the gaps among parts.
func gapsIn(parts []part) []string {
	var gaps []string
	for _, p := range parts {
		if p.gap != "" {
			gaps = append(gaps, p.gap)
		}
	}
	return gaps
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
