// Package locales says every sentence of the assistant in every language, and
// writes dates, times and amounts the way people read them.
//
// Other packages pass a [Line] around: a key and its arguments, no words. Only
// at the edge a [Printer] turns it into text, in the language of those who
// read it. The words stand in one file per language, such as de.yaml; a new
// language is a new file and a line in [regions].
//
// The package knows nothing of the office. Times arrive already in the office's
// zone and are written as they are.
package locales
