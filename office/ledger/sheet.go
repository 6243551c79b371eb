package ledger

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// openSheet reads a spreadsheet (.xlsx): the first of its sheets that holds
// anything. Days and times come as Excel stores them, as serial numbers.
func openSheet(content []byte) (source, error) {
	file, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{UnzipSizeLimit: 8 * largestFile})
	if err != nil {
		return nil, errors.New("the spreadsheet cannot be read; save it as .xlsx without a password, or as CSV")
	}
	defer file.Close()
	shift := 0
	if props, err := file.GetWorkbookProps(); err == nil && props.Date1904 != nil && *props.Date1904 {
		shift = from1904
	}
	for _, name := range file.GetSheetList() {
		cells, err := file.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, errors.New("the spreadsheet cannot be read; save it as CSV")
		}
		if found := sheetRows(cells, shift); len(found) > 0 {
			return &found, nil
		}
	}
	return &rows{}, nil
}

// from1904 is how many days later than others spreadsheets begin to count that
// Excel for Mac made in earlier days.
const from1904 = 1462

// sheetRows is the rows that hold anything, each as wide as the widest.
func sheetRows(cells [][]string, shift int) rows {
	width := 0
	for _, row := range cells {
		width = max(width, len(row))
	}
	var all rows
	for i, row := range cells {
		if strings.TrimSpace(strings.Join(row, "")) == "" {
			continue
		}
		for j := range row {
			row[j] = plainNumber(row[j], shift)
		}
		all = append(all, record{line: i + 1, cells: append(row, make([]string, width-len(row))...)})
	}
	return all
}

// exponent is a number as Excel stores small and large ones: ten minutes are
// 6.9444444444444441E-3 of a day.
var exponent = regexp.MustCompile(`^\d(?:\.\d+)?E[+-]?\d{1,2}$`)

// plainNumber is a number of a spreadsheet without an exponent, and a day by the
// calendar of all others.
func plainNumber(cell string, shift int) string {
	if exponent.MatchString(cell) {
		if n, err := strconv.ParseFloat(cell, 64); err == nil {
			return strconv.FormatFloat(n, 'f', -1, 64)
		}
	}
	whole, rest, _ := strings.Cut(cell, ".")
	n, err := strconv.Atoi(whole)
	if shift == 0 || err != nil || n < firstSerial-shift || n > lastSerial-shift {
		return cell
	}
	return strconv.Itoa(n+shift) + strings.TrimSuffix("."+rest, ".")
}
