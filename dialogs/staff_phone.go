package dialogs

import "terminbote/locales"

// staffPhoneStep asks where the caller can be called back.
type staffPhoneStep struct{}

func (staffPhoneStep) hidesTime() {}

func (staffPhoneStep) name() string { return "callersNumber" }

func (staffPhoneStep) need(*talk) Need { return Need{} }

func (staffPhoneStep) open(t *talk) bool { return t.Draft.Phone == "" && !t.Draft.NoPhone }

func (staffPhoneStep) reopen(t *talk) bool {
	given := t.Draft.Phone != "" || t.Draft.NoPhone
	t.Draft.Phone, t.Draft.NoPhone = "", false
	return given
}

func (staffPhoneStep) show(*talk) View {
	return View{
		Ask: locales.Say("staff.ask_phone"), Typing: true,
		Groups: []Group{
			{Columns: 1, Choices: []Choice{{ID: noNumberChoice, Label: locales.Say("staff.no_phone")}}},
			navigation(backChoice, homeChoice),
		},
	}
}

func (staffPhoneStep) choose(t *talk, id string) bool {
	if id != noNumberChoice {
		return false
	}
	t.Draft.NoPhone = true
	return true
}

func (staffPhoneStep) hear(t *talk, said reading) {
	if said.says(locales.Say("staff.no_phone")) || said.none() {
		t.Draft.NoPhone = true
		return
	}
	number, ok := said.phone()
	if !ok {
		t.miss("staff.phone_odd")
		return
	}
	t.Draft.Phone = number
}
