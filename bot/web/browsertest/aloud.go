package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
)

// spoken is the roles that a screen reader names.
var spoken = map[string]bool{
	"heading": true, "link": true, "button": true, "textbox": true, "log": true, "list": true, "table": true, "columnheader": true,
	"rowheader": true, "region": true, "group": true, "status": true, "alert": true, "article": true, "navigation": true, "main": true,
}

// Aloud is what a screen reader gets of the landmark of a role, in order: the
// names of things that it can point at, and the text between them.
func (t *Tab) Aloud(landmark string) string {
	t.tb.Helper()
	var all accessibility.GetFullAXTreeResult
	t.do(func(ctx context.Context) (err error) {
		all, err = chromedp.Call(ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		return err
	})
	nodes := map[accessibility.NodeID]*accessibility.Node{}
	for _, n := range all.Nodes {
		nodes[n.NodeID] = n
	}
	var said strings.Builder
	for _, n := range all.Nodes {
		if text(n.Role) == landmark && !n.Ignored {
			speak(&said, nodes, n, 0)
		}
	}
	return said.String()
}

func speak(said *strings.Builder, nodes map[accessibility.NodeID]*accessibility.Node, n *accessibility.Node, depth int) {
	role, name := text(n.Role), text(n.Name)
	indent := strings.Repeat("  ", depth)
	switch {
	case n.Ignored:
		depth--
	case role == "StaticText":
		fmt.Fprintf(said, "%s%s\n", indent, name)
		return
	case spoken[role]:
		fmt.Fprintf(said, "%s[%s] %s\n", indent, role+states(n), name)
		if role == "link" || role == "button" || role == "heading" || role == "columnheader" || role == "rowheader" {
			return
		}
	default:
		depth--
	}
	for _, id := range n.ChildIDs {
		if child := nodes[id]; child != nil {
			speak(said, nodes, child, depth+1)
		}
	}
}

// states is what is said of a thing besides its name.
func states(n *accessibility.Node) string {
	said := ""
	for _, p := range n.Properties {
		if value := text(p.Value); string(p.Name) == "invalid" && value == "true" || string(p.Name) == "pressed" && value == "true" {
			said += ", " + string(p.Name)
		}
	}
	if description := text(n.Description); description != "" {
		said += ", " + description
	}
	return said
}

func text(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	var said string
	if json.Unmarshal(v.Value, &said) != nil {
		return string(v.Value) // a number, or whether something is so
	}
	return said
}
