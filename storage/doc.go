// Package storage remembers, in Postgres: appointments, what staff have laid
// down about the calendar, and conversations. It carries out the commands of
// package dialogs.
//
// What must never break is a constraint of the database; see the comments in
// migrations. What is decided (is that time free, who sits where) package
// booking decides, under a lock on the day that lasts until the commit. So
// nobody is refused a time that is free, and should a lock ever be missing,
// the constraint still keeps two people from one desk.
//
// Locks are taken in one order: conversation, person, mail address, days.
// Every write to an appointment happens under the lock of its day.
//
// It reads no clock: the moment comes with every call.
package storage
