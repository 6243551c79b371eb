package terminal

import (
	"fmt"
	"strings"

	"terminbote/bot"
)

// sheet is what a page is written on.
type sheet struct {
	strings.Builder
	columns int // 0: lines do not end
}

// draw writes a page in plain lines. Choices that can be chosen by their place
// carry their number; the others are typed in words. Files and tables stay as
// they are.
func draw(p bot.Page, columns int) string {
	s := sheet{columns: columns}
	s.paragraph(p.Remarks...)
	s.paragraph(p.Title)
	s.paragraph(p.Body...)
	s.table(p.Table)
	s.paragraph(p.Ask)
	for _, file := range p.Files {
		s.paragraph(file.Name)
		s.WriteString(strings.TrimSpace(string(file.Content)) + "\n")
	}
	n := 0
	for _, g := range p.Groups {
		s.paragraph(g.Title)
		if g.Numbered {
			n = s.numbered(g, n)
			continue
		}
		s.labels(g)
	}
	return s.String()
}

// line writes a line, or several where it is too long.
func (s *sheet) line(text string) { s.WriteString(Wrap(text, s.columns) + "\n") }

func (s *sheet) paragraph(lines ...string) {
	text := strings.TrimSpace(strings.Join(lines, "\n"))
	if text != "" {
		s.WriteString("\n")
		s.line(text)
	}
}

// table writes rows below each other, each column as wide as its widest cell.
func (s *sheet) table(t bot.Table) {
	if len(t.Rows) == 0 {
		return
	}
	rows := append([][]string{t.Head}, t.Rows...)
	widths := make([]int, len(t.Head))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], cells(cell))
		}
	}
	s.WriteString("\n")
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString("  " + padded(cell, widths[i]))
		}
		s.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}

func padded(text string, columns int) string {
	return text + strings.Repeat(" ", max(0, columns-cells(text)))
}

// numbered lists choices with their numbers, from after on. Those that are
// numbers themselves stand side by side.
func (s *sheet) numbered(g bot.Group, after int) int {
	var beside []string
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
			beside = append(beside, fmt.Sprintf(" %2s", number))
			continue
		}
		s.line(fmt.Sprintf("%s%2s  %s", mark, number, label))
	}
	s.flow(beside, "")
	return after + len(g.Buttons)
}

// labels shows choices that are typed in words, side by side where they are
// short.
func (s *sheet) labels(g bot.Group) {
	var row []string
	for i, button := range g.Buttons {
		cell := "[" + button.Label + "]"
		if g.Title != "" {
			cell = button.Label
		}
		row = append(row, padded(cell, 5))
		if i == len(g.Buttons)-1 || (i+1)%max(1, g.Columns*2) == 0 {
			s.flow(row, "  ")
			row = nil
		}
	}
}

// flow writes cells side by side, each after a gap, and goes to a new line
// where the next would not fit.
func (s *sheet) flow(row []string, gap string) {
	line := ""
	for _, cell := range row {
		if next := line + gap + cell; line != "" && s.columns > 0 && cells(strings.TrimRight(next, " ")) > s.columns {
			s.line(strings.TrimRight(line, " "))
			line = ""
		}
		line += gap + cell
	}
	if line != "" {
		s.line(strings.TrimRight(line, " "))
	}
}
