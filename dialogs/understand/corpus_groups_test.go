package understand_test

import (
	"strings"

	"terminbote/dialogs/understand"
)

// The groups that the floors speak of. They begin with "=" so that they stand
// together in the table.
const (
	groupAll         = "=everything"
	groupSingle      = "=single concerns"
	groupWhole       = "=whole wishes"
	groupReplies     = "=replies"
	groupTimes       = "=days and times"
	groupNames       = "=names and mails"
	groupCorrections = "=corrections"
	groupQuestions   = "=questions"
	groupNothing     = "=not offered, nonsense"
)

// groupOf is the group of a kind; a kind without one counts in all only.
var groupOf = map[string]string{
	"wish": groupSingle, "story": groupSingle, "dialect": groupSingle, "slip": groupSingle,
	"learner": groupSingle, "office-german": groupSingle,
	"whole-wish": groupWhole, "reply": groupReplies, "day": groupTimes, "time": groupTimes,
	"name": groupNames, "mail": groupNames, "correction": groupCorrections, "question": groupQuestions,
	"elsewhere": groupNothing, "nonsense": groupNothing,
}

// later is a group's utterances that joined when there were floors already: harder
// ones, which have floors of their own, so that the others' only rise.
func later(group string) string { return group + ", later" }

// oneLanguage are the kinds that make sense in German only.
var oneLanguage = []string{"office-german"}

// kinds are what a file of the corpus may be named after.
var kinds = []string{
	"wish", "whole-wish", "several", "story", "dialect", "slip", "learner", "office-german", "question", "correction",
	"negation", "reply", "day", "time", "name", "mail", "talk", "elsewhere", "nonsense", "foreign",
}

// groupsOf is all that an utterance counts in.
func groupsOf(u utterance) []string {
	groups := []string{u.kind, u.in.Lang + " all", u.grouped(groupAll)}
	if u.kind == "reply" {
		groups = append(groups, "reply to "+stepName(u.in.Expect))
	}
	if group, ok := groupOf[u.kind]; ok && (group != groupSingle || u.single()) {
		groups = append(groups, u.grouped(group))
	}
	return groups
}

// grouped is the part of a group that the utterance counts in.
func (u utterance) grouped(group string) string {
	if u.later {
		return later(group)
	}
	return group
}

func stepName(e understand.Expect) string {
	if e == understand.ExpectWish {
		return "wish"
	}
	return string(e)
}

// single tells whether one concern is wanted, whatever else is said.
func (u utterance) single() bool {
	wanted := 0
	for _, l := range u.labels {
		if strings.HasPrefix(l[0], "concern=") && !l.optional() {
			wanted++
		}
	}
	return wanted == 1
}
