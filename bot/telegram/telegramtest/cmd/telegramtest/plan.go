package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"

	"terminbote/bot/telegram/telegramtest"
)

// plan is how people go through a talk: what they write first, and what they
// do at each view, by the first rule that fits.
type plan struct {
	first string
	rules []rule
}

// rule says what is done where the bot shows something. The deed is a text, a
// pattern of a button's label in brackets, or reached: the talk is at its end.
type rule struct {
	shown *regexp.Regexp
	deed  string
}

// reached is the deed of a talk's last view.
const reached = "reached"

// longest is after how many deeds somebody who gets nowhere gives up.
const longest = 40

// openPlan reads a plan from a file.
func openPlan(path string) (plan, error) {
	file, err := os.Open(path)
	if err != nil {
		return plan{}, err
	}
	defer file.Close()
	p, err := readPlan(file)
	if err != nil {
		return plan{}, fmt.Errorf("%s: %w", path, err)
	}
	return p, nil
}

// readPlan reads lines “VIEW => DEED”; the first thing that people write has
// nothing before the arrow, and lines with a # at their beginning say nothing.
func readPlan(from io.Reader) (p plan, err error) {
	ends := false
	lines := bufio.NewScanner(from)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		view, deed, found := strings.Cut(line, "=>")
		view, deed = strings.TrimSpace(view), strings.TrimSpace(deed)
		if !found || deed == "" {
			return plan{}, fmt.Errorf("line %d: want VIEW => DEED", n)
		}
		if view == "" {
			p.first = deed
			continue
		}
		r, err := newRule(view, deed)
		if err != nil {
			return plan{}, fmt.Errorf("line %d: %w", n, err)
		}
		p.rules = append(p.rules, r)
		ends = ends || deed == reached
	}
	if p.first == "" || !ends {
		return plan{}, errors.New("a plan says what is written first, and at which view it is reached")
	}
	return p, lines.Err()
}

func newRule(view, deed string) (rule, error) {
	shown, err := regexp.Compile(view)
	if err != nil {
		return rule{}, err
	}
	if label, pressed := isPress(deed); pressed {
		_, err = regexp.Compile(label)
	}
	return rule{shown, deed}, err
}

// isPress is the pattern of the label that a deed presses.
func isPress(deed string) (label string, ok bool) {
	return strings.TrimSuffix(strings.TrimPrefix(deed, "["), "]"), strings.HasPrefix(deed, "[") && strings.HasSuffix(deed, "]")
}

// next is what to do at a view, and what its text says in the first group of
// the rule that fits.
func (p plan) next(shown telegramtest.Message) (deed, said string, ok bool) {
	for _, r := range p.rules {
		found := r.shown.FindStringSubmatch(shown.Text)
		if found == nil {
			continue
		}
		label, pressed := isPress(r.deed)
		if !pressed {
			return r.deed, found[len(found)-1], true
		}
		if labels := labelsLike(shown, label); len(labels) > 0 {
			return "[" + labels[rand.IntN(len(labels))] + "]", "", true
		}
	}
	return "", "", false
}

// labelsLike are the labels of a view's buttons that a pattern describes as a
// whole.
func labelsLike(shown telegramtest.Message, pattern string) (all []string) {
	like := regexp.MustCompile("^(?:" + pattern + ")$") // newRule has compiled it
	for _, row := range shown.Buttons {
		for _, b := range row {
			if like.MatchString(b.Text) {
				all = append(all, b.Text)
			}
		}
	}
	return all
}
