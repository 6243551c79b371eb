package dialogs

const dataChoice = "data"

// Export gathers all that is stored about the person who talks; Done carries
// it as a file for people to keep.
type Export struct{}

func (Export) command() {}

// exported says that the file comes.
func (t *talk) exported(d Result) {
	if d.Refused != nil {
		t.refuse(d.Refused)
		return
	}
	t.remark("data.done")
}
