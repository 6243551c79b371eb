package understand

// signs are emoji that stand for a thing, in every language.
var signs = map[string]concept{
	"🪪": idCard, "🛂": passport, "🚗": vehicle, "🚙": vehicle, "🏍": vehicle, "🎣": fishing, "🐕": dog, "🐶": dog, "🔑": belonging, "🛋": furniture,
}

// signTraits are emoji that set things apart.
var signTraits = map[string]concept{"♿": disabled, "👶": child, "👨‍👩‍👧": wholeFamily}

func (v *vocabulary) addSigns() {
	for sign, c := range signs {
		v.exact[sign] = []conceptID{v.concept(c, aThing)}
	}
	for sign, c := range signTraits {
		v.exact[sign] = []conceptID{v.ids[c]}
	}
}
