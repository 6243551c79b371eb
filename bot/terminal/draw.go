package terminal

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"terminbote/bot"
)

// draw writes a page in plain lines. Choices that can be chosen by their place
// carry their number; the others are typed in words.
func draw(p bot.Page) string {
	var b strings.Builder
	paragraph(&b, p.Remarks...)
	paragraph(&b, p.Title)
	paragraph(&b, p.Body...)
	table(&b, p.Table)
	paragraph(&b, p.Ask)
	for _, file := range p.Files {
		paragraph(&b, file.Name, string(file.Content))
	}
	n := 0
	for _, g := range p.Groups {
		if g.Title != "" {
			fmt.Fprintf(&b, "\n%s\n", g.Title)
		}
		if g.Numbered {
			n = numbered(&b, g, n)
			continue
		}
		words(&b, g)
	}
	return b.String()
}

func paragraph(b *strings.Builder, lines ...string) {
	text := strings.TrimSpace(strings.Join(lines, "\n"))
	if text != "" {
		fmt.Fprintf(b, "\n%s\n", text)
	}
}

// table writes rows below each other, each column as wide as its widest cell.
func table(b *strings.Builder, t bot.Table) {
	if len(t.Rows) == 0 {
		return
	}
	rows := append([][]string{t.Head}, t.Rows...)
	widths := make([]int, len(t.Head))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	b.WriteString("\n")
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString("  " + cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)))
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}

// numbered lists choices with their numbers, from after on.
func numbered(b *strings.Builder, g bot.Group, after int) int {
	for i, button := range g.Buttons {
		mark := "  "
		if button.Marked {
			mark = "✓ "
		}
		number := fmt.Sprint(after + i + 1)
		label := button.Label
		if label == number {
			label = ""
		}
		if label == "" && g.Columns > 1 {
			fmt.Fprintf(b, " %2s", number)
			continue
		}
		fmt.Fprintf(b, "%s%2s  %s\n", mark, number, label)
	}
	if !strings.HasSuffix(b.String(), "\n") {
		b.WriteString("\n")
	}
	return after + len(g.Buttons)
}

// words shows choices that are typed in words, side by side where they are
// short.
func words(b *strings.Builder, g bot.Group) {
	for i, button := range g.Buttons {
		cell := "[" + button.Label + "]"
		if g.Title != "" {
			cell = button.Label
		}
		last := i == len(g.Buttons)-1 || (i+1)%max(1, g.Columns*2) == 0
		if last {
			fmt.Fprintf(b, "  %s\n", cell)
			continue
		}
		fmt.Fprintf(b, "  %s%s", cell, strings.Repeat(" ", max(0, 5-utf8.RuneCountInString(cell))))
	}
}
