"""Writers of Word, Excel, CSV, SVG and zip files. They know nothing of communities and indicators."""
