package locales

// Line is a sentence to be said: which one, and what fills its gaps. The zero
// Line says nothing.
type Line struct {
	Key  string
	Args Args
}

// Args fills the gaps of a sentence, by their names. A value is one of this
// package's types, a string (a name, a number: data in no language), an int (a
// quantity), or again a [Line].
type Args map[string]any

// plainArg holds the words of a Line that is no sentence; such a Line has no key.
const plainArg = "Plain"

// oddArg marks arguments that were not given as name and value. No sentence can
// have a gap of this name.
const oddArg = "?"

// Say is the sentence key with its gaps filled: args are names and values in
// turn, as in Say("hold.until", "Time", Clock(t)).
func Say(key string, args ...any) Line {
	if len(args) == 0 {
		return Line{Key: key}
	}
	line := Line{Key: key, Args: make(Args, (len(args)+1)/2)}
	for len(args) > 0 {
		name, ok := args[0].(string)
		if !ok || len(args) == 1 {
			line.Args[oddArg] = true
			break
		}
		line.Args[name] = args[1]
		args = args[2:]
	}
	return line
}

// Plain is a text that is the same in every language, such as the name that
// somebody typed.
func Plain(s string) Line {
	if s == "" {
		return Line{}
	}
	return Line{Args: Args{plainArg: s}}
}

// IsZero tells whether there is nothing to be said.
func (l Line) IsZero() bool { return l.Key == "" && len(l.Args) == 0 }

func (l Line) in(s *speech) string { return s.line(l) }
