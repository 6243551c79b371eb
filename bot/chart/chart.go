// Package chart draws bars as a picture. It knows numbers and labels, not what
// they mean. All axes begin at zero: a bar twice as long is twice as many.
package chart

import (
	"fmt"
	"strconv"

	"github.com/go-analyze/charts"
)

// Picture is panels of bars below each other, on white.
type Picture struct {
	Title, Subtitle string
	Panels          []Panel
}

// Panel is groups of bars with one axis.
type Panel struct {
	Title      string
	Labels     []string // one for each group
	Series     []Series
	Stacked    bool // the series of a group make one bar
	Horizontal bool // for long labels
}

// Series is values of one kind, one for each label.
type Series struct {
	Name   string
	Values []float64
}

// Sizes in pixels.
const (
	width       = 1000
	panelHeight = 340
	rowHeight   = 30 // of a horizontal bar
	headHeight  = 64
	margin      = 16
	longestName = 44 // characters of a label
	mostLabels  = 7  // below upright bars
	ticks       = 5  // steps of an axis
)

// colors can be told apart by those who see no red or no green, and on paper
// without color (after Okabe and Ito).
var colors = []charts.Color{
	{R: 0, G: 114, B: 178, A: 255}, {R: 230, G: 159, B: 0, A: 255}, {R: 204, G: 121, B: 167, A: 255}, {R: 170, G: 170, B: 170, A: 255},
}

// PNG is the picture as a file.
func (p Picture) PNG() ([]byte, error) {
	height := headHeight
	for _, panel := range p.Panels {
		height += panel.height()
	}
	painter := charts.NewPainter(charts.PainterOptions{OutputFormat: charts.ChartOutputPNG, Width: width, Height: height})
	painter.FilledRect(0, 0, width, height, charts.ColorWhite, charts.ColorWhite, 0)
	style := charts.FontStyle{FontSize: 17, FontColor: charts.ColorBlack}
	painter.Text(p.Title, margin, 28, 0, style)
	style.FontSize = 11
	painter.Text(p.Subtitle, margin, 50, 0, style)
	top := headHeight
	for _, panel := range p.Panels {
		box := charts.NewBox(0, top, width, top+panel.height())
		if err := panel.draw(painter.Child(charts.PainterBoxOption(box))); err != nil {
			return nil, fmt.Errorf("draw %q: %w", panel.Title, err)
		}
		top += panel.height()
	}
	return painter.Bytes()
}

func (p Panel) height() int {
	if p.Horizontal {
		return 110 + len(p.Labels)*rowHeight*max(1, len(p.Series))
	}
	return panelHeight
}

func (p Panel) draw(painter *charts.Painter) error {
	values := make([][]float64, len(p.Series))
	names := make([]string, len(p.Series))
	for i, s := range p.Series {
		values[i], names[i] = s.Values, s.Name
	}
	o := charts.NewBarChartOptionWithData(values)
	o.Theme = charts.GetTheme(charts.ThemeLight).WithSeriesColors(colors)
	o.Padding = charts.NewBoxEqual(margin)
	o.Title = charts.TitleOption{Text: p.Title, FontStyle: charts.FontStyle{FontSize: 13}}
	o.Legend = charts.LegendOption{SeriesNames: names, Offset: charts.OffsetRight}
	o.Horizontal, o.StackSeries = p.Horizontal, charts.Ptr(p.Stacked)
	o.CategoryAxis.Labels = shortened(p.Labels)
	o.ValueAxis = []charts.ValueAxisOption{{Min: charts.Ptr(0.0), Max: charts.Ptr(top(p)), LabelCount: ticks + 1, PreferNiceIntervals: charts.Ptr(false)}}
	if !p.Horizontal && len(p.Labels) > mostLabels {
		o.CategoryAxis.LabelCount = mostLabels
	}
	o.ValueFormatter = whole
	for i := range o.SeriesList {
		o.SeriesList[i].Label = charts.SeriesLabel{Show: charts.Ptr(p.Horizontal), ValueFormatter: whole}
	}
	return painter.BarChart(o)
}

func whole(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// top is the end of the axis: a number that no bar goes beyond, whose fifths are
// whole.
func top(p Panel) float64 {
	most := 0.0
	for i := range p.Labels {
		sum := 0.0
		for _, s := range p.Series {
			if p.Stacked {
				sum += s.Values[i]
			} else {
				sum = max(sum, s.Values[i])
			}
		}
		most = max(most, sum)
	}
	for step := 1.0; ; step *= 10 {
		for _, round := range []float64{5, 10, 15, 20, 25, 30, 40} {
			if most <= step*round {
				return step * round
			}
		}
	}
}

// shortened is labels that leave room for bars.
func shortened(labels []string) []string {
	short := make([]string, len(labels))
	for i, l := range labels {
		runes := []rune(l)
		short[i] = l
		if len(runes) > longestName {
			short[i] = string(runes[:longestName-1]) + "…"
		}
	}
	return short
}
