package web

import (
	"context"

	"terminbote/locales"
)

// What can be asked for of the waiting list.
const (
	waitWord  = "wait"
	waitYes   = "wait-yes"
	leaveWord = "leave"
	leaveYes  = "leave-yes"
)

// earlier is the button to be told when something earlier is free, or no longer.
func (v visit) earlier() button {
	if v.letter.Wait != nil {
		return v.leaving()
	}
	return button{waitWord, v.say(locales.Say("wait.improve")), ""}
}

// leaving is the button to be offered nothing more, for those who no longer wait
// or never did.
func (v visit) leaving() button { return button{leaveWord, v.say(locales.Say("wait.end")), "faint"} }

// askWait says what waiting means.
func (v visit) askWait() view {
	return view{
		Lang: v.lang, Title: v.say(locales.Say("wait.improve")), When: v.say(v.when(v.letter.Appointment.Span.Start)),
		Text:   []string{v.say(locales.Say("page.wait"))},
		Groups: []group{{Buttons: []button{{waitYes, v.say(locales.Say("wait.join")), "main"}}}},
		Back:   v.say(locales.Say("page.back")),
	}
}

func (v visit) wait(ctx context.Context) (view, error) {
	if err := v.letters.WaitBy(ctx, v.token, v.now); err != nil {
		return view{}, err
	}
	return view{
		Lang: v.lang, Title: v.say(locales.Say("page.waiting")), Text: []string{v.say(locales.Say("page.waiting.text"))},
		Back: v.say(locales.Say("page.back")),
	}, nil
}

// askLeave asks once more.
func (v visit) askLeave() view {
	return view{
		Lang: v.lang, Title: v.say(locales.Say("page.leave")),
		Text:   []string{v.say(locales.Say("page.leave.text"))},
		Groups: []group{{Buttons: []button{{leaveYes, v.say(locales.Say("page.leave.yes")), "danger"}}}},
		Back:   v.say(locales.Say("page.leave.no")),
	}
}

func (v visit) leave(ctx context.Context) (view, error) {
	if err := v.letters.LeaveBy(ctx, v.token, v.now); err != nil {
		return view{}, err
	}
	page := view{Lang: v.lang, Title: v.say(locales.Say("page.left")), Text: []string{v.say(locales.Say("wait.ended"))}}
	if !v.letter.Offer {
		page.Back = v.say(locales.Say("page.back"))
	}
	return page, nil
}
