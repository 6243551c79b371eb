package telegramtest

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// LoadDescription reads a description of the whole Bot API: JSON with methods
// and types, each with fields of a name, types and required. A server that is
// given one holds every request against it as well.
func LoadDescription(path string) (*Schema, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read Bot API description: %w", err)
	}
	var described struct {
		Methods map[string]describedShape `json:"methods"`
		Types   map[string]describedShape `json:"types"`
	}
	if err := json.Unmarshal(data, &described); err != nil {
		return nil, fmt.Errorf("read Bot API description: %w", err)
	}
	return &Schema{methods: shapes(described.Methods), objects: shapes(described.Types)}, nil
}

type describedShape struct {
	Subtypes []string `json:"subtypes"`
	Fields   []struct {
		Name     string   `json:"name"`
		Types    []string `json:"types"`
		Required bool     `json:"required"`
	} `json:"fields"`
}

func shapes(described map[string]describedShape) map[string]shape {
	all := make(map[string]shape, len(described))
	for name, d := range described {
		all[name] = d.shape()
	}
	return all
}

func (d describedShape) shape() shape {
	s := shape{fields: map[string]field{}, oneOf: d.Subtypes}
	for _, f := range d.Fields {
		if f.Required {
			s.required = append(s.required, f.Name)
		}
		var types []kind
		for _, t := range f.Types {
			base := strings.ReplaceAll(t, "Array of ", "")
			types = append(types, kind{base, (len(t) - len(base)) / len("Array of ")})
		}
		s.fields[f.Name] = field{types}
	}
	return s
}
