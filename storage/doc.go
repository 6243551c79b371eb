// Package storage keeps appointments, overrides by staff and conversations in
// Postgres. It carries out the commands of package dialogs.
//
// What must never break is a constraint of the database; see the comments in
// migrations. Package booking decides what is free and who sits where, under a
// lock on the day that lasts until the commit. So nobody is refused a free
// time, and if a lock were missing, the constraint would still keep two people
// from one desk.
//
// A method whose name begins with queue only queues a statement; it is sent,
// and its answer read, by [tx.send].
//
// Locks are taken in one order: conversation, person, mail address, days.
// Every write to an appointment happens under the lock of its day.
//
// It reads no clock: the time comes with every call.
package storage
