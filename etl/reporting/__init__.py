"""Words what became of ledgers: a line a file and sheet, reasons grouped, refused rows as a sheet to be corrected."""
