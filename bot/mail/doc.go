// Package mail tells people about their appointments by mail: in words, as
// text and HTML, and as an appointment for their calendar. It knows how mails
// are made and handed to a mail server. Nothing that somebody typed goes into
// a mail but a plain name, since addresses are not verified.
package mail
