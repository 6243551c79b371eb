package mattermosttest

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/mattermost/mattermost/server/public/model"
)

var errRequired = errors.New("This field is required.") //nolint:revive,staticcheck // what people see

// read is the value of a field with a text in it.
func read(e model.DialogElement, text string) (any, error) {
	switch {
	case e.Type == "bool":
		return text == "true", nil
	case text == "" && e.Optional:
		return nil, nil
	case text == "":
		return nil, errRequired
	case e.Type == "select" || e.Type == "radio":
		return choose(e, text)
	}
	return typed(e, text)
}

func choose(e model.DialogElement, text string) (any, error) {
	for _, o := range e.Options {
		if o.Text == text {
			return o.Value, nil
		}
	}
	return nil, fmt.Errorf("there is no option %q", text)
}

var mail = regexp.MustCompile(`^[^\s@]+@[^\s@]+$`)

func typed(e model.DialogElement, text string) (any, error) {
	switch n := utf8.RuneCountInString(text); {
	case n > maxLength(e):
		return nil, fmt.Errorf("only %d characters can be typed, not %d", maxLength(e), n)
	case n < e.MinLength:
		return nil, fmt.Errorf("Minimum input length is %d.", e.MinLength) //nolint:revive,staticcheck // what people see
	case e.SubType == "email" && !mail.MatchString(text):
		return nil, errors.New("Must be a valid email address.") //nolint:revive,staticcheck // what people see
	case e.SubType == "url" && !strings.HasPrefix(text, "http://") && !strings.HasPrefix(text, "https://"):
		return nil, errors.New("URL must include http:// or https://.") //nolint:revive,staticcheck // what people see
	}
	if e.SubType != "number" {
		return text, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return nil, errors.New("Must be a number.") //nolint:revive,staticcheck // what people see
	}
	return n, nil
}
