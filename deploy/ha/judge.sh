# shellcheck shell=bash
# What became of the bookings, for try.sh. The report of the citizens has a line
# for each answer: when somebody acted and was answered (ms since 1970), what
# came of it (answered, reached, astray, unanswered), and the appointment's number.
#
# shellcheck disable=SC2154 # try.sh sets work and the rest

now() { date +%s%3N; }

# promoted SINCE is when a standby became the primary, after that moment.
promoted() {
	cat "$work"/db?.patroni.log | awk -v since="$1" '
		/database system is ready to accept connections/ { at = $1 * 1000; if (at >= since && (!first || at < first)) first = at }
		END { if (first) printf "%.0f\n", first }'
}

# answers SINCE [UNTIL] is when somebody was answered, in order.
answers() {
	awk -F '\t' -v since="$1" -v until="${2:-9e15}" '$3 == "answered" && $2 >= since && $2 <= until { print $2 }' "$work/report" | sort -n
}

# longest_pause SINCE UNTIL is the longest time in which nobody was answered, in ms.
longest_pause() {
	answers "$1" "$2" | awk -v last="$1" -v until="$2" '
		{ if ($1 - last > most) most = $1 - last; last = $1 }
		END { if (until - last > most) most = until - last; printf "%d\n", most }'
}

# longest_wait SINCE UNTIL is how long the one waited who waited longest, in ms.
longest_wait() {
	awk -F '\t' -v since="$1" -v until="$2" '
		$2 >= since && $2 < until && $2 - $1 > most { most = $2 - $1 } END { printf "%d\n", most }' "$work/report"
}

# count SINCE UNTIL OUTCOME… counts what came of talks.
count() {
	awk -F '\t' -v since="$1" -v until="$2" -v wanted=" ${*:3} " \
		'$2 >= since && $2 < until && index(wanted, " " $3 " ") { n++ } END { print n + 0 }' "$work/report"
}

# acknowledged SINCE UNTIL lists the numbers that citizens were told.
acknowledged() {
	awk -F '\t' -v since="$1" -v until="$2" '$3 == "reached" && $2 >= since && $2 < until { gsub(" ", "", $4); print $4 }' "$work/report" | sort
}

# booked lists the numbers of the appointments that the primary has.
booked() { ask_primary "SELECT number FROM appointment WHERE state = 'confirmed'" | sort; }

# seconds MILLISECONDS, or a dash.
seconds() { if [ -n "$1" ]; then awk -v ms="$1" 'BEGIN { printf "%.1f s", ms / 1000 }'; else echo –; fi; }

heading() {
	echo "| part | how it fails | promoted after | first accepted after that | nobody answered for | longest wait of one | acknowledged | lost | refused |"
	echo "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
}

# row PART HOW SINCE UNTIL is a line of the table.
row() {
	local since=$3 until=$4 at first='' lost
	at=$(promoted "$since")
	if [ -n "$at" ]; then
		first=$(answers "$at" | head -n 1)
		first=${first:+$((first - at))}
		at=$((at - since))
	fi
	lost=$(comm -23 <(acknowledged "$since" "$until") <(booked) | wc -l)
	echo "| $1 | $2 | $(seconds "$at") | $(seconds "$first") | $(seconds "$(longest_pause "$since" "$until")") | $(seconds "$(longest_wait "$since" "$until")")" \
		"| $(count "$since" "$until" reached) | $lost | $(count "$since" "$until" astray unanswered) |"
	[ "$lost" -eq 0 ]
}

# caught_up is whether each database has as many appointments as the primary. A
# host that came back may be rewound, and start again, after it was seen to follow.
caught_up() {
	local host want
	want=$(booked | wc -l)
	for host in $databases; do
		[ "$(ask "$host" "SELECT count(*) FROM appointment WHERE state = 'confirmed'")" = "$want" ] || return 1
	done
}

# verdict holds all of the bookings against all three databases, and fails if any
# is wrong.
verdict() {
	local lost unknown twice shared wrong=0 host there tries=0
	until caught_up 2>/dev/null || [ $((tries += 1)) -gt 60 ]; do sleep 1; done
	lost=$(comm -23 <(acknowledged 0 9e15) <(booked) | wc -l)
	unknown=$(comm -13 <(acknowledged 0 9e15) <(booked) | wc -l)
	twice=$(ask_primary "SELECT count(*) FROM (SELECT FROM appointment WHERE state = 'confirmed' GROUP BY holder HAVING count(*) > 1) AS twice")
	shared=$(ask_primary "SELECT count(*) FROM appointment a JOIN appointment b ON a.office = b.office AND a.desk = b.desk AND a.id < b.id
		AND a.state = 'confirmed' AND b.state = 'confirmed' AND a.starts < b.ends AND b.starts < a.ends")
	echo "acknowledged: $(acknowledged 0 9e15 | wc -l); lost: $lost; booked and never acknowledged: $unknown;" \
		"booked twice by one: $twice; two at one desk: $shared"
	for host in $databases; do
		there=$(ask "$host" "SELECT number FROM appointment WHERE state = 'confirmed'" | sort | comm -23 <(acknowledged 0 9e15) - | wc -l)
		echo "missing on $host: $there"
		wrong=$((wrong + there))
	done
	[ $((lost + unknown + twice + shared + wrong)) -eq 0 ]
}
