package dialogs

// exported says that the file comes.
func (t *talk) exported(d Result) {
	if d.Refused != nil {
		t.flow.refuse(t, d)
		return
	}
	t.remark("data.done")
}
