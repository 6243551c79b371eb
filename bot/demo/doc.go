// Package demo shows the whole house on one page: a citizen's browser, a
// mailbox, and the office. It stands in for nobody: the talk, the queue, the
// mails and the database are those of production. Only the clock is its own,
// and can be moved.
package demo
