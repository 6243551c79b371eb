package office

import (
	"regexp"
	"strings"

	"github.com/goccy/go-yaml/token"
)

// What a comma cuts in two: 46,00 and 1.046,00.
var (
	grouped = regexp.MustCompile(`^[0-9]+(?:\.[0-9]{3})*$`)
	digits  = regexp.MustCompile(`^[0-9]+$`)
)

// addComma reports a value that a comma cut in two.
func (r *reader) addComma(before, rest pair) {
	head, tail := before.value.text, rest.key
	if grouped.MatchString(head) && digits.MatchString(tail) {
		if r.cut == nil {
			r.cut = map[position]bool{}
		}
		r.cut[before.value.position] = true
		r.add(before.value.position, "%s: within { } a comma begins the next entry; expected a point, as in %s",
			head+","+tail, strings.ReplaceAll(head, ".", "")+"."+tail)
		return
	}
	r.add(rest.position, "%s stands alone: within { } a comma ends a text; expected the whole text in quotes", quote(tail))
}

// checkComments reports texts that a # cuts off: people write "room #3".
func (r *reader) checkComments(tokens token.Tokens) {
	for _, t := range tokens {
		if t.Type != token.CommentType || t.Prev == nil || t.Position == nil || t.Prev.Position.Line != t.Position.Line {
			continue
		}
		if rest := []rune(t.Value); len(rest) > 0 && rest[0] != ' ' && rest[0] != '#' && rest[0] != '\t' {
			r.warn(position{t.Position.Line, t.Position.Column}, "what follows the # is a remark and is not shown; if it belongs to the text, put the whole text in quotes")
		}
	}
}

// A line of an office file: its key, and what is said for it.
var lineForm = regexp.MustCompile(`^(\s*)(?:- +)?([^\s:#"'{\[]+):(\s*)(.*)$`)

// why says why a line cannot be read, in words for its author. The
// library's own words are those of YAML.
func why(reason string, lines []string, line int) message {
	this := lineAt(lines, line)
	switch {
	case strings.Contains(this[:indent(this)], "\t"), strings.Contains(reason, "tab"), strings.Contains(reason, "'\t'"):
		return say("there is a tab; expected spaces")
	case strings.Contains(reason, "nested too deeply"):
		return say("lists and keys are nested too deeply")
	case strings.Contains(reason, "end character"):
		return say("a text in quotes begins here and does not end; expected the same quotes at its end")
	case strings.Contains(reason, "must be specified"):
		return say("a bracket before this is not closed; expected %s", closing(reason))
	}
	if m := whyLine(this); m.format != "" {
		return m
	}
	if next := lineAt(lines, line+1); strings.Contains(reason, "mapping value is not allowed") && indent(next) > indent(this) {
		return say("the line after this is indented further than its neighbours; expected the same number of spaces")
	}
	if strings.Contains(reason, "not allowed in this context") {
		return say("this is not indented as the lines around it; expected the same number of spaces")
	}
	return say("this is neither a key with a value nor an entry of a list; expected lines such as \"key: value\" or \"- value\"")
}

// whyLine is why a line cannot be read by itself, where that can be seen.
func whyLine(line string) message {
	parts := lineForm.FindStringSubmatch(line)
	if parts == nil {
		return message{}
	}
	key, space, value := parts[2], parts[3], parts[4]
	switch {
	case space == "" && strings.HasPrefix(value, "\u00a0"):
		return say("there is a protected space after the colon, which is none here; type a usual one")
	case space == "" && value != "":
		return say("a space is missing after the colon; expected %s", quote(key+": "+value))
	case value == "":
		return message{}
	case strings.ContainsAny(value[:1], "@`&*!%|>?-[{"):
		return say("a text cannot begin with %s; put the whole text in quotes, as in %s: '%s'", value[:1], key, value)
	case value[0] == '"' || value[0] == '\'':
		return say("something follows the closing quotes; put quotes around the whole text, and others within it")
	case strings.Contains(value, ": ") || strings.HasSuffix(value, ":"):
		return say("there is a colon in the text; put the text in quotes, as in %s: '%s'", key, value)
	}
	return message{}
}

func closing(reason string) string {
	if strings.Contains(reason, "}") {
		return "}"
	}
	return "]"
}

func lineAt(lines []string, number int) string {
	if number < 1 || number > len(lines) {
		return ""
	}
	return strings.TrimRight(lines[number-1], "\r")
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }
