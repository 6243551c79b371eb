package understand

import "testing"

func TestPhoneNumbersAreReadAsPeopleWriteThem(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"02389 71-234": "02389 71-234", " +49 (2389)  71234 ": "+49 (2389) 71234", "110": "110",
		"123": "123", "+12345": "", "+123456": "+123456", "012345": "012345", "01234": "", "123456789012345": "123456789012345", "02389/71234": "02389/71234",
		"": "", "12": "", "1+2": "", "0800 HILFE": "", "1234567890123456": "", "12+34": "", "0151\x001234": "01511234",
	} {
		got, ok := Phone(text)
		if ok != (want != "") || ok && got != want {
			t.Errorf("%q: %q, %v, want %q", text, got, ok, want)
		}
	}
}

// Few digits in a sentence may be anything; where a number is asked for, fewer are one.
func TestHowManyDigitsAreAPhoneNumber(t *testing.T) {
	t.Parallel()
	reader := NewReader(Directory{})
	for expect, fewest := range map[Expect]int{"": 8, ExpectPhone: 6} {
		for n := 5; n <= 9; n++ {
			digits := "0123456789"[:n]
			got := false
			for _, f := range reader.Read("meine Nummer ist "+digits, Context{Lang: "de", Today: today, Expect: expect}).Found {
				phone, is := f.Value.(PhoneValue)
				got = got || is && phone.Phone == digits
			}
			if got != (n >= fewest) {
				t.Errorf("%s, expecting %v: a number %v", digits, expect, got)
			}
		}
	}
}
