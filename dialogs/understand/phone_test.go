package understand

import "testing"

func TestPhoneNumbersAreReadAsPeopleWriteThem(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"02389 71-234": "02389 71-234", " +49 (2389)  71234 ": "+49 (2389) 71234", "110": "110",
		"": "", "12": "", "0800 HILFE": "", "1234567890123456": "", "12+34": "", "0151\x001234": "01511234",
	} {
		got, ok := Phone(text)
		if ok != (want != "") || ok && got != want {
			t.Errorf("%q: %q, %v, want %q", text, got, ok, want)
		}
	}
}
