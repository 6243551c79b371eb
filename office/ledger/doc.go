// Package ledger reads the appointments that an office kept before: the lines
// of a CSV file, in the words of the office. It knows what stands in which
// column and says what is wrong in which line. Whether a time is free it
// cannot know; it only finds words for what storage answers.
package ledger
