// Package statistics is what an office learns from its own operation: how long
// visits take, how long people wait, how many come, and what becomes of the times
// that are given back. It counts visits, days and concerns, never a person and
// never a clerk. It knows no database and no clock: it is given counts.
package statistics
