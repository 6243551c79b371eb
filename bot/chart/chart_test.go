package chart

import (
	"bytes"
	"image/png"
	"math"
	"testing"
)

// painted is how many pixels of a picture have the color of the first series.
func painted(t *testing.T, p Panel) float64 {
	t.Helper()
	content, err := Picture{Title: "Title", Panels: []Panel{p}}.PNG()
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	n, box, first := 0, picture.Bounds(), colors[0]
	for x := box.Min.X; x < box.Max.X; x++ {
		for y := box.Min.Y; y < box.Max.Y; y++ {
			r, g, b, _ := picture.At(x, y).RGBA()
			if r>>8 == uint32(first.R) && g>>8 == uint32(first.G) && b>>8 == uint32(first.B) {
				n++
			}
		}
	}
	return float64(n)
}

// A bar twice as long is twice as many, however far the values are from zero.
func TestABarIsAsLongAsItSays(t *testing.T) {
	t.Parallel()
	for name, p := range map[string]Panel{"upright": {}, "on its side": {Horizontal: true}, "stacked": {Stacked: true}} {
		of := func(values ...float64) float64 {
			p.Labels, p.Series = []string{"one", "two", "three"}[:len(values)], []Series{{Name: "many", Values: values}}
			return painted(t, p)
		}
		none := of(96, 96, 0)
		long, half, most := of(96, 96, 96)-none, of(96, 96, 48)-none, of(96, 96, 72)-none
		if long <= 0 || math.Abs(half/long-0.5) > 0.05 || math.Abs(most/long-0.75) > 0.05 {
			t.Errorf("%s: the bar of 96 has %v pixels, that of 48 %v, and that of 72 %v", name, long, half, most)
		}
	}
}
