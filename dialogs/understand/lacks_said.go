package understand

// lacks finds, in a clerk's line, that the caller has no telephone or no mail address:
// "kein Handy", "hat keine Mail", "no phone".
func (m *message) lacks() []candidate {
	if !m.in.Brief {
		return nil
	}
	var all []candidate
	for _, g := range m.grammars {
		for i, w := range m.words {
			if !g.x.none[w.text] {
				continue
			}
			for _, lacked := range []struct {
				field int
				of    Expect
			}{{fieldPhone, ExpectPhone}, {fieldMail, ExpectMail}} {
				if n := g.isField(i+1, []int{lacked.field}); n > 0 && !g.word(i+1).startsClause() {
					all = append(all, candidate{from: i, to: i + 1 + n, sure: 0.9, bonus: perPiece, value: LackValue{lacked.of}})
				}
			}
		}
	}
	return all
}

// ignoreLacks says of the words that the caller has no telephone or address that they deny
// nothing else.
func (f *finder) ignoreLacks(chosen []candidate) {
	for _, c := range chosen {
		if _, is := c.value.(LackValue); is {
			for i := c.from; i < c.to; i++ {
				f.within[i] = true
			}
		}
	}
}
